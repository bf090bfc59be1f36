// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/page_setter.h"

namespace chengheng::documents {

namespace {

constexpr double unitsPerMillimetre = 72 / 25.4 * unitsPerPoint;
constexpr double height = 225 * unitsPerMillimetre; ///< what an upright A4 page has room for; a box is 310 mm high
constexpr double labelPoints = 7;
constexpr double largestValue = 12;
constexpr double largestTitle = 16;
constexpr double smallest = 6;
constexpr double inset = 1.5 * unitsPerMillimetre; ///< between the strip's edge and its text

/// A text in the largest letters with which it is no wider than the strip.
SetText acrossStrip(const QString& text, double width)
{
    double points = largestValue;
    SetText set(text, printedFont(points, true), width, Alignment::Centre);
    while (set.lineCount() > text.count(QLatin1Char('\n')) + 1 && points > smallest)
        set = SetText(text, printedFont(--points, true), width, Alignment::Centre);
    return set;
}

/// One letter below the other; numbers stay together, as they are read.
QString downwards(const QString& text)
{
    QString down;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size();
        const bool joins = i > 0 && text[i].isDigit() && text[i - 1].isDigit();
        if (i > 0 && !joins)
            down += QLatin1Char('\n');
        down += text[i];
        if (isPair)
            down += text[++i];
    }
    return down;
}

SetText downStrip(const QString& text, QSizeF room)
{
    const QString letters = downwards(text);
    for (double points = largestTitle;; points -= 1) {
        SetText set(letters, printedFont(points, true), room.width(), Alignment::Centre);
        if (set.height() <= room.height() || points <= smallest)
            return set;
    }
}

} // namespace

void PageSetter::set(const Spines& spines)
{
    const double gap = 6 * unitsPerMillimetre;
    double x = m_body.left();
    for (const Spines::Spine& spine : spines.spines) {
        const double width = spine.millimetres * unitsPerMillimetre;
        if (x > m_body.left() && x + width > m_body.right()) {
            x = m_body.left();
            m_y += height + gap;
        }
        if (height > room() && !isAtTop())
            beginPage();
        placeSpine(spine, {x, m_y, width, qMin(height, room())});
        x += width + gap;
    }
    m_y += height;
}

/// The fields stand at the foot of the strip, the title fills the room above them.
void PageSetter::placeSpine(const Spines::Spine& spine, const QRectF& area)
{
    for (const QLineF& edge :
         {QLineF(area.topLeft(), area.topRight()), QLineF(area.topRight(), area.bottomRight()),
          QLineF(area.bottomRight(), area.bottomLeft()), QLineF(area.bottomLeft(), area.topLeft())})
        page().rules.append(edge);
    const double width = area.width() - 2 * inset;
    const auto place = [&](const SetText& text, double y) {
        for (int line = 0; line < text.lineCount(); ++line)
            page().lines.append({text, line, {area.left() + inset, y + text.pitch() * line}});
    };
    double bottom = area.bottom();
    for (auto field = spine.fields.crbegin(); field != spine.fields.crend(); ++field) {
        const SetText label(field->first, printedFont(labelPoints), width, Alignment::Centre);
        const SetText value = acrossStrip(field->second, width);
        const double top = bottom - label.height() - value.height() - inset;
        page().rules.append(QLineF(area.left(), top, area.right(), top));
        place(label, top + inset / 2);
        place(value, top + inset / 2 + label.height());
        bottom = top;
    }
    const QSizeF above(width, bottom - area.top() - 2 * inset);
    const SetText title = downStrip(spine.title, above);
    place(title, area.top() + inset + qMax(0.0, (above.height() - title.height()) / 2));
}

} // namespace chengheng::documents
