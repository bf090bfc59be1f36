// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/paper.h"

#include <QFont>
#include <QGlyphRun>
#include <QRectF>
#include <QSizeF>
#include <QTextLayout>

#include <memory>
#include <utility>

class QPainter;

namespace chengheng::documents {

/// Layout units: tenths of a point, so that the same layout holds on every paint device.
inline constexpr int unitsPerPoint = 10;

/// The program's printed face in a size of points. Its glyphs are never shaped: shaped Han text
/// could not be copied out of the paper again.
QFont printedFont(double points, bool isBold = false);

/// Text broken into lines of one width, with an even line pitch.
class SetText
{
public:
    SetText(const QString& text, const QFont& font, double width,
            Alignment alignment = Alignment::Left);

    int lineCount() const { return m_layout->lineCount(); }
    double pitch() const { return m_pitch; }
    double height() const { return m_pitch * lineCount(); }
    QString text() const { return m_layout->text(); }
    /// Where a line begins in the text, and where it ends.
    std::pair<int, int> spanOf(int line) const;
    /// What is painted for a part of a line.
    QList<QGlyphRun> glyphsOf(int line, int from, int length) const;
    void drawLine(QPainter& painter, int line, QPointF topLeft) const;

private:
    std::shared_ptr<QTextLayout> m_layout;
    double m_pitch = 0;
};

/// One laid-out page: where each line of text, rule, shade and bar stands.
struct Page
{
    struct Line
    {
        SetText text;
        int index = 0;
        QPointF at;
    };
    QVector<Line> lines;
    QVector<QLineF> rules;
    struct Bar
    {
        QRectF area;
        QColor colour;
    };
    QVector<QRectF> shades;
    QVector<Bar> bars;
};

struct LaidPaper
{
    QSizeF size; ///< of a page
    QVector<Page> pages;
};

/// Sets a paper on A4 pages, with header and footer. Needs a QGuiApplication for its fonts.
LaidPaper layOut(const Paper& paper);

void paintPage(QPainter& painter, const Page& page);

} // namespace chengheng::documents
