// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "services/history.h"
#include "services/overview.h"

using namespace chengheng;
using namespace chengheng::test;
using services::FieldValues;

namespace {

const QString participation = QStringLiteral("participation");

/// A campaign with the roster, of which one unit withdraws from a day on.
struct Withdrawal : OpenCampaign {
    Withdrawal()
    {
        importSample("unit", "roster.xlsx");
        unit = all<model::Unit>().first();
        need(services::changeRecord(*workspace, kind, unit.uid, {{participation, QStringLiteral("withdrawn")}},
                                    day("2024-09-01"), QStringLiteral("停业")));
        change = need(services::datedFactsOf(*workspace, kind, unit.uid)).first();
    }

    QString stateOn(const char* on)
    {
        return model::textOf(need(services::findRecord(*workspace, kind, unit.uid, day(on))).value(participation));
    }

    Result<services::Written> correct(const char* from, const char* value, const char* reason, qint64 version = 1)
    {
        return services::correctChange(
            *workspace, change.uid, version, QDate::fromString(QLatin1String(from), Qt::ISODate),
            *value ? model::Value(QString::fromLatin1(value)) : model::Value(), QString::fromUtf8(reason));
    }

    const model::RecordKind& kind = model::kindOf<model::Unit>();
    model::Unit unit;
    services::DatedFact change;
};

} // namespace

TEST_CASE("A wrongly dated change is corrected, and every day follows", "[services]")
{
    Withdrawal town;
    CHECK(town.change.field.key == participation);
    CHECK(town.change.from == day("2024-09-01"));
    CHECK(town.change.shown == QStringLiteral("退出"));
    CHECK(town.stateOn("2024-08-31") == QStringLiteral("participating"));
    need(town.correct("2024-07-01", "withdrawn", "按停业公告更正日期"));
    CHECK(town.stateOn("2024-06-30") == QStringLiteral("participating"));
    CHECK(town.stateOn("2024-07-01") == QStringLiteral("withdrawn"));
    need(town.correct("2024-07-01", "participating", "登错了单位", 2));
    CHECK(town.stateOn("2024-12-01") == QStringLiteral("participating"));
    CHECK(need(services::datedFactsOf(*town.workspace, town.kind, town.unit.uid)).size() == 1);
}

TEST_CASE("A correction of a change is refused without day, reason, sound value, right version or right", "[services]")
{
    Withdrawal town;
    struct Case {
        const char* from;
        const char* value;
        const char* reason;
        qint64 version;
        const char* where;
    };
    for (const Case& c : {Case{"", "withdrawn", "更正", 1, "from"}, Case{"2024-07-01", "withdrawn", " ", 1, "reason"},
                          Case{"2024-07-01", "", "更正", 1, "participation"}}) {
        const auto refused = town.correct(c.from, c.value, c.reason, c.version);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().where == QLatin1String(c.where));
    }
    const auto stale = town.correct("2024-07-01", "withdrawn", "更正", 7);
    REQUIRE_FALSE(stale);
    CHECK(stale.error().kind == ErrorKind::Conflict);
    CHECK(town.stateOn("2024-08-31") == QStringLiteral("participating"));
    town.reopenAs({QStringLiteral("领导"), services::Role::Leader, {}, true});
    const auto denied = town.correct("2024-07-01", "withdrawn", "更正");
    REQUIRE_FALSE(denied);
    CHECK(denied.error().kind == ErrorKind::Denied);
}

TEST_CASE("A record's timeline tells of its dated changes, their corrections and names, newest first", "[services]")
{
    Withdrawal town;
    need(town.correct("2024-07-01", "withdrawn", "按停业公告更正日期"));
    const auto stations = town.all<model::Organisation>(
        {.where = {{QStringLiteral("kind"), model::keyOf(model::OrganisationKind::Station)}}});
    REQUIRE_FALSE(stations.isEmpty());
    const model::Organisation& station = stations.last();
    need(services::changeRecord(*town.workspace, town.kind, town.unit.uid,
                                {{QStringLiteral("station"), station.uid.toString()}}, day("2024-08-01"),
                                QStringLiteral("划转")));
    const auto timeline = need(services::timelineOf(*town.workspace, town.unit.uid));
    REQUIRE(timeline.size() == 4);
    CHECK(timeline[0].sentence == QStringLiteral("自 2024-08-01 起监管所：%1").arg(station.name));
    CHECK(timeline[1].sentence
          == QStringLiteral(
              "更正“自 2024-09-01 起参建状态：退出”为“自 2024-07-01 起参建状态：退出”；原因：按停业公告更正日期"));
    CHECK(timeline[2].sentence == QStringLiteral("自 2024-09-01 起参建状态：退出"));
    CHECK(timeline[3].sentence.startsWith(QStringLiteral("登记参建单位")));
}

TEST_CASE("What is sent a second time answers with the record it made the first time", "[services]")
{
    OpenCampaign campaign;
    model::Organisation office;
    office.name = QStringLiteral("示例办公室");
    const Uid intent = Uid::create();
    const auto first = need(services::addRecord(*campaign.workspace, model::toRecord(office), intent));
    const auto again = need(services::addRecord(*campaign.workspace, model::toRecord(office), intent));
    CHECK(again.uid == first.uid);
    CHECK(again.seq == first.seq);
    CHECK_FALSE(first.uid.isNull());
}

TEST_CASE("A write that changes nothing at all is refused", "[services]")
{
    Withdrawal town;
    for (const bool isCorrection : {true, false}) {
        const auto refused = isCorrection ? services::correctRecord(*town.workspace, town.kind, town.unit.uid,
                                                                    town.unit.version, {}, QStringLiteral("更正"))
                                          : services::changeRecord(*town.workspace, town.kind, town.unit.uid, {},
                                                                   day("2024-09-01"), QStringLiteral("变更"));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == QStringLiteral("nothing_to_write"));
    }
}
