// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/paper.h"
#include "rules/summary.h"

namespace chengheng::documents {

struct ListColumn {
    QString heading;
    Alignment alignment = Alignment::Left;
};

/// A register's column: numbers stand at the right.
ListColumn columnOf(const model::Field& field);
/// A computed table's column: at the right where all its cells that are not blank are figures (40, 96.4%, 1,200.00)
/// and its heading does not say that they number something (编号, 电话, 年度).
ListColumn columnOf(const QString& heading, const QStringList& cells);
/// Sums of the columns whose field adds up (model/sums.h), for PrintedList::totals; none where there is no such column.
QStringList totalsOf(const QVector<const model::Field*>& columns, const QVector<model::Record>& records);

/// A list as it stands on the screen: what is shown, in its order.
struct PrintedList {
    QString title;
    QString subtitle; ///< how it was filtered, e.g. "状态：超周期"; empty: whole
    QString campaign; ///< at the head of every page
    QDate asOf;
    QVector<ListColumn> columns;
    QVector<QStringList> rows; ///< a text for each column
    QStringList totals;        ///< below the last row after 合计, a text for each column; empty: none
};

/// Names of the records that columns refer to, by register and uid.
using RecordNames = QHash<QString, QHash<QString, QString>>;

/// A value as a paper prints it, a reference by its name.
QString printedText(const model::Field& field, const model::Value& value, const RecordNames& names);
/// Fields that may stand on a paper which leaves the office: no documents, nobody whom only the office knows.
bool isPrintable(const model::Field& field);
/// A register's records under some of its fields, with what adds up below them.
void addRecords(PrintedList& list, const QVector<const model::Field*>& columns, const QVector<model::Record>& records,
                const RecordNames& names);

/// The columns of a computed table stand as their cells ask for.
void alignFigures(PrintedList& list);

/// A computed table's columns and rows.
void addSummary(PrintedList& list, const QStringList& columns, const QVector<rules::SummaryRow>& rows);

/// The list as a ruled table with running numbers; columns are as wide as what stands in them, and a list
/// too wide for an upright page lies across. Heading, page x of y and 数据截至 stand on every page.
Paper listPaper(const PrintedList& list);

} // namespace chengheng::documents
