// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

namespace chengheng::services {

/// One column of a register's table, in and out. Most are fields of the record itself; a ledger's row
/// also carries the latest verification, and the unit's code to find the unit by. What belongs to an
/// instrument has columns that find it: its unit, name, serial number and nozzle.
struct TableColumn {
    enum class Source { Own, Child, Finder, UnitCode, RowNumber };
    Source source = Source::Own;
    QString heading;
    QStringList synonyms;
    bool isRequired = false;
    int fieldIndex = -1; ///< in the record's, the child's or the finder's kind
};

/// The columns of a kind's tables, in their printed order.
struct TableLayout {
    const model::RecordKind* kind = nullptr;
    const model::RecordKind* childKind = nullptr;  ///< verification for instruments, else none
    const model::RecordKind* finderKind = nullptr; ///< instrument for what belongs to one, else none
    QVector<TableColumn> columns;

    const model::Field* fieldOf(const TableColumn& column) const; ///< nullptr for unit code and row number
    const TableColumn* columnOf(const QString& fieldKey) const;   ///< own and child fields
    const TableColumn* finderOf(const QString& fieldKey) const;
};

TableLayout tableLayout(const model::RecordKind& kind);

} // namespace chengheng::services
