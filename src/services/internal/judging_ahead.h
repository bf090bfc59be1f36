// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/headings.h"
#include "services/internal/row_encoder.h"

#include <QFuture>
#include <QThreadPool>

namespace chengheng::services {

/// Judges a table's rows in portions; the next one on another thread while the one before is being written.
/// What it is given must outlive it, and the judge and the encoder are its own meanwhile.
class JudgingAhead
{
public:
    /// `encoder`: nullptr where nothing is to be written. `columnOf`: as RowJudge::judge takes it.
    JudgingAhead(const exchange::Table& table, const exchange::Headings& headings, QVector<int> columnOf,
                 RowJudge& judge, RowEncoder* encoder);
    ~JudgingAhead();
    JudgingAhead(const JudgingAhead&) = delete;
    JudgingAhead& operator=(const JudgingAhead&) = delete;

    /// The next rows in the table's order; none at its end. `spent`: rows done with, to be freed on the other
    /// thread.
    Result<QVector<JudgedRow>> next(QVector<JudgedRow> spent = {});

private:
    Result<QVector<JudgedRow>> judgePortion();
    void goAhead(QVector<JudgedRow> spent);

    const exchange::Table& m_table;
    const QVector<qsizetype>& m_dataRows;
    QVector<int> m_columnOf;
    RowJudge& m_judge;
    RowEncoder* m_encoder;
    qsizetype m_done = 0;
    QThreadPool m_thread; ///< of one: it remembers the syllables that it looked up
    QFuture<Result<QVector<JudgedRow>>> m_ahead;
};

} // namespace chengheng::services
