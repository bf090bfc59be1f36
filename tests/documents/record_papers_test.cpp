// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf_tools.h"
#include "shop_facts.h"

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

#include <QImage>

using namespace chengheng;
using namespace chengheng::documents;
using namespace chengheng::test;

namespace {

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
    for (const char* said : {"虚构喆堂药房", "92310113MA100002XX", "2024年4月1日签订，2024年4月15日见未张贴",
                             "还没有检查评分", "B-0002", "C-0003", "▲ 超周期", "◆ 即将到期", "2024年3月4日",
                             "2024年6月20日", "电子秤铅封损坏", "逾期", "未销号的问题（1 个）"})
        holds(counter, QString::fromUtf8(said));
    for (const char* said : {"参建单位计量培训", "李䶮", "量足价实", "处理中", "还没有照片"})
        holds(printed, QString::fromUtf8(said));
    CHECK(!printed.contains(QStringLiteral("志愿者")));
    CHECK(!printed.contains(QStringLiteral("秤盘没有归零"))); // the unit might know whose words they are
    CHECK(!printed.contains(QStringLiteral("021-00000001")));
    CHECK(!printed.contains(QStringLiteral("A-0001")));
}

TEST_CASE("the counter's page is one page, however much there is and however long", "[STA-1]")
{
    model::CampaignFacts facts = threeShops();
    model::Unit& unit = facts.units[1];
    unit.name = QString(60, QChar(0x957f));
    unit.address = QString(120, QChar(0x8def));
    facts.instruments.clear();
    facts.problems.clear();
    for (int i = 1; i <= 20; ++i) {
        model::Instrument one = instrumentOf(numbered("x", i), unit.uid);
        one.name = QStringLiteral("%1").arg(i, 2, 10, QLatin1Char('0')) + QString(50, QChar(0x79e4));
        one.serial = QString(40, QLatin1Char('8'));
        facts.instruments.append(one);
    }
    for (int i = 1; i <= 5; ++i) {
        model::Problem one;
        one.uid = numbered("p", i);
        one.unit = unit.uid;
        one.description = QStringLiteral("%1").arg(i) + QString(400, QChar(0x95ee));
        one.foundOn = day("2024-04-02");
        facts.problems.append(one);
    }
    const auto counterOf = [&] {
        return textOf({unitFolderPaper(inputOf(facts), {unit.uid, {}, {}})}).section(QLatin1Char('\f'), 0, 0);
    };
    const QString crowded = counterOf();
    for (const char* said : {"参考稿（非官方评分表）", "台账共20行，这里列前", "余下见后", "未销号的问题（5个）"})
        holds(crowded, QString::fromUtf8(said));
    CHECK_FALSE(packed(crowded).contains(QStringLiteral("一、计量器具台账")));
    facts.instruments.resize(8);
    facts.problems.resize(1);
    for (model::Instrument& one : facts.instruments) {
        one.name = QStringLiteral("电子秤");
        one.serial = QStringLiteral("A-0001");
    }
    unit.name = QStringLiteral("虚构喆堂药房");
    unit.address = QStringLiteral("电台路2号");
    facts.problems.first().description = QStringLiteral("铅封损坏");
    CHECK_FALSE(packed(counterOf()).contains(QStringLiteral("余下见后")));
}

TEST_CASE("a folder without records says so")
{
    const model::CampaignFacts facts = threeShops();
    const QString printed = textOf({unitFolderPaper(inputOf(facts), {facts.units[2].uid, {}, {}})});
    for (const char* said :
         {"虚构空店", "还没有签订", "还没有登记计量器具", "还没有检查", "没有发现过问题", "还没有参加过培训"})
        holds(printed, QString::fromUtf8(said));
}

TEST_CASE("a label says whose instrument it is, and its code can be read back")
{
    const model::CampaignFacts facts = threeShops();
    const Paper paper = labelPaper(inputOf(facts), {numbered("i", 1), numbered("i", 3), named("unknown")});
    const QString printed = textOf({paper}, false);
    for (const char* said :
         {"虚构堃记南北货商店有限责任公司顾太路第二分公司", "A-0001", "2025年3月4日", "C-0003", "2024年6月20日"})
        holds(printed, QString::fromUtf8(said));
    const LaidPaper laid = layOut(paper);
    REQUIRE(laid.pages.size() == 1);
    REQUIRE(laid.pages.first().pictures.size() == 2);
    const QStringList codes = codesIn(laid.pages.first().pictures.first().picture.image());
    CHECK(codes == QStringList{labelCode(numbered("i", 1))});
}

TEST_CASE("a label's code is known however a scanner types it")
{
    const Uid uid = Uid::create();
    const QString code = labelCode(uid);
    QString fullWidth;
    for (const QChar letter : code)
        fullWidth += QChar(letter.unicode() + 0xfee0);
    for (const QString& typed :
         {code, uid.toString(), QString(code).remove(QLatin1Char('-')), QString(code + QLatin1Char('\n')), fullWidth})
        CHECK(labelledUid(typed) == uid);
    for (const char* other : {"", "A-0001", "CHENGHENG/2024-00001", "0190aaaa-bbbb-cccc-dddd-eeeeffff000g"})
        CHECK(labelledUid(QString::fromLatin1(other)).isNull());
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
    const QString printed =
        packed(textOf({visitPaper(inputOf(facts), {numbered("u", 2), numbered("u", 3), numbered("u", 1)})}));
    const qsizetype first = printed.indexOf(QStringLiteral("1.虚构堃记"));
    const qsizetype second = printed.indexOf(QStringLiteral("2.虚构空店"));
    const qsizetype third = printed.indexOf(QStringLiteral("3.虚构喆堂"));
    CHECK(first >= 0);
    CHECK(first < second);
    CHECK(second < third);
    for (const char* said : {"电子秤铅封损坏", "B-0002", "C-0003", "张喆", "021-00000001"})
        holds(printed, QString::fromUtf8(said));
    CHECK(!printed.contains(QStringLiteral("A-0001")));
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
    CHECK(dueNoticeText(inputOf(facts), {numbered("u", 1)})
          == QStringLiteral("本月没有到期、超周期、不合格或缺检定记录的器具。"));
}

TEST_CASE("photographs stand six to a page with caption, date and place")
{
    QVector<PrintedPhotograph> photographs;
    QImage picture(400, 300, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    for (int i = 1; i <= 7; ++i)
        photographs.append(
            {picture, QStringLiteral("铅封照片%1").arg(i), day("2024-05-06"), QStringLiteral("31.35,121.38")});
    photographs[5].caption = QString(199, QChar(0x957f)) + QChar(0x5c3e); // as long as captions may be
    photographs[6].caption.clear();
    const Paper paper =
        photographPaper(QStringLiteral("虚构镇"), QStringLiteral("虚构喆堂药房"), photographs, day("2024-06-12"));
    const LaidPaper laid = layOut(paper);
    REQUIRE(laid.pages.size() == 2);
    CHECK(laid.pages[0].pictures.size() == 6);
    CHECK(laid.pages[1].pictures.size() == 1);
    const QString printed = textOf({paper});
    for (const char* said :
         {"虚构喆堂药房（7 张）", "铅封照片1", "铅封照片5", "长尾", "2024年5月6日", "31.35,121.38", "（没有说明）"})
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

namespace {

model::ArchivePiece piece(const char* uid, qint64 number, const char* title, const char* box)
{
    model::ArchivePiece made;
    made.uid = named(uid);
    made.number = number;
    made.year = 2024;
    made.retention = model::Retention::ThirtyYears;
    made.responsible = QStringLiteral("虚构镇人民政府");
    made.documentNumber = QStringLiteral("虚府〔2024〕3号");
    made.title = QString::fromUtf8(title);
    made.dated = day("2024-04-01");
    made.pages = 5;
    made.box = QString::fromUtf8(box);
    return made;
}

/// Box 2 with two pieces, one of them void.
model::CampaignFacts archived()
{
    model::CampaignFacts facts = threeShops();
    model::ArchiveVolume volume;
    volume.uid = named("av1");
    volume.box = QStringLiteral("2");
    volume.fonds = QStringLiteral("J001");
    volume.year = 2024;
    volume.retention = model::Retention::ThirtyYears;
    volume.width = 40;
    addTo(facts, volume);
    addTo(facts, piece("ap1", 11, "关于创建的通知", "2"));
    model::ArchivePiece wrong = piece("ap2", 12, "登记错的", "2");
    wrong.voidedOn = day("2024-05-01");
    wrong.voidReason = QStringLiteral("重复登记");
    addTo(facts, wrong);
    return facts;
}

} // namespace

TEST_CASE("the archive catalogue has the standard's nine columns, a void number among them", "[TOWN-7]")
{
    const model::CampaignFacts facts = archived();
    const Paper paper = archiveCataloguePaper(inputOf(facts));
    const auto& table = std::get<TableBlock>(paper.blocks.at(1));
    QStringList headings;
    for (const TableColumn& column : table.columns)
        headings << column.heading;
    CHECK(headings.join(QLatin1Char(' ')) == QStringLiteral("序号 档号 文号 责任者 题名 日期 密级 页数 备注"));
    CHECK(table.rows.at(0)
          == QStringList{QStringLiteral("1"), QStringLiteral("J001-WS·2024-D30-0011"),
                         QStringLiteral("虚府〔2024〕3号"), QStringLiteral("虚构镇人民政府"),
                         QStringLiteral("关于创建的通知"), QStringLiteral("20240401"), QString(), QStringLiteral("5"),
                         QString()});
    CHECK(table.rows.at(1).at(4) == QStringLiteral("（作废：重复登记）"));
}

TEST_CASE("a box has a cover, and a spine of its own width with its text running down", "[TOWN-7]")
{
    const model::CampaignFacts facts = archived();
    const Paper paper = archiveCoverPaper(inputOf(facts));
    const QString cover = textOf({paper});
    for (const char* said : {"全宗号", "J001", "30年", "11～12号", "2 件，10 页"})
        holds(cover, QString::fromUtf8(said));
    const auto& spine = std::get<Spines>(paper.blocks.last()).spines.first();
    CHECK(spine.millimetres == 40);
    const LaidPaper laid = layOut(paper);
    const Page& last = laid.pages.last();
    double left = laid.size.width();
    double right = 0;
    for (const QLineF& rule : last.rules)
        if (rule.x1() == rule.x2()) {
            left = qMin(left, rule.x1());
            right = qMax(right, rule.x1());
        }
    CHECK((right - left) / unitsPerPoint == Approx(40 * 72 / 25.4).margin(0.5));
    double above = -1; // 虚 above 构 above 镇
    for (const QChar letter : QStringLiteral("虚构镇")) {
        const auto line = std::find_if(last.lines.begin(), last.lines.end(), [&](const Page::Line& one) {
            const auto [from, to] = one.text.spanOf(one.index);
            return one.at.y() > above && one.text.text().mid(from, to - from).trimmed() == QString(letter);
        });
        REQUIRE(line != last.lines.end());
        above = line->at.y();
    }
    holds(textOf({archiveCoverPaper(inputOf(threeShops()))}), QStringLiteral("还没有装盒的归档文件"));
}
