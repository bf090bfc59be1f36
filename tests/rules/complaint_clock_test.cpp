// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include "rules/calendar_parser.h"
#include "rules/complaint_clock.h"

using namespace chengheng;
using namespace chengheng::test;
using model::ComplaintKind;
using model::ComplaintOutcome;
using model::ComplaintStepKind;
using rules::ClockKind;

namespace {

struct Step {
    ComplaintStepKind kind;
    const char* on;
};

/// A complaint or report, and what happened to it.
struct Case {
    const char* what = "";
    ComplaintKind kind = ComplaintKind::Complaint;
    const char* received = "2024-03-04";
    const char* accepted = "";
    const char* ended = "";
    ComplaintOutcome outcome = ComplaintOutcome::None;
    const char* person = "";
    std::vector<Step> steps = {};
    const char* day = "2030-01-01";
    ClockKind clock = ClockKind::Accept;
    const char* due = ""; ///< "": there is no such clock
    const char* doneOn = "";
    const char* basis = "";
    const char* remark = "";
};

model::Complaint complaintOf(const Case& one)
{
    model::Complaint complaint;
    complaint.kind = one.kind;
    complaint.receivedOn = day(one.received);
    complaint.acceptedOn = day(one.accepted);
    complaint.endedOn = day(one.ended);
    complaint.outcome = one.outcome;
    complaint.person = QString::fromUtf8(one.person);
    return complaint;
}

QVector<model::ComplaintStep> stepsOf(const std::vector<Step>& steps)
{
    QVector<model::ComplaintStep> all;
    for (const Step& step : steps) {
        model::ComplaintStep one;
        one.kind = step.kind;
        one.on = day(step.on);
        one.persons = QStringLiteral("负责人");
        all.append(one);
    }
    return all;
}

std::optional<rules::Clock> clockOf(const Case& one, const WorkingCalendar& calendar)
{
    for (const rules::Clock& clock : rules::clocksOf(complaintOf(one), stepsOf(one.steps), calendar, {}, day(one.day)))
        if (clock.kind == one.clock)
            return clock;
    return std::nullopt;
}

WorkingCalendar builtInCalendar()
{
    return need(
        rules::parseCalendar(readFile(sourcePath(QStringLiteral("resources/calendars/cn-holidays-2024-2026.json"))),
                             QStringLiteral("calendar")));
}

} // namespace

TEST_CASE("Each clock of a complaint follows the article of the day it was received", "[rules][STA-5]")
{
    using enum ComplaintStepKind;
    const auto Report = ComplaintKind::Report;
    const Case cases[]{
        {.what = "7 working days to accept, over a holiday",
         .received = "2024-04-02",
         .clock = ClockKind::Accept,
         .due = "2024-04-12",
         .basis = "令20号第14条"},
        {.what = "accepting it stops the clock",
         .received = "2024-04-02",
         .accepted = "2024-04-10",
         .clock = ClockKind::Accept,
         .due = "2024-04-12",
         .doneOn = "2024-04-10",
         .basis = "令20号第14条"},
        {.what = "the same days under the regulation of 2024",
         .received = "2024-07-01",
         .clock = ClockKind::Accept,
         .due = "2024-07-10",
         .basis = "令20号第14条、消法实施条例第46条"},
        {.what = "and under the rules of 2026",
         .received = "2026-04-15",
         .clock = ClockKind::Accept,
         .due = "2026-04-24",
         .basis = "令121号第15条"},
        {.what = "45 working days alone before 2024-07",
         .received = "2024-05-13",
         .accepted = "2024-05-14",
         .clock = ClockKind::Mediate,
         .due = "2024-07-17",
         .basis = "令20号第21条（45个工作日）"},
        {.what = "of 45 working days and 60 days the earlier: 60 days",
         .received = "2024-07-01",
         .accepted = "2024-07-02",
         .clock = ClockKind::Mediate,
         .due = "2024-08-31",
         .basis = "消法实施条例第46条（60日）",
         .remark = "末日是周末，条文没有写明顺延，按不顺延计"},
        {.what = "60 days that end in a holiday end after it",
         .received = "2024-08-02",
         .accepted = "2024-08-04",
         .clock = ClockKind::Mediate,
         .due = "2024-10-08",
         .basis = "消法实施条例第46条（60日）",
         .remark = "末日2024-10-03是法定节假日，顺延"},
        {.what = "60 days under the rules of 2026",
         .received = "2026-04-15",
         .accepted = "2026-04-16",
         .clock = ClockKind::Mediate,
         .due = "2026-06-15",
         .basis = "令121号第23条（60日）"},
        {.what = "testing does not count",
         .received = "2026-04-15",
         .accepted = "2026-04-16",
         .steps = {{TestingBegun, "2026-04-20"}, {TestingEnded, "2026-04-30"}},
         .clock = ClockKind::Mediate,
         .due = "2026-06-25",
         .basis = "令121号第23条（60日）",
         .remark = "扣除鉴定、检测 10 天"},
        {.what = "tested twice",
         .received = "2026-04-15",
         .accepted = "2026-04-16",
         .steps = {{TestingBegun, "2026-04-20"},
                   {TestingEnded, "2026-04-30"},
                   {TestingBegun, "2026-05-11"},
                   {TestingEnded, "2026-05-15"}},
         .clock = ClockKind::Mediate,
         .due = "2026-06-29",
         .basis = "令121号第23条（60日）",
         .remark = "扣除鉴定、检测 14 天"},
        {.what = "a test that goes on moves the day",
         .received = "2026-04-15",
         .accepted = "2026-04-16",
         .steps = {{TestingBegun, "2026-04-20"}},
         .day = "2026-04-23",
         .clock = ClockKind::Mediate,
         .due = "2026-06-18",
         .basis = "令121号第23条（60日）",
         .remark = "扣除鉴定、检测 3 天"},
        {.what = "an end without agreement is told in 7 working days",
         .received = "2024-05-13",
         .accepted = "2024-05-14",
         .ended = "2024-06-03",
         .outcome = ComplaintOutcome::NotSettled,
         .clock = ClockKind::TellEnd,
         .due = "2024-06-13",
         .basis = "令20号第21条"},
        {.what = "told",
         .received = "2026-04-15",
         .accepted = "2026-04-16",
         .ended = "2026-06-01",
         .outcome = ComplaintOutcome::Withdrawn,
         .steps = {{TerminationTold, "2026-06-03"}},
         .clock = ClockKind::TellEnd,
         .due = "2026-06-10",
         .doneOn = "2026-06-03",
         .basis = "令121号第23条"},
        {.what = "an agreement ends nothing that must be told",
         .received = "2024-05-13",
         .accepted = "2024-05-14",
         .ended = "2024-06-03",
         .outcome = ComplaintOutcome::Settled,
         .clock = ClockKind::TellEnd},
        {.what = "a report is checked in 15 working days",
         .kind = Report,
         .received = "2024-03-04",
         .clock = ClockKind::Check,
         .due = "2024-03-25",
         .basis = "市场监督管理行政处罚程序规定第18条"},
        {.what = "and 15 more with approval",
         .kind = Report,
         .received = "2024-03-04",
         .steps = {{CheckExtended, "2024-03-22"}},
         .clock = ClockKind::Check,
         .due = "2024-04-16",
         .basis = "市场监督管理行政处罚程序规定第18条（批准延长15个工作日）"},
        {.what = "an extension to come moves nothing yet",
         .kind = Report,
         .received = "2024-03-04",
         .steps = {{CheckExtended, "2024-03-22"}},
         .day = "2024-03-21",
         .clock = ClockKind::Check,
         .due = "2024-03-25",
         .basis = "市场监督管理行政处罚程序规定第18条"},
        {.what = "new facts begin it anew under the rules of 2026",
         .kind = Report,
         .received = "2026-04-15",
         .steps = {{ReportedAgain, "2026-05-11"}},
         .clock = ClockKind::Check,
         .due = "2026-06-01",
         .basis = "市场监督管理行政处罚程序规定第18条、令121号第35条（自再次举报起重新计算）"},
        {.what = "before them they do not",
         .kind = Report,
         .received = "2024-03-04",
         .steps = {{ReportedAgain, "2024-03-11"}},
         .clock = ClockKind::Check,
         .due = "2024-03-25",
         .basis = "市场监督管理行政处罚程序规定第18条"},
        {.what = "deciding whether to file ends the check",
         .kind = Report,
         .received = "2024-03-04",
         .steps = {{FilingDecided, "2024-03-20"}},
         .clock = ClockKind::Check,
         .due = "2024-03-25",
         .doneOn = "2024-03-20",
         .basis = "市场监督管理行政处罚程序规定第18条"},
        {.what = "who gave a name is told in 5 working days",
         .kind = Report,
         .received = "2024-03-04",
         .person = "甲",
         .steps = {{FilingDecided, "2024-03-20"}},
         .clock = ClockKind::TellReporter,
         .due = "2024-03-27",
         .basis = "令20号第31条"},
        {.what = "who gave none is not",
         .kind = Report,
         .received = "2024-03-04",
         .steps = {{FilingDecided, "2024-03-20"}},
         .clock = ClockKind::TellReporter},
        {.what = "since 2026 there is no such limit",
         .kind = Report,
         .received = "2026-04-15",
         .person = "甲",
         .steps = {{FilingDecided, "2026-05-06"}},
         .clock = ClockKind::TellReporter},
        {.what = "a clue found in mediation is checked",
         .received = "2026-04-15",
         .accepted = "2026-04-16",
         .steps = {{ClueFound, "2026-05-11"}, {CheckExtended, "2026-05-20"}},
         .clock = ClockKind::Check,
         .due = "2026-06-23",
         .basis = "令121号第27条（批准延长15个工作日）"},
    };
    const WorkingCalendar calendar = builtInCalendar();
    for (const Case& one : cases) {
        INFO(one.what);
        const auto clock = clockOf(one, calendar);
        REQUIRE(clock.has_value() == (*one.due != 0));
        if (!clock)
            continue;
        CHECK(clock->due == day(one.due));
        CHECK(clock->doneOn == day(one.doneOn));
        CHECK(clock->basis == QString::fromUtf8(one.basis));
        CHECK(clock->remark == QString::fromUtf8(one.remark));
        CHECK_FALSE(clock->isLate(clock->due)); // the last day is in time
        if (!clock->isDone())
            CHECK(clock->isLate(clock->due.addDays(1)));
    }
}

TEST_CASE("The office's own target stands beside each limit, and a typed deadline runs too", "[rules][STA-5]")
{
    model::Complaint report;
    report.kind = ComplaintKind::Report;
    report.receivedOn = day("2024-03-04");
    report.deadline = day("2024-03-08");
    const auto clocks = rules::clocksOf(report, {}, {}, {.handOver = 1, .check = 5}, day("2024-03-12"));
    REQUIRE(clocks.size() == 3);
    CHECK(clocks[0].due == day("2024-03-05"));
    CHECK(clocks[1].due == day("2024-03-25"));
    CHECK(clocks[1].target == day("2024-03-11"));
    CHECK(clocks[1].isPastTarget(day("2024-03-12")));
    CHECK_FALSE(clocks[1].isLate(day("2024-03-12")));
    CHECK(clocks[2].due == day("2024-03-08"));
    CHECK(clocks[2].isLate(day("2024-03-09")));
}

TEST_CASE("What happened after a day does not stop its clocks", "[rules][STA-5]")
{
    model::Complaint complaint;
    complaint.receivedOn = day("2024-03-04");
    complaint.handedOn = day("2024-03-06");
    complaint.acceptedOn = day("2024-03-08");
    CHECK(rules::clocksOf(complaint, {}, {}, {}, day("2024-03-05")).size() == 2); // not accepted yet
    CHECK_FALSE(rules::clocksOf(complaint, {}, {}, {}, day("2024-03-05")).first().isDone());
    CHECK(rules::clocksOf(complaint, {}, {}, {}, day("2024-03-08")).size() == 3);
}

TEST_CASE("Only what the town received is handed over, and not once it has been dealt with", "[rules][STA-5]")
{
    const auto handOver = [](const model::Complaint& complaint) -> std::optional<rules::Clock> {
        for (const rules::Clock& clock : rules::clocksOf(complaint, {}, {}, {}, day("2024-03-20")))
            if (clock.kind == rules::ClockKind::HandOver)
                return clock;
        return std::nullopt;
    };
    struct Row {
        const char* what;
        model::Receiver receiver;
        QDate model::Complaint::* dealtWith; ///< on 2024-03-06; nullptr: nothing was done
        bool runs;
    };
    const Row rows[]{
        {"the station has it already", model::Receiver::Station, nullptr, false},
        {"nothing was done", model::Receiver::Town, nullptr, true},
        {"handed on", model::Receiver::Town, &model::Complaint::handedOn, false},
        {"accepted", model::Receiver::Town, &model::Complaint::acceptedOn, false},
        {"refused", model::Receiver::Town, &model::Complaint::refusedOn, false},
        {"answered", model::Receiver::Town, &model::Complaint::answeredOn, false},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        model::Complaint complaint;
        complaint.receivedOn = day("2024-03-04");
        complaint.receiver = row.receiver;
        if (row.dealtWith)
            complaint.*row.dealtWith = day("2024-03-06");
        const auto clock = handOver(complaint);
        CHECK(clock.has_value() == (row.receiver == model::Receiver::Town));
        CHECK((clock && !clock->isDone()) == row.runs);
        if (row.dealtWith)
            CHECK(clock->doneOn == day("2024-03-06"));
    }
}

TEST_CASE("Steps of a complaint are taken in their order, each refusal says what is missing", "[rules][STA-5]")
{
    using enum ComplaintStepKind;
    struct Row {
        const char* what;
        Case before;
        Step next;
        const char* field; ///< "": allowed
    };
    const auto Report = ComplaintKind::Report;
    const Row rows[]{
        {"testing needs acceptance", {}, {TestingBegun, "2024-03-10"}, "kind"},
        {"testing begins", {.accepted = "2024-03-06"}, {TestingBegun, "2024-03-10"}, ""},
        {"not twice at once",
         {.accepted = "2024-03-06", .steps = {{TestingBegun, "2024-03-08"}}},
         {TestingBegun, "2024-03-10"},
         "kind"},
        {"ends what began", {.accepted = "2024-03-06"}, {TestingEnded, "2024-03-10"}, "kind"},
        {"a report's check is extended", {.kind = Report}, {CheckExtended, "2024-03-20"}, ""},
        {"once", {.kind = Report, .steps = {{CheckExtended, "2024-03-18"}}}, {CheckExtended, "2024-03-20"}, "kind"},
        {"in time", {.kind = Report}, {CheckExtended, "2024-04-20"}, "on"},
        {"nothing to extend in a complaint", {.accepted = "2024-03-06"}, {CheckExtended, "2024-03-20"}, "kind"},
        {"a report is a clue itself", {.kind = Report}, {ClueFound, "2024-03-20"}, "kind"},
        {"a decision needs a clue", {}, {FilingDecided, "2024-03-20"}, "kind"},
        {"only reports come again", {}, {ReportedAgain, "2024-03-20"}, "kind"},
        {"an end is told after it", {.accepted = "2024-03-06"}, {TerminationTold, "2024-03-20"}, "kind"},
        {"a reporter is told after the decision", {.kind = Report}, {ReporterTold, "2024-03-20"}, "kind"},
        {"nothing before it was received", {.kind = Report}, {FilingDecided, "2024-03-01"}, "on"},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        const auto next = stepsOf({row.next}).first();
        const auto allowed =
            rules::mayTakeComplaintStep(complaintOf(row.before), stepsOf(row.before.steps), next, builtInCalendar());
        CHECK(allowed.has_value() == (*row.field == 0));
        if (!allowed)
            CHECK(allowed.error().where == QLatin1String(row.field));
    }
    auto unapproved = stepsOf({{CheckExtended, "2024-03-20"}}).first();
    unapproved.persons.clear();
    model::Complaint report;
    report.kind = Report;
    report.receivedOn = day("2024-03-04");
    CHECK(rules::mayTakeComplaintStep(report, {}, unapproved, {}).error().where == QLatin1String("persons"));
}
