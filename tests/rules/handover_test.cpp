// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/handover.h"

#include "invented_facts.h"

#include "model/complaint_records.h"
#include "model/inspection_records.h"
#include "model/office_records.h"
#include "model/service_records.h"

using namespace chengheng;
using namespace chengheng::test;
using rules::HandoverWay;

namespace {

const QDate on(2024, 9, 2);
const QString leaver = QStringLiteral("王某");

template <class R>
void put(model::CampaignFacts& facts, const R& record)
{
    facts.books[model::kindOf<R>().key].append(model::toRecord(record));
}

template <class R>
R called(const char* uid)
{
    R record;
    record.uid = named(uid);
    return record;
}

QStringList uidsOf(const model::CampaignFacts& facts, const QString& person = leaver)
{
    QStringList uids;
    for (const rules::OpenWork& work : rules::openWorkOf(facts, person, on))
        uids << work.record.toString();
    return uids;
}

} // namespace

TEST_CASE("seats and contacts are handed over while they are held, and tasks follow their seat", "[handover][HAND-1]")
{
    model::CampaignFacts facts;
    for (const auto& [uid, from, to, person] : {std::tuple("now", "2024-01-01", "", "王某"),
                                                {"over", "2024-01-01", "2024-08-31", "王某"},
                                                {"later", "2024-10-01", "", "王某"},
                                                {"other", "2024-01-01", "", "李某"}}) {
        auto holder = called<model::SeatHolder>(uid);
        holder.seat = Uid(QStringLiteral("seat-") + QLatin1String(uid));
        holder.person = QString::fromUtf8(person);
        holder.from = day(from);
        holder.to = day(to);
        facts.seatHolders.append(holder);
        auto seat = called<model::Seat>("");
        seat.uid = holder.seat;
        facts.seats.append(seat);
        auto task = called<model::Task>("");
        task.uid = Uid(QStringLiteral("task-") + QLatin1String(uid));
        task.seat = holder.seat;
        put(facts, task);
    }
    auto done = called<model::Task>("task-done");
    done.seat = named("seat-now");
    done.doneOn = on;
    put(facts, done);
    auto contact = called<model::Liaison>("contact");
    contact.person = leaver;
    put(facts, contact);
    CHECK(uidsOf(facts) == QStringList{QStringLiteral("now"), QStringLiteral("contact"), QStringLiteral("task-now")});
}

TEST_CASE("a problem is its handler's, else whoever took its last step, else its finders'", "[handover][HAND-1]")
{
    model::CampaignFacts facts;
    facts.inspections = {inspectionOf(named("u"), model::InspectionKind::Daily, on.addDays(-30))};
    facts.inspections[0].inspectors = QStringLiteral("王某、李某");
    struct Row {
        const char* handler;
        const char* step;
        bool isClosed;
        const char* whose;
    };
    for (const Row& row : {Row{"", "", false, "王某、李某"},
                           {"", "李某", false, "李某"},
                           {"王某", "李某", false, "王某"},
                           {"", "王 某", false, "王某"},
                           {"赵某", "王某", false, "赵某"}}) {
        INFO(row.handler << "/" << row.step);
        auto problem = called<model::Problem>("p");
        problem.inspection = facts.inspections[0].uid;
        problem.handler = QString::fromUtf8(row.handler);
        problem.dueOn = on.addDays(5);
        facts.problems = {problem};
        facts.problemSteps.clear();
        if (*row.step)
            facts.problemSteps = {stepOf(problem.uid, model::StepKind::Advised, on.addDays(-20), row.step)};
        for (const QString& person : {leaver, QStringLiteral("李某"), QStringLiteral("赵某")}) {
            const auto work = rules::openWorkOf(facts, person, on);
            CHECK(work.size() == QString::fromUtf8(row.whose).split(QStringLiteral("、")).contains(person));
            if (!work.isEmpty()) {
                CHECK(work.first().due == problem.dueOn);
                CHECK((work.first().way == HandoverWay::Renamed));
            }
        }
    }
}

TEST_CASE("what is answered, held or past is no open work any more", "[handover][HAND-1]")
{
    model::CampaignFacts facts;
    for (const bool isDone : {false, true}) {
        auto complaint = called<model::Complaint>(isDone ? "complaint-done" : "complaint");
        complaint.handler = leaver;
        complaint.answeredOn = isDone ? on : QDate();
        put(facts, complaint);
        auto plan = called<model::InspectionPlan>(isDone ? "plan-done" : "plan");
        plan.team = QStringLiteral("李某、王某");
        plan.to = isDone ? on.addDays(-1) : on;
        put(facts, plan);
        auto visit = called<model::ServiceVisit>(isDone ? "visit-done" : "visit");
        visit.persons = leaver;
        visit.doneOn = isDone ? on : QDate();
        put(facts, visit);
    }
    CHECK(uidsOf(facts) == QStringList{QStringLiteral("complaint"), QStringLiteral("plan"), QStringLiteral("visit")});
    CHECK(uidsOf(facts, QStringLiteral("陈某")).isEmpty());
    CHECK(uidsOf(facts, QString()).isEmpty());
}
