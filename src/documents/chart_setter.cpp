// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/page_setter.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <cmath>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TimeChart)
};

constexpr double wordPoints = 8.5;
constexpr double gap = 7 * unitsPerPoint; ///< below the chart, as below every block
constexpr double bandInset = 2 * unitsPerPoint;
constexpr double barInset = 4.5 * unitsPerPoint;
constexpr double hair = 0.5 * unitsPerPoint;
constexpr double dayWidth = 1.2 * unitsPerPoint;
constexpr double leastMonth = 30 * unitsPerPoint; ///< what the name of a month takes

double xOf(const TimeChart& chart, QDate day, const QRectF& area)
{
    return area.left() + area.width() * chart.at(day);
}

QRectF between(const TimeChart& chart, QDate from, QDate to, const QRectF& area)
{
    const double left = xOf(chart, from, area);
    return {left, area.top(), xOf(chart, to.addDays(1), area) - left, area.height()};
}

/// A text of one line, and how wide it is.
struct Word {
    SetText text;
    double width = 0;

    explicit Word(const QString& said, double most)
        : text(said, printedFont(wordPoints), most),
          width(QFontMetricsF(printedFont(wordPoints)).horizontalAdvance(said))
    {}
};

} // namespace

void PageSetter::set(const TimeChart& chart)
{
    const QVector<TableColumn> columns{{Text::tr("阶段和节点"), 0.3}, {Text::tr("状态"), 0.1}, {{}, 0.6}};
    Row heading = makeRow({columns[0].heading, columns[1].heading, {}}, columns, true);
    heading.shaded.fill(true);
    const double left = heading.edges[2];
    const double width = heading.edges[3] - left;
    const double headHeight = heading.heightOf(heading.lineCount);
    if (headHeight * 3 > room() && !isAtTop())
        beginPage();
    const auto nameMonths = [&] { addMonths(chart, {left, m_y - headHeight, width, headHeight}); };
    placeLines(heading, 0, heading.lineCount);
    nameMonths();
    for (const TimeBar& bar : chart.bars) {
        const Row row =
            makeRow({bar.isBand() ? bar.label : Text::tr("　%1").arg(bar.label), bar.state, {}}, columns, bar.isBand());
        const double height = row.heightOf(row.lineCount);
        const qsizetype pages = m_paper.pages.size();
        placeRow(row, &heading);
        if (m_paper.pages.size() > pages)
            addMonths(chart, {left, m_body.top(), width, headHeight});
        addBar(chart, bar, {left, m_y - height, width, height});
    }
    m_y += gap;
}

void PageSetter::addMonths(const TimeChart& chart, const QRectF& area)
{
    const QVector<QDate> months = chart.months();
    const double each = area.width() / double(qMax<qsizetype>(1, months.size()));
    const int step = qMax(1, int(std::ceil(leastMonth / each)));
    for (qsizetype i = 0; i < months.size(); i += step) {
        const double x = xOf(chart, months[i], area);
        Word name(monthLabel(chart, months[i]), area.width());
        if (name.width + 8 * hair > each * step)
            name = Word(monthLabel(chart, months[i], true), area.width());
        page().lines.append({name.text, 0, {x + hair * 4, area.top() + (area.height() - name.text.pitch()) / 2}});
        page().bars.append({{x, area.top(), hair, area.height()}, fillOf(Tone::Quiet)});
    }
}

void PageSetter::addBar(const TimeChart& chart, const TimeBar& bar, const QRectF& area)
{
    for (const QDate month : chart.months())
        page().bars.append({{xOf(chart, month, area), area.top(), hair, area.height()}, fillOf(Tone::Band)});
    const double inset = bar.isBand() ? bandInset : barInset;
    const QRectF lane = area.adjusted(0, inset, 0, -inset);
    QRectF drawn;
    if (bar.from.isValid() && bar.to.isValid()) {
        drawn = between(chart, bar.from, bar.to, lane);
        page().bars.append({drawn, fillOf(bar.tone)});
    }
    if (bar.lateUntil.isValid()) {
        const QRectF late = between(chart, bar.to.addDays(1), bar.lateUntil, lane);
        page().bars.append({late, fillOf(Tone::Fault)});
        drawn = drawn.united(late);
    }
    page().bars.append(
        {{xOf(chart, chart.day, area) - dayWidth / 2, area.top(), dayWidth, area.height()}, fillOf(Tone::Fault)});
    const auto write = [&](const Word& word, double x) {
        page().lines.append({word.text, 0, {x, area.center().y() - word.text.pitch() / 2}});
    };
    if (bar.doneOn.isValid()) {
        const Word mark(QStringLiteral("●"), area.width());
        const double x = qMax(area.left(), xOf(chart, bar.doneOn, area) - mark.width / 2);
        write(mark, x);
        drawn = drawn.united({x, lane.top(), mark.width, lane.height()});
    }
    if (bar.word.isEmpty())
        return;
    const Word word(bar.word, area.width());
    const bool fitsRight = drawn.right() + word.width + 4 * hair <= area.right();
    write(word, fitsRight ? drawn.right() + 4 * hair : drawn.left() - word.width - 4 * hair);
}

} // namespace chengheng::documents
