// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/judging_ahead.h"

#include <QtConcurrent/QtConcurrentRun>

namespace chengheng::services {

namespace {

constexpr qsizetype rowsOfPortion = 500;

} // namespace

JudgingAhead::JudgingAhead(const exchange::Table& table, const exchange::Headings& headings, QVector<int> columnOf,
                           RowJudge& judge, RowEncoder* encoder)
    : m_table(table), m_dataRows(headings.dataRows), m_columnOf(std::move(columnOf)), m_judge(judge), m_encoder(encoder)
{
    m_thread.setMaxThreadCount(1);
    goAhead({});
}

JudgingAhead::~JudgingAhead()
{
    m_ahead.waitForFinished();
}

Result<QVector<JudgedRow>> JudgingAhead::next(QVector<JudgedRow> spent)
{
    auto portion = m_ahead.takeResult();
    goAhead(std::move(spent));
    return portion;
}

void JudgingAhead::goAhead(QVector<JudgedRow> spent)
{
    m_ahead = QtConcurrent::run(&m_thread, [this, spent = std::move(spent)]() mutable {
        spent.clear();
        return judgePortion();
    });
}

Result<QVector<JudgedRow>> JudgingAhead::judgePortion()
{
    const qsizetype end = qMin(m_done + rowsOfPortion, m_dataRows.size());
    QVector<JudgedRow> rows;
    rows.reserve(end - m_done);
    for (; m_done < end; ++m_done) {
        const qsizetype index = m_dataRows[m_done];
        rows.append(m_judge.judge(m_table.rows[index], m_columnOf, m_table.rowNumber(index)));
        if (m_encoder)
            if (auto encoded = m_encoder->encode(rows.last()); !encoded)
                return fail(encoded.error());
    }
    return rows;
}

} // namespace chengheng::services
