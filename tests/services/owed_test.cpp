// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include "rules/settings.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// The cells of the line about something, of one register or table.
QStringList lineOf(Office& office, const QString& kind, const QString& what, const char* on = "2024-11-20")
{
    for (const rules::SummaryRow& row : office.summary("owed", on).rows)
        if (row.kind == kind && row.cells.at(2).contains(what))
            return row.cells;
    return {};
}

Uid addInstrument(Office& office, const char* name)
{
    return office.put("instrument", QStringLiteral(R"({"unit":"%1","name":"%2","cycle_months":12})")
                                        .arg(office.unit().uid.toString(), QString::fromUtf8(name)));
}

} // namespace

TEST_CASE("An instrument that failed or was never verified is owed on the day itself", "[services][STA-3]")
{
    Office office;
    const Uid unknown = addInstrument(office, "无记录的秤");
    const Uid failed = addInstrument(office, "不合格的秤");
    const Uid sound = addInstrument(office, "合格的秤");
    for (const auto& [uid, result] : {std::pair{failed, "failed"}, std::pair{sound, "passed"}})
        office.put("verification", QStringLiteral(R"({"instrument":"%1","verified_on":"2024-11-04","result":"%2"})")
                                       .arg(uid.toString(), QLatin1String(result)));
    CHECK(office.owed(unknown)
          == QStringList({"2024-11-20", QStringLiteral("今天"), QStringLiteral("器具检定：无检定记录"),
                          office.owed(unknown).value(3)}));
    CHECK(office.owed(failed).value(2) == QStringLiteral("器具检定：不合格"));
    CHECK(office.owed(sound).isEmpty());
}

TEST_CASE("The next step with an entry of the lists waits for whoever takes it", "[services][PLAN-3]")
{
    Office office;
    const QString head =
        QStringLiteral(
            R"({"unit":"%1","colour":"black","ground":"使用作弊秤","finding":"复检认定作弊","drafted_on":"2024-08-01")")
            .arg(office.unit().uid.toString());
    struct Row {
        const char* rest;
        const char* next;
        const char* since;
        QVector<services::Role> whose;
    };
    using enum services::Role;
    const Row rows[]{
        {"", "告知单位", "2024-08-01", {Clerk, Section}},
        {R"(,"notified_on":"2024-08-05")", "听取陈述申辩", "2024-08-05", {Clerk, Section}},
        {R"(,"notified_on":"2024-08-05","no_statement":true)", "报镇政府批准", "2024-08-05", {Leader}},
        {R"(,"notified_on":"2024-08-05","no_statement":true,"town_approved_on":"2024-08-20")",
         "报区局批准",
         "2024-08-20",
         {Section}},
        {R"(,"notified_on":"2024-08-05","no_statement":true,"town_approved_on":"2024-08-20","bureau_approved_on":"2024-08-22")",
         "公布",
         "2024-08-22",
         {Clerk, Section}},
        {R"(,"notified_on":"2024-08-05","no_statement":true,"town_approved_on":"2024-08-20","bureau_approved_on":"2024-08-22","published_on":"2024-09-01","end_on":"2024-10-31")",
         "移出名单",
         "2024-10-31",
         {Clerk, Section}},
    };
    QVector<Uid> entries;
    for (const Row& row : rows) {
        entries.append(office.put("list_entry", head + QLatin1String(row.rest) + QLatin1Char('}')));
        const QStringList owed = office.owed(entries.last());
        INFO(row.next);
        CHECK(owed.value(0) == QLatin1String(row.since));
        CHECK(owed.value(2).contains(QString::fromUtf8(row.next)));
    }
    const Uid station = office.unit().station;
    for (const auto role : {Clerk, Section, Leader, Officer}) {
        office.reopenAs({QStringLiteral("某人"), role, station, true});
        for (qsizetype i = 0; i < entries.size(); ++i) {
            INFO(int(role) << ' ' << rows[i].next);
            CHECK(office.owed(entries[i]).isEmpty() == !rows[i].whose.contains(role));
        }
    }
}

TEST_CASE("What the tables know as pressing stands in 我的待办, with as many names",
          "[services][TOWN-9][BUR-1][STA-2][SUP-4]")
{
    Office office;
    const Uid application =
        office.put("application", R"({"title":"验收申请书","kind":"acceptance","drafted_on":"2024-11-01"})");
    for (const char* step : {"sealed", "co_signed", "submitted"})
        office.put("application_step", QStringLiteral(R"({"application":"%1","kind":"%2","on":"2024-11-04"})")
                                           .arg(application.toString(), QLatin1String(step)));
    CHECK(lineOf(office, QStringLiteral("applications"), QStringLiteral("申请进度")).isEmpty());
    office.put("application_step",
               QStringLiteral(R"({"application":"%1","kind":"returned","on":"2024-11-06","opinion":"缺附表"})")
                   .arg(application.toString()));
    CHECK(lineOf(office, QStringLiteral("applications"), QStringLiteral("申请进度")).value(3)
          == QStringLiteral("验收申请书"));
    office.put("inspection_plan", R"({"name":"9月联合检查","kind":"joint","from":"2024-09-02","to":"2024-09-13"})");
    CHECK(lineOf(office, QStringLiteral("plan_progress"), QStringLiteral("计划执行")).value(3)
          == QStringLiteral("9月联合检查"));
    CHECK(lineOf(office, QStringLiteral("plan_progress"), QStringLiteral("计划执行"), "2024-09-13")
              .isEmpty()); // its last day
    for (const char* key : {"training_owed", "freshness", "coverage"}) {
        INFO(key);
        const qsizetype pressing = office.summary(key).pressing();
        CHECK(pressing > 3);
        CHECK(lineOf(office, QLatin1String(key), {}).value(3).endsWith(QStringLiteral("等 %1 项").arg(pressing)));
    }
}

TEST_CASE("A vacant seat and a term that has run out are owed", "[services][ORG-5][TOWN-5]")
{
    Office office;
    const QString uid =
        office
            .put(
                "supervisor",
                R"({"name":"甲","recruited_on":"2023-09-10","trained_on":"2023-09-20","appointed_on":"2023-10-01","certificate":"JD-1","term_to":"2024-09-30"})")
            .toString();
    CHECK(office.owed(Uid(uid)).value(0) == QLatin1String("2024-09-30"));
    CHECK(office.owed(Uid(uid), "2024-09-01").isEmpty());
    const auto stored = office.all<model::Supervisor>().first();
    need(services::correctRecord(*office.workspace, model::kindOf<model::Supervisor>(), stored.uid, stored.version,
                                 {{QStringLiteral("ended_on"), day("2024-10-08")}}, {}));
    CHECK(office.owed(Uid(uid)).isEmpty());
    CHECK(lineOf(office, QStringLiteral("seat"), QStringLiteral("席位空缺"), "2024-10-31").isEmpty());
    const auto holder = office.all<model::SeatHolder>().first();
    need(services::correctRecord(*office.workspace, model::kindOf<model::SeatHolder>(), holder.uid, holder.version,
                                 {{QStringLiteral("to"), day("2024-10-31")}}, {}));
    CHECK(lineOf(office, QStringLiteral("seat"), QStringLiteral("席位空缺")).size() == 4);
}

TEST_CASE("A report is late in 我的待办 on the day the feedback table says so, and no day sooner", "[services][SUP-4]")
{
    Office office;
    const Uid supervisor = office.put("supervisor", R"({"name":"甲","recruited_on":"2024-03-10"})");
    const Uid report = office.put(
        "supervisor_report",
        QStringLiteral(
            R"({"unit":"%1","supervisor":"%2","on":"2024-10-08","received_on":"2024-10-08","commitment":"good"})")
            .arg(office.unit().uid.toString(), supervisor.toString()));
    const auto isLate = [&](const char* on) {
        return office.owed(report, on).value(1).startsWith(QStringLiteral("逾期"));
    };
    for (const char* setting : {"", R"({"name":"feedback_answer","days":5,"from":"2024-10-01","reason":"人手不足"})"}) {
        if (*setting)
            office.put("setting", QString::fromUtf8(setting));
        for (const char* on : {"2024-10-09", "2024-10-11", "2024-10-12", "2024-10-15", "2024-10-16", "2024-10-21"}) {
            INFO(setting << on);
            CHECK(isLate(on) == (office.summary("feedback", on).pressing() == 1));
        }
    }
    CHECK(isLate("2024-10-21"));
    CHECK_FALSE(isLate("2024-10-14")); // the fifth, for Saturday the twelfth is worked
}

TEST_CASE("A unit's own complaint waits, and is late on no day", "[services][UNIT-1]")
{
    Office office;
    const Uid complaint = office.put(
        "unit_complaint", QStringLiteral(R"({"unit":"%1","on":"2024-11-04","kind":"complaint","subject":"缺秤半两"})")
                              .arg(office.unit().uid.toString()));
    CHECK(office.owed(complaint).value(1) == QStringLiteral("已等 16 天"));
    const auto stored = office.all<model::UnitComplaint>().first();
    need(services::correctRecord(*office.workspace, model::kindOf<model::UnitComplaint>(), complaint, stored.version,
                                 {{QStringLiteral("handled_on"), day("2024-11-08")}}, {}));
    CHECK(office.owed(complaint).isEmpty());
    CHECK_FALSE(office.owed(complaint, "2024-11-07").isEmpty());
}

TEST_CASE("Each count of pressing lines is that of the table it opens", "[services]")
{
    Office office;
    addInstrument(office, "秤");
    office.put(
        "complaint",
        R"({"kind":"report","received_on":"2024-10-08","channel":"letter","respondent":"某店","subject":"旧件"})");
    for (const auto role : {services::Role::Administrator, services::Role::Officer}) {
        office.reopenAs({QStringLiteral("某人"), role, office.unit().station, true});
        const auto counts = need(services::pressingOn(*office.workspace, day("2024-11-20")));
        CHECK(counts.contains(QStringLiteral("feedback")) == (role != services::Role::Officer));
        CHECK(counts.value(QStringLiteral("clocks")) == 2);
        for (const rules::SummaryKind& kind : rules::allSummaries()) {
            INFO(kind.key);
            if (counts.contains(kind.key))
                CHECK(counts.value(kind.key)
                      == need(services::summaryOn(*office.workspace, kind, day("2024-11-20"))).pressing());
            else
                CHECK(services::summaryOn(*office.workspace, kind, day("2024-11-20")).error().kind
                      == ErrorKind::Denied);
        }
    }
}
