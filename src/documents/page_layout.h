// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/paper.h"
#include "documents/printed_font.h"

#include <QGlyphRun>
#include <QImage>
#include <QRectF>
#include <QSizeF>
#include <QTextLayout>

#include <memory>
#include <utility>

class QPainter;

namespace chengheng::documents {

/// So many letters of a text in one look.
struct TextStretch {
    int length = 0;
    QFont font;
    bool isUnderlined = false;
};

/// The same as Qt's text layout takes it.
QList<QTextLayout::FormatRange> formatsOf(const QVector<TextStretch>& stretches);

/// Text broken into lines of one width, with an even line pitch.
class SetText
{
public:
    SetText(const QString& text, const QFont& font, double width, Alignment alignment = Alignment::Left);
    /// One line of several looks, never broken.
    SetText(const QString& text, const QVector<TextStretch>& stretches, double pitch);

    int lineCount() const { return m_layout->lineCount(); }
    double pitch() const { return m_pitch; }
    double height() const { return m_pitch * lineCount(); }
    QString text() const { return m_layout->text(); }
    /// Of the widest line.
    double width() const { return m_layout->maximumWidth(); }
    /// What it is set in, apart from letters a font lacks.
    const QVector<QFont>& fonts() const { return m_fonts; }
    /// Where a line begins in the text, and where it ends.
    std::pair<int, int> spanOf(int line) const;
    /// What is painted for a part of a line.
    QList<QGlyphRun> glyphsOf(int line, int from, int length) const;
    void drawLine(QPainter& painter, int line, QPointF topLeft) const;

private:
    std::shared_ptr<QTextLayout> m_layout;
    QVector<QFont> m_fonts;
    double m_pitch = 0;
};

/// One laid-out page: where each line of text, rule, shade and bar stands.
struct Page {
    struct Line {
        SetText text;
        int index = 0;
        QPointF at;
    };
    QVector<Line> lines;
    QVector<QLineF> rules;
    struct Bar {
        QRectF area;
        QColor colour;
    };
    QVector<QRectF> shades;
    QVector<Bar> bars;
    struct Picture {
        QRectF area;
        PrintedPicture picture;
    };
    QVector<Picture> pictures;
};

struct LaidPaper {
    QSizeF size; ///< of a page
    QVector<Page> pages;
};

/// Sets a paper on A4 pages, with header and footer. Needs a QGuiApplication for its fonts.
LaidPaper layOut(const Paper& paper);

void paintPage(QPainter& painter, const Page& page);

} // namespace chengheng::documents
