// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf_tools.h"

#include "documents/page_layout.h"
#include "documents/schedule_paper.h"

#include <algorithm>

using namespace chengheng;
using namespace chengheng::documents;
using namespace chengheng::test;
using rules::MilestoneState;

namespace {

rules::MilestoneStanding milestone(const char* key, MilestoneState state, const char* startBy, const char* to,
                                   const char* doneOn = "")
{
    rules::MilestoneStanding made;
    made.key = QString::fromLatin1(key);
    made.title = QStringLiteral("虚构节点") + made.key;
    made.from = day("2024-03-01");
    made.startBy = day(startBy);
    made.to = day(to);
    made.state = state;
    made.doneOn = day(doneOn);
    made.isLate = made.doneOn > made.to;
    return made;
}

QVector<rules::PhaseStanding> phases(int further = 0)
{
    rules::PhaseStanding phase{
        QStringLiteral("p"), QStringLiteral("虚构阶段"), day("2024-03-01"), day("2024-10-31"), {}};
    phase.milestones = {milestone("early", MilestoneState::Done, "2024-02-20", "2024-04-30", "2024-02-10"),
                        milestone("late", MilestoneState::Done, "2024-04-10", "2024-04-30", "2024-05-09"),
                        milestone("missed", MilestoneState::Missed, "2024-06-01", "2024-08-31"),
                        milestone("risky", MilestoneState::AtRisk, "2024-09-01", "2024-10-31"),
                        milestone("ahead", MilestoneState::NotYetDue, "2025-01-05", "2025-01-31")};
    for (int i = 0; i < further; ++i)
        phase.milestones.append(milestone("more", MilestoneState::Due, "2024-09-01", "2024-10-31"));
    return {phase};
}

const TimeBar& barOf(const TimeChart& chart, const char* key)
{
    const auto found = std::find_if(chart.bars.begin(), chart.bars.end(),
                                    [&](const TimeBar& bar) { return bar.key == QLatin1String(key); });
    REQUIRE(found != chart.bars.end());
    return *found;
}

QStringList textsOf(const Page& page)
{
    QStringList texts;
    for (const Page::Line& line : page.lines)
        texts << line.text.text();
    return texts;
}

} // namespace

TEST_CASE("A time chart spans whole months around all it draws, and places days evenly", "[documents]")
{
    const TimeChart chart = scheduleChart(phases(), day("2024-09-30"));
    CHECK(chart.from == day("2024-02-01")); // the first one was done before any began
    CHECK(chart.to == day("2025-02-01"));
    CHECK(chart.months().size() == 12);
    CHECK(chart.at(chart.from) == Approx(0));
    CHECK(chart.at(chart.to) == Approx(1));
    CHECK(chart.at(day("2024-08-02")) == Approx(0.5)); // 183 of 366 days
    CHECK(monthLabel(chart, day("2024-02-01")) == QStringLiteral("2024年2月"));
    CHECK(monthLabel(chart, day("2024-03-01")) == QStringLiteral("3月"));
    CHECK(monthLabel(chart, day("2025-01-01")) == QStringLiteral("2025年1月"));
    CHECK(monthLabel(chart, day("2025-01-01"), true) == QStringLiteral("2025年"));
}

TEST_CASE("Bars run from the last day to begin to the deadline, and say in a word what is late", "[documents][PLAN-4]")
{
    const TimeChart chart = scheduleChart(phases(), day("2024-09-30"));
    REQUIRE(chart.bars.size() == 6);
    CHECK(chart.bars[0].isBand());
    CHECK(chart.bars[0].tone == Tone::RunningBand);
    CHECK(chart.bars[0].state == QStringLiteral("完成 2/5"));
    const struct {
        const char* key;
        const char* from;
        const char* lateUntil;
        const char* word;
        Tone tone;
    } cases[] = {{"early", "2024-02-20", "", "", Tone::Well},
                 {"late", "2024-04-10", "2024-05-09", "迟 9 天", Tone::Well},
                 {"missed", "2024-06-01", "2024-09-30", "逾期 30 天", Tone::Warning},
                 {"risky", "2024-09-01", "", "有风险", Tone::Warning},
                 {"ahead", "2025-01-05", "", "", Tone::Quiet}};
    for (const auto& expected : cases) {
        INFO(expected.key);
        const TimeBar& bar = barOf(chart, expected.key);
        CHECK(bar.from == day(expected.from));
        CHECK(bar.lateUntil == day(expected.lateUntil));
        CHECK(bar.word == QString::fromUtf8(expected.word));
        CHECK(bar.tone == expected.tone);
    }
}

TEST_CASE("The schedule prints across A4 with months on every page and what is late in red", "[documents][PLAN-4]")
{
    const Paper paper = schedulePaper({QStringLiteral("虚构镇诚信计量示范镇创建"), phases(40), day("2024-09-30")});
    CHECK(paper.isLandscape);
    CHECK(paper.subtitle == QStringLiteral("共 45 项，已完成 2 项，未按期完成 1 项"));
    const LaidPaper laid = layOut(paper);
    CHECK(laid.size.width() > laid.size.height());
    REQUIRE(laid.pages.size() == 3);
    for (const Page& page : laid.pages) {
        CHECK(textsOf(page).contains(QStringLiteral("2025年")));
        for (const Page::Bar& bar : page.bars) {
            CHECK(bar.area.left() >= 0);
            CHECK(bar.area.right() <= laid.size.width());
            CHECK(bar.area.bottom() <= laid.size.height());
        }
    }
    const QStringList first = textsOf(laid.pages.first());
    CHECK(first.contains(QStringLiteral("逾期 30 天")));
    CHECK(first.contains(QStringLiteral("迟 9 天")));
    CHECK(first.count(QStringLiteral("●")) == 2);
    const auto isLate = [](const Page::Bar& bar) { return bar.colour == fillOf(Tone::Fault) && bar.area.width() > 50; };
    CHECK(std::count_if(laid.pages.first().bars.begin(), laid.pages.first().bars.end(), isLate) == 2);
    CHECK(packed(textOf({paper})).contains(QStringLiteral("虚构节点missed未按期完成")));
}
