// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "model/publicity_records.h"
#include "services/overview.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// A red-list entry that a clerk drafted and that waits for its approvals.
struct Drafted : OpenCampaign {
    const model::RecordKind& kind = model::kindOf<model::ListEntry>();
    Uid entry;

    Drafted()
    {
        importSample("unit", "roster.xlsx");
        as(services::Role::Clerk);
        model::ListEntry drafted;
        drafted.unit = unitOf(model::Trade::Shop).uid;
        drafted.colour = model::ListColour::Red;
        drafted.ground = QStringLiteral("全年检查优秀");
        drafted.draftedOn = day("2024-09-20");
        entry = need(services::addRecord(*workspace, model::toRecord(drafted))).uid;
    }

    void as(services::Role role) { reopenAs({QStringLiteral("甲"), role, {}, true}); }

    Result<services::Written> approve(const char* action, const char* on)
    {
        const services::Action& approval = *services::findAction(kind, QLatin1String(action));
        return services::doAction(*workspace, approval, entry, {{services::inputsOf(approval).first().key, day(on)}});
    }

    Result<services::Written> correct(const char* field, const model::Value& value)
    {
        const auto stored = need(services::findRecord(*workspace, kind, entry));
        return services::correctRecord(*workspace, kind, entry, stored.version, {{QLatin1String(field), value}}, {});
    }

    model::ListEntry stored()
    {
        return model::fromRecord<model::ListEntry>(need(services::findRecord(*workspace, kind, entry)));
    }

    services::ImportReport importBack(const QByteArray& csv)
    {
        const QString path = folder.filePath(QStringLiteral("名单.csv"));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(csv);
        file.close();
        services::ImportOptions update;
        update.existing = services::Existing::Update;
        return import("list_entry", path, update);
    }
};

} // namespace

TEST_CASE("Town and bureau approve an entry, each by who speaks for it, and each once", "[services][PLAN-3]")
{
    Drafted list;
    CHECK(list.approve("approve_town", "2024-09-23").error().kind == ErrorKind::Denied);
    list.as(services::Role::Leader);
    CHECK(list.approve("approve_bureau", "2024-09-23").error().kind == ErrorKind::Denied);
    need(list.approve("approve_town", "2024-09-23"));
    CHECK(list.approve("approve_town", "2024-09-24").error().code == QStringLiteral("filled_in_already"));
    list.as(services::Role::Section);
    need(list.approve("approve_bureau", "2024-09-24"));
    CHECK(list.stored().townApprovedOn == day("2024-09-23"));
    CHECK(list.stored().bureauApprovedOn == day("2024-09-24"));

    list.as(services::Role::Clerk);                  // publishes what was approved, and does not touch the approvals
    need(list.correct("end_on", day("2024-12-27"))); // published for a time
    need(list.correct("published_on", day("2024-09-27")));
    CHECK(list.correct("town_approved_on", day("2024-09-20")).error().kind == ErrorKind::Denied);
    const auto withdrawn = list.correct("bureau_approved_on", {});
    CHECK(withdrawn.error().kind == ErrorKind::Denied);
    CHECK(withdrawn.error().where == QStringLiteral("bureau_approved_on"));
    CHECK(withdrawn.error().message.contains(QStringLiteral("只能由计量科人员登记")));
}

TEST_CASE("A leader approves and writes nothing else", "[services][PLAN-3]")
{
    Drafted list;
    list.as(services::Role::Leader);
    CHECK(list.correct("ground", QStringLiteral("另一个理由")).error().kind == ErrorKind::Denied);
    need(list.correct("town_approved_on", day("2024-09-23")));
    CHECK(list.stored().ground == QStringLiteral("全年检查优秀"));
}

TEST_CASE("A table brings in no approval that its sender may not give", "[services][PLAN-3]")
{
    Drafted list;
    const QByteArray unit = list.unitOf(model::Trade::Shop).name.toUtf8();
    const QByteArray head("单位名称,名单,列入理由,拟列日期,镇政府批准日期\n");
    const auto refused = list.importBack(head + unit + ",红名单,全年检查优秀,2024-09-20,2024-09-23\n");
    REQUIRE(refused.rejected == 1);
    CHECK(refused.verdicts.first().faults.first().code == QStringLiteral("not_allowed"));
    CHECK(refused.verdicts.first().faults.first().column == QStringLiteral("镇政府批准日期"));
    const auto added = list.importBack(head + unit + ",红名单,又一项理由,2024-09-21,2024-09-23\n");
    CHECK(added.rejected == 1);

    list.as(services::Role::Administrator);
    need(list.approve("approve_town", "2024-09-23"));
    list.as(services::Role::Clerk); // a table that says the same says nothing new
    const auto same = list.importBack(head + unit + ",红名单,全年检查优秀且器具有效,2024-09-20,2024-09-23\n");
    CHECK(same.updated == 1);
    CHECK(list.stored().ground == QStringLiteral("全年检查优秀且器具有效"));
}

TEST_CASE("What waits for approval stands in the to-do list of who gives it, and in no other's", "[services][PLAN-3]")
{
    Drafted list;
    const auto waiting = [&](services::Role role) {
        list.as(role);
        const auto owed = need(services::summaryOn(*list.workspace, *rules::findSummary(QStringLiteral("owed")), {}));
        return std::any_of(owed.rows.begin(), owed.rows.end(),
                           [&](const auto& row) { return row.record == list.entry; });
    };
    CHECK_FALSE(waiting(services::Role::Clerk));
    CHECK_FALSE(waiting(services::Role::Section)); // after the town
    CHECK(waiting(services::Role::Leader));
    need(list.approve("approve_town", "2024-09-23"));
    CHECK_FALSE(waiting(services::Role::Leader));
    CHECK_FALSE(waiting(services::Role::Clerk));
    CHECK(waiting(services::Role::Section));
    need(list.approve("approve_bureau", "2024-09-24"));
    CHECK(waiting(services::Role::Clerk)); // publishes it
    CHECK_FALSE(waiting(services::Role::Leader));
}
