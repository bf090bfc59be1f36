// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/overview.h"

#include "model/as_of.h"
#include "rules/settings.h"
#include "rules/task_state.h"
#include "services/internal/packet_lacks.h"
#include "services/internal/remembered.h"
#include "storage/entry_days.h"

namespace chengheng::services {

namespace {

/// What a rule makes of the facts of a day (an invalid one is today), remembered by its name.
template <class T, class Rule>
Result<T> overFacts(const Workspace& workspace, const QString& name, QDate day, Rule rule)
{
    const QDate on = workspace.dayOrToday(day);
    return rememberedOn<T>(workspace, name, on, [&](const model::CampaignFacts& facts) { return rule(facts, on); });
}

/// What a report is asked for, as part of a remembered figure's name.
QString keyOf(const rules::DueOptions& options)
{
    const auto number = [](std::optional<int> days) { return days ? QString::number(*days) : QString(); };
    return QStringList{number(options.dueSoonDays), number(options.within),      options.unit.toString(),
                       options.station.toString(),  model::keyOf(options.trade), number(options.bookingWorkingDays)}
        .join(QLatin1Char(','));
}

/// The status with what was entered later marked (补登), which the journal knows.
Result<rules::Status> statusOf(const Workspace& workspace, const model::CampaignFacts& facts, QDate day)
{
    rules::Status status = rules::status(facts, workspace.plan(), workspace.calendar(), day);
    std::optional<Error> error;
    rules::markEnteredLater(status.phases, facts, workspace.plan(), [&](const model::RecordKind& kind, QDate end) {
        const QString name = QStringLiteral("entered after %1 %2").arg(kind.key, end.toString(Qt::ISODate));
        auto later = remembered<QSet<Uid>>(workspace, name, [&](const storage::Reading&) {
            return storage::enteredAfter(*workspace.data().database, kind, end);
        });
        if (!later)
            error = later.error();
        return later.value_or(QSet<Uid>());
    });
    if (error)
        return fail(*error);
    return status;
}

} // namespace

Result<rules::DueReport> ledgerFiguresOn(const Workspace& workspace, QDate day, rules::DueOptions options)
{
    const QDate on = workspace.dayOrToday(day);
    options.calendar = &workspace.calendar();
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    auto facts = snapshot->ledgerFacts();
    if (!facts)
        return fail(facts.error());
    return rules::dueFigures(model::asOf(std::move(*facts), on), on, options);
}

Result<LedgerView> ledgerOn(const Workspace& workspace, QDate day, rules::DueOptions options)
{
    options.calendar = &workspace.calendar();
    const QDate on = workspace.dayOrToday(day);
    const auto reading = readingOf(workspace);
    if (!reading)
        return fail(reading.error());
    LedgerView view;
    if (!options.unit.isNull()) {
        view.facts = unitFactsOn(**reading, options.unit, on);
        view.report = rules::dueReport(view.facts, on, options);
        return view;
    }
    const DayFacts known = factsOn(**reading, on);
    view.facts = known.facts;
    view.report = *known.figures->findOrMake(QStringLiteral("ledger ") + keyOf(options),
                                             [&] { return rules::dueReport(known.facts, on, options); });
    return view;
}

Result<rules::Status> statusOn(const Workspace& workspace, QDate day)
{
    return overFacts<rules::Status>(
        workspace, QStringLiteral("status"), day,
        [&](const model::CampaignFacts& facts, QDate on) { return statusOf(workspace, facts, on); });
}

Result<QVector<rules::PhaseStanding>> tasksOn(const Workspace& workspace, QDate day)
{
    return overFacts<QVector<rules::PhaseStanding>>(
        workspace, QStringLiteral("tasks"), day, [&](const model::CampaignFacts& facts, QDate on) {
            return rules::taskSchedule(facts, workspace.plan(), workspace.calendar(), on);
        });
}

Result<QVector<rules::SeatView>> seatsOn(const Workspace& workspace, QDate day)
{
    return overFacts<QVector<rules::SeatView>>(workspace, QStringLiteral("seats"), day, rules::seatsOn);
}

Result<QVector<rules::UnitStanding>> standingsOn(const Workspace& workspace, QDate day)
{
    return overFacts<QVector<rules::UnitStanding>>(
        workspace, QStringLiteral("standings"), day,
        [&](const model::CampaignFacts& facts, QDate on) { return rules::standings(facts, workspace.sheets(), on); });
}

Result<rules::DrawResult> drawUnits(const Workspace& workspace, QDate day, const rules::DrawRequest& request)
{
    const auto population = standingsOn(workspace, day);
    if (!population)
        return fail(population.error());
    return rules::draw(*population, request);
}

namespace {

/// `facts` are those known on `day`.
Result<ReadinessReport> readinessOf(const Workspace& workspace, const model::CampaignFacts& facts, QDate day, QDate on)
{
    const auto lacking = papersLacking(workspace, day, on);
    if (!lacking)
        return fail(lacking.error());
    ReadinessReport report;
    report.readiness = rules::readiness(facts, workspace.plan(), workspace.calendar(), day, on, *lacking);
    const auto population = rules::standings(model::asOf(facts, on), workspace.sheets(), on);
    rules::DrawRequest request;
    request.seed = on.toString(Qt::ISODate);
    request.count = int(qMin<qsizetype>(request.count, population.size()));
    if (request.count > 0) {
        auto drawn = rules::draw(population, request);
        if (!drawn)
            return fail(drawn.error());
        report.draw = std::move(*drawn);
    }
    return report;
}

} // namespace

Result<ReadinessReport> readinessOn(const Workspace& workspace, QDate day, QDate on)
{
    return overFacts<ReadinessReport>(
        workspace, QStringLiteral("readiness ") + on.toString(Qt::ISODate), day,
        [&](const model::CampaignFacts& facts, QDate known) { return readinessOf(workspace, facts, known, on); });
}

Result<Overview> overviewOn(const Workspace& workspace, QDate day)
{
    const QDate on = workspace.dayOrToday(day);
    const auto facts = workspace.factsOn(on);
    if (!facts)
        return fail(facts.error());
    Overview overview;
    overview.daysAhead = rules::daysOf(*facts, model::SettingName::LookAhead);
    rules::DueOptions ahead;
    ahead.within = overview.daysAhead;
    std::optional<Error> error;
    const auto take = [&error](auto& into, auto read) {
        if (read)
            into = std::move(*read);
        else
            error = read.error();
    };
    take(overview.now, statusOn(workspace, on));
    take(overview.monthAgo, statusOn(workspace, on.addMonths(-1)));
    take(overview.readiness, readinessOn(workspace, on, qMax(on, workspace.plan().to)));
    take(overview.ledger, ledgerOn(workspace, on, ahead));
    return error ? Result<Overview>(fail(*error)) : overview;
}

Result<rules::VerificationFigures> verificationFiguresOn(const Workspace& workspace, QDate day)
{
    return overFacts<rules::VerificationFigures>(
        workspace, QStringLiteral("verification"), day,
        [](const model::CampaignFacts& facts, QDate on) { return rules::dueFigures(facts, on).figures; });
}

namespace {

/// A summary of what the actor may read.
Result<rules::Summary> readableSummary(const Workspace& workspace, const rules::SummaryKind& kind, QDate day)
{
    const Actor& actor = workspace.actor();
    const QString name =
        QStringLiteral("summary %1 %2 %3").arg(kind.key, model::keyOf(actor.role), actor.station.toString());
    return overFacts<rules::Summary>(workspace, name, day, [&](model::CampaignFacts facts, QDate on) {
        model::keepReadable(facts, actor.role);
        return rules::summaryOf(
            kind, {facts, workspace.plan(), workspace.sheets(), workspace.calendar(), on, {actor.role, actor.station}});
    });
}

} // namespace

Result<rules::Summary> summaryOn(const Workspace& workspace, const rules::SummaryKind& kind, QDate day)
{
    if (auto allowed = checkRight(workspace.actor(), Deed::Read, *model::findKind(kind.book)); !allowed)
        return fail(allowed.error());
    return readableSummary(workspace, kind, day);
}

Result<QHash<QString, qint64>> pressingOn(const Workspace& workspace, QDate day)
{
    const rules::SummaryReader reader{workspace.actor().role, workspace.actor().station};
    QHash<QString, qint64> counts;
    for (const rules::SummaryKind& kind : rules::allSummaries()) {
        if (!reader.mayRead(*model::findKind(kind.book)))
            continue;
        const auto summary = readableSummary(workspace, kind, day);
        if (!summary)
            return fail(summary.error());
        counts.insert(kind.key, summary->pressing());
    }
    return counts;
}

QVector<rules::Finding> checkPlan(const Workspace& workspace)
{
    return rules::checkPlan(workspace.plan());
}

} // namespace chengheng::services
