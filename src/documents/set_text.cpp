// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/page_layout.h"

#include <QPainter>
#include <QTextOption>

namespace chengheng::documents {

namespace {

constexpr double linePitch = 1.45; ///< of the font's size

Qt::Alignment qtAlignment(Alignment alignment)
{
    switch (alignment) {
    case Alignment::Centre:
        return Qt::AlignHCenter;
    case Alignment::Right:
        return Qt::AlignRight;
    case Alignment::Left:
        break;
    }
    return Qt::AlignLeft;
}

/// Line ends of any kind as the separator that QTextLayout breaks at.
QString withSeparators(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    for (QChar& letter : text) {
        if (letter == QLatin1Char('\n') || letter == QLatin1Char('\r'))
            letter = QChar::LineSeparator;
        else if (letter.unicode() < 0x20)
            letter = QLatin1Char(' ');
    }
    return text;
}

} // namespace

SetText::SetText(const QString& text, const QFont& font, double width, Alignment alignment)
    : m_layout(std::make_shared<QTextLayout>(withSeparators(text), font)), m_fonts{font},
      m_pitch(font.pixelSize() * linePitch)
{
    QTextOption option(qtAlignment(alignment));
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, 0));
    }
    m_layout->endLayout();
}

SetText::SetText(const QString& text, const QVector<TextStretch>& stretches, double pitch)
    : m_layout(std::make_shared<QTextLayout>(text)), m_pitch(pitch)
{
    m_layout->setFormats(formatsOf(stretches));
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setFlags(QTextOption::IncludeTrailingSpaces); // underlined ones are places to write
    option.setUseDesignMetrics(true);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    m_layout->beginLayout();
    m_layout->createLine().setPosition(QPointF(0, 0));
    m_layout->endLayout();
    for (const TextStretch& stretch : stretches)
        m_fonts.append(stretch.font);
}

QList<QTextLayout::FormatRange> formatsOf(const QVector<TextStretch>& stretches)
{
    QList<QTextLayout::FormatRange> ranges;
    int from = 0;
    for (const TextStretch& stretch : stretches) {
        QTextCharFormat look;
        look.setFont(stretch.font);
        look.setFontUnderline(stretch.isUnderlined);
        ranges.append({from, stretch.length, look});
        from += stretch.length;
    }
    return ranges;
}

void SetText::drawLine(QPainter& painter, int line, QPointF topLeft) const
{
    const QTextLine set = m_layout->lineAt(line);
    const double slack = (m_pitch - set.height()) / 2;
    set.draw(&painter, topLeft + QPointF(0, slack));
}

std::pair<int, int> SetText::spanOf(int line) const
{
    const QTextLine set = m_layout->lineAt(line);
    return {set.textStart(), set.textStart() + set.textLength()};
}

QList<QGlyphRun> SetText::glyphsOf(int line, int from, int length) const
{
    return m_layout->lineAt(line).glyphRuns(from, length);
}

void paintPage(QPainter& painter, const Page& page)
{
    for (const QRectF& shade : page.shades)
        painter.fillRect(shade, QColor(0xef, 0xf2, 0xf5));
    for (const Page::Bar& bar : page.bars)
        painter.fillRect(bar.area, bar.colour);
    for (const Page::Picture& picture : page.pictures)
        painter.drawImage(picture.area, picture.picture.image());
    painter.setPen(QPen(QColor(0x60, 0x60, 0x60), 5));
    painter.drawLines(page.rules);
    painter.setPen(Qt::black);
    for (const Page::Line& line : page.lines)
        line.text.drawLine(painter, line.index, line.at);
}

} // namespace chengheng::documents
