// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/list_paper.h"

#include "documents/paper_fields.h"
#include "model/sums.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ListPaper)
};

// Widths in half-width characters.
constexpr int narrowest = 4;
constexpr int widest = 36;         ///< longer texts break into lines
constexpr double besideText = 1.6; ///< between a cell's rules and its text
constexpr int uprightHolds = 92;   ///< of the smallest printed face on an upright A4 page

int widthOf(const QString& text)
{
    int width = 0;
    for (const QChar each : text)
        width += each.unicode() < 0x2E80 ? 1 : 2; // from here on Han and full-width signs
    return width;
}

struct Widths {
    int usual = 0;   ///< holds the texts of all but a tenth of the rows: one long remark widens no column
    int largest = 0; ///< holds them all
};

Widths widthsOfColumn(const PrintedList& list, int column)
{
    const int always = std::max(widthOf(list.columns[column].heading), widthOf(list.totals.value(column)));
    QVector<int> widths;
    widths.reserve(list.rows.size());
    for (const QStringList& row : list.rows)
        widths.append(widthOf(row.value(column)));
    std::sort(widths.begin(), widths.end());
    const int usual = widths.isEmpty() ? 0 : widths[(widths.size() - 1) * 9 / 10];
    const int largest = widths.isEmpty() ? 0 : widths.last();
    return {std::clamp(std::max(always, usual), narrowest, widest), std::max({always, largest, narrowest})};
}

/// The largest where an upright page holds them, else the usual.
QVector<int> widthsOfColumns(const PrintedList& list)
{
    QVector<int> usual;
    QVector<int> largest;
    for (int column = 0; column < list.columns.size(); ++column) {
        const Widths widths = widthsOfColumn(list, column);
        usual.append(widths.usual);
        largest.append(widths.largest);
    }
    return std::accumulate(largest.begin(), largest.end(), narrowest) <= uprightHolds ? largest : usual;
}

} // namespace

ListColumn columnOf(const model::Field& field)
{
    return {field.label, model::isNumber(field.type) ? Alignment::Right : Alignment::Left};
}

ListColumn columnOf(const QString& heading, const QStringList& cells)
{
    static const QRegularExpression figure(QStringLiteral("^[-−]?(0|[1-9][0-9]{0,2}(,?[0-9]{3})*)(\\.[0-9]+)?%?$"));
    static const QRegularExpression naming(QStringLiteral("号|电话|年度|年份|代码"));
    bool hasFigure = false;
    for (const QString& cell : cells) {
        if (cell.isEmpty())
            continue;
        if (!figure.match(cell).hasMatch())
            return {heading};
        hasFigure = true;
    }
    return {heading, hasFigure && !naming.match(heading).hasMatch() ? Alignment::Right : Alignment::Left};
}

QStringList totalsOf(const QVector<const model::Field*>& columns, const QVector<model::Record>& records)
{
    QStringList totals;
    bool hasSum = false;
    for (const model::Field* field : columns) {
        if (!model::addsUp(*field)) {
            totals << QString();
            continue;
        }
        qint64 sum = 0;
        for (const model::Record& record : records)
            sum += model::integerOf(record.value(field->key));
        totals << model::displayText(*field, model::Value(sum));
        hasSum = true;
    }
    return hasSum && !records.isEmpty() ? totals : QStringList();
}

QString printedText(const model::Field& field, const model::Value& value, const RecordNames& names)
{
    return field.refers.isEmpty() ? printedText(field, value) : names.value(field.refers).value(model::textOf(value));
}

bool isPrintable(const model::Field& field)
{
    if (field.type == model::FieldType::Document)
        return false;
    return field.refers.isEmpty() || !model::findKind(field.refers)->isConfidential;
}

void addRecords(PrintedList& list, const QVector<const model::Field*>& columns, const QVector<model::Record>& records,
                const RecordNames& names)
{
    for (const model::Field* field : columns)
        list.columns.append(columnOf(*field));
    for (const model::Record& record : records) {
        QStringList cells;
        for (const model::Field* field : columns)
            cells << printedText(*field, record.value(field->key), names);
        list.rows.append(cells);
    }
    list.totals = totalsOf(columns, records);
}

void alignFigures(PrintedList& list)
{
    for (qsizetype place = 0; place < list.columns.size(); ++place) {
        QStringList cells;
        for (const QStringList& row : std::as_const(list.rows))
            cells << row.value(place);
        list.columns[place] = columnOf(list.columns[place].heading, cells);
    }
}

void addSummary(PrintedList& list, const QStringList& columns, const QVector<rules::SummaryRow>& rows)
{
    for (const rules::SummaryRow& row : rows)
        list.rows.append(row.cells);
    for (const QString& heading : columns)
        list.columns.append({heading});
    alignFigures(list);
}

Paper listPaper(const PrintedList& list)
{
    Paper paper;
    paper.title = list.title;
    paper.subtitle = list.subtitle;
    paper.campaign = list.campaign;
    paper.asOf = list.asOf;
    TableBlock table{{{Text::tr("序号"), narrowest + besideText, Alignment::Right}}, {}};
    const QVector<int> widths = widthsOfColumns(list);
    for (int column = 0; column < list.columns.size(); ++column)
        table.columns.append(
            {list.columns[column].heading, widths[column] + besideText, list.columns[column].alignment});
    for (const QStringList& row : list.rows)
        table.rows.append(QStringList{QString::number(table.rows.size() + 1)} + row);
    if (!list.totals.isEmpty())
        table.totals = QStringList{Text::tr("合计")} + list.totals;
    paper.isLandscape = std::accumulate(widths.begin(), widths.end(), narrowest) > uprightHolds;
    paper.blocks.append(table);
    paper.blocks.append(Paragraph{Text::tr("共 %1 条。").arg(list.rows.size())});
    return paper;
}

} // namespace chengheng::documents
