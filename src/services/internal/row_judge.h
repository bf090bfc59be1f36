// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table.h"
#include "services/internal/known_records.h"
#include "services/internal/table_layout.h"
#include "storage/prepared_record.h"

#include <QSet>

namespace chengheng::services {

/// A row of a table as read: the record it would make, the child that goes with it, and its verdict.
struct JudgedRow {
    RowVerdict verdict;
    model::Record record;
    std::optional<model::Record> child;
    Uid existing;                              ///< the stored record it matches
    Uid unit;                                  ///< that the row belongs to, by itself or through its instrument
    QString newAlias;                          ///< a name answered to be a known unit, to be remembered
    Uid aliasOf;                               ///< that unit
    QVector<storage::PreparedRecord> prepared; ///< what the row adds, in the order of writing
};

/// Judges the rows of one table, outside any transaction. Knows what is stored (by key) and what the
/// table itself held before.
class RowJudge
{
public:
    RowJudge(const TableLayout& layout, const KnownRecords& known, const ImportOptions& options, const Actor& actor,
             QDate today);

    /// `columnOf`: for each layout column its place in the row, or -1.
    JudgedRow judge(const QVector<exchange::Cell>& cells, const QVector<int>& columnOf, int rowNumber);

    const QVector<NearMatch>& nearMatches() const { return m_nearMatches; }

    /// What the record is known by, from its kind's identities. Empty where it cannot match (no serial
    /// number).
    static QStringList identityKeys(const model::Record& record);

private:
    void takeGiven(JudgedRow& row);
    void judgeGiven(JudgedRow& row);
    void readCell(JudgedRow& row, const TableColumn& column, const exchange::Cell& cell, bool& childIsFilled);
    void judgeStation(JudgedRow& row);
    void resolveReference(JudgedRow& row, const TableColumn& column, const exchange::Cell& cell);
    Uid unitNamed(JudgedRow& row, const QString& heading, const QString& name);
    Uid unitCoded(JudgedRow& row, const exchange::Cell& cell);
    void applyUnitCode(JudgedRow& row, const exchange::Cell& cell);
    /// Finds the instrument by unit, serial number and nozzle. `told`: what the finder columns say, by key.
    void findInstrument(JudgedRow& row, const QHash<QString, QString>& told, const exchange::Cell* unitCode);
    void takeInstrument(JudgedRow& row, const QHash<QString, QString>& told);
    void judgeRecord(JudgedRow& row, bool childIsFilled);
    void judgeIdentity(JudgedRow& row);
    void judgeWrite(JudgedRow& row);
    void noteSeveral(JudgedRow& row) const;
    void refuse(JudgedRow& row, const Error& error);

    const TableLayout& m_layout;
    const KnownRecords& m_known;
    const NameBook& m_names;
    QHash<QString, int> m_seen; ///< key → row that held it first
    const ImportOptions& m_options;
    const Actor& m_actor;
    const QDate m_today;
    QVector<NearMatch> m_nearMatches;
};

} // namespace chengheng::services
