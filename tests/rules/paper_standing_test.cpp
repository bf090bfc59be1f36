// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented_facts.h"

#include "rules/paper_code.h"
#include "rules/paper_standing.h"
#include "rules/summary.h"

namespace {

using namespace chengheng;
using namespace chengheng::test;
using model::IssuedPaperStep;
using model::PaperStepKind;
using rules::PaperState;

model::IssuedPaper paper()
{
    model::IssuedPaper made;
    made.uid = named("p");
    made.number = QStringLiteral("2024-00012");
    made.title = QStringLiteral("整改通知书");
    made.madeOn = day("2024-09-02");
    return made;
}

IssuedPaperStep step(PaperStepKind kind, const char* on = "2024-09-03", const char* reason = "章不清",
                     const char* person = "甲")
{
    IssuedPaperStep taken;
    taken.issuedPaper = named("p");
    taken.kind = kind;
    taken.on = day(on);
    taken.person = QString::fromUtf8(person);
    taken.reason = QString::fromUtf8(reason);
    return taken;
}

/// Steps that lead to each state.
QVector<IssuedPaperStep> stepsTo(PaperState state)
{
    const QVector<IssuedPaperStep> way{step(PaperStepKind::Printed), step(PaperStepKind::Sent),
                                       step(PaperStepKind::Sealed), step(PaperStepKind::Scanned)};
    if (state == PaperState::Returned)
        return way.first(2) + QVector{step(PaperStepKind::Returned)};
    if (state == PaperState::Voided)
        return {step(PaperStepKind::Voided)};
    return way.first(int(state));
}

struct Refusal {
    QString code;
    QString message;
};

Refusal refusalOf(const QVector<IssuedPaperStep>& before, const IssuedPaperStep& next)
{
    const auto answer = rules::mayTakePaperStep(paper(), before, next);
    if (answer)
        return {QStringLiteral("ok"), {}};
    CHECK(answer.error().message.endsWith(QStringLiteral("。")));
    CHECK_FALSE(answer.error().where.isEmpty());
    return {answer.error().code, answer.error().message};
}

} // namespace

TEST_CASE("which step of signing may follow which is one table, and a refusal names what comes first", "[rules]")
{
    constexpr int no = -1;
    // columns: printed, sent, sealed, scanned, returned, voided
    const int table[7][6] = {
        {1, no, no, no, no, 6},   // made
        {no, 2, no, no, no, 6},   // printed
        {no, no, 3, no, 5, 6},    // sent
        {no, no, no, 4, no, 6},   // sealed
        {no, no, no, no, no, no}, // scanned
        {1, 2, no, no, no, 6},    // returned
        {no, no, no, no, no, no}  // voided
    };
    const char* first[7] = {"请先登记“已打印”", "请先登记“送签”", "请先登记“已盖章”或“被退回”",
                            "请先登记“已扫描”", "已经扫描存档",   "先登记“已打印”或“送签”",
                            "已经作废"};
    for (int from = 0; from < 7; ++from)
        for (int kind = 0; kind < 6; ++kind) {
            const auto state = PaperState(from);
            INFO(rules::keyOf(state) << " + " << model::keyOf(PaperStepKind(kind)));
            const auto before = stepsTo(state);
            CHECK(rules::paperStanding(paper(), before, day("2024-09-20")).state == state);
            const auto next = step(PaperStepKind(kind), "2024-09-20");
            const int expected = table[from][kind];
            CHECK(rules::nextState(state, PaperStepKind(kind))
                  == (expected == no ? std::nullopt : std::optional(PaperState(expected))));
            const Refusal refusal = refusalOf(before, next);
            CHECK(refusal.code == (expected == no ? QStringLiteral("step_not_allowed") : QStringLiteral("ok")));
            if (expected == no)
                CHECK(refusal.message.contains(QString::fromUtf8(first[from])));
            const auto after = rules::paperStanding(paper(), before + QVector{next}, day("2024-09-20"));
            CHECK(after.state == (expected == no ? state : PaperState(expected)));
        }
}

TEST_CASE("a step of signing names a person, a reason where it is owed, and a day that does not run backwards",
          "[rules]")
{
    struct Case {
        QVector<IssuedPaperStep> before;
        IssuedPaperStep next;
        const char* code;
    };
    const Case cases[] = {
        {{}, step(PaperStepKind::Printed, "2024-09-01"), "date_runs_backwards"},
        {{}, step(PaperStepKind::Printed, ""), "required"},
        {{}, step(PaperStepKind::Printed, "2024-09-02"), "ok"},
        {{}, step(PaperStepKind::Printed, "2024-09-02", "", " "), "required"},
        {stepsTo(PaperState::Printed), step(PaperStepKind::Sent, "2024-09-02"), "date_runs_backwards"},
        {stepsTo(PaperState::Sent), step(PaperStepKind::Returned, "2024-09-04", ""), "required"},
        {stepsTo(PaperState::Sent), step(PaperStepKind::Sealed, "2024-09-04", ""), "ok"},
        {{}, step(PaperStepKind::Voided, "2024-09-04", " "), "required"},
    };
    for (const Case& each : cases) {
        INFO(model::keyOf(each.next.kind) << " on " << each.next.on.toString(Qt::ISODate));
        CHECK(refusalOf(each.before, each.next).code == QLatin1String(each.code));
    }
}

TEST_CASE("the steps that a scan takes for granted", "[rules]")
{
    for (int from = 0; from < 7; ++from) {
        const auto state = PaperState(from);
        INFO(rules::keyOf(state));
        auto steps = stepsTo(state);
        const auto missing = rules::stepsBeforeScan(state);
        for (const PaperStepKind kind : missing) {
            CHECK(refusalOf(steps, step(kind)).code == QLatin1String("ok"));
            steps.append(step(kind));
        }
        const bool isOver = state == PaperState::Scanned || state == PaperState::Voided;
        CHECK(missing.isEmpty() == (isOver || state == PaperState::Sealed));
        CHECK((refusalOf(steps, step(PaperStepKind::Scanned)).code == QLatin1String("ok")) == !isOver);
    }
}

TEST_CASE("a paper's code reads back, and no single slip of it does", "[rules]")
{
    const rules::PaperCode code{rules::campaignMark(Uid(QStringLiteral("0f8fad5b-d9cb-469f-a165-70867728950e"))),
                                rules::paperNumber(2024, 12)};
    CHECK(code.campaign == QLatin1String("7728950E"));
    CHECK(code.number == QLatin1String("2024-00012"));
    CHECK(rules::counterOf(code.number) == 12);
    CHECK(rules::counterOf(rules::paperNumber(2024, 123456)) == 123456);
    CHECK(rules::counterOf(QStringLiteral("别的")) == 0);
    const QString text = rules::codeText(code);
    CHECK(text.startsWith(QStringLiteral("CH1:7728950E-2024-00012-")));
    CHECK(text.size() == 25);
    CHECK(need(rules::parsePaperCode(text)) == code);
    CHECK(need(rules::parsePaperCode(QStringLiteral(" %1\n").arg(text))) == code);

    for (int place = 0; place < text.size(); ++place)
        for (const QChar letter : QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
            QString wrong = text;
            wrong[place] = letter;
            if (wrong == text)
                continue;
            INFO(wrong);
            CHECK_FALSE(rules::parsePaperCode(wrong));
        }
    QString swapped = text;
    std::swap(swapped[4], swapped[6]);
    std::swap(swapped[4], swapped[5]);
    CHECK_FALSE(rules::parsePaperCode(swapped));
    for (const char* other :
         {"", "CH1:", "https://example.org/", "CH2:7728950E-2024-00012-K", "CH1:7728950E-2024-12-K", "6901234567892"}) {
        const auto read = rules::parsePaperCode(QString::fromLatin1(other));
        REQUIRE_FALSE(read);
        CHECK(read.error().code == QLatin1String("not_a_paper_code"));
    }
}

TEST_CASE("papers still out are listed with their state, and are owed back after five working days", "[rules]")
{
    struct Case {
        PaperState state;
        const char* on;
        bool isListed;
        bool isPressing;
        bool isOwed;
    };
    const Case cases[] = {
        {PaperState::Made, "2024-09-03", true, false, false},
        {PaperState::Sent, "2024-09-10", true, false, true}, // five working days after Tuesday the 3rd
        {PaperState::Sent, "2024-09-11", true, true, true},
        {PaperState::Returned, "2024-09-03", true, true, true},
        {PaperState::Sealed, "2024-09-03", true, false, true},
        {PaperState::Scanned, "2024-10-20", false, false, true}, // to the archive
        {PaperState::Voided, "2024-10-20", false, false, false},
    };
    for (const Case& each : cases) {
        INFO(rules::keyOf(each.state) << " on " << each.on);
        model::CampaignFacts facts;
        facts.books[model::kindOf<model::IssuedPaper>().key] = {model::toRecord(paper())};
        for (const IssuedPaperStep& taken : stepsTo(each.state))
            facts.books[model::kindOf<IssuedPaperStep>().key].append(model::toRecord(taken));
        const rules::Plan plan;
        const rules::SheetEdition sheets;
        const WorkingCalendar calendar;
        const rules::SummaryInput input{facts, plan, sheets, calendar, day(each.on)};
        const rules::Summary out = rules::papersOutSummary(input);
        CHECK(out.rows.size() == (each.isListed ? 1 : 0));
        CHECK(out.pressing() == (each.isPressing ? 1 : 0));
        if (each.isListed) {
            CHECK(out.rows.first().cells.first() == QLatin1String("2024-00012"));
            CHECK(out.rows.first().cells.value(2) == rules::labelOf(each.state));
            CHECK(out.rows.first().cells.size() == out.columns.size());
        }
        CHECK(rules::owedSummary(input).rows.size() == (each.isOwed ? 1 : 0));
    }
}
