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
    const services::Action& verify = *services::findAction(model::kindOf<model::Instrument>(), QStringLiteral("verify"));
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

void addBooks(services::Workspace& workspace, int year)
{
    QString complaints = QStringLiteral("类别\t收到日期\t来源\t被反映单位\t事由\n");
    for (int i = 0; i < unitCount / 2; ++i)
        complaints += QStringLiteral("投诉\t%1\t来电\t%2\t短斤缺两第%3件\n")
                          .arg(QDate(year, 1 + i % 12, 3).toString(Qt::ISODate), unitName(i))
                          .arg(i);
    const auto read = need(services::importClipboard(workspace, *model::findKind(QStringLiteral("complaint")), complaints, {}));
    if (read.accepted != unitCount / 2)
        giveUp(read.verdicts.isEmpty() ? QStringLiteral("投诉没有读入") : read.verdicts.first().faults.value(0).why);
}

void makeCampaign(const QString& file)
{
    auto workspace = need(services::Workspace::create(
        services::Place::ofFile(file), benchActor(), std::make_shared<FixedClock>(benchDay),
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
        addBooks(*workspace, year);
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
