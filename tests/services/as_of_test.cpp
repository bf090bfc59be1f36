// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "model/publicity_records.h"
#include "model/service_records.h"
#include "model/supervisor_records.h"
#include "services/history.h"
#include "services/overview.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

struct Office : OpenCampaign {
    Office() { importSample("unit", "roster.xlsx"); }

    Uid put(const char* kind, const QJsonObject& json)
    {
        model::Record record = need(model::withJson(model::Record(*model::findKind(QLatin1String(kind))), json));
        record.fillPresumed();
        return need(services::addRecord(*workspace, record)).uid;
    }

    rules::MilestoneStanding milestone(const char* key, const char* on)
    {
        for (const rules::PhaseStanding& phase : need(services::statusOn(*workspace, day(on))).phases)
            for (const rules::MilestoneStanding& one : phase.milestones)
                if (one.key == QLatin1String(key))
                    return one;
        FAIL("no such milestone");
        return {};
    }
};

} // namespace

TEST_CASE("A list of an earlier day shows no answer that came later, nor what came about with a later meeting",
          "[services]")
{
    Office office;
    const QString unit = office.unitOf(model::Trade::Shop).uid.toString();
    const QString organisation = office.all<model::Organisation>().first().uid.toString();
    office.put("guidance", {{"organisation", organisation},
                            {"on", "2024-06-03"},
                            {"adviser", "甲"},
                            {"subject", "台账"},
                            {"due_on", "2024-06-20"},
                            {"answered_on", "2024-06-18"},
                            {"answer", "已补"}});
    const Uid meeting = office.put("activity", {{"title", "例会"}, {"kind", "meeting"}, {"on", "2024-06-20"}});
    office.put("follow_up", {{"activity", meeting.toString()},
                             {"content", "补台账"},
                             {"organisation", organisation},
                             {"due_on", "2024-07-20"}});
    office.put("service_point",
               {{"name", "便民点"}, {"address", "某路1号"}, {"from", "2024-05-10"}, {"to", "2024-09-01"}});
    office.put("stallholder",
               {{"unit", unit}, {"stall", "1"}, {"name", "摊主"}, {"committed", true}, {"committed_on", "2024-06-10"}});

    const auto rows = [&](const char* kind, const char* on) {
        return need(services::listRecords(*office.workspace, *model::findKind(QLatin1String(kind)), {.asOf = day(on)}));
    };
    CHECK(model::isEmpty(rows("guidance", "2024-06-17").first().value("answered_on")));
    CHECK(model::isEmpty(rows("guidance", "2024-06-17").first().value("answer")));
    CHECK(model::textOf(rows("guidance", "2024-06-18").first().value("answer")) == QStringLiteral("已补"));
    CHECK(rows("follow_up", "2024-06-19").isEmpty());
    CHECK(rows("follow_up", "2024-06-20").size() == 1);
    CHECK(rows("service_point", "2024-05-09").isEmpty());
    CHECK(model::isEmpty(rows("service_point", "2024-08-31").first().value("to")));
    CHECK_FALSE(model::flagOf(rows("stallholder", "2024-06-09").first().value("committed")));
    CHECK(model::flagOf(rows("stallholder", "2024-06-10").first().value("committed")));
}

TEST_CASE("A unit's measurement manager is another from the day of the change on", "[services]")
{
    Office office;
    const model::Unit unit = office.unitOf(model::Trade::Shop);
    need(services::changeRecord(*office.workspace, model::kindOf<model::Unit>(), unit.uid,
                                {{QStringLiteral("manager"), QStringLiteral("新管理员")}}, day("2024-06-01"),
                                QStringLiteral("换人")));
    const auto on = [&](const char* when) {
        return model::fromRecord<model::Unit>(
                   need(services::findRecord(*office.workspace, model::kindOf<model::Unit>(), unit.uid, day(when))))
            .manager;
    };
    CHECK(on("2024-05-31") == unit.manager);
    CHECK(on("2024-06-01") == QStringLiteral("新管理员"));
}

TEST_CASE("A fact entered after its milestone's window shows as entered later, not as late work", "[services][PLAN-1]")
{
    Office office; // today is 1 October
    office.put("milestone_fact", {{"milestone", "plan_published"}, {"on", "2024-03-29"}, {"evidence", "发文"}});
    const auto published = office.milestone("plan_published", "2024-10-01");
    CHECK(published.state == rules::MilestoneState::Done);
    CHECK_FALSE(published.isLate);
    CHECK(published.isEnteredLater);
    CHECK(published.why.contains(QStringLiteral("补登")));

    office.put("activity",
               {{"title", "启动仪式"}, {"kind", "launch"}, {"on", "2024-06-20"}}); // late it was, however entered
    const auto launch = office.milestone("launch_ceremony", "2024-10-01");
    CHECK(launch.isLate);
    CHECK_FALSE(launch.isEnteredLater);
}

TEST_CASE("A correction of what was entered in time does not make it entered later", "[services][PLAN-1]")
{
    Office office;
    office.clock->set(QDateTime(day("2024-10-10"), QTime(9, 0)));
    const Uid uid = office.put(
        "activity", {{"title", "下半年例会"}, {"kind", "meeting"}, {"on", "2024-10-10"}, {"minutes", "议定整改安排"}});
    office.clock->set(QDateTime(day("2025-01-10"), QTime(9, 0)));
    need(services::correctRecord(*office.workspace, model::kindOf<model::Activity>(), uid, 1,
                                 {{QStringLiteral("place"), QStringLiteral("礼堂")}}, {}));
    const auto meeting = office.milestone("meeting_second_half", "2025-02-01");
    CHECK(meeting.state == rules::MilestoneState::Done);
    CHECK_FALSE(meeting.isEnteredLater);
}

TEST_CASE("A clock that was set back makes nothing of an earlier day entered later", "[services][PLAN-1]")
{
    Office office;
    const auto hold = [&](const char* today) {
        office.clock->set(QDateTime(day(today), QTime(9, 0)));
        office.put("activity", {{"title", today}, {"kind", "publicity"}, {"on", today}});
    };
    for (const char* today : {"2025-01-20", "2025-01-21", "2025-01-22", "2025-01-23"})
        hold(today);
    office.clock->set(QDateTime(day("2024-10-10"), QTime(9, 0))); // it ran ahead, and was put right
    office.put("activity",
               {{"title", "下半年例会"}, {"kind", "meeting"}, {"on", "2024-10-10"}, {"minutes", "议定整改安排"}});
    const auto meeting = office.milestone("meeting_second_half", "2025-02-01");
    CHECK(meeting.state == rules::MilestoneState::Done);
    CHECK_FALSE(meeting.isEnteredLater);
}

TEST_CASE("A record's timeline says that it was entered after its day", "[services]")
{
    Office office;
    const auto first = [&](const Uid& uid) {
        return need(services::timelineOf(*office.workspace, uid)).last().sentence;
    };
    CHECK(first(office.put("activity", {{"title", "例会"}, {"kind", "meeting"}, {"on", "2024-06-20"}}))
          == QStringLiteral("补登会议活动（2024年6月20日的事）"));
    CHECK(first(office.put("activity", {{"title", "今天的会"}, {"kind", "meeting"}, {"on", "2024-10-01"}}))
          == QStringLiteral("登记会议活动"));
}

TEST_CASE("Readiness counts the papers that the packet will lack, and says from when they must be made",
          "[services][PLAN-7]")
{
    Office office;
    const auto report = need(services::readinessOn(*office.workspace, day("2024-10-01"), day("2024-11-20")));
    const auto absent =
        std::find_if(report.readiness.risks.begin(), report.readiness.risks.end(),
                     [](const rules::Risk& risk) { return risk.kind == rules::RiskKind::PapersAbsent; });
    REQUIRE(absent != report.readiness.risks.end());
    CHECK(absent->count == absent->papers.size());
    CHECK(absent->count > 5);
    CHECK(absent->startBy == office.workspace->calendar().addWorkingDays(day("2024-11-20"), -10));
    CHECK(absent->why.contains(QStringLiteral("验收材料将缺%1种").arg(absent->count)));
}

TEST_CASE("An officer's to-do list holds his station's business and nothing of the volunteers", "[services][SUP-3]")
{
    Office office;
    const auto units = office.all<model::Unit>();
    const model::Unit own = units.first();
    const auto other =
        std::find_if(units.begin(), units.end(), [&](const auto& unit) { return unit.station != own.station; });
    const QString volunteer =
        office.put("supervisor", {{"name", "张三"}, {"recruited_on", "2024-03-01"}, {"appointed_on", "2024-04-01"}})
            .toString();
    const Uid report = office.put("supervisor_report", {{"unit", own.uid.toString()},
                                                        {"supervisor", volunteer},
                                                        {"on", "2024-09-02"},
                                                        {"received_on", "2024-09-03"},
                                                        {"content", "秤上有污渍"}});
    const auto problemAt = [&](const model::Unit& unit) {
        return office.put("problem", {{"unit", unit.uid.toString()},
                                      {"fault", "其他"},
                                      {"description", unit.name},
                                      {"found_on", "2024-09-02"},
                                      {"due_on", "2024-09-20"},
                                      {"severity", "ordinary"},
                                      {"source", "other"}});
    };
    const Uid ours = problemAt(own);
    const Uid theirs = other == units.end() ? Uid() : problemAt(*other);
    const auto owed = [&] {
        QSet<Uid> records;
        for (const auto& row :
             need(services::summaryOn(*office.workspace, *rules::findSummary(QStringLiteral("owed")), {})).rows)
            records.insert(row.record);
        return records;
    };
    CHECK(owed().contains(report));
    CHECK(owed().contains(ours));
    office.reopenAs({QStringLiteral("所员"), services::Role::Officer, own.station, true});
    CHECK_FALSE(owed().contains(report));
    CHECK(owed().contains(ours));
    if (!theirs.isNull())
        CHECK_FALSE(owed().contains(theirs));
    CHECK_FALSE(services::summaryOn(*office.workspace, *rules::findSummary(QStringLiteral("feedback")), {}));
}
