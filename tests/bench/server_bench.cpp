// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/server_bench.h"

#include "bench/bench_tools.h"
#include "services/overview.h"
#include "services/tables.h"

#include <QElapsedTimer>
#include <QProcess>

#include <algorithm>

using namespace chengheng;

namespace {

constexpr int unitCount = 10'000;
constexpr int instrumentCount = 100'000;
constexpr int rounds = 5;

QString unitName(int number)
{
    return QStringLiteral("压测单位%1").arg(number, 5, 10, QLatin1Char('0'));
}

void fill(services::Workspace& workspace)
{
    const auto trades = model::wordsOf<model::Trade>();
    QString roster = QStringLiteral("单位名称\t业态\n");
    for (int i = 0; i < unitCount; ++i)
        roster += QStringLiteral("%1\t%2\n").arg(unitName(i), trades[1 + i % (int(trades.size()) - 1)].choice.label);
    need(services::importClipboard(workspace, model::kindOf<model::Unit>(), roster, {}));
    QString ledger = QStringLiteral("单位名称\t器具名称\t出厂编号\t检定日期\t周期(月)\t检定结论\n");
    for (int i = 0; i < instrumentCount; ++i)
        ledger += QStringLiteral("%1\t电子计价秤\tB%2\t%3\t12\t合格\n")
                      .arg(unitName(i % unitCount))
                      .arg(i)
                      .arg(benchDay.addDays(-(i % 500)).toString(Qt::ISODate));
    need(services::importClipboard(workspace, model::kindOf<model::Instrument>(), ledger, {}));
}

/// State of the ledger by unit on a day.
QString dueSql(QDate day)
{
    return QStringLiteral(
               "WITH latest AS (SELECT DISTINCT ON (instrument_id) instrument_id, result, effective_end FROM verification "
               "WHERE verified_on <= '%1' ORDER BY instrument_id, verified_on DESC, id DESC) "
               "SELECT i.unit_id, count(*) FILTER (WHERE l.result = 'failed'), "
               "count(*) FILTER (WHERE l.result = 'passed' AND l.effective_end < '%1'), "
               "count(*) FILTER (WHERE l.result = 'passed' AND l.effective_end >= '%1'), "
               "count(*) FILTER (WHERE l.instrument_id IS NULL) FROM instrument i LEFT JOIN latest l ON l.instrument_id = i.id "
               "WHERE i.status = 'in_use' GROUP BY i.unit_id;")
        .arg(day.toString(Qt::ISODate));
}

/// The counts that the dashboard shows: of the day, of a month ago, and of the day of acceptance.
QString countsSql()
{
    return dueSql(benchDay) + dueSql(benchDay.addMonths(-1)) + dueSql(QDate(2024, 12, 31))
           + QStringLiteral(
               "SELECT trade, count(*) FROM unit WHERE participation = 'participating' GROUP BY trade;"
               "SELECT count(*) FROM problem; SELECT unit_id, max(\"on\") FROM inspection GROUP BY unit_id;");
}

/// Somebody files an expense: what was worked out before no longer holds.
void changeSomething(services::Workspace& workspace, int number)
{
    const QString table = QStringLiteral("日期\t经费类别\t承担方\t用途\t金额（元）\t凭证号\t经手人\n"
                                         "%1\t手册与媒体宣传\t镇政府\t压测支出\t1.00\tB-%2\t张三\n")
                              .arg(benchDay.toString(Qt::ISODate))
                              .arg(number);
    need(services::importClipboard(workspace, *model::findKind(QStringLiteral("expense")), table, {}));
}

double medianSeconds(const std::function<void()>& work)
{
    QVector<double> times;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.append(double(timer.nsecsElapsed()) / 1e9);
    }
    std::sort(times.begin(), times.end());
    return times[rounds / 2];
}

void countBySql(const QString& service)
{
    QProcess psql;
    psql.start(QStringLiteral("psql"), {QStringLiteral("-w"), QStringLiteral("-qAt"), QStringLiteral("-v"),
                                        QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-c"), countsSql(), service});
    if (!psql.waitForFinished(-1) || psql.exitCode() != 0)
        giveUp(QStringLiteral("psql: ") + QString::fromUtf8(psql.readAllStandardError()));
}

} // namespace

void benchServer()
{
    const QString service = qEnvironmentVariable("CHENGHENG_TEST_PG");
    if (service.isEmpty()) {
        out() << QStringLiteral("没有 PostgreSQL 服务器（CHENGHENG_TEST_PG），不比较。") << Qt::endl;
        return;
    }
    auto workspace = need(services::Workspace::create(
        services::Place::ofServer(service), benchActor(), std::make_shared<FixedClock>(benchDay),
        need(services::RuleTexts::builtIn(QStringLiteral("gucun-2024")))));
    fill(*workspace);
    out() << QStringLiteral("— PostgreSQL，%1 家、%2 台器具 —").arg(unitCount).arg(instrumentCount) << Qt::endl;
    const auto overview = [&workspace] { need(services::overviewOn(*workspace, benchDay)); };
    QElapsedTimer timer;
    timer.start();
    overview();
    const double first = double(timer.nsecsElapsed()) / 1e9;
    const double counts = medianSeconds([&service] { countBySql(service); });
    report(QStringLiteral("总览的全部数字，再看一次（第一次读取另需 %1 秒）").arg(first, 0, 'f', 2),
           medianSeconds(overview), QStringLiteral("psql 计数"), counts, 1.3);
    QVector<double> afterChanges;
    for (int i = 0; i < rounds; ++i) {
        changeSomething(*workspace, i);
        timer.restart();
        overview();
        afterChanges.append(double(timer.nsecsElapsed()) / 1e9);
    }
    std::sort(afterChanges.begin(), afterChanges.end());
    report(QStringLiteral("总览的全部数字，登记一笔之后"), afterChanges[rounds / 2], QStringLiteral("psql 计数"),
           counts, 1.3);
}
