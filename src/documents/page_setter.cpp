// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/page_setter.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PrintedPaper)
};

constexpr double titlePoints = 18;
constexpr double coverPoints = 22;
constexpr double leastCoverPoints = 16;
constexpr double subtitlePoints = 11;
constexpr double headingPoints = 12.5;
constexpr double bodyPoints = 10.5;
constexpr double tablePoints = 9;
constexpr double padding = 3.5 * unitsPerPoint;     ///< between a cell's rules and its text
constexpr double gap = 7 * unitsPerPoint;           ///< between blocks
constexpr double stripeWidth = 3.2 * unitsPerPoint; ///< of colour, within a cell's padding

/// A cover's title breaks where it says so; a long one is set smaller.
SetText coverTitle(const QString& title, double width)
{
    double points = coverPoints;
    for (;;) {
        SetText set(title, printedFont(points, true), width, Alignment::Centre);
        if (points <= leastCoverPoints || set.lineCount() <= title.count(QLatin1Char('\n')) + 1)
            return set;
        points -= 1;
    }
}

} // namespace

PageSetter::PageSetter(QSizeF pageSize, QRectF body) : m_body(body)
{
    m_paper.size = pageSize;
    beginPage();
}

void PageSetter::beginPage()
{
    m_paper.pages.append(Page());
    m_y = m_body.top();
}

void PageSetter::setTitle(const Paper& paper)
{
    if (paper.isCover)
        m_y += m_body.height() * 0.12;
    placeText(paper.isCover ? coverTitle(paper.title, m_body.width())
                            : SetText(paper.title, printedFont(titlePoints, true), m_body.width(), Alignment::Centre),
              0);
    m_y += gap / 2;
    if (!paper.subtitle.isEmpty())
        placeText(SetText(paper.subtitle, printedFont(subtitlePoints), m_body.width(), Alignment::Centre), 0);
    m_y += paper.isCover ? m_body.height() * 0.08 : gap;
}

/// Lines below each other over as many pages as they need; `isKept` together where one page holds
/// them.
void PageSetter::placeText(const SetText& text, double indent, bool isKept)
{
    if (isKept && text.height() > room() && !isAtTop())
        beginPage();
    for (int i = 0; i < text.lineCount(); ++i) {
        if (text.pitch() > room() && !isAtTop())
            beginPage();
        page().lines.append({text, i, QPointF(m_body.left() + indent, m_y)});
        m_y += text.pitch();
    }
}

void PageSetter::set(const Heading& heading)
{
    const SetText text(heading.text, printedFont(headingPoints, true), m_body.width());
    const double withWhatFollows = text.height() + gap * 2 + 8 * tablePoints * unitsPerPoint;
    if (withWhatFollows > room() && !isAtTop())
        beginPage();
    if (!isAtTop())
        m_y += gap * 0.7;
    placeText(text, 0);
    m_y += gap * 0.6;
    m_section = heading.text;
}

void PageSetter::set(const Paragraph& paragraph)
{
    placeText(SetText(paragraph.text, printedFont(bodyPoints), m_body.width()), 0, paragraph.text.size() < 200);
    m_y += gap * 0.6;
}

void PageSetter::set(const PageBreak&)
{
    if (!isAtTop())
        beginPage();
}

void PageSetter::set(const Room& wanted)
{
    if (wanted.points * unitsPerPoint > room() && !isAtTop())
        beginPage();
}

void PageSetter::set(const Signatures& signatures)
{
    const QFont face = printedFont(bodyPoints);
    const double step = bodyPoints * unitsPerPoint * 2.8;
    if (step * double(signatures.roles.size()) + gap > room() && !isAtTop())
        beginPage();
    m_y += gap;
    for (const QString& role : signatures.roles) {
        const double column = m_body.width() / 2;
        const SetText who(Text::tr("%1：").arg(role), face, column);
        const SetText when(Text::tr("日期：　　　　年　　月　　日"), face, column);
        page().lines.append({who, 0, QPointF(m_body.left(), m_y)});
        page().lines.append({when, 0, QPointF(m_body.left() + column, m_y)});
        const double labelWidth = double(role.size() + 1) * bodyPoints * unitsPerPoint;
        const double base = m_y + who.pitch();
        page().rules.append(QLineF(m_body.left() + labelWidth, base, m_body.left() + column * 0.9, base));
        m_y += step;
    }
}

void PageSetter::set(const KeyValues& keyValues)
{
    const QVector<TableColumn> columns{{{}, 0.24, Alignment::Left}, {{}, 0.76, Alignment::Left}};
    for (const auto& [label, value] : keyValues.rows) {
        Row row = makeRow({label, value}, columns);
        row.shaded = {true, false};
        placeRow(row, nullptr);
    }
    m_y += gap;
}

void PageSetter::set(const TableBlock& table)
{
    QStringList headings;
    QVector<TableColumn> centred = table.columns;
    for (TableColumn& column : centred) {
        headings << column.heading;
        column.alignment = Alignment::Centre;
    }
    Row heading = makeRow(headings, centred, true);
    heading.shaded.fill(true);
    const double firstRow = heading.heightOf(heading.lineCount) + 3 * tablePoints * unitsPerPoint;
    if (firstRow > room() && !isAtTop())
        beginPage();
    placeLines(heading, 0, heading.lineCount);
    if (table.rows.isEmpty())
        placeRow(makeRow({Text::tr("（无）")}, {{{}, 1, Alignment::Centre}}), &heading);
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        const Row row = makeRow(table.rows[i], table.columns);
        placeRow(row, &heading);
        if (i < table.tones.size() && table.tonedColumn >= 0) {
            const double height = qMin(row.heightOf(row.lineCount), m_y - m_body.top());
            page().bars.append({{row.edges[table.tonedColumn + 1] - stripeWidth, m_y - height, stripeWidth, height},
                                fillOf(table.tones[i])});
        }
    }
    if (table.totals) {
        Row totals = makeRow(*table.totals, table.columns, true);
        totals.shaded.fill(true);
        placeRow(totals, &heading);
    }
    m_section.clear();
    m_y += gap;
}

QVector<double> PageSetter::edgesOf(const QVector<TableColumn>& columns) const
{
    double weights = 0;
    for (const TableColumn& column : columns)
        weights += column.weight;
    QVector<double> edges{m_body.left()};
    for (const TableColumn& column : columns)
        edges.append(edges.last() + m_body.width() * column.weight / weights);
    return edges;
}

PageSetter::Row PageSetter::makeRow(const QStringList& texts, const QVector<TableColumn>& columns, bool isBold) const
{
    const QFont face = printedFont(tablePoints, isBold);
    Row row;
    row.edges = edgesOf(columns);
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const double width = row.edges.at(i + 1) - row.edges.at(i) - 2 * padding;
        row.cells.append(SetText(texts.value(i), face, width, columns.at(i).alignment));
        row.lineCount = qMax(row.lineCount, row.cells.last().lineCount());
        row.pitch = row.cells.last().pitch();
    }
    row.shaded.fill(false, columns.size());
    return row;
}

double PageSetter::Row::heightOf(int lines) const
{
    return pitch * lines + 2 * padding;
}

SetText PageSetter::continuedSection() const
{
    const QString text = m_section.isEmpty() ? QString() : Text::tr("%1（续）").arg(m_section);
    return SetText(text, printedFont(bodyPoints, true), m_body.width());
}

/// The heading of a table that goes on overleaf, below the section's it stands in.
void PageSetter::continueTable(const Row& heading)
{
    if (!m_section.isEmpty()) {
        placeText(continuedSection(), 0);
        m_y += gap * 0.6;
    }
    placeLines(heading, 0, heading.lineCount);
}

double PageSetter::continuedHeight(const Row& heading) const
{
    const double section = m_section.isEmpty() ? 0 : continuedSection().height() + gap * 0.6;
    return section + heading.heightOf(heading.lineCount);
}

/// A row goes whole onto a page; only one taller than a page is cut between its lines.
void PageSetter::placeRow(const Row& row, const Row* heading)
{
    const double headingHeight = heading ? continuedHeight(*heading) : 0;
    const bool fitsOnePage = row.heightOf(row.lineCount) <= m_body.height() - headingHeight;
    bool isFreshPage = isAtTop();
    for (int from = 0; from < row.lineCount;) {
        const int rest = row.lineCount - from;
        const int fitting = qMin(rest, int((room() - 2 * padding) / row.pitch));
        if (!isFreshPage && fitting < rest && (fitsOnePage || fitting < 1)) {
            beginPage();
            if (heading)
                continueTable(*heading);
            isFreshPage = true;
            continue;
        }
        const int count = qMax(fitting, 1);
        placeLines(row, from, count);
        from += count;
        isFreshPage = false;
    }
}

void PageSetter::placeLines(const Row& row, int from, int count)
{
    const double height = row.heightOf(count);
    for (qsizetype i = 0; i < row.cells.size(); ++i) {
        const SetText& text = row.cells.at(i);
        const QRectF cell(row.edges.at(i), m_y, row.edges.at(i + 1) - row.edges.at(i), height);
        if (row.shaded.at(i))
            page().shades.append(cell);
        page().rules.append(QLineF(cell.topLeft(), cell.bottomLeft()));
        for (int line = from; line < qMin(from + count, text.lineCount()); ++line) {
            const double top = cell.top() + padding + row.pitch * (line - from);
            page().lines.append({text, line, QPointF(cell.left() + padding, top)});
        }
    }
    const QRectF whole(row.edges.first(), m_y, row.edges.last() - row.edges.first(), height);
    page().rules.append(QLineF(whole.topLeft(), whole.topRight()));
    page().rules.append(QLineF(whole.bottomLeft(), whole.bottomRight()));
    page().rules.append(QLineF(whole.topRight(), whole.bottomRight()));
    m_y += height;
}

} // namespace chengheng::documents
