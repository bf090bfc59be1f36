// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf_tools.h"

#include "documents/archive_paper.h"
#include "documents/brief_paper.h"
#include "documents/code_reader.h"
#include "documents/label_paper.h"
#include "documents/rehearsal_paper.h"
#include "documents/unit_folder_paper.h"
#include "documents/visit_paper.h"
#include "model/closing_records.h"
#include "model/supervisor_records.h"
#include "model/training_records.h"
#include "rules/calendar_parser.h"
#include "rules/invented_facts.h"

#include <QImage>

using namespace chengheng;
using namespace chengheng::documents;
using namespace chengheng::test;

namespace {

struct Rules
{
    rules::Plan plan =
        need(rules::parsePlan(readFile(sourcePath(QStringLiteral("resources/plans/gucun-2024.json"))), QStringLiteral("plan")));
    rules::SheetEdition sheets =
        need(rules::parseSheets(readFile(sourcePath(QStringLiteral("resources/sheets/reference-draft.json"))), QStringLiteral("sheets")));
    WorkingCalendar calendar = need(
        rules::parseCalendar(readFile(sourcePath(QStringLiteral("resources/calendars/cn-holidays-2024-2026.json"))), QStringLiteral("calendar")));
};

const Rules& builtInRules()
{
    static const Rules all;
    return all;
}

rules::SummaryInput inputOf(const model::CampaignFacts& facts)
{
    const Rules& all = builtInRules();
    return {facts, all.plan, all.sheets, all.calendar, day("2024-06-12")};
}

model::Unit shop(qint64 number, const char* name, const char* road)
{
    model::Unit unit = unitOf(numbered("u", number), model::Trade::Shop);
    unit.registrationNumber = number;
    unit.name = QString::fromUtf8(name);
    unit.road = QString::fromUtf8(road);
    unit.address = unit.road + QStringLiteral("%1号").arg(number);
    unit.head = QStringLiteral("张喆");
    unit.headPhone = QStringLiteral("021-00000001");
    unit.creditCode = QStringLiteral("92310113MA10000%1XX").arg(number);
    return unit;
}

template <class R>
void addTo(model::CampaignFacts& facts, const R& record)
{
    facts.books[model::kindOf<R>().key].append(model::toRecord(record));
}

/// Three shops on two roads: one in order, one with faults, one with nothing recorded yet.
model::CampaignFacts threeShops()
{
    model::CampaignFacts facts;
    facts.campaign.title = QStringLiteral("虚构镇诚信计量示范镇创建");
    facts.units = {shop(1, "虚构堃记南北货商店有限责任公司顾太路第二分公司", "沪太路"), shop(2, "虚构喆堂药房", "电台路"), shop(3, "虚构空店", "沪太路")};
    model::Instrument good = instrumentOf(numbered("i", 1), facts.units[0].uid);
    good.serial = QStringLiteral("A-0001");
    model::Instrument late = instrumentOf(numbered("i", 2), facts.units[1].uid);
    late.serial = QStringLiteral("B-0002");
    model::Instrument due = instrumentOf(numbered("i", 3), facts.units[1].uid);
    due.serial = QStringLiteral("C-0003");
    facts.instruments = {good, late, due};
    facts.verifications = {verificationOf(good.uid, day("2024-03-05")), verificationOf(late.uid, day("2023-03-05")),
                           verificationOf(due.uid, day("2023-06-21"))};
    for (model::Verification& one : facts.verifications)
        one.effectiveEnd = lastDayOfMonths(one.verifiedOn, 12);
    model::Commitment pledge;
    pledge.unit = facts.units[1].uid;
    pledge.signedOn = day("2024-04-01");
    pledge.displayed = model::Presence::Missing;
    pledge.seenOn = day("2024-04-15");
    facts.commitments = {pledge};
    model::Problem problem;
    problem.uid = named("p1");
    problem.unit = facts.units[1].uid;
    problem.description = QStringLiteral("电子秤铅封损坏");
    problem.foundOn = day("2024-04-02");
    problem.dueOn = day("2024-04-20");
    facts.problems = {problem};
    return facts;
}

bool holds(const QString& text, const QString& part)
{
    INFO(part.toStdString());
    const bool isThere = packed(text).contains(packed(part));
    CHECK(isThere);
    return isThere;
}

} // namespace

TEST_CASE("a unit's folder says what its records say, and not who supervised it", "[TOWN-5]")
{
    model::CampaignFacts facts = threeShops();
    model::Training training;
    training.uid = named("t1");
    training.title = QStringLiteral("参建单位计量培训");
    training.on = day("2024-04-18");
    addTo(facts, training);
    model::TrainingAttendance attendance;
    attendance.uid = named("a1");
    attendance.training = training.uid;
    attendance.unit = facts.units[1].uid;
    attendance.person = QStringLiteral("李䶮");
    attendance.present = true;
    addTo(facts, attendance);
    model::Supervisor supervisor;
    supervisor.uid = named("s1");
    supervisor.name = QStringLiteral("志愿者王某");
    addTo(facts, supervisor);
    model::SupervisorReport report;
    report.uid = named("r1");
    report.unit = facts.units[1].uid;
    report.supervisor = supervisor.uid;
    report.on = day("2024-05-06");
    report.content = QStringLiteral("秤盘没有归零");
    report.quantity = model::Finding::Bad;
    addTo(facts, report);
    const Paper paper = unitFolderPaper(inputOf(facts), {facts.units[1].uid, {}, {}});
    const QString printed = textOf({paper});
    const QString counter = printed.section(QLatin1Char('\f'), 0, 0);
    for (const char* said : {"虚构喆堂药房", "92310113MA100002XX", "2024年4月1日签订，2024年4月15日见未张贴", "还没有检查评分", "B-0002", "C-0003", "▲ 超周期",
                             "◆ 即将到期", "2024年3月4日", "2024年6月20日", "电子秤铅封损坏", "逾期", "未销号的问题（1 个）"})
        holds(counter, QString::fromUtf8(said));
    for (const char* said : {"参建单位计量培训", "李䶮", "量足价实", "处理中", "还没有照片"})
        holds(printed, QString::fromUtf8(said));
    CHECK(!printed.contains(QStringLiteral("志愿者")));
    CHECK(!printed.contains(QStringLiteral("秤盘没有归零"))); // the unit might know whose words they are
    CHECK(!printed.contains(QStringLiteral("021-00000001")));
    CHECK(!printed.contains(QStringLiteral("A-0001")));
}

TEST_CASE("a folder without records says so")
{
    const model::CampaignFacts facts = threeShops();
    const QString printed = textOf({unitFolderPaper(inputOf(facts), {facts.units[2].uid, {}, {}})});
    for (const char* said : {"虚构空店", "还没有签订", "还没有登记计量器具", "还没有检查", "没有发现过问题", "还没有参加过培训"})
        holds(printed, QString::fromUtf8(said));
}

TEST_CASE("a label says whose instrument it is, and its code can be read back")
{
    const model::CampaignFacts facts = threeShops();
    const Paper paper = labelPaper(inputOf(facts), {numbered("i", 1), numbered("i", 3), named("unknown")});
    const QString printed = textOf({paper}, false);
    for (const char* said : {"虚构堃记南北货商店有限责任公司顾太路第二分公司", "A-0001", "2025年3月4日", "C-0003", "2024年6月20日"})
        holds(printed, QString::fromUtf8(said));
    const LaidPaper laid = layOut(paper);
    REQUIRE(laid.pages.size() == 1);
    REQUIRE(laid.pages.first().pictures.size() == 2);
    const QStringList codes = codesIn(laid.pages.first().pictures.first().picture.image());
    CHECK(codes == QStringList{labelCode(numbered("i", 1))});
}

TEST_CASE("labels stand three by eight to a sheet")
{
    model::CampaignFacts facts = threeShops();
    facts.instruments.clear();
    QVector<Uid> all;
    for (int i = 1; i <= 25; ++i) {
        facts.instruments.append(instrumentOf(numbered("x", i), facts.units[0].uid));
        all.append(numbered("x", i));
    }
    const LaidPaper laid = layOut(labelPaper(inputOf(facts), all));
    REQUIRE(laid.pages.size() == 2);
    CHECK(laid.pages[0].pictures.size() == 24);
    CHECK(laid.pages[1].pictures.size() == 1);
}

TEST_CASE("a visit sheet goes by road and names what is open")
{
    const model::CampaignFacts facts = threeShops();
    const QString printed = packed(textOf({visitPaper(inputOf(facts), {numbered("u", 2), numbered("u", 3), numbered("u", 1)})}));
    const qsizetype first = printed.indexOf(QStringLiteral("1.虚构堃记"));
    const qsizetype second = printed.indexOf(QStringLiteral("2.虚构空店"));
    const qsizetype third = printed.indexOf(QStringLiteral("3.虚构喆堂"));
    CHECK(first >= 0);
    CHECK(first < second);
    CHECK(second < third);
    for (const char* said : {"电子秤铅封损坏", "B-0002", "C-0003", "张喆", "021-00000001"})
        holds(printed, QString::fromUtf8(said));
    CHECK(!printed.contains(QStringLiteral("A-0001")));
    holds(textOf({visitPaper(inputOf(facts), {})}), QStringLiteral("没有选中要走访的单位"));
}

TEST_CASE("no unit of a visit sheet is torn")
{
    model::CampaignFacts facts = threeShops();
    QVector<Uid> all;
    for (int i = 10; i < 30; ++i) {
        facts.units.append(shop(i, "虚构店", "沪太路"));
        all.append(numbered("u", i));
    }
    const QStringList pages = textOf({visitPaper(inputOf(facts), all)}).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    for (const QString& page : pages)
        CHECK(page.count(QStringLiteral("路段／地址")) == page.count(QStringLiteral("单位签字")));
}

TEST_CASE("what falls due in the month is the same on paper and in words")
{
    const model::CampaignFacts facts = threeShops();
    const QString paper = textOf({dueNoticePaper(inputOf(facts), {})});
    const QString words = dueNoticeText(inputOf(facts), {});
    for (const QString& text : {paper, words}) {
        for (const char* said : {"2024年6月", "虚构喆堂药房", "B-0002", "C-0003", "超周期", "2024年6月20日"})
            holds(text, QString::fromUtf8(said));
        CHECK(!text.contains(QStringLiteral("A-0001")));
        CHECK(!text.contains(QStringLiteral("虚构空店")));
    }
    CHECK(dueNoticeText(inputOf(facts), {numbered("u", 1)}) == QStringLiteral("本月没有到期、超周期、不合格或缺检定记录的器具。"));
}

TEST_CASE("photographs stand six to a page with caption, date and place")
{
    QVector<PrintedPhotograph> photographs;
    QImage picture(400, 300, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    for (int i = 1; i <= 7; ++i)
        photographs.append({picture, QStringLiteral("铅封照片%1").arg(i), day("2024-05-06"), QStringLiteral("31.35,121.38")});
    photographs[5].caption = QString(199, QChar(0x957f)) + QChar(0x5c3e); // as long as captions may be
    photographs[6].caption.clear();
    const Paper paper = photographPaper(QStringLiteral("虚构镇"), QStringLiteral("虚构喆堂药房"), photographs, day("2024-06-12"));
    const LaidPaper laid = layOut(paper);
    REQUIRE(laid.pages.size() == 2);
    CHECK(laid.pages[0].pictures.size() == 6);
    CHECK(laid.pages[1].pictures.size() == 1);
    const QString printed = textOf({paper});
    for (const char* said : {"虚构喆堂药房（7 张）", "铅封照片1", "铅封照片5", "长尾", "2024年5月6日", "31.35,121.38", "（没有说明）"})
        holds(printed, QString::fromUtf8(said));
}

TEST_CASE("the leaders' brief says what the status says, on one page")
{
    const model::CampaignFacts facts = threeShops();
    const Rules& all = builtInRules();
    const QDate on = day("2024-06-12");
    PrintedOverview overview;
    overview.campaign = facts.campaign.title;
    overview.now = rules::status(facts, all.plan, all.calendar, on);
    overview.monthAgo = overview.now;
    overview.readiness = rules::readiness(facts, all.plan, all.calendar, on, all.plan.to);
    overview.ledger = rules::dueReport(facts, on);
    const QVector<MonthFigures> months{{day("2024-05-12"), {}}, {on, overview.ledger.figures}};
    const QString printed = textOf({briefPaper(overview, months)});
    for (const char* said : {"2/3，66.7%", "2024年5月12日", "参建3家", "1个，其中逾期1个"})
        holds(printed, QString::fromUtf8(said));
    const rules::Risk& first = overview.readiness.risks.first();
    REQUIRE(first.why.size() > 90);
    holds(printed, QStringLiteral("%1：%2").arg(rules::labelOf(first.kind)).arg(first.count));
    CHECK(!printed.contains(first.why.left(20)));
    CHECK(layOut(briefPaper(overview, months)).pages.size() == 1);
    for (rules::Risk& risk : overview.readiness.risks)
        risk.why = QString(90, QChar(0x957f));
    const Paper shortened = briefPaper(overview, months);
    CHECK(layOut(shortened).pages.size() == 1);
    holds(textOf({shortened}, false), QString(90, QChar(0x957f)));
}

TEST_CASE("a rehearsal takes the route and a blank sheet for each drawn unit", "[PLAN-7]")
{
    const model::CampaignFacts facts = threeShops();
    rules::DrawResult drawn;
    drawn.seed = QStringLiteral("7");
    for (const model::Unit& unit : facts.units)
        drawn.units.append({unit.uid, unit.registrationNumber, unit.name, unit.trade, false, {}});
    const Paper paper = rehearsalPaper(inputOf(facts), drawn);
    CHECK(paper.mark == QStringLiteral("参考稿（非官方评分表）"));
    const QString printed = packed(textOf({paper}));
    const rules::Sheet* sheet = builtInRules().sheets.sheetOf(model::Trade::Shop);
    REQUIRE(sheet);
    for (const model::Unit& unit : facts.units)
        CHECK(printed.contains(packed(unit.name + QStringLiteral("：") + sheet->title)));
}

TEST_CASE("the archive catalogue has the standard's nine columns", "[TOWN-7]")
{
    model::CampaignFacts facts = threeShops();
    model::ArchivePiece piece;
    piece.uid = named("ap1");
    piece.number = 12;
    piece.year = 2024;
    piece.responsible = QStringLiteral("虚构镇人民政府");
    piece.documentNumber = QStringLiteral("虚府〔2024〕3号");
    piece.title = QStringLiteral("关于创建的通知");
    piece.dated = day("2024-04-01");
    piece.pages = 5;
    piece.box = QStringLiteral("2");
    addTo(facts, piece);
    const QString catalogue = textOf({archiveCataloguePaper(inputOf(facts))});
    for (const char* said : {"序号", "件号", "责任者", "文号", "题名", "日期", "密级", "页数", "备注", "12", "虚府〔2024〕3号", "20240401"})
        holds(catalogue, QString::fromUtf8(said));
    const QString cover = textOf({archiveCoverPaper(inputOf(facts))});
    for (const char* said : {"盒号 2", "年度 2024", "件号 12 号", "1 件，5 页"})
        holds(cover, QString::fromUtf8(said));
    holds(textOf({archiveCoverPaper(inputOf(threeShops()))}), QStringLiteral("还没有归档文件"));
}
