// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented_plan.h"

#include "rules/milestone_state.h"

namespace {

using namespace chengheng;
using namespace chengheng::test;
using rules::MilestoneProgress;
using rules::MilestoneWindow;

QString stateOn(const MilestoneWindow& window, const MilestoneProgress& progress, QDate on)
{
    return rules::keyOf(rules::judgeMilestone(window, progress, calendar2024(), on).state);
}

MilestoneProgress counted(qint64 num, qint64 den, const char* reached = "")
{
    return {.isCountable = true, .num = num, .den = den, .reachedOn = day(reached), .measure = QStringLiteral("家")};
}

MilestoneProgress yesNo(const char* reached = "")
{
    return {.reachedOn = day(reached), .measure = {}};
}

} // namespace

TEST_CASE("a yes/no milestone is at risk in the last fifth of its window", "[PLAN-2][PLAN-7]")
{
    const MilestoneWindow window{day("2024-03-01"), day("2024-03-30"), 10}; // thirty days
    const auto progress = yesNo();
    for (QDate on = day("2024-02-25"); on <= day("2024-04-05"); on = on.addDays(1)) {
        INFO(screenDate(on));
        const char* expected = on < day("2024-03-01")   ? "not_yet_due"
                               : on < day("2024-03-25") ? "due"
                               : on < day("2024-03-31") ? "at_risk"
                                                        : "missed";
        CHECK(stateOn(window, progress, on) == QLatin1String(expected));
    }
}

TEST_CASE("a window of one day is due on it and never at risk", "[PLAN-3]")
{
    const MilestoneWindow consumerDay{day("2024-03-15"), day("2024-03-15"), 0};
    CHECK(stateOn(consumerDay, yesNo(), day("2024-03-14")) == QLatin1String("not_yet_due"));
    CHECK(stateOn(consumerDay, yesNo(), day("2024-03-15")) == QLatin1String("due"));
    CHECK(stateOn(consumerDay, yesNo(), day("2024-03-16")) == QLatin1String("missed"));
}

TEST_CASE("a fact is judged by its own date", "[PLAN-1][PLAN-7]")
{
    const MilestoneWindow window{day("2024-03-01"), day("2024-03-31"), 0};
    const auto verdict = [&](const char* reached) {
        return rules::judgeMilestone(window, yesNo(reached), calendar2024(), day("2024-06-01"));
    };
    for (const char* inTime : {"2024-02-20", "2024-03-01", "2024-03-31"}) {
        CHECK(verdict(inTime).state == rules::MilestoneState::Done);
        CHECK_FALSE(verdict(inTime).isLate);
    }
    CHECK(verdict("2024-04-01").state == rules::MilestoneState::Done);
    CHECK(verdict("2024-04-01").isLate);
    CHECK(verdict("2024-04-03").why.contains(QStringLiteral("迟3天")));
}

TEST_CASE("a countable milestone waits five working days before it judges the pace", "[PLAN-6]")
{
    // October 2024: working days 8 9 10 11 12(Sat) 14 15 …; the window opens in the holiday.
    const MilestoneWindow window{day("2024-10-01"), day("2024-10-31"), 3};
    CHECK(stateOn(window, counted(0, 40), day("2024-09-30")) == QLatin1String("not_yet_due"));
    CHECK(stateOn(window, counted(0, 40), day("2024-10-07")) == QLatin1String("due"));
    CHECK(stateOn(window, counted(0, 40), day("2024-10-12")) == QLatin1String("due")); // the fifth
    CHECK(stateOn(window, counted(0, 40), day("2024-10-14")) == QLatin1String("at_risk"));
    // on the 14th six days are gone and thirteen left: 40 need 12.6 by now
    CHECK(stateOn(window, counted(12, 40), day("2024-10-14")) == QLatin1String("at_risk"));
    CHECK(stateOn(window, counted(13, 40), day("2024-10-14")) == QLatin1String("due"));
    CHECK(stateOn(window, counted(39, 40), day("2024-10-28")) == QLatin1String("due"));
    CHECK(stateOn(window, counted(39, 40), day("2024-10-29")) == QLatin1String("at_risk")); // lead of three
    CHECK(stateOn(window, counted(39, 40), day("2024-10-31")) == QLatin1String("at_risk"));
    CHECK(stateOn(window, counted(39, 40), day("2024-11-01")) == QLatin1String("missed"));
    CHECK(stateOn(window, counted(40, 40, "2024-10-30"), day("2024-11-01")) == QLatin1String("done"));
}

TEST_CASE("nothing to count is not done", "[PLAN-6]")
{
    const MilestoneWindow window{day("2024-10-01"), day("2024-10-31"), 0};
    CHECK(stateOn(window, counted(0, 0), day("2024-10-09")) == QLatin1String("due"));
    CHECK(stateOn(window, counted(0, 0), day("2024-10-25")) == QLatin1String("at_risk"));
    const auto verdict = rules::judgeMilestone(window, counted(0, 0), calendar2024(), day("2024-10-09"));
    CHECK(verdict.why.contains(QStringLiteral("还没有可计数的记录")));
    // What nobody found by the window's end is not said to have been done.
    const auto nothingFound =
        rules::judgeMilestone(window, counted(0, 0, "2024-10-31"), calendar2024(), day("2024-11-05"));
    CHECK(nothingFound.why.contains(QStringLiteral("尚无这类问题或意见的记录")));
    CHECK_FALSE(nothingFound.why.contains(QStringLiteral("已完成")));
}

TEST_CASE("the sentence counts working days and says where the holidays are not known", "[PLAN-8]")
{
    const MilestoneWindow window{day("2024-10-01"), day("2024-10-31"), 3};
    const auto whyOn = [](const MilestoneWindow& w, const MilestoneProgress& p, const char* on) {
        return rules::judgeMilestone(w, p, calendar2024(), day(on)).why;
    };
    CHECK(whyOn(window, counted(13, 40), "2024-10-14")
          == QStringLiteral("已完成13/40家，期限2024年10月31日，还有13个工作日。"));
    CHECK(whyOn(window, counted(5, 40), "2024-10-14")
          == QStringLiteral("已完成5/40家，期限2024年10月31日，还有13个工作日，"
                            "6个工作日完成5家，按此进度余下35家在13个工作日内完不成。"));
    CHECK(whyOn(window, counted(5, 40), "2024-11-05").contains(QStringLiteral("已过3个工作日")));
    const MilestoneWindow next{day("2024-12-20"), day("2025-01-20"), 0};
    CHECK(whyOn(next, yesNo(), "2024-12-23").contains(QStringLiteral("没有2025年的节假日")));
}
