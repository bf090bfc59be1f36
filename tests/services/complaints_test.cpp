// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include "services/picks.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

QStringList rowWith(const rules::Summary& summary, const QString& subject, const QString& clock)
{
    for (const rules::SummaryRow& row : summary.rows)
        if (row.cells.contains(subject) && row.cells.contains(clock))
            return row.cells;
    return {};
}

} // namespace

TEST_CASE("A complaint pauses while something is tested, and its end is told in time", "[services][STA-5]")
{
    Office office;
    const Uid complaint = office.put(
        "complaint",
        QStringLiteral(
            R"({"kind":"complaint","received_on":"2024-09-02","channel":"visit","unit":"%1","person":"甲","subject":"短秤","handed_on":"2024-09-03","accepted_on":"2024-09-04"})")
            .arg(office.unit().uid.toString()));
    const QString subject = QStringLiteral("短秤");
    const auto state = [&](const QString& clock, const char* on) {
        return rowWith(office.summary("clocks", on), subject, clock).value(7);
    };
    CHECK(office.act("testing_ended", "complaint", complaint, R"({"on":"2024-09-12"})").error().code
          == QLatin1String("step_not_allowed"));
    need(office.act("testing_begun", "complaint", complaint, R"({"on":"2024-09-10","persons":"所员"})"));
    CHECK(state(QStringLiteral("调解终结"), "2024-09-15").contains(QStringLiteral("暂停")));
    CHECK(office.owed(complaint, "2024-12-31").isEmpty()); // nothing is late while it is tested
    need(office.act("testing_ended", "complaint", complaint, R"({"on":"2024-09-20"})"));
    CHECK(rowWith(office.summary("clocks"), subject, QStringLiteral("调解终结"))
              .at(4)
              .contains(QStringLiteral("扣除鉴定、检测 10 天")));
    const auto stored = office.all<model::Complaint>().first();
    need(services::correctRecord(*office.workspace, model::kindOf<model::Complaint>(), complaint, stored.version,
                                 {{QStringLiteral("ended_on"), day("2024-10-15")},
                                  {QStringLiteral("outcome"), QStringLiteral("not_settled")},
                                  {QStringLiteral("end_ground"), QStringLiteral("no_agreement")}},
                                 {}));
    CHECK(state(QStringLiteral("告知终止调解"), "2024-10-16").contains(QStringLiteral("还有")));
    CHECK(state(QStringLiteral("告知终止调解"), "2024-11-20").contains(QStringLiteral("已逾期")));
    CHECK(office.owed(complaint).at(2).contains(QStringLiteral("告知终止调解"))); // 我的待办 says which
    need(office.act("termination_told", "complaint", complaint, R"({"on":"2024-10-18"})"));
    CHECK(state(QStringLiteral("告知终止调解"), "2024-11-20").contains(QStringLiteral("已办结")));
    CHECK(office.owed(complaint).isEmpty());
}

TEST_CASE("The station accepts, refuses and ends a complaint; the office hands it over and answers",
          "[services][STA-5]")
{
    Office office;
    using enum services::Role;
    const auto complaint = [&] {
        return office.put(
            "complaint",
            QStringLiteral(
                R"({"kind":"complaint","received_on":"2024-11-04","channel":"visit","unit":"%1","subject":"短秤"})")
                .arg(office.unit().uid.toString()));
    };
    const Uid settled = complaint();
    const Uid refused = complaint();
    const Uid ended = complaint();
    const Uid station = office.unit().station;
    const struct {
        const char* action;
        Uid uid;
        const char* json;
        bool isStations;
    } rows[]{
        {"hand_over", settled, R"({"handed_on":"2024-11-05"})", false},
        {"accept", settled, R"({"accepted_on":"2024-11-06"})", true},
        {"mediate", settled, R"({"ended_on":"2024-11-12"})", true},
        {"answer", settled, R"({"answered_on":"2024-11-13","answer":"已退差价"})", false},
        {"refuse", refused, R"({"refused_on":"2024-11-06","refusal_item":"dealt_with"})", true},
        {"accept", ended, R"({"accepted_on":"2024-11-06"})", true},
        {"end", ended, R"({"ended_on":"2024-11-14","end_ground":"no_agreement","outcome":"not_settled"})", true},
    };
    for (const auto& row : rows) {
        INFO(row.action);
        for (const auto role : {Leader, Clerk}) {
            office.reopenAs({QStringLiteral("甲"), role, {}, true});
            if (role == Leader || row.isStations)
                CHECK(office.act(row.action, "complaint", row.uid, QString::fromUtf8(row.json)).error().kind
                      == ErrorKind::Denied);
        }
        if (row.isStations)
            office.reopenAs({QStringLiteral("所员"), Officer, station, true});
        need(office.act(row.action, "complaint", row.uid, QString::fromUtf8(row.json)));
        CHECK(office.act(row.action, "complaint", row.uid, QString::fromUtf8(row.json)).error().code
              == QLatin1String("filled_in_already"));
    }
    const auto stored = office.find<model::Complaint>(settled);
    CHECK(stored.handedOn == day("2024-11-05"));
    CHECK(stored.outcome == model::ComplaintOutcome::Settled);
    CHECK(stored.answer == QStringLiteral("已退差价"));
    CHECK(office.find<model::Complaint>(refused).refusalItem == model::RefusalGround::DealtWith);
    CHECK(office.find<model::Complaint>(ended).endGround == model::EndGround::NoAgreement);
}

TEST_CASE("An action that fills in asks for what it must have, and lets the rest be", "[services][STA-5]")
{
    Office office;
    const Uid complaint = office.put(
        "complaint",
        QStringLiteral(
            R"({"kind":"complaint","received_on":"2024-11-04","channel":"visit","unit":"%1","subject":"短秤"})")
            .arg(office.unit().uid.toString()));
    CHECK(office.act("refuse", "complaint", complaint, R"({"refusal_item":"dealt_with"})").error().where
          == QLatin1String("refused_on"));
    CHECK(office.act("refuse", "complaint", complaint, R"({"refused_on":"2024-11-06"})").error().where
          == QLatin1String("refusal_item")); // says the record
    CHECK(office.act("mediate", "complaint", complaint, R"({"ended_on":"2024-11-06"})").error().where
          == QLatin1String("accepted_on"));
    need(office.act("refuse", "complaint", complaint,
                    R"({"refused_on":"2024-11-06","refusal_item":"dealt_with","refusal_ground":"法院已判决"})"));
    CHECK(office.find<model::Complaint>(complaint).refusalGround == QStringLiteral("法院已判决"));
}

TEST_CASE("A problem comes of a complaint once, with its unit, instrument and subject", "[services][STA-5][OFF-4]")
{
    Office office;
    const Uid scale =
        office.put("instrument", QStringLiteral(R"({"unit":"%1","name":"计价秤"})").arg(office.unit().uid.toString()));
    const Uid complaint = office.put(
        "complaint",
        QStringLiteral(
            R"({"kind":"complaint","received_on":"2024-11-04","channel":"visit","unit":"%1","instrument":"%2","subject":"短秤"})")
            .arg(office.unit().uid.toString(), scale.toString()));
    const QString said =
        QStringLiteral(R"({"fault":"其他","found_on":"2024-11-06","due_on":"2024-11-20","severity":"ordinary"})");
    const Uid problem = need(office.act("raise_problem", "complaint", complaint, said)).uid;
    const auto raised = office.find<model::Problem>(problem);
    CHECK(raised.source == model::ProblemSource::Complaint);
    CHECK(raised.unit == office.unit().uid);
    CHECK(raised.instrument == scale);
    CHECK(raised.description == QStringLiteral("短秤"));
    CHECK(office.find<model::Complaint>(complaint).problem == problem);
    CHECK(office.act("raise_problem", "complaint", complaint, said).error().code == QLatin1String("already_there"));
}

TEST_CASE("What the station received itself is not handed over to it", "[services][STA-5]")
{
    Office office;
    const auto put = [&](const char* receiver) {
        office.put(
            "complaint",
            QStringLiteral(
                R"({"kind":"report","received_on":"2024-11-04","channel":"letter","respondent":"某店","subject":"%1"%2})")
                .arg(*receiver ? QStringLiteral("所里收的") : QStringLiteral("镇里收的"), QLatin1String(receiver)));
    };
    put("");
    put(R"(,"receiver":"station")");
    CHECK_FALSE(rowWith(office.summary("clocks"), QStringLiteral("镇里收的"), QStringLiteral("移交监管所")).isEmpty());
    CHECK(rowWith(office.summary("clocks"), QStringLiteral("所里收的"), QStringLiteral("移交监管所")).isEmpty());
    CHECK_FALSE(rowWith(office.summary("clocks"), QStringLiteral("所里收的"), QStringLiteral("核查")).isEmpty());
}

TEST_CASE("投诉 and 举报 of one call are two records, each with its own clocks", "[services][STA-5]")
{
    Office office;
    const Uid complaint = office.put(
        "complaint",
        QStringLiteral(
            R"({"kind":"complaint","received_on":"2024-11-04","channel":"hotline_12345","unit":"%1","person":"甲","phone":"不公开","facts":"复称少50克","subject":"短秤"})")
            .arg(office.unit().uid.toString()));
    CHECK(office.act("twin_complaint", "complaint", complaint).error().code == QLatin1String("same_kind"));
    const Uid report = need(office.act("twin_report", "complaint", complaint)).uid;
    const auto records = office.all<model::Complaint>();
    REQUIRE(records.size() == 2);
    const auto& other = records.last();
    CHECK(other.uid == report);
    CHECK(other.kind == model::ComplaintKind::Report);
    CHECK(other.twin == complaint);
    CHECK(other.receivedOn == day("2024-11-04"));
    CHECK(other.facts == QStringLiteral("复称少50克"));
    CHECK(other.unit == office.unit().uid);
    CHECK(other.number == 2);
    need(office.act("check_extended", "complaint", report, R"({"on":"2024-11-20","persons":"分管局长"})"));
    CHECK(rowWith(office.summary("clocks"), QStringLiteral("举报"), QStringLiteral("核查"))
              .at(4)
              .contains(QStringLiteral("批准延长")));
    CHECK(
        office.act("check_extended", "complaint", complaint, R"({"on":"2024-11-20","persons":"分管局长"})").error().code
        == QLatin1String("step_not_allowed")); // a complaint is mediated, not checked
}

TEST_CASE("A case is filed from what brought it up, and keeps the link", "[services][STA-4][BUR-4]")
{
    Office office;
    const QString unit = office.unit().uid.toString();
    const QString basis = QStringLiteral(
        R"({"number":"演示案〔2024〕%1号","filed_on":"2024-11-06","legal_basis":"计量法实施细则第43条；计量法第二十五条"})");
    const Uid complaint = office.put(
        "complaint",
        QStringLiteral(
            R"({"kind":"report","received_on":"2024-11-04","channel":"letter","unit":"%1","subject":"使用未检定的秤"})")
            .arg(unit));
    const auto fromComplaint = need(office.act("file_case", "complaint", complaint, basis.arg(1)));
    const Uid problem = office.put(
        "problem",
        QStringLiteral(
            R"({"unit":"%1","fault":"其他","description":"计价秤没有检定标贴","found_on":"2024-11-05","due_on":"2024-11-20","source":"other"})")
            .arg(unit));
    need(office.act("file_case", "problem", problem, basis.arg(2)));
    const QString supervisor = office.put("supervisor", R"({"name":"甲","recruited_on":"2024-03-10"})").toString();
    const Uid report = office.put(
        "supervisor_report",
        QStringLiteral(
            R"({"unit":"%1","supervisor":"%2","on":"2024-11-01","received_on":"2024-11-01","content":"秤上有可疑按键"})")
            .arg(unit, supervisor));
    need(office.act("file_case", "supervisor_report", report, basis.arg(3)));
    const auto cases = office.all<model::EnforcementCase>();
    REQUIRE(cases.size() == 3);
    CHECK(cases[0].uid == fromComplaint.uid);
    CHECK(cases[0].complaint == complaint);
    CHECK(cases[0].source == model::CaseSource::Complaint);
    CHECK(cases[0].facts == QStringLiteral("使用未检定的秤"));
    CHECK(cases[1].problem == problem);
    CHECK(cases[1].facts == QStringLiteral("计价秤没有检定标贴"));
    CHECK(cases[2].supervisorReport == report);
    CHECK(cases[2].source == model::CaseSource::Supervisor);
    for (const auto& one : cases)
        CHECK(one.unit.toString() == unit);
}

TEST_CASE("The legal basis is picked from the articles in force on the day", "[services][STA-4]")
{
    Office office;
    const model::Field& field = *model::kindOf<model::EnforcementCase>().field(QStringLiteral("legal_basis"));
    const auto offered = [&](const char* on) {
        QStringList keys;
        for (const auto& [pick, unit] : need(services::picksOf(*office.workspace, field, day(on))))
            keys << pick.key;
        return keys;
    };
    const QString market = QStringLiteral("《集贸市场计量监督管理办法》第九条");
    CHECK_FALSE(offered("2024-11-20").contains(market));
    CHECK(offered("2025-03-01").contains(market));
    const QString json =
        QStringLiteral(
            R"({"number":"1","source":"inspection","unit":"%1","filed_on":"2024-09-01","facts":"使用未检定的秤","legal_basis":"%2"})")
            .arg(office.unit().uid.toString());
    const Error early = office.refused("enforcement_case", json.arg(market));
    CHECK(early.code == QLatin1String("article_not_in_force"));
    CHECK(early.where == QLatin1String("legal_basis"));
    CHECK(office.refused("enforcement_case", json.arg(QStringLiteral("镇里的规定"))).code
          == QLatin1String("unknown_article"));
    office.put("enforcement_case", json.arg(QStringLiteral("《计量法》第二十五条")));
}

TEST_CASE("A complaint keeps telephone numbers and no identity number", "[services][STA-5]")
{
    Office office;
    const QString json = QStringLiteral(
        R"({"kind":"complaint","received_on":"2024-09-20","channel":"call","respondent":"路边摊","subject":"缺斤短两","facts":"%1"})");
    const Error refused = office.refused("complaint", json.arg(QStringLiteral("投诉人身份证31011519900101123X")));
    CHECK(refused.code == QLatin1String("personal_data"));
    CHECK(refused.where == QLatin1String("facts"));
    office.put("complaint", json.arg(QStringLiteral("投诉人电话13800000000，工单号20240920000123456")));
}
