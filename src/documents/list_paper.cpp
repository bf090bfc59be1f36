// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/list_paper.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::documents {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ListPaper)
};

// Widths in half-width characters.
constexpr int narrowest = 4;
constexpr int widest = 36;       ///< longer texts break into lines
constexpr int uprightHolds = 92; ///< of the smallest printed face on an upright A4 page

int widthOf(const QString& text)
{
    int width = 0;
    for (const QChar each : text)
        width += each.unicode() < 0x2E80 ? 1 : 2; // from here on Han and full-width signs
    return width;
}

/// As wide as the texts that all but a tenth of the rows hold: one long remark widens no column.
int widthOfColumn(const PrintedList& list, int column)
{
    QVector<int> widths;
    widths.reserve(list.rows.size());
    for (const QStringList& row : list.rows)
        widths.append(widthOf(row.value(column)));
    int usual = 0;
    if (!widths.isEmpty()) {
        const auto ninth = widths.begin() + (widths.size() - 1) * 9 / 10;
        std::nth_element(widths.begin(), ninth, widths.end());
        usual = *ninth;
    }
    usual = std::max({usual, widthOf(list.columns[column].heading), widthOf(list.totals.value(column))});
    return std::clamp(usual, narrowest, widest);
}

} // namespace

Paper listPaper(const PrintedList& list)
{
    Paper paper;
    paper.title = list.title;
    paper.subtitle = list.subtitle;
    paper.campaign = list.campaign;
    paper.asOf = list.asOf;
    TableBlock table{{{Text::tr("序号"), narrowest, Alignment::Right}}, {}};
    int width = narrowest;
    for (int column = 0; column < list.columns.size(); ++column) {
        const int wide = widthOfColumn(list, column);
        table.columns.append({list.columns[column].heading, double(wide), list.columns[column].alignment});
        width += wide;
    }
    for (const QStringList& row : list.rows)
        table.rows.append(QStringList{QString::number(table.rows.size() + 1)} + row);
    if (!list.totals.isEmpty())
        table.totals = QStringList{QString()} + list.totals;
    paper.isLandscape = width > uprightHolds;
    paper.blocks.append(table);
    paper.blocks.append(Paragraph{Text::tr("共 %1 条。").arg(list.rows.size())});
    return paper;
}

} // namespace chengheng::documents
