// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/page_layout.h"

namespace chengheng::documents {

/// Puts blocks one below the other and begins pages as they fill up.
class PageSetter
{
public:
    /// `body`: where blocks may stand on each page.
    PageSetter(QSizeF pageSize, QRectF body);

    void setTitle(const Paper& paper);
    void set(const Heading& heading);
    void set(const Paragraph& paragraph);
    void set(const KeyValues& keyValues);
    void set(const TableBlock& table);
    void set(const PageBreak&);
    void set(const Room& wanted);
    void set(const Signatures& signatures);
    void set(const TimeChart& chart);
    void set(const Grid& grid);
    void set(const BarChart& chart);
    void set(const Spines& spines);

    LaidPaper take() { return std::move(m_paper); }

private:
    /// A table row: its cells' texts and where its columns begin and end.
    struct Row {
        QVector<SetText> cells;
        QVector<double> edges; ///< one more than cells
        QVector<bool> shaded;
        int lineCount = 1;
        double pitch = 0;

        double heightOf(int lines) const;
    };

    Row makeRow(const QStringList& texts, const QVector<TableColumn>& columns, bool isBold = false) const;
    /// A chart's months over `area`, and its bars in the row that was placed last.
    void addMonths(const TimeChart& chart, const QRectF& area);
    void addBar(const TimeChart& chart, const TimeBar& bar, const QRectF& area);
    void placeSpine(const Spines::Spine& spine, const QRectF& area);
    void placeCell(const Grid& grid, const Grid::Cell& cell, const QRectF& area);
    QVector<double> edgesOf(const QVector<TableColumn>& columns) const;
    void placeRow(const Row& row, const Row* heading);
    void placeLines(const Row& row, int from, int count);
    void continueTable(const Row& heading);
    double continuedHeight(const Row& heading) const;
    SetText continuedSection() const;
    void placeText(const SetText& text, double indent, bool isKept = false);
    double room() const { return m_body.bottom() - m_y; }
    bool isAtTop() const { return m_y <= m_body.top(); }
    void beginPage();
    Page& page() { return m_paper.pages.last(); }

    LaidPaper m_paper;
    QRectF m_body;
    double m_y = 0;
    QString m_section; ///< the heading above the table being set
};

} // namespace chengheng::documents
