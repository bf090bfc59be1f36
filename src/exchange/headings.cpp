// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/headings.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace chengheng::exchange {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Headings)
};

constexpr qsizetype searchedRows = 20;

using KeysByHeading = QHash<QString, QString>;

/// Fixed headings win over synonyms of other columns.
KeysByHeading keysByHeading(const QVector<ColumnSpec>& columns)
{
    KeysByHeading keys;
    for (const ColumnSpec& column : columns)
        keys.insert(foldHeading(column.heading), column.key);
    for (const ColumnSpec& column : columns) {
        for (const QString& synonym : column.synonyms) {
            const QString folded = foldHeading(synonym);
            if (!keys.contains(folded))
                keys.insert(folded, column.key);
        }
    }
    return keys;
}

qsizetype matches(const QVector<Cell>& row, const KeysByHeading& keys)
{
    QSet<QString> found;
    for (const Cell& cell : row) {
        if (const auto key = keys.constFind(foldHeading(cell.text)); key != keys.cend())
            found.insert(*key);
    }
    return found.size();
}

/// Index of the row that names most columns, -1 where none names enough to be a heading row.
qsizetype headingIndex(const Table& table, const KeysByHeading& keys, qsizetype wanted)
{
    qsizetype best = -1;
    qsizetype most = std::min(wanted, qsizetype(2)) - 1;
    for (qsizetype row = 0; row < std::min(searchedRows, table.rows.size()); ++row) {
        const qsizetype count = matches(table.rows[row], keys);
        if (count > most) {
            most = count;
            best = row;
        }
    }
    return best;
}

QString place(int column, const QString& heading)
{
    return Text::tr("%1 列“%2”").arg(columnLetters(column), heading.simplified());
}

/// Fills columns and unknown; the error of two columns with one meaning.
Result<void> assignColumns(const QVector<Cell>& row, const KeysByHeading& keys, Headings& headings)
{
    for (int column = 0; column < int(row.size()); ++column) {
        const QString& text = row[column].text;
        const QString folded = foldHeading(text);
        if (folded.isEmpty())
            continue;
        const auto key = keys.constFind(folded);
        if (key == keys.cend()) {
            headings.unknown.append({column, text.simplified()});
            continue;
        }
        if (const auto first = headings.columns.constFind(*key); first != headings.columns.cend())
            return fail(ErrorKind::Invalid, "duplicate_heading",
                        Text::tr("第 %1 行的%2和%3是同一项内容，不能确定用哪一列。请删去或改名其中一列后再导入。")
                            .arg(headings.headingRow)
                            .arg(place(*first, row[*first].text), place(column, text)),
                        QString::number(headings.headingRow));
        headings.columns.insert(*key, column);
    }
    return {};
}

bool isTotalRow(const QVector<Cell>& row)
{
    static const QRegularExpression total(
        QStringLiteral("^(本页|本表|以上)?(合计|总计|小计|共计)([^\\p{Han}].*|共.*)?$"),
        QRegularExpression::UseUnicodePropertiesOption);
    const auto filled = std::find_if(row.cbegin(), row.cend(), [](const Cell& cell) { return !cell.isBlank(); });
    return filled != row.cend() && filled->text.contains(QChar(u'计'))
           && total.match(foldName(filled->text)).hasMatch();
}

void sortRows(const Table& table, Headings& headings)
{
    for (qsizetype row = headings.headingIndex + 1; row < table.rows.size(); ++row) {
        if (table.isBlankRow(row))
            continue;
        (isTotalRow(table.rows[row]) ? headings.totalRows : headings.dataRows).append(row);
    }
}

} // namespace

QString foldHeading(const QString& heading)
{
    static const QRegularExpression unimportant(QStringLiteral("[()\\[\\]{}<>*]|:$"));
    return foldName(heading).remove(unimportant);
}

Result<Headings> findHeadings(const Table& table, const QVector<ColumnSpec>& columns)
{
    const KeysByHeading keys = keysByHeading(columns);
    Headings headings;
    headings.headingIndex = headingIndex(table, keys, columns.size());
    if (headings.headingIndex < 0)
        return fail(ErrorKind::Invalid, "no_heading_row",
                    Text::tr("前 %1 行里找不到表头。请先导出空表，把数据填到空表里再导入。").arg(searchedRows));
    headings.headingRow = table.rowNumber(headings.headingIndex);
    const auto assigned = assignColumns(table.rows[headings.headingIndex], keys, headings);
    if (!assigned)
        return fail(assigned.error());
    for (const ColumnSpec& column : columns) {
        if (column.required && !headings.columns.contains(column.key))
            headings.missingRequired << column.heading;
    }
    sortRows(table, headings);
    return headings;
}

Result<Headings> requireHeadings(const Table& table, const QVector<ColumnSpec>& columns)
{
    auto headings = findHeadings(table, columns);
    if (headings && !headings->missingRequired.isEmpty())
        return fail(ErrorKind::Invalid, "missing_heading",
                    Text::tr("第 %1 行的表头缺少必需的列：%2。请补上这些列后再导入。")
                        .arg(headings->headingRow)
                        .arg(headings->missingRequired.join(Text::tr("、"))),
                    QString::number(headings->headingRow));
    return headings;
}

} // namespace chengheng::exchange
