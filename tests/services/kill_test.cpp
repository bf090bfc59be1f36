// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "rules/answers.h"
#include "services/inspections.h"
#include "services/packets.h"

#include <csignal>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace chengheng;
using namespace chengheng::test;

namespace {

constexpr int kills = 100;
constexpr int rowsOfBatch = 12;
constexpr int longestLife = 60; // ms that a writer works before it is killed

QString batchName(int round, int number)
{
    return QStringLiteral("R%1N%2").arg(round).arg(number);
}

/// Says over the pipe, in one write, that an intent was acknowledged.
void acknowledge(int pipe, const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    if (write(pipe, bytes.constData(), size_t(bytes.size())) != bytes.size())
        _exit(2);
}

QString ledgerOf(const QString& unit, const QString& batch)
{
    QString text = QStringLiteral("单位名称\t器具名称\t出厂编号\t检定日期\t检定结论\n");
    for (int row = 0; row < rowsOfBatch; ++row)
        text += QStringLiteral("%1\t电子计价秤\t%2-%3\t2024-03-01\t合格\n").arg(unit, batch).arg(row);
    return text;
}

services::InspectionForm everythingMet(const services::Workspace& workspace, const model::Unit& unit)
{
    services::InspectionForm form;
    form.unit = unit.uid;
    form.kind = model::InspectionKind::Daily;
    form.on = day("2024-09-10");
    form.inspectors = QStringLiteral("张三、李四");
    const rules::Sheet& sheet = *workspace.sheets().sheetOf(unit.trade);
    form.answers.sheet = sheet.no;
    for (const rules::SheetItem& item : sheet.items)
        form.answers.answers.append(rules::goodAnswer(item));
    return form;
}

/// Imports and scores until it is killed.
[[noreturn]] void writeOn(const services::Place& place, const model::Unit& unit, int round, int pipe)
{
    const services::Actor actor{QStringLiteral("写手"), services::Role::Clerk, {}, true};
    const auto opened = services::Workspace::open(place, actor, std::make_shared<FixedClock>(day("2024-10-01")));
    if (!opened)
        _exit(3);
    services::Workspace& workspace = **opened;
    for (int number = 0;; ++number) {
        const QString batch = batchName(round, number);
        const auto imported =
            services::importClipboard(workspace, model::kindOf<model::Instrument>(), ledgerOf(unit.name, batch), {});
        if (!imported || imported->accepted != rowsOfBatch)
            _exit(4);
        acknowledge(pipe, QStringLiteral("batch %1 %2").arg(imported->batch.toString(), batch));
        const auto filed = services::recordInspection(workspace, everythingMet(workspace, unit));
        if (!filed)
            _exit(5);
        acknowledge(pipe, QStringLiteral("inspection %1").arg(filed->uid.toString()));
    }
}

/// What a writer had acknowledged when it was killed after a while.
QStringList killedAfter(std::chrono::milliseconds life, const services::Place& place, const model::Unit& unit,
                        int round)
{
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        close(ends[0]);
        writeOn(place, unit, round, ends[1]);
    }
    close(ends[1]);
    usleep(useconds_t(std::chrono::microseconds(life).count()));
    kill(child, SIGKILL);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status)); // it died by us and not of something it found
    QByteArray said;
    char buffer[4096];
    for (ssize_t got = read(ends[0], buffer, sizeof buffer); got > 0; got = read(ends[0], buffer, sizeof buffer))
        said.append(buffer, qsizetype(got));
    close(ends[0]);
    return QString::fromUtf8(said).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace

TEST_CASE("A hundred kills lose no acknowledged intent and leave no half one", "[services][file]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const model::Unit unit = campaign.unitOf(model::Trade::Market);
    campaign.workspace.reset();
    const auto seed = std::random_device()();
    CAPTURE(seed);
    std::mt19937 random(seed);
    int longest = longestLife; // a slow machine needs longer before there is anything to kill
    for (int round = kills; killedAfter(std::chrono::milliseconds(longest), campaign.place(), unit, round).size() < 2;
         ++round)
        longest *= 2;
    std::uniform_int_distribution<int> life(1, 2 * longest); // others may use the machine meanwhile
    QSet<QString> inspections;
    QSet<QString> batches;
    for (int round = 0; round < kills; ++round) {
        for (const QString& line :
             killedAfter(std::chrono::milliseconds(life(random)), campaign.place(), unit, round)) {
            const QStringList words = line.split(QLatin1Char(' '));
            (words[0] == QLatin1String("batch") ? batches : inspections).insert(words.last());
        }
        const auto opened = need(services::Workspace::open(campaign.place(), {}, campaign.clock));
        CAPTURE(round);
        REQUIRE(need(services::verifyCampaign(*opened)).isOk);
    }
    campaign.reopenAs({});
    QHash<QString, int> rows;
    for (const auto& instrument : campaign.all<model::Instrument>())
        ++rows[instrument.serial.section(QLatin1Char('-'), 0, 0)];
    for (auto it = rows.begin(); it != rows.end(); ++it)
        CHECK(it.value() == rowsOfBatch);
    for (const QString& batch : std::as_const(batches))
        CHECK(rows.contains(batch));
    CHECK(campaign.all<model::Verification>().size() == rows.size() * rowsOfBatch);
    QSet<QString> filed;
    for (const auto& inspection : campaign.all<model::Inspection>())
        filed.insert(inspection.uid.toString());
    CHECK(filed.contains(inspections));
    CHECK(batches.size() > 2);                         // the writers did get to write
    CHECK(filed.size() - inspections.size() <= kills); // at most the one under way was not acknowledged
}
