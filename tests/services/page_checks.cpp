// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_checks.h"

#include <QMap>

namespace chengheng::test {

namespace {

using documents::Page;
using documents::unitsPerPoint;

constexpr double slack = 6; ///< layout units: six tenths of a point

struct Ink {
    QRectF area;
    QString text;
};

/// Where a line's letters stand; as high as they are without their pitch.
Ink inkOf(const Page::Line& line)
{
    const auto [from, to] = line.text.spanOf(line.index);
    QRectF glyphs;
    for (const QGlyphRun& run : line.text.glyphsOf(line.index, from, to - from))
        if (const QRectF box = run.boundingRect(); !box.isEmpty())
            glyphs |= box;
    const QString text = line.text.text().mid(from, to - from).trimmed();
    const double pitch = line.text.pitch();
    const double height = qMin(glyphs.height(), pitch * 0.7);
    return {QRectF(line.at.x() + glyphs.left(), line.at.y() + (pitch - height) / 2, glyphs.width(), height), text};
}

bool crosses(const QLineF& rule, const QRectF& ink)
{
    const QRectF core = ink.adjusted(slack, slack, -slack, -slack);
    const QRectF line = QRectF(rule.p1(), rule.p2()).normalized();
    return line.left() < core.right() && line.right() > core.left() && line.top() < core.bottom()
           && line.bottom() > core.top();
}

QStringList faultsOfPage(const Page& page, const QRectF& inside)
{
    QStringList faults;
    QVector<Ink> inks;
    for (const Page::Line& line : page.lines)
        if (const Ink ink = inkOf(line); !ink.text.isEmpty())
            inks.append(ink);
    for (const Page::Picture& picture : page.pictures)
        if (!inside.adjusted(-slack, -slack, slack, slack).contains(picture.area))
            faults << QStringLiteral("a picture stands outside");
    for (qsizetype i = 0; i < inks.size(); ++i) {
        const QRectF core = inks[i].area.adjusted(slack, slack, -slack, -slack);
        if (!inside.contains(core))
            faults << inks[i].text + QStringLiteral(": outside");
        for (qsizetype other = i + 1; other < inks.size(); ++other)
            if (core.intersects(inks[other].area.adjusted(slack, slack, -slack, -slack)))
                faults << inks[i].text + QStringLiteral(" lies over ") + inks[other].text;
        for (const Page::Picture& picture : page.pictures)
            if (core.intersects(picture.area))
                faults << inks[i].text + QStringLiteral(": over a picture");
        for (const QLineF& rule : page.rules)
            if (crosses(rule, inks[i].area))
                faults << inks[i].text + QStringLiteral(": a rule goes through it");
    }
    return faults;
}

/// Texts of which a line was set and another was not.
QStringList cutTexts(const documents::LaidPaper& paper)
{
    QMap<QPair<QString, int>, QVector<int>> printed; ///< how often each line of a text stands somewhere
    for (const Page& page : paper.pages)
        for (const Page::Line& line : page.lines) {
            QVector<int>& times = printed[{line.text.text(), line.text.lineCount()}];
            times.resize(line.text.lineCount());
            ++times[line.index];
        }
    QStringList cut;
    for (auto one = printed.cbegin(); one != printed.cend(); ++one)
        if (std::adjacent_find(one->begin(), one->end(), std::not_equal_to<>()) != one->end())
            cut << one.key().first + QStringLiteral(": not all its lines are printed");
    return cut;
}

} // namespace

QStringList faultsOfSetting(const documents::LaidPaper& paper, const QMarginsF& margins)
{
    const QRectF inside = QRectF(QPointF(), paper.size).marginsRemoved(margins * unitsPerPoint);
    QStringList faults = cutTexts(paper);
    for (qsizetype i = 0; i < paper.pages.size(); ++i)
        for (const QString& fault : faultsOfPage(paper.pages[i], inside))
            faults << QStringLiteral("page %1: %2").arg(i + 1).arg(fault);
    return faults;
}

} // namespace chengheng::test
