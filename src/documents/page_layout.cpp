// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/page_layout.h"

#include "base/dates.h"
#include "documents/page_setter.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PrintedPaper)
};

constexpr double marginPoints = 48;
constexpr double smallPoints = 8.5;
constexpr double markShare = 0.35; ///< of the head line's width
const QSizeF a4(595.3 * unitsPerPoint, 841.9 * unitsPerPoint);

/// The line at the head of every page: campaign to the left, mark to the right, a rule below.
struct HeadLine {
    SetText campaign;
    SetText mark;
    double height = 0;

    HeadLine(const Paper& paper, double width)
        : campaign(paper.campaign, printedFont(smallPoints), width * (1 - markShare)),
          mark(paper.mark, printedFont(smallPoints, true), width * markShare, Alignment::Right),
          height(qMax(campaign.height(), mark.height()) + 4 * unitsPerPoint)
    {}
};

void addLines(Page& page, const SetText& text, QPointF at)
{
    for (int i = 0; i < text.lineCount(); ++i)
        page.lines.append({text, i, at + QPointF(0, text.pitch() * i)});
}

void addFoot(Page& page, const Paper& paper, QRectF foot, qsizetype number, qsizetype count)
{
    const QFont face = printedFont(smallPoints);
    if (paper.asOf.isValid())
        addLines(page, SetText(Text::tr("数据截至 %1").arg(paperDate(paper.asOf)), face, foot.width() / 2),
                 foot.topLeft());
    addLines(page,
             SetText(Text::tr("第 %1 页 共 %2 页").arg(number).arg(count), face, foot.width() / 2, Alignment::Right),
             foot.topLeft() + QPointF(foot.width() / 2, 0));
}

LaidPaper layOutBare(const Paper& paper, QSizeF size)
{
    PageSetter setter(size, QRectF(QPointF(), size));
    for (const Block& block : paper.blocks)
        std::visit([&setter](const auto& one) { setter.set(one); }, block);
    return setter.take();
}

} // namespace

LaidPaper layOut(const Paper& paper)
{
    const QSizeF size = paper.isLandscape ? a4.transposed() : a4;
    if (paper.isBare)
        return layOutBare(paper, size);
    const double margin = marginPoints * unitsPerPoint;
    const QRectF inside(margin, margin, size.width() - 2 * margin, size.height() - 2 * margin);
    const HeadLine head(paper, inside.width());
    const double footHeight = smallPoints * 2.2 * unitsPerPoint;
    const double space = 10 * unitsPerPoint;
    PageSetter setter(size, inside.adjusted(0, head.height + space, 0, -footHeight - space / 2));
    setter.setTitle(paper);
    for (const Block& block : paper.blocks)
        std::visit([&setter](const auto& one) { setter.set(one); }, block);
    LaidPaper laid = setter.take();
    for (qsizetype i = 0; i < laid.pages.size(); ++i) {
        Page& page = laid.pages[i];
        addLines(page, head.campaign, inside.topLeft());
        addLines(page, head.mark, inside.topLeft() + QPointF(inside.width() * (1 - markShare), 0));
        const QPointF below = inside.topLeft() + QPointF(0, head.height);
        page.rules.append(QLineF(below, below + QPointF(inside.width(), 0)));
        const QRectF foot(inside.left(), inside.bottom() - footHeight, inside.width(), footHeight);
        addFoot(page, paper, foot, paper.pagesBefore + i + 1,
                paper.pagesInAll > 0 ? paper.pagesInAll : laid.pages.size());
    }
    return laid;
}

} // namespace chengheng::documents
