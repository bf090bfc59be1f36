// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented_facts.h"

#include "rules/problem_state.h"

namespace {

using namespace chengheng;
using namespace chengheng::test;
using model::ProblemStep;
using model::StepKind;
using rules::ProblemState;

model::Problem problem()
{
    model::Problem found;
    found.uid = named("p");
    found.unit = named("u");
    found.description = QStringLiteral("电子计价秤超周期");
    found.foundOn = day("2024-06-03");
    found.dueOn = day("2024-06-18");
    return found;
}

ProblemStep step(StepKind kind, const char* on, const char* persons = "甲", const char* evidence = "",
                 const char* newDue = "")
{
    return stepOf(named("p"), kind, day(on), persons, evidence, day(newDue));
}

/// Steps that lead to each state.
QVector<ProblemStep> stepsTo(ProblemState state)
{
    const QVector<ProblemStep> all{
        step(StepKind::Advised, "2024-06-04"), step(StepKind::Rectified, "2024-06-10", "店主", "照片2张"),
        step(StepKind::RecheckPassed, "2024-06-12", "甲、乙"), step(StepKind::Closed, "2024-06-13", "丙")};
    return all.first(int(state));
}

QString codeOf(const QVector<ProblemStep>& before, const ProblemStep& next)
{
    const auto answer = rules::mayTakeStep(problem(), before, next);
    if (answer)
        return QStringLiteral("ok");
    CHECK(answer.error().message.endsWith(QStringLiteral("。")));
    CHECK_FALSE(answer.error().where.isEmpty());
    return answer.error().code;
}

} // namespace

TEST_CASE("which step may follow which state is one table", "[PLAN-6][SUP-4]")
{
    constexpr int no = -1;
    // columns: advised, ordered, extended, rectified, recheck passed, recheck failed, closed, reopened
    const int table[5][8] = {
        {1, 1, no, 2, no, no, no, no},  // open
        {1, 1, 1, 2, no, no, no, no},   // demanded
        {no, no, no, 2, 3, 1, no, no},  // rectified
        {no, no, no, 2, 3, 1, 4, no},   // re-check passed
        {no, no, no, no, no, no, no, 0} // closed
    };
    for (int from = 0; from < 5; ++from)
        for (int kind = 0; kind < 8; ++kind) {
            const auto state = ProblemState(from);
            INFO(rules::keyOf(state) << " + " << model::keyOf(StepKind(kind)));
            const auto before = stepsTo(state);
            CHECK(rules::problemStanding(problem(), before, day("2024-06-20")).state == state);
            const auto next = step(StepKind(kind), "2024-06-20", "丁", "材料", "2024-07-20");
            const int expected = table[from][kind];
            CHECK(rules::nextState(state, StepKind(kind))
                  == (expected == no ? std::nullopt : std::optional(ProblemState(expected))));
            CHECK(codeOf(before, next) == (expected == no ? QStringLiteral("step_not_allowed") : QStringLiteral("ok")));
            const auto after = rules::problemStanding(problem(), before + QVector{next}, day("2024-06-20"));
            CHECK(after.state == (expected == no ? state : ProblemState(expected)));
        }
}

TEST_CASE("closing needs evidence and an independent re-check", "[PLAN-6]")
{
    struct Case {
        const char* what;
        const char* evidence;
        const char* rectifiedBy;
        const char* recheckedBy;
        const char* recheck;
        const char* closing;
    };
    const Case cases[] = {
        {"all there", "照片", "店主", "甲、乙", "ok", "ok"},
        {"no evidence", "", "店主", "甲、乙", "ok", "no_evidence"},
        {"blank evidence", "  ", "店主", "甲", "ok", "no_evidence"},
        {"re-check by who put it right", "照片", "店主", "店主", "recheck_not_independent", "recheck_not_independent"},
        {"the same name written with a blank", "照片", "张 伟", "张伟", "recheck_not_independent",
         "recheck_not_independent"},
        {"one of two is another", "照片", "甲", "甲，乙", "ok", "ok"},
        {"both put it right", "照片", "甲、乙", "乙,甲", "recheck_not_independent", "recheck_not_independent"},
        {"nobody named", "照片", "店主", " 、 ", "required", "recheck_without_inspector"},
    };
    for (const Case& c : cases) {
        INFO(c.what);
        QVector<ProblemStep> steps{step(StepKind::Ordered, "2024-06-04"),
                                   step(StepKind::Rectified, "2024-06-10", c.rectifiedBy, c.evidence)};
        const auto recheck = step(StepKind::RecheckPassed, "2024-06-12", c.recheckedBy);
        CHECK(codeOf(steps, recheck) == QLatin1String(c.recheck));
        steps.append(recheck);
        CHECK(codeOf(steps, step(StepKind::Closed, "2024-06-13", "丙")) == QLatin1String(c.closing));
    }
}

TEST_CASE("evidence may follow and asks for a new re-check", "[PLAN-6]")
{
    QVector<ProblemStep> steps{step(StepKind::Rectified, "2024-06-05", "店主"),
                               step(StepKind::RecheckPassed, "2024-06-06", "甲")};
    CHECK(codeOf(steps, step(StepKind::Closed, "2024-06-07", "丙")) == QStringLiteral("no_evidence"));
    steps.append(step(StepKind::Rectified, "2024-06-07", "店主", "检定证书"));
    CHECK(codeOf(steps, step(StepKind::Closed, "2024-06-07", "丙")) == QStringLiteral("step_not_allowed"));
    steps.append(step(StepKind::RecheckPassed, "2024-06-08", "甲"));
    CHECK(codeOf(steps, step(StepKind::Closed, "2024-06-08", "丙")) == QStringLiteral("ok"));
}

TEST_CASE("a failed re-check and a reopening begin a new round", "[PLAN-6]")
{
    QVector<ProblemStep> steps = stepsTo(ProblemState::Rectified);
    steps.append(step(StepKind::RecheckFailed, "2024-06-12", "甲"));
    auto standing = rules::problemStanding(problem(), steps, day("2024-06-19"));
    CHECK(standing.state == ProblemState::Demanded);
    CHECK(standing.isOverdue);
    CHECK_FALSE(standing.hasEvidence);
    CHECK(standing.rectifiedBy.isEmpty());

    steps = stepsTo(ProblemState::Closed);
    CHECK(rules::problemStanding(problem(), steps, day("2024-07-01")).closedOn == day("2024-06-13"));
    steps.append(step(StepKind::Reopened, "2024-07-02", "丙", "", "2024-07-20"));
    standing = rules::problemStanding(problem(), steps, day("2024-07-02"));
    CHECK(standing.state == ProblemState::Open);
    CHECK(standing.dueOn == day("2024-07-20"));
    CHECK_FALSE(standing.closedOn.isValid());
    CHECK(rules::problemStanding(problem(), steps, day("2024-07-01")).isClosed());
}

TEST_CASE("overdue counts from the date in force and ends when it is put right", "[PLAN-6]")
{
    const auto overdueOn = [](const QVector<ProblemStep>& steps, const char* on) {
        return rules::problemStanding(problem(), steps, day(on)).isOverdue;
    };
    CHECK_FALSE(overdueOn({}, "2024-06-18")); // the due day itself
    CHECK(overdueOn({}, "2024-06-19"));
    const QVector<ProblemStep> extended{step(StepKind::Advised, "2024-06-04"),
                                        step(StepKind::Extended, "2024-06-17", "甲", "", "2024-06-28")};
    CHECK_FALSE(overdueOn(extended, "2024-06-28"));
    CHECK(overdueOn(extended, "2024-06-29"));
    CHECK_FALSE(overdueOn(stepsTo(ProblemState::Rectified), "2024-12-31"));
    const QVector<ProblemStep> late{step(StepKind::Rectified, "2024-06-25", "店主")};
    CHECK(overdueOn(late, "2024-06-24"));
    CHECK_FALSE(overdueOn(late, "2024-06-25"));
    CHECK(rules::problemStanding(problem(), {}, day("2024-06-20")).why
          == QStringLiteral("2024年6月3日发现，尚未提出整改要求，整改期限2024年6月18日，已逾期2天。"));
}

TEST_CASE("dates do not run backwards and what a step needs is asked for", "[PLAN-6]")
{
    const auto demanded = stepsTo(ProblemState::Demanded);
    CHECK(codeOf({}, step(StepKind::Advised, "2024-06-02")) == QStringLiteral("date_runs_backwards"));
    CHECK(codeOf({}, step(StepKind::Advised, "2024-06-03")) == QStringLiteral("ok"));
    CHECK(codeOf({}, step(StepKind::Advised, "")) == QStringLiteral("required"));
    CHECK(codeOf({}, step(StepKind::Advised, "2024-06-03", "")) == QStringLiteral("required"));
    CHECK(codeOf(demanded, step(StepKind::Rectified, "2024-06-03")) == QStringLiteral("date_runs_backwards"));
    CHECK(codeOf(demanded, step(StepKind::Rectified, "2024-06-04")) == QStringLiteral("ok"));
    CHECK(codeOf(demanded, step(StepKind::Extended, "2024-06-10")) == QStringLiteral("required"));
    CHECK(codeOf(demanded, step(StepKind::Extended, "2024-06-10", "甲", "", "2024-06-18"))
          == QStringLiteral("not_an_extension"));
    CHECK(codeOf(demanded, step(StepKind::Extended, "2024-06-20", "甲", "", "2024-06-19"))
          == QStringLiteral("date_runs_backwards"));
    CHECK(codeOf(demanded, step(StepKind::Extended, "2024-06-10", "甲", "", "2024-06-19")) == QStringLiteral("ok"));
}

TEST_CASE("steps are read by their date and a corrected record cannot close by itself", "[PLAN-6]")
{
    auto steps = stepsTo(ProblemState::Closed);
    std::reverse(steps.begin(), steps.end());
    CHECK(rules::problemStanding(problem(), steps, day("2024-06-13")).isClosed());
    CHECK(rules::problemStanding(problem(), steps, day("2024-06-12")).state == ProblemState::RecheckPassed);
    steps.removeIf([](const ProblemStep& s) { return s.kind == StepKind::RecheckPassed; });
    CHECK(rules::problemStanding(problem(), steps, day("2024-06-13")).state == ProblemState::Rectified);
    model::CampaignFacts facts;
    facts.problemSteps = steps;
    CHECK(rules::stepsByProblem(facts).value(named("p")).size() == 3);
}

TEST_CASE("a problem whose instrument is not in order had better stay open", "[problem]")
{
    struct Row {
        const char* what;
        const char* verifiedOn; // "": never
        model::VerificationResult result;
        model::InstrumentStatus status;
        const char* says; // "": nothing
    };
    using enum model::VerificationResult;
    using enum model::InstrumentStatus;
    const Row rows[]{
        {"valid", "2024-03-05", Passed, InUse, ""},
        {"overdue", "2023-03-05", Passed, InUse, "超周期"},
        {"failed", "2024-03-05", Failed, InUse, "不合格"},
        {"never verified", "", Passed, InUse, "无检定记录"},
        {"put out of use", "2023-03-05", Passed, Stopped, ""},
    };
    const QDate on(2024, 9, 20);
    for (const Row& row : rows) {
        INFO(row.what);
        model::CampaignFacts facts;
        facts.instruments = {instrumentOf(named("scale"), named("shop"))};
        facts.instruments[0].status = row.status;
        facts.instruments[0].serial = QStringLiteral("S-1");
        if (*row.verifiedOn) {
            facts.verifications = {
                verificationOf(named("scale"), QDate::fromString(QLatin1String(row.verifiedOn), Qt::ISODate))};
            facts.verifications[0].result = row.result;
            facts.verifications[0].effectiveEnd = facts.verifications[0].verifiedOn.addYears(1).addDays(-1);
        }
        model::Problem found;
        CHECK(rules::againstClosing(found, facts, on).isEmpty()); // names none
        found.instrument = named("scale");
        const QString against = rules::againstClosing(found, facts, on);
        CHECK(against.isEmpty() == !*row.says);
        CHECK(against.contains(QString::fromUtf8(row.says)));
        if (!against.isEmpty()) {
            CHECK(against.contains(QStringLiteral("S-1")));
            CHECK(against.endsWith(QStringLiteral("。")));
        }
    }
}
