// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/letter_flow.h"

#include "documents/letter_fonts.h"

#include <QTextOption>

namespace chengheng::documents {

namespace {

constexpr double naturalPitch = 1.3;   ///< of a Chinese face's size
constexpr double widestGap = 0.3;      ///< that a line may get between two letters, of their size
constexpr double tabPoints = 21;       ///< two letters of 10.5 points
constexpr double tallestPicture = 600; ///< points, so that it fits on a page

/// A paragraph's letters with the run that each belongs to.
struct Letters {
    QString text;
    QVector<int> runOf;
};

QString textOf(const LetterRun& run, PageNumber number)
{
    if (run.field == LetterRun::Field::Page)
        return QString::number(number.page);
    if (run.field == LetterRun::Field::Pages)
        return QString::number(number.pages);
    return QString(run.text).replace(QLatin1Char('\n'), QChar::LineSeparator);
}

Letters lettersOf(const LetterParagraph& paragraph, PageNumber number)
{
    Letters letters;
    for (int i = 0; i < paragraph.runs.size(); ++i) {
        letters.text += textOf(paragraph.runs.at(i), number);
        letters.runOf.resize(letters.text.size(), i);
    }
    return letters;
}

/// May be set wider to fill a line: Han letters and their marks, but neither Latin words nor numbers.
bool isLoose(QChar letter)
{
    constexpr char16_t firstHan = 0x2E80;
    return letter.unicode() >= firstHan || letter == QLatin1Char(' ');
}

/// Stretches of one run and, for a line that is filled, of letters that are set wider.
QVector<TextStretch> stretchesOf(const LetterParagraph& paragraph, const Letters& letters, int from, int length,
                                 double extra)
{
    QVector<TextStretch> stretches;
    int last = from + length - 1;
    if (last > from && letters.text.at(last).isLowSurrogate())
        --last;
    for (int at = from; at < from + length;) {
        const int run = letters.runOf.at(at);
        const auto isWide = [&](int i) { return extra > 0 && i < last && isLoose(letters.text.at(i)); };
        int end = at + 1;
        while (end < from + length && letters.runOf.at(end) == run && isWide(end) == isWide(at))
            ++end;
        const LetterRun& look = paragraph.runs.at(run);
        stretches.append({end - at, letterFont(look, isWide(at) ? extra : 0), look.isUnderlined});
        at = end;
    }
    return stretches;
}

double pointsOf(const LetterParagraph& paragraph, const Letters& letters, int from, int length)
{
    double points = 0;
    for (int at = from; at < from + length; ++at)
        points = qMax(points, paragraph.runs.at(letters.runOf.at(at)).points);
    return points > 0 ? points : paragraph.markPoints;
}

double pitchOf(const LetterParagraph& paragraph, double points)
{
    const double natural = points * naturalPitch;
    switch (paragraph.pitchKind) {
    case LinePitch::Exact:
        return paragraph.pitch * unitsPerPoint;
    case LinePitch::AtLeast:
        return qMax(paragraph.pitch, natural) * unitsPerPoint;
    case LinePitch::Multiple:
        break;
    }
    return natural * paragraph.pitch * unitsPerPoint;
}

/// What each letter gets for a line to reach the right edge; nothing where it would be torn apart.
double extraFor(const Letters& letters, int from, int length, double slack, double points)
{
    int gaps = 0;
    for (int at = from; at < from + length - 1; ++at)
        gaps += isLoose(letters.text.at(at)) && !letters.text.at(at).isHighSurrogate() ? 1 : 0;
    const double extra = gaps > 0 ? slack / gaps : 0;
    return extra > 0 && extra <= widestGap * points * unitsPerPoint ? extra : 0;
}

class Breaker
{
public:
    Breaker(const LetterParagraph& paragraph, double width, PageNumber number)
        : m_paragraph(paragraph), m_letters(lettersOf(paragraph, number)), m_left(paragraph.left * unitsPerPoint),
          m_width(qMax(width - m_left - paragraph.right * unitsPerPoint, 10.0 * unitsPerPoint))
    {}

    QVector<FlowItem> lines()
    {
        if (m_letters.text.isEmpty()) {
            if (m_paragraph.pictures.isEmpty())
                m_items.append(blankLine());
            return m_items;
        }
        QTextLayout layout(m_letters.text);
        layout.setFormats(formatsOf(stretchesOf(m_paragraph, m_letters, 0, int(m_letters.text.size()), 0)));
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setUseDesignMetrics(true);
        option.setTabStopDistance(tabPoints * unitsPerPoint);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            const double indent = m_items.isEmpty() ? m_paragraph.firstLine * unitsPerPoint : 0;
            const double room = m_width - indent;
            line.setLineWidth(room);
            m_items.append(item(line, indent, room));
        }
        layout.endLayout();
        return m_items;
    }

private:
    FlowItem blankLine() const
    {
        FlowItem item;
        item.height = pitchOf(m_paragraph, m_paragraph.markPoints);
        return item;
    }

    /// Blanks at a line's end, but for underlined ones: they are places to write.
    bool isDropped(int at) const
    {
        const QChar letter = m_letters.text.at(at);
        const bool isBlank = letter == QLatin1Char(' ') && !m_paragraph.runs.at(m_letters.runOf.at(at)).isUnderlined;
        return isBlank || letter == QChar::LineSeparator;
    }

    FlowItem item(const QTextLine& line, double indent, double room) const
    {
        const int from = line.textStart();
        int length = line.textLength();
        const bool isLast =
            from + length >= m_letters.text.size() || m_letters.text.at(from + length - 1) == QChar::LineSeparator;
        while (length > 0 && isDropped(from + length - 1))
            --length;
        const double points = pointsOf(m_paragraph, m_letters, from, length);
        const double slack = room - line.naturalTextWidth();
        const double extra = m_paragraph.isJustified && !isLast ? extraFor(m_letters, from, length, slack, points) : 0;
        FlowItem item;
        item.height = pitchOf(m_paragraph, points);
        item.x = m_left + indent;
        if (length == 0)
            return item;
        item.text.emplace(m_letters.text.mid(from, length), stretchesOf(m_paragraph, m_letters, from, length, extra),
                          item.height);
        const double blank = room - item.text->width();
        if (m_paragraph.alignment == Alignment::Centre)
            item.x += blank / 2;
        else if (m_paragraph.alignment == Alignment::Right)
            item.x += blank;
        return item;
    }

    const LetterParagraph& m_paragraph;
    const Letters m_letters;
    const double m_left;
    const double m_width;
    QVector<FlowItem> m_items;
};

FlowItem pictureItem(const LetterPicture& picture, const LetterParagraph& paragraph, double width)
{
    FlowItem item;
    item.picture = picture.image;
    item.pictureSize = picture.size * unitsPerPoint;
    const QSizeF most(width, tallestPicture * unitsPerPoint);
    if (item.pictureSize.width() > most.width() || item.pictureSize.height() > most.height())
        item.pictureSize.scale(most, Qt::KeepAspectRatio);
    const double slack = width - item.pictureSize.width();
    if (paragraph.alignment == Alignment::Centre)
        item.x = slack / 2;
    else if (paragraph.alignment == Alignment::Right)
        item.x = slack;
    item.height = item.pictureSize.height();
    return item;
}

} // namespace

QVector<FlowItem> flowOf(const LetterParagraph& paragraph, double width, PageNumber number)
{
    QVector<FlowItem> items = Breaker(paragraph, width, number).lines();
    for (const LetterPicture& picture : paragraph.pictures)
        items.append(pictureItem(picture, paragraph, width));
    items.first().before += paragraph.before * unitsPerPoint;
    items.first().isFirst = true;
    items.last().height += paragraph.after * unitsPerPoint;
    return items;
}

QVector<FlowItem> flowOf(const QVector<LetterParagraph>& paragraphs, double width, PageNumber number)
{
    QVector<FlowItem> items;
    for (const LetterParagraph& paragraph : paragraphs)
        items += flowOf(paragraph, width, number);
    return items;
}

double heightOf(const QVector<FlowItem>& items)
{
    double height = 0;
    for (const FlowItem& item : items)
        height += item.before + item.height;
    return height;
}

void place(Page& page, const FlowItem& item, QPointF at)
{
    if (item.text)
        page.lines.append({*item.text, 0, at + QPointF(item.x, 0)});
    if (!item.picture.isNull())
        page.pictures.append({QRectF(at + QPointF(item.x, 0), item.pictureSize), item.picture});
}

} // namespace chengheng::documents
