// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/campaign_bench.h"

#include "bench/bench_tools.h"
#include "bench/window_bench.h"
#include "services/actions.h"
#include "services/inspections.h"
#include "services/tables.h"

#include <QTemporaryDir>

using namespace chengheng;

namespace {

constexpr int unitCount = 300;
constexpr int instrumentCount = 5'000;
constexpr int firstYear = 2015;
constexpr int lastYear = 2024;
constexpr double mostForPage = 100; // ms
constexpr double mostForUnit = 50;

QString unitName(int number)
{
    return QStringLiteral("压测单位%1").arg(number, 3, 10, QLatin1Char('0'));
}

void addUnits(services::Workspace& workspace)
{
    const auto trades = model::wordsOf<model::Trade>();
    QString roster = QStringLiteral("单位名称\t业态\t路段\n");
    for (int i = 0; i < unitCount; ++i)
        roster += QStringLiteral("%1\t%2\t压测路%3号段\n")
                      .arg(unitName(i), trades[1 + i % (int(trades.size()) - 1)].choice.label)
                      .arg(i % 12);
    need(services::importClipboard(workspace, model::kindOf<model::Unit>(), roster, {}));
    QString ledger = QStringLiteral("单位名称\t器具名称\t出厂编号\t检定日期\t周期(月)\t检定结论\n");
    for (int i = 0; i < instrumentCount; ++i)
        ledger += QStringLiteral("%1\t电子计价秤\tB%2\t%3\t12\t合格\n")
                      .arg(unitName(i % unitCount))
                      .arg(i)
                      .arg(QDate(firstYear, 1 + i % 12, 1 + i % 28).toString(Qt::ISODate));
    need(services::importClipboard(workspace, model::kindOf<model::Instrument>(), ledger, {}));
}

void verifyAll(services::Workspace& workspace, const QVector<Uid>& instruments, int year)
{
    const services::Action& verify =
        *services::findAction(model::kindOf<model::Instrument>(), QStringLiteral("verify"));
    const services::FieldValues inputs{
        {QStringLiteral("verified_on"), model::Value(QDate(year, 6, 1))},
        {QStringLiteral("result"), model::Value(model::keyOf(model::VerificationResult::Passed))},
        {QStringLiteral("certificate"), model::Value(QStringLiteral("B%1-00001").arg(year))}};
    need(services::doAction(workspace, verify, instruments, inputs));
}

void inspectAll(services::Workspace& workspace, const QVector<model::Record>& units, int year)
{
    for (const model::Record& unit : units) {
        services::InspectionForm form;
        form.unit = unit.uid;
        form.on = QDate(year, 9, 10);
        form.inspectors = QStringLiteral("张三、李四");
        const rules::Sheet* sheet = workspace.sheets().sheetOf(model::fromRecord<model::Unit>(unit).trade);
        form.answers.sheet = sheet->no;
        for (const rules::SheetItem& item : sheet->items)
            form.answers.answers.append(rules::goodAnswer(item));
        need(services::recordInspection(workspace, form));
    }
}

/// What an office keeps of a year in one register: the table's heading, and a row for each of so many, in which
/// {unit}, {day} of the year, {number} of the row and {year} are filled in.
struct YearlyBook {
    const char* kind;
    int rows;
    QString heading;
    QString row;
};

const QVector<YearlyBook>& yearlyBooks()
{
    static const QVector<YearlyBook> books{
        {"complaint", unitCount / 2, QStringLiteral("类别\t收到日期\t来源\t被反映单位\t事由"),
         QStringLiteral("投诉\t{day}\t来电\t{unit}\t短斤缺两第{number}件")},
        {"unit_complaint", unitCount, QStringLiteral("单位名称\t日期\t类别\t事由\t处理情况\t办结日期"),
         QStringLiteral("{unit}\t{day}\t复秤\t要求复秤{number}\t已说明\t{day}")},
        {"supervisor", 20, QStringLiteral("姓名\t招募日期\t培训日期\t聘任日期"),
         QStringLiteral("压测监督员{year}-{number}\t{year}-01-05\t{year}-01-10\t{year}-01-20")},
        {"supervisor_report", unitCount,
         QStringLiteral("单位名称\t群众监督员\t暗访日期\t收到日期\t承诺书张贴\t反馈监督员日期"),
         QStringLiteral("{unit}\t压测监督员{year}-1\t{day}\t{day}\t符合\t{day}")},
        {"training", 12, QStringLiteral("培训名称\t培训对象\t日期\t培训内容"),
         QStringLiteral("压测培训{year}-{number}\t参建单位\t{day}\t计量法律法规、器具管理与周期检定")},
        {"training_attendance", unitCount, QStringLiteral("培训名称\t单位名称\t姓名\t身份\t已到"),
         QStringLiteral("压测培训{year}-1\t{unit}\t负责人{number}\t单位负责人\t是")},
        {"activity", 12, QStringLiteral("名称\t类别\t日期\t会议纪要"),
         QStringLiteral("压测例会{year}-{number}\t工作组例会\t{day}\t按议程进行")},
        {"media_item", 24, QStringLiteral("标题\t媒介\t级别\t媒体名称\t日期"),
         QStringLiteral("压测报道{year}-{number}\t报刊\t区级\t压测报\t{day}")},
        {"management_rule", unitCount, QStringLiteral("单位名称\t制度名称\t施行日期"),
         QStringLiteral("{unit}\t计量管理制度{year}\t{day}")},
        {"weighing_check", unitCount,
         QStringLiteral("单位名称\t抽查日期\t商品\t价格类别\t核称方法\t结算重量（克）\t实际重量（克）\t检查人员"),
         QStringLiteral(
             "{unit}\t{day}\t青菜\t粮食、蔬菜、水果或6元/千克以下\t原计量器具比较法\t1500\t1490\t张三、李四")},
        {"expense", 60, QStringLiteral("日期\t经费类别\t承担方\t用途\t金额（元）\t凭证号\t经手人"),
         QStringLiteral("{day}\t手册与媒体宣传\t镇政府\t压测支出\t100.00\t{year}-{number}\t张三")},
    };
    return books;
}

void addBook(services::Workspace& workspace, const YearlyBook& book, int year)
{
    QString table = book.heading + QLatin1Char('\n');
    for (int i = 0; i < book.rows; ++i)
        table += QString(book.row)
                     .replace(QLatin1String("{unit}"), unitName(i % unitCount))
                     .replace(QLatin1String("{day}"), QDate(year, 1 + i % 9, 3).toString(Qt::ISODate))
                     .replace(QLatin1String("{number}"), QString::number(i + 1))
                     .replace(QLatin1String("{year}"), QString::number(year))
                 + QLatin1Char('\n');
    const auto read = need(services::importClipboard(workspace, *model::findKind(QLatin1String(book.kind)), table, {}));
    if (read.accepted != book.rows)
        giveUp(QLatin1String(book.kind) + QStringLiteral(": ")
               + (read.verdicts.isEmpty() ? QString() : read.verdicts.first().faults.value(0).why));
}

void makeCampaign(const QString& file)
{
    auto workspace = need(
        services::Workspace::create(services::Place::ofFile(file), benchActor(), std::make_shared<FixedClock>(benchDay),
                                    need(services::RuleTexts::builtIn(QStringLiteral("gucun-2024")))));
    addUnits(*workspace);
    const auto units = need(services::listRecords(*workspace, model::kindOf<model::Unit>()));
    QVector<Uid> instruments;
    for (const model::Record& instrument : need(services::listRecords(*workspace, model::kindOf<model::Instrument>())))
        instruments.append(instrument.uid);
    for (int year = firstYear; year <= lastYear; ++year) {
        if (year > firstYear)
            verifyAll(*workspace, instruments, year);
        inspectAll(*workspace, units, year);
        for (const YearlyBook& book : yearlyBooks())
            addBook(*workspace, book, year);
    }
}

void reportSlowest(const QString& what, const QVector<OpeningTime>& times, double bound)
{
    OpeningTime slowest;
    for (const OpeningTime& time : times)
        if (time.milliseconds > slowest.milliseconds)
            slowest = time;
    out() << QStringLiteral("%1，最慢的一页（%2）：%3 毫秒（目标 ≤ %4 毫秒，%5）")
                 .arg(what, slowest.page)
                 .arg(slowest.milliseconds, 0, 'f', 0)
                 .arg(bound, 0, 'f', 0)
                 .arg(verdict(slowest.milliseconds <= bound))
          << Qt::endl;
}

} // namespace

void benchCampaign()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("campaign.chc"));
    makeCampaign(file);
    out() << QStringLiteral("— %1 家、%2 台器具、十年记录 —").arg(unitCount).arg(instrumentCount) << Qt::endl;
    const PageTimes times = pageTimes(file);
    reportSlowest(QStringLiteral("打开各页"), times.pages, mostForPage);
    reportSlowest(QStringLiteral("打开单位页"), times.units, mostForUnit);
    out() << QStringLiteral("其间窗口线程最长一次忙碌：%1 毫秒（目标 ≤ 50 毫秒，%2）")
                 .arg(times.longestBlock, 0, 'f', 1)
                 .arg(verdict(times.longestBlock <= 50))
          << Qt::endl;
}
