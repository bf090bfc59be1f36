// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/letter.h"
#include "documents/letter_flow.h"

namespace chengheng::documents {

namespace {

constexpr double padding = 5.4 * unitsPerPoint;   ///< between a cell's rules and its text
constexpr double codeEdge = 56.7 * unitsPerPoint; ///< of a paper's code: 20 mm
constexpr double codeTop = 28 * unitsPerPoint;    ///< 10 mm from the page's upper edge
constexpr double numberPoints = 8;

/// A table row ready to be put on a page: its cells' lines and where its columns stand.
struct SetRow {
    struct Cell {
        QVector<FlowItem> items;
        double left = 0;
        double right = 0;
        bool continuesAbove = false;
        bool isCentred = false;
        bool isShaded = false;
        LetterRules rules;
        int rows = 1; ///< that it reaches over
    };
    QVector<Cell> cells;
    double height = 0;
};

class LetterSetter
{
public:
    explicit LetterSetter(const Letter& letter) : m_letter(letter)
    {
        m_paper.size = letter.page * unitsPerPoint;
        const QMarginsF margins = letter.margins * unitsPerPoint;
        const double width = qMax(m_paper.size.width() - margins.left() - margins.right(), padding * 4);
        const double height = qMax(m_paper.size.height() - margins.top() - margins.bottom(), padding * 4);
        m_body = QRectF(margins.left(), margins.top(), width, height);
        beginPage();
    }

    LaidPaper take()
    {
        for (qsizetype i = 0; i < m_letter.blocks.size(); ++i)
            std::visit([this, i](const auto& block) { set(block, i); }, m_letter.blocks.at(i));
        dropEmptyEnd();
        for (int i = 0; i < m_paper.pages.size(); ++i)
            addEdges(i);
        if (m_letter.mark)
            addMark(*m_letter.mark);
        return std::move(m_paper);
    }

private:
    double room() const { return m_body.bottom() - m_y; }
    bool isAtTop() const { return m_y <= m_body.top(); }
    Page& page() { return m_paper.pages.last(); }

    void beginPage()
    {
        m_paper.pages.append(Page());
        m_y = m_body.top();
    }

    /// What fits is kept up to a hair, so that 22 lines of exactly a page's height stand on it.
    bool fits(double height) const { return height <= room() + 1; }

    void set(const LetterPageBreak&, qsizetype) { beginPage(); }

    void set(const LetterParagraph& paragraph, qsizetype index)
    {
        const QVector<FlowItem> items = flowOf(paragraph, m_body.width());
        if ((paragraph.breaksPage || !fits(items.first().before + keptHeight(items, index))) && !isAtTop())
            beginPage();
        for (const FlowItem& item : items) {
            if (!fits(lineHeight(item)) && !isAtTop())
                beginPage();
            if (!isAtTop() || m_paper.pages.size() == 1)
                m_y += item.before;
            place(page(), item, QPointF(m_body.left(), m_y));
            m_y += item.height;
        }
    }

    /// A paragraph's blank below may reach over the page's end.
    static double lineHeight(const FlowItem& item)
    {
        return item.text ? qMin(item.text->height(), item.height) : item.height;
    }

    /// Of a paragraph's first line, of a heading with what must stand below it on the same page.
    double keptHeight(const QVector<FlowItem>& items, qsizetype index) const
    {
        constexpr qsizetype mostKept = 6;
        double height = 0;
        for (qsizetype i = index; i < qMin(m_letter.blocks.size(), index + mostKept); ++i) {
            const auto* paragraph = std::get_if<LetterParagraph>(&m_letter.blocks.at(i));
            if (!paragraph)
                return height;
            const QVector<FlowItem> kept = i == index ? items : flowOf(*paragraph, m_body.width());
            if (!paragraph->isKeptWithNext)
                return height + lineHeight(kept.first());
            height += heightOf(kept);
        }
        return height;
    }

    // Tables

    QVector<double> edgesOf(const LetterTable& table) const
    {
        double sum = 0;
        for (const double width : table.columns)
            sum += width * unitsPerPoint;
        const double scale = sum > m_body.width() || sum <= 0 ? m_body.width() / qMax(sum, 1.0) : 1;
        const double slack = m_body.width() - sum * scale;
        QVector<double> edges{m_body.left() + (table.isCentred ? slack / 2 : 0)};
        for (const double width : table.columns)
            edges.append(edges.last() + width * unitsPerPoint * scale);
        return edges;
    }

    static SetRow setRow(const LetterRow& row, const QVector<double>& edges)
    {
        SetRow set;
        set.height = row.least * unitsPerPoint;
        qsizetype column = 0;
        for (const LetterCell& cell : row.cells) {
            const qsizetype end = qMin<qsizetype>(column + cell.span, edges.size() - 1);
            if (column >= end)
                break;
            SetRow::Cell one;
            one.left = edges.at(column);
            one.right = edges.at(end);
            one.continuesAbove = cell.continuesAbove;
            one.isCentred = cell.isCentred;
            one.isShaded = cell.isShaded;
            one.rules = cell.rules;
            if (!cell.continuesAbove)
                one.items = flowOf(cell.paragraphs, one.right - one.left - 2 * padding);
            set.cells.append(one);
            column = end;
        }
        return set;
    }

    /// How far cells reach down, and heights in which all their lines find room.
    static void settleHeights(QVector<SetRow>& rows)
    {
        for (qsizetype at = 0; at < rows.size(); ++at)
            for (SetRow::Cell& cell : rows[at].cells) {
                while (at + cell.rows < rows.size() && isContinued(rows.at(at + cell.rows), cell.left))
                    ++cell.rows;
                if (cell.rows == 1)
                    rows[at].height = qMax(rows[at].height, heightOf(cell.items));
            }
        for (qsizetype at = 0; at < rows.size(); ++at)
            for (const SetRow::Cell& cell : std::as_const(rows[at].cells)) {
                double height = 0;
                for (int i = 0; i < cell.rows; ++i)
                    height += rows.at(at + i).height;
                rows[at + cell.rows - 1].height += qMax(0.0, heightOf(cell.items) - height);
            }
    }

    static bool isContinued(const SetRow& row, double left)
    {
        for (const SetRow::Cell& cell : row.cells)
            if (qAbs(cell.left - left) < 1)
                return cell.continuesAbove;
        return false;
    }

    void set(const LetterTable& table, qsizetype)
    {
        const QVector<double> edges = edgesOf(table);
        QVector<SetRow> rows;
        for (const LetterRow& row : table.rows)
            rows.append(setRow(row, edges));
        settleHeights(rows);
        qsizetype headings = 0;
        while (headings < table.rows.size() && table.rows.at(headings).isHeading)
            ++headings;
        if (headings == table.rows.size())
            headings = 0;
        m_headings = rows.mid(0, headings);
        for (qsizetype i = 0; i < rows.size(); ++i)
            placeRow(rows, i, headings);
        m_headings.clear();
    }

    double headingHeight() const
    {
        double height = 0;
        for (const SetRow& row : m_headings)
            height += row.height;
        return height;
    }

    /// Begins a page below the table's heading rows.
    void continueTable()
    {
        beginPage();
        if (headingHeight() > m_body.height() / 2)
            return;
        for (qsizetype i = 0; i < m_headings.size(); ++i)
            placeWhole(m_headings, i);
    }

    /// Of a row with those its merged cells reach into.
    static double groupHeight(const QVector<SetRow>& rows, qsizetype index)
    {
        qsizetype end = index + 1;
        double height = 0;
        for (qsizetype i = index; i < qMin(end, rows.size()); ++i) {
            height += rows.at(i).height;
            for (const SetRow::Cell& cell : rows.at(i).cells)
                end = qMax(end, i + cell.rows);
        }
        return height;
    }

    void placeRow(const QVector<SetRow>& rows, qsizetype index, qsizetype headings)
    {
        const double most = m_body.height() - headingHeight();
        const bool isTall = rows.at(index).height > most;
        const bool isHeading = index < headings;
        // The heading stands with the first row below it.
        double needed = groupHeight(rows, isHeading ? headings : index);
        needed = needed > most ? rows.at(index).height : needed;
        if (index == 0 && isHeading)
            needed = qMin(needed, most) + headingHeight();
        if (!fits(needed) && !isAtTop() && !isTall) {
            if (index == 0)
                beginPage();
            else if (!isHeading)
                continueTable();
        }
        if (isTall)
            placeInParts(rows.at(index));
        else
            placeWhole(rows, index);
    }

    void placeWhole(const QVector<SetRow>& rows, qsizetype index)
    {
        const SetRow& row = rows.at(index);
        for (const SetRow::Cell& cell : row.cells) {
            double height = 0;
            for (qsizetype i = index; i < index + cell.rows; ++i)
                height += rows.at(i).height;
            const double slack = cell.isCentred ? (height - heightOf(cell.items)) / 2 : 0;
            double y = m_y + qMax(0.0, slack);
            for (const FlowItem& item : cell.items) {
                y += item.before;
                place(page(), item, QPointF(cell.left + padding, y));
                y += item.height;
            }
        }
        const bool hasNext = index + 1 < rows.size() && fits(row.height + rows.at(index + 1).height);
        rule(row, row.height, hasNext ? &rows.at(index + 1) : nullptr);
        m_y += row.height;
    }

    /// A row taller than a page, line by line.
    void placeInParts(const SetRow& row)
    {
        QVector<qsizetype> next(row.cells.size(), 0);
        bool isMore = true;
        bool isFresh = isAtTop();
        while (isMore) {
            isMore = false;
            double lowest = 0;
            for (qsizetype i = 0; i < row.cells.size(); ++i) {
                const SetRow::Cell& cell = row.cells.at(i);
                double y = 0;
                while (next[i] < cell.items.size()
                       && (fits(y + cell.items.at(next[i]).height) || (y == 0 && isFresh))) {
                    place(page(), cell.items.at(next[i]), QPointF(cell.left + padding, m_y + y));
                    y += cell.items.at(next[i]++).height;
                }
                isMore = isMore || next[i] < cell.items.size();
                lowest = qMax(lowest, y);
            }
            if (lowest > 0)
                rule(row, lowest, nullptr);
            m_y += lowest;
            if (isMore)
                continueTable();
            isFresh = isMore;
        }
    }

    /// Lines around the cells of the row at m_y; merged cells have none where they meet. `next`: the row below
    /// it on the same page.
    void rule(const SetRow& row, double height, const SetRow* next)
    {
        for (const SetRow::Cell& cell : row.cells) {
            const QRectF box(cell.left, m_y, cell.right - cell.left, height);
            if (cell.isShaded)
                page().shades.append(box);
            if (cell.rules.top && (!cell.continuesAbove || isAtTop()))
                page().rules.append(QLineF(box.topLeft(), box.topRight()));
            if (cell.rules.left)
                page().rules.append(QLineF(box.topLeft(), box.bottomLeft()));
            if (cell.rules.right)
                page().rules.append(QLineF(box.topRight(), box.bottomRight()));
            if (cell.rules.bottom && (!next || !isContinued(*next, cell.left)))
                page().rules.append(QLineF(box.bottomLeft(), box.bottomRight()));
        }
    }

    // Headers, footers, the code

    const Letter::Edge& edgeOf(int index) const
    {
        if (index == 0 && m_letter.first)
            return *m_letter.first;
        return m_letter.hasEvenPages && index % 2 == 1 ? m_letter.even : m_letter.odd;
    }

    void addEdges(int index)
    {
        const PageNumber number{index + 1, int(m_paper.pages.size())};
        const Letter::Edge& edge = edgeOf(index);
        if (!edge.header.isEmpty())
            placeEdge(index, flowOf(edge.header, m_body.width(), number), m_letter.headerDistance * unitsPerPoint);
        if (edge.footer.isEmpty())
            return;
        const QVector<FlowItem> footer = flowOf(edge.footer, m_body.width(), number);
        placeEdge(index, footer, m_paper.size.height() - m_letter.footerDistance * unitsPerPoint - heightOf(footer));
    }

    void placeEdge(int index, const QVector<FlowItem>& items, double y)
    {
        for (const FlowItem& item : items) {
            y += item.before;
            place(m_paper.pages[index], item, QPointF(m_body.left(), y));
            y += item.height;
        }
    }

    void addMark(const PaperMark& mark)
    {
        Page& first = m_paper.pages.first();
        const double edge = qMin(codeEdge, m_body.top() - codeTop - numberPoints * 2 * unitsPerPoint);
        const QRectF area(m_body.right() - edge, codeTop, edge, edge);
        if (edge > 0)
            first.pictures.append({area, mark.code});
        const SetText number(mark.number, printedFont(numberPoints), m_body.width() / 2, Alignment::Right);
        const QPointF below(m_body.right() - m_body.width() / 2, codeTop + qMax(0.0, edge));
        for (int i = 0; i < number.lineCount(); ++i)
            first.lines.append({number, i, below + QPointF(0, number.pitch() * i)});
    }

    /// An empty paragraph after a last table begins no page.
    void dropEmptyEnd()
    {
        const Page& last = m_paper.pages.last();
        if (m_paper.pages.size() > 1 && last.lines.isEmpty() && last.rules.isEmpty() && last.pictures.isEmpty())
            m_paper.pages.removeLast();
    }

    const Letter& m_letter;
    LaidPaper m_paper;
    QRectF m_body;
    double m_y = 0;
    QVector<SetRow> m_headings;
};

} // namespace

LaidPaper layOut(const Letter& letter)
{
    return LetterSetter(letter).take();
}

} // namespace chengheng::documents
