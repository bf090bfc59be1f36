// SPDX-License-Identifier: GPL-3.0-or-later
// Speed as ratios against the sqlite3 shell, on data made here, in one run. Each figure is the median
// of several rounds; answers are compared before times are believed.
#include "services/overview.h"
#include "services/tables.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>

using namespace chengheng;

namespace {

constexpr int rounds = 3;
const QDate benchDay(2024, 10, 15);

QTextStream& out()
{
    static QTextStream stream(stdout);
    return stream;
}

[[noreturn]] void giveUp(const QString& why)
{
    out() << why << Qt::endl;
    std::exit(1);
}

template <class T>
T need(Result<T> result)
{
    if (!result)
        giveUp(result.error().message);
    return std::move(*result);
}

/// Median seconds of some work.
double seconds(const std::function<void()>& work)
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

QByteArray shell(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral("sqlite3"), arguments);
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        giveUp(QStringLiteral("sqlite3: ") + QString::fromUtf8(process.readAllStandardError()));
    return process.readAllStandardOutput();
}

void writeLedger(const QString& path, int rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        giveUp(file.errorString());
    QTextStream text(&file);
    text << QStringLiteral("单位名称,器具名称,出厂编号,使用地点,管理类别,数量,状态,检定日期,周期(月),证书编号,检定结论\n");
    for (int i = 0; i < rows; ++i)
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
    auto workspace = need(services::Workspace::create(
        services::Place::ofFile(path), {QStringLiteral("bench"), services::Role::Administrator, {}, true},
        std::make_shared<FixedClock>(benchDay), need(services::RuleTexts::builtIn(QStringLiteral("gucun-2024")))));
    QString roster = QStringLiteral("单位名称\t业态\n");
    for (int i = 0; i < 200; ++i)
        roster += QStringLiteral("压测单位%1\t小商户\n").arg(i);
    need(services::importClipboard(*workspace, model::kindOf<model::Unit>(), roster, {}));
    return workspace;
}

void report(const QString& what, double ours, double theirs, double bound)
{
    out() << QStringLiteral("%1：%2 秒，sqlite3 %3 秒，%4 倍（目标 ≤ %5 倍）")
                 .arg(what)
                 .arg(ours, 0, 'f', 3)
                 .arg(theirs, 0, 'f', 3)
                 .arg(ours / theirs, 0, 'f', 2)
                 .arg(bound, 0, 'f', 1)
          << Qt::endl;
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

void benchSize(const QTemporaryDir& folder, int rows)
{
    const QString csv = folder.filePath(QStringLiteral("ledger%1.csv").arg(rows));
    const QString file = folder.filePath(QStringLiteral("bench%1.chc").arg(rows));
    writeLedger(csv, rows);
    out() << QStringLiteral("— %1 台器具 —").arg(rows) << Qt::endl;
    double import = 0;
    {
        auto workspace = newCampaign(file);
        QElapsedTimer timer;
        timer.start();
        const auto read = need(services::importFile(*workspace, model::kindOf<model::Instrument>(), csv, {}));
        import = double(timer.nsecsElapsed()) / 1e9;
        if (read.accepted != rows)
            giveUp(QStringLiteral("导入行数不符"));
    }
    const QString plain = folder.filePath(QStringLiteral("plain.db"));
    const double shellImport = seconds([&] {
        QFile::remove(plain);
        shell({plain, QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral(".mode csv"), QStringLiteral(".import %1 ledger").arg(csv)});
    });
    report(QStringLiteral("导入（含逐行结论和留痕）"), import, shellImport, 8);
    qint64 overdue = 0;
    const double due = seconds([&] {
        auto workspace = need(services::Workspace::open(
            services::Place::ofFile(file), {QStringLiteral("bench"), services::Role::Administrator, {}, true},
            std::make_shared<FixedClock>(benchDay), services::Workspace::Mode::ReadOnly));
        overdue = need(services::ledgerFiguresOn(*workspace, benchDay)).figures.count(rules::VerificationStatus::Overdue);
    });
    QByteArray answer;
    const double shellDue = seconds([&] { answer = shell({file, dueSql()}); });
    qint64 shellOverdue = 0;
    for (const QByteArray& line : answer.split('\n'))
        shellOverdue += line.split('|').value(2).toLongLong();
    if (overdue != shellOverdue)
        giveUp(QStringLiteral("超周期台数不符：%1 与 %2").arg(overdue).arg(shellOverdue));
    report(QStringLiteral("从打开文件到检定状态汇总"), due, shellDue, 2);
    out() << QStringLiteral("  每台 %1 微秒").arg(due / rows * 1e6, 0, 'f', 2) << Qt::endl;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    for (const int rows : {10'000, 100'000})
        benchSize(folder, rows);
    return 0;
}
