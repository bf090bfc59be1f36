// SPDX-License-Identifier: GPL-3.0-or-later
// Speed as ratios against named rivals (the sqlite3 shell, LibreOffice Calc, a bare window), on data made
// here, in one run. Each figure is the median of several rounds; answers are compared before times are
// believed.
#include "bench/bench_tools.h"
#include "bench/campaign_bench.h"
#include "bench/packet_bench.h"
#include "bench/server_bench.h"
#include "bench/window_bench.h"
#include "services/overview.h"
#include "services/tables.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>

using namespace chengheng;

namespace {

constexpr int rounds = 3;
constexpr int calcRows = 100'000;

/// Median of several rounds.
double medianOf(const std::function<double()>& round)
{
    QVector<double> times;
    for (int i = 0; i < rounds; ++i)
        times.append(round());
    std::sort(times.begin(), times.end());
    return times[rounds / 2];
}

/// Median seconds of some work.
double seconds(const std::function<void()>& work)
{
    return medianOf([&] {
        QElapsedTimer timer;
        timer.start();
        work();
        return double(timer.nsecsElapsed()) / 1e9;
    });
}

QByteArray shell(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral("sqlite3"), arguments);
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        giveUp(QStringLiteral("sqlite3: ") + QString::fromUtf8(process.readAllStandardError()));
    return process.readAllStandardOutput();
}

void writeLedger(const QString& path, int rows, int from = 0)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        giveUp(file.errorString());
    QTextStream text(&file);
    text << QStringLiteral(
        "单位名称,器具名称,出厂编号,使用地点,管理类别,数量,状态,检定日期,周期(月),证书编号,检定结论\n");
    for (int i = from; i < from + rows; ++i)
        text << QStringLiteral("压测单位%1,电子计价秤,B%2,%3号柜台,强检,1,在用,%4,%5,B2024-%2,%6\n")
                    .arg(i % 200)
                    .arg(i, 7, 10, QLatin1Char('0'))
                    .arg(i % 40)
                    .arg(benchDay.addDays(-(i % 500)).toString(Qt::ISODate))
                    .arg(i % 3 ? 12 : 6)
                    .arg(i % 50 ? QStringLiteral("合格") : QStringLiteral("不合格"));
}

std::unique_ptr<services::Workspace> newCampaign(const QString& path)
{
    QFile::remove(path);
    auto workspace = need(
        services::Workspace::create(services::Place::ofFile(path), benchActor(), std::make_shared<FixedClock>(benchDay),
                                    need(services::RuleTexts::builtIn(QStringLiteral("gucun-2024")))));
    QString roster = QStringLiteral("单位名称\t业态\n");
    for (int i = 0; i < 200; ++i)
        roster += QStringLiteral("压测单位%1\t小商户\n").arg(i);
    need(services::importClipboard(*workspace, model::kindOf<model::Unit>(), roster, {}));
    return workspace;
}

/// The due rule as one statement over the same file.
QString dueSql()
{
    return QStringLiteral(
               "WITH latest AS (SELECT v.instrument_id, v.result, v.effective_end, row_number() OVER (PARTITION BY "
               "v.instrument_id ORDER BY v.verified_on DESC, v.id DESC) AS place FROM verification v WHERE v.verified_on <= '%1') "
               "SELECT i.unit_id, sum(l.result = 'failed'), sum(l.result = 'passed' AND l.effective_end < '%1'), "
               "sum(l.result = 'passed' AND l.effective_end >= '%1') FROM instrument i JOIN latest l ON l.instrument_id = i.id "
               "AND l.place = 1 WHERE i.status = 'in_use' GROUP BY i.unit_id")
        .arg(benchDay.toString(Qt::ISODate));
}

/// The same rule as a formula beside each row, recalculated on loading and counted by COUNTIF; whole
/// process, for that is how Calc is used without a window.
void benchCalc(const QTemporaryDir& folder, const QString& csv, double ours, qint64 overdue)
{
    if (QStandardPaths::findExecutable(QStringLiteral("soffice")).isEmpty()) {
        out() << QStringLiteral("LibreOffice Calc 没有安装，不比较。") << Qt::endl;
        return;
    }
    const QString sheet = folder.filePath(QStringLiteral("calc.csv"));
    QFile from(csv);
    QFile to(sheet);
    if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly))
        giveUp(sheet);
    from.readLine();
    const QString today =
        QStringLiteral("DATE(%1;%2;%3)").arg(benchDay.year()).arg(benchDay.month()).arg(benchDay.day());
    for (int row = 2; !from.atEnd(); ++row)
        to.write(
            from.readLine().trimmed()
            + QStringLiteral(",=IF(AND(K%1=\"合格\";EDATE(H%1;I%1)-1<%2);1;0)\n").arg(row - 1).arg(today).toUtf8());
    to.write(QStringLiteral("合计,,,,,,,,,,,=SUM(L1:L%1)\n").arg(calcRows).toUtf8());
    to.close();
    QElapsedTimer timer;
    timer.start();
    QProcess calc;
    calc.start(
        QStringLiteral("soffice"),
        {QStringLiteral("--headless"), QStringLiteral("-env:UserInstallation=file://%1/office").arg(folder.path()),
         QStringLiteral("--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true"),
         QStringLiteral("--convert-to"), QStringLiteral("ods"), QStringLiteral("--outdir"), folder.path(), sheet});
    if (!calc.waitForFinished(-1) || calc.exitCode() != 0) {
        out() << QStringLiteral("LibreOffice Calc 没有算完，不比较。") << Qt::endl;
        return;
    }
    const double theirs = double(timer.nsecsElapsed()) / 1e9;
    report(QStringLiteral("检定状态汇总（超周期 %1 台）").arg(overdue), ours, QStringLiteral("LibreOffice Calc"),
           theirs, 0.05);
}

/// Fills a new campaign from tables of at most so many rows as a table may have; seconds it took.
double fill(const QString& file, const QString& csv, int rows)
{
    auto workspace = newCampaign(file);
    double spent = 0;
    for (int from = 0; from < rows; from += calcRows) {
        const int part = std::min(rows - from, calcRows);
        writeLedger(csv, part, from);
        QElapsedTimer timer;
        timer.start();
        const auto read = need(services::importFile(*workspace, model::kindOf<model::Instrument>(), csv, {}));
        spent += double(timer.nsecsElapsed()) / 1e9;
        if (read.accepted != part)
            giveUp(QStringLiteral("导入行数不符"));
    }
    return spent;
}

void compareImport(const QTemporaryDir& folder, const QString& csv, double import)
{
    const QString plain = folder.filePath(QStringLiteral("plain.db"));
    const double shellImport = medianOf([&] {
        QFile::remove(plain);
        return seconds([&] {
            shell({plain, QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral(".mode csv"),
                   QStringLiteral(".import %1 ledger").arg(csv)});
        });
    });
    report(QStringLiteral("导入（含逐行结论和留痕）"), import, QStringLiteral("sqlite3"), shellImport, 8);
}

/// Seconds for a row of the due engine.
double benchSize(const QTemporaryDir& folder, int rows)
{
    const QString csv = folder.filePath(QStringLiteral("ledger.csv"));
    const QString file = folder.filePath(QStringLiteral("bench%1.chc").arg(rows));
    out() << QStringLiteral("— %1 台器具 —").arg(rows) << Qt::endl;
    if (rows <= calcRows)
        compareImport(folder, csv, medianOf([&] { return fill(file, csv, rows); }));
    else
        fill(file, csv, rows);
    qint64 overdue = 0;
    const auto openAndReckon = [&] {
        auto workspace = need(services::Workspace::open(services::Place::ofFile(file), benchActor(),
                                                        std::make_shared<FixedClock>(benchDay),
                                                        services::Workspace::Mode::ReadOnly));
        overdue =
            need(services::ledgerFiguresOn(*workspace, benchDay)).figures.count(rules::VerificationStatus::Overdue);
    };
    QByteArray answer;
    const double due = medianOf([&] { return seconds(openAndReckon); });
    const double shellDue = medianOf([&] { return seconds([&] { answer = shell({file, dueSql()}); }); });
    qint64 shellOverdue = 0;
    for (const QByteArray& line : answer.split('\n'))
        shellOverdue += line.split('|').value(2).toLongLong();
    if (overdue != shellOverdue)
        giveUp(QStringLiteral("超周期台数不符：%1 与 %2").arg(overdue).arg(shellOverdue));
    report(QStringLiteral("从打开文件到检定状态汇总"), due, QStringLiteral("sqlite3"), shellDue, 2);
    if (rows == calcRows)
        benchCalc(folder, csv, due, overdue);
    return due / rows;
}

void benchWindow(const QTemporaryDir& folder)
{
    const QString file = folder.filePath(QStringLiteral("window.chc"));
    const QString csv = folder.filePath(QStringLiteral("window.csv"));
    writeLedger(csv, 5'000);
    need(services::importFile(*newCampaign(file), model::kindOf<model::Instrument>(), csv, {}));
    const double bare = windowSeconds(QStringLiteral("bare"), file);
    const QString rival = QStringLiteral("空窗口");
    out() << QStringLiteral("— 窗口（整个进程，从启动到结束）—") << Qt::endl;
    report(QStringLiteral("主窗口显示"), windowSeconds(QStringLiteral("shell"), file), rival, bare, 2);
    report(QStringLiteral("首页显示（5000 台器具）"), windowSeconds(QStringLiteral("page"), file), rival, bare, 5);
    const double block = longestBlock(folder.filePath(QStringLiteral("bench100000.chc")));
    out() << QStringLiteral("窗口线程最长一次忙碌（10 万台器具的台账）：%1 毫秒（目标 ≤ 50 毫秒，%2）")
                 .arg(block, 0, 'f', 1)
                 .arg(verdict(block <= 50))
          << Qt::endl;
}

} // namespace

int main(int argc, char** argv)
{
    if (const int status = runWindowMode(argc, argv); status >= 0)
        return status;
    if (const int status = runPacketMode(argc, argv); status >= 0)
        return status;
    QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    if (argc > 1 && QByteArray(argv[1]) == "packet") {
        benchPackets();
        return 0;
    }
    if (argc > 1 && QByteArray(argv[1]) == "campaign") {
        benchCampaign();
        return 0;
    }
    if (argc > 1 && QByteArray(argv[1]) == "server") {
        benchServer();
        return 0;
    }
    if (argc > 1) { // one size alone, for a profiler
        benchSize(folder, QByteArray(argv[1]).toInt());
        return 0;
    }
    const double few = benchSize(folder, 10'000);
    benchSize(folder, calcRows);
    const double many = benchSize(folder, 1'000'000);
    out() << QStringLiteral("每台器具用时，100 万台对 1 万台：%1 倍（目标 ≤ 1.10 倍，%2）")
                 .arg(many / few, 0, 'f', 2)
                 .arg(verdict(many <= few * 1.1))
          << Qt::endl;
    benchWindow(folder);
    benchCampaign();
    benchServer();
    benchPackets();
    return 0;
}
