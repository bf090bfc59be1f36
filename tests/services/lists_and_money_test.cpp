// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include "services/acceptance_draw.h"
#include "services/attachments.h"
#include "services/inspections.h"
#include "services/proposals.h"
#include "services/sign_in_sheet.h"
#include "services/tables.h"

#include "support/pictures.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

const rules::SummaryKind& summaryKind(const char* key)
{
    return *rules::findSummary(QLatin1String(key));
}

/// Every unit is looked at and found good, so that the rules would list it red.
void inspectAll(Office& office, model::InspectionKind kind, const char* on)
{
    for (const model::Unit& unit : office.all<model::Unit>()) {
        services::InspectionForm form;
        form.unit = unit.uid;
        form.kind = kind;
        form.on = day(on);
        form.inspectors = QStringLiteral("甲、乙");
        const rules::Sheet& sheet = *office.workspace->sheets().sheetOf(unit.trade);
        form.answers.sheet = sheet.no;
        for (const rules::SheetItem& item : sheet.items)
            form.answers.answers.append(rules::goodAnswer(item));
        need(services::recordInspection(*office.workspace, form));
    }
}

} // namespace

TEST_CASE("Lists are drafted by one action, and no draft leaves the office", "[services][PLAN-3]")
{
    Office office;
    inspectAll(office, model::InspectionKind::Joint, "2024-09-10");
    const auto drafts = office.summary("list_drafts");
    CHECK(drafts.isDraft);
    CHECK(services::exportSummary(QStringLiteral("名单初稿"), drafts, office.folder.filePath(QStringLiteral("d.xlsx")))
              .error()
              .code
          == QLatin1String("draft"));
    const qint64 entered =
        need(services::takeProposals(*office.workspace, summaryKind("list_drafts"), day("2024-11-20")));
    CHECK(entered == drafts.rows.size());
    CHECK(office.all<model::ListEntry>().size() == entered);
    CHECK(services::takeProposals(*office.workspace, summaryKind("list_drafts"), day("2024-11-20")).error().code
          == QLatin1String("nothing_proposed")); // not twice
    const model::RecordKind& kind = model::kindOf<model::ListEntry>();
    const auto exported = [&] {
        return need(
            services::exportTable(*office.workspace, kind, office.folder.filePath(QStringLiteral("名单.xlsx"))));
    };
    CHECK(exported() == 0);
    CHECK(office.summary("list_states").rows.first().cells.at(5) == QStringLiteral("报镇政府批准"));
    const auto entry = office.all<model::ListEntry>().first();
    office.clock->set(QDateTime(day("2024-11-22"), QTime(9, 0)));
    need(services::correctRecord(*office.workspace, kind, entry.uid, entry.version,
                                 {{QStringLiteral("town_approved_on"), day("2024-11-21")},
                                  {QStringLiteral("bureau_approved_on"), day("2024-11-22")}},
                                 {}));
    CHECK(exported() == 1);
}

TEST_CASE("A black entry is heard before it is approved, in its order and without personal data", "[services][PLAN-3]")
{
    Office office;
    const model::Unit unit = office.unit();
    const QString entry =
        QStringLiteral(
            R"({"unit":"%1","colour":"black","ground":"%2","finding":"复检认定作弊","drafted_on":"2024-08-01"%3})")
            .arg(unit.uid.toString());
    const struct {
        QString ground;
        const char* rest;
        const char* field; ///< of the refusal; "": taken
    } rows[]{
        {QStringLiteral("使用作弊秤"), R"(,"notified_on":"2024-08-05","town_approved_on":"2024-08-20")", "statement"},
        {QStringLiteral("使用作弊秤"), R"(,"town_approved_on":"2024-08-20","no_statement":true)", "notified_on"},
        {QStringLiteral("使用作弊秤"),
         R"(,"notified_on":"2024-08-25","no_statement":true,"town_approved_on":"2024-08-20")", "town_approved_on"},
        {QStringLiteral("使用作弊秤"),
         R"(,"notified_on":"2024-08-05","no_statement":true,"town_approved_on":"2024-08-20","bureau_approved_on":"2024-08-19")",
         "bureau_approved_on"},
        {QStringLiteral("使用作弊秤"),
         R"(,"notified_on":"2024-08-05","no_statement":true,"town_approved_on":"2024-08-20","bureau_approved_on":"2024-08-25","published_on":"2024-09-01")",
         "end_on"},
        {QStringLiteral("老板13800000000使用作弊秤"), "", "ground"},
        {QStringLiteral("身份证11010519491231002X"), "", "ground"},
        {unit.head + QStringLiteral("使用作弊秤"), "", "ground"},
        {QStringLiteral("使用作弊秤，案号20240812345"), "", ""},
        {QStringLiteral("使用作弊秤"),
         R"(,"notified_on":"2024-08-05","statement":"秤是新买的","town_approved_on":"2024-08-20")", ""},
    };
    for (const auto& row : rows) {
        const QString json = entry.arg(row.ground, QString::fromUtf8(row.rest));
        INFO(json);
        if (*row.field)
            CHECK(office.refused("list_entry", json).where == QLatin1String(row.field));
        else
            office.put("list_entry", json);
    }
}

TEST_CASE("A sign-in sheet goes out with the names of those expected and comes back as attendance", "[services][BUR-1]")
{
    Office office;
    const Uid training = office.put(
        "training", R"({"title":"第一批参建单位培训","audience":"units","on":"2024-04-11","topics":"计量法律法规"})");
    const QString path = office.folder.filePath(QStringLiteral("签到.xlsx"));
    CHECK(need(services::writeSignInSheet(*office.workspace, training, path)) == 80); // heads and measurement managers
    const auto report =
        need(services::importFile(*office.workspace, model::kindOf<model::TrainingAttendance>(), path, {}));
    CHECK(report.rejected == 0);
    CHECK(report.accepted == 80);
    CHECK(office.summary("training_owed").pressing() == 80); // nobody was ticked off
    const auto attendance = office.all<model::TrainingAttendance>().first();
    CHECK(attendance.training == training);
    need(services::correctRecord(*office.workspace, model::kindOf<model::TrainingAttendance>(), attendance.uid,
                                 attendance.version, {{QStringLiteral("present"), true}}, {}));
    CHECK(office.summary("training_owed").pressing() == 79);
    CHECK(need(services::writeSignInSheet(*office.workspace, training, path)) == 80); // who is there stands once
}

TEST_CASE("The acceptance team's draw becomes rows with their scores", "[services][PLAN-7][BUR-5]")
{
    Office office;
    const Uid visit = office.put("acceptance_visit", R"({"on":"2024-11-18","team":"市局验收组"})");
    rules::DrawRequest request;
    request.seed = QStringLiteral("现场");
    request.isStratified = true;
    const auto drawn = need(services::drawForVisit(*office.workspace, visit, request));
    const auto rows = office.all<model::DrawnUnit>();
    REQUIRE(rows.size() == 12);
    for (int place = 0; place < rows.size(); ++place)
        CHECK(rows[place].unit == drawn.units[place].uid);
    CHECK(services::drawForVisit(*office.workspace, visit, request).error().code == QLatin1String("drawn_already"));
    CHECK(office.summary("acceptance_scores").pressing() == 12);
    inspectAll(office, model::InspectionKind::Acceptance, "2024-11-19");
    const auto scored = office.summary("acceptance_scores");
    CHECK(scored.pressing() == 0);
    CHECK(scored.rows.first().cells.at(5) == QLatin1String("100"));
    CHECK(office.summary("acceptance_scores", "2024-11-18").pressing() == 12); // not looked at yet
}

TEST_CASE("An expense beyond its budget warns at once and stays owed; one without its voucher does, too",
          "[services][FUND-1]")
{
    Office office;
    office.put("budget_line",
               R"({"year":2024,"category":"publicity","payer":"town","subject":"海报","amount":"100.00"})");
    const auto spend = [&](const char* amount, const char* voucher) {
        const auto record = need(model::withJson(
            model::Record(model::kindOf<model::Expense>()),
            QJsonDocument::fromJson(
                QStringLiteral(
                    R"({"on":"2024-11-04","category":"publicity","payer":"town","subject":"印刷","amount":"%1","voucher":"%2","handler":"甲"})")
                    .arg(QLatin1String(amount), QLatin1String(voucher))
                    .toUtf8())
                .object()));
        return need(services::addRecord(*office.workspace, record));
    };
    const auto within = spend("60.00", "1");
    CHECK(within.remark.isEmpty());
    const auto beyond = spend("60.00", "2");
    CHECK(beyond.remark.contains(QStringLiteral("超支 20.00 元")));
    const auto owed = office.summary("owed").rows;
    CHECK(std::any_of(owed.begin(), owed.end(),
                      [](const auto& row) { return row.cells.contains(QStringLiteral("经费超支")); }));
    CHECK(office.summary("vouchers").pressing() == 2);
    CHECK_FALSE(office.owed(within.uid).isEmpty());
    need(services::attachFiles(*office.workspace, {QStringLiteral("expense"), within.uid},
                               {need(services::loadBytes(picture(40, 30), QStringLiteral("发票.png")))}));
    CHECK(office.summary("vouchers").pressing() == 1);
    CHECK(office.owed(within.uid).isEmpty());
}

TEST_CASE("With one head seated his approval is enough; persons are candidates, too", "[services][PLAN-8]")
{
    Office office;
    const QString supervisor = office.put("supervisor", R"({"name":"甲","recruited_on":"2024-03-10"})").toString();
    office.put(
        "supervisor_report",
        QStringLiteral(
            R"({"unit":"%1","supervisor":"%2","on":"2024-10-08","received_on":"2024-10-09","commitment":"good"})")
            .arg(office.unit().uid.toString(), supervisor));
    const auto candidates = office.row("commendable", QStringLiteral("监督员1号"));
    CHECK(candidates.at(1) == QStringLiteral("个人"));
    CHECK(need(services::takeProposals(*office.workspace, summaryKind("commendable"), day("2024-11-20"))) >= 1);
    CHECK(office.row("commendable", QStringLiteral("监督员1号")).at(5) == QStringLiteral("已提名"));
    const auto heads = office.all<model::Seat>({.where = {{QStringLiteral("role"), QStringLiteral("组长")}}});
    REQUIRE(heads.size() == 2);
    for (const model::SeatHolder& holder : office.all<model::SeatHolder>())
        if (holder.seat == heads.last().uid)
            need(services::correctRecord(*office.workspace, model::kindOf<model::SeatHolder>(), holder.uid,
                                         holder.version, {{QStringLiteral("to"), day("2024-10-31")}}, {}));
    office.put(
        "commendation",
        QStringLiteral(
            R"({"kind":"unit","unit":"%1","subject":"示范单位","reason":"器具全部有效","proposed_on":"2024-11-02","first_approval":"2024-11-05","decision":"宝顾府〔2024〕9号","decided_on":"2024-11-10"})")
            .arg(office.unit().uid.toString()));
}

TEST_CASE("A passed round is due for re-review, and 我的待办 says so in time", "[services][LONG-1]")
{
    Office office;
    const Uid visit =
        office.put("acceptance_visit", R"({"on":"2024-11-18","team":"市局验收组","conclusion":"passed"})");
    CHECK(office.owed(visit, "2027-05-17").isEmpty());
    CHECK(office.owed(visit, "2027-05-18").value(0) == QLatin1String("2027-11-18"));
    office.put("setting", R"({"name":"re_review","days":5,"from":"2025-01-01","reason":"市局通知五年一次"})");
    CHECK(office.owed(visit, "2027-05-18").isEmpty());
}

TEST_CASE("Heads at a meeting are summed by kind", "[services][TOWN-3]")
{
    Office office;
    const QString meeting =
        office.put("activity", R"({"title":"动员大会","kind":"mobilisation","on":"2024-04-02"})").toString();
    for (const char* heads : {"30", "12"})
        office.put("activity_attendance",
                   QStringLiteral(R"({"activity":"%1","group":"resident","person":"居民代表%2","heads":%2})")
                       .arg(meeting, QLatin1String(heads)));
    CHECK(office.row("publicity", QStringLiteral("参加人次：居民")).at(1) == QLatin1String("42"));
}
