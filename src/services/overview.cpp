// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/overview.h"

#include "model/as_of.h"
#include "rules/settings.h"
#include "rules/task_state.h"
#include "services/internal/packet_lacks.h"
#include "storage/entry_days.h"

namespace chengheng::services {

namespace {

QDate dayOrToday(const Workspace& workspace, QDate day)
{
    return day.isValid() ? day : workspace.clock().today();
}

/// Facts as of a day, handed to a rule.
template <class T, class Rule>
Result<T> overFacts(const Workspace& workspace, QDate day, Rule rule)
{
    auto facts = workspace.facts();
    if (!facts)
        return fail(facts.error());
    return rule(model::asOf(std::move(*facts), day));
}

} // namespace

Result<rules::DueReport> ledgerFiguresOn(const Workspace& workspace, QDate day, rules::DueOptions options)
{
    const QDate on = dayOrToday(workspace, day);
    options.calendar = &workspace.calendar();
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    auto facts = snapshot->ledgerFacts();
    if (!facts)
        return fail(facts.error());
    return rules::dueFigures(model::asOf(std::move(*facts), on), on, options);
}

namespace {

/// The status with what was entered later marked (补登), which the journal knows.
Result<rules::Status> statusOf(const Workspace& workspace, const model::CampaignFacts& facts, QDate day)
{
    rules::Status status = rules::status(facts, workspace.plan(), workspace.calendar(), day);
    std::optional<Error> error;
    rules::markEnteredLater(status.phases, facts, workspace.plan(), [&](const model::RecordKind& kind, QDate end) {
        auto later = storage::enteredAfter(*workspace.data().database, kind, end);
        if (!later)
            error = later.error();
        return later.value_or(QSet<Uid>());
    });
    if (error)
        return fail(*error);
    return status;
}

} // namespace

Result<rules::Status> statusOn(const Workspace& workspace, QDate day)
{
    const QDate on = dayOrToday(workspace, day);
    return overFacts<rules::Status>(workspace, on,
                                    [&](const model::CampaignFacts& facts) { return statusOf(workspace, facts, on); });
}

Result<QVector<rules::PhaseStanding>> tasksOn(const Workspace& workspace, QDate day)
{
    const QDate on = dayOrToday(workspace, day);
    return overFacts<QVector<rules::PhaseStanding>>(workspace, on, [&](const model::CampaignFacts& facts) {
        return rules::taskSchedule(facts, workspace.plan(), workspace.calendar(), on);
    });
}

Result<QVector<rules::SeatView>> seatsOn(const Workspace& workspace, QDate day)
{
    const QDate on = dayOrToday(workspace, day);
    return overFacts<QVector<rules::SeatView>>(
        workspace, on, [&](const model::CampaignFacts& facts) { return rules::seatsOn(facts, on); });
}

Result<QVector<rules::UnitStanding>> standingsOn(const Workspace& workspace, QDate day)
{
    const QDate on = dayOrToday(workspace, day);
    return overFacts<QVector<rules::UnitStanding>>(workspace, on, [&](const model::CampaignFacts& facts) {
        return rules::standings(facts, workspace.sheets(), on);
    });
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
    ReadinessReport report;
    report.readiness =
        rules::readiness(facts, workspace.plan(), workspace.calendar(), day, on, papersLacking(workspace, facts, on));
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

LedgerView ledgerOf(const Workspace& workspace, model::CampaignFacts facts, QDate day, rules::DueOptions options)
{
    options.calendar = &workspace.calendar();
    LedgerView view;
    view.report = rules::dueReport(facts, day, options);
    view.facts = std::move(facts);
    return view;
}

} // namespace

Result<ReadinessReport> readinessOn(const Workspace& workspace, QDate day, QDate on)
{
    const QDate known = dayOrToday(workspace, day);
    auto facts = workspace.facts();
    if (!facts)
        return fail(facts.error());
    return readinessOf(workspace, model::asOf(std::move(*facts), known), known, on);
}

Result<LedgerView> ledgerOn(const Workspace& workspace, QDate day, rules::DueOptions options)
{
    const QDate on = dayOrToday(workspace, day);
    return overFacts<LedgerView>(
        workspace, on, [&](model::CampaignFacts facts) { return ledgerOf(workspace, std::move(facts), on, options); });
}

Result<Overview> overviewOn(const Workspace& workspace, QDate day)
{
    const auto facts = workspace.facts();
    return facts ? overviewOf(workspace, *facts, dayOrToday(workspace, day)) : fail(facts.error());
}

Result<Overview> overviewOf(const Workspace& workspace, const model::CampaignFacts& facts, QDate on)
{
    const QDate before = on.addMonths(-1);
    Overview overview;
    overview.monthAgo = rules::status(model::asOf(facts, before), workspace.plan(), workspace.calendar(), before);
    model::CampaignFacts known = model::asOf(facts, on);
    auto now = statusOf(workspace, known, on);
    if (!now)
        return fail(now.error());
    overview.now = std::move(*now);
    auto readiness = readinessOf(workspace, known, on, qMax(on, workspace.plan().to));
    if (!readiness)
        return fail(readiness.error());
    overview.readiness = std::move(*readiness);
    overview.daysAhead = rules::daysOf(known, model::SettingName::LookAhead);
    rules::DueOptions ahead;
    ahead.within = overview.daysAhead;
    overview.ledger = ledgerOf(workspace, std::move(known), on, ahead);
    return overview;
}

namespace {

/// What summaries are made from on a day, as far as the actor may read it.
template <class T, class Make>
Result<T> overReadable(const Workspace& workspace, QDate day, Make make)
{
    const QDate on = dayOrToday(workspace, day);
    const Actor& actor = workspace.actor();
    return overFacts<T>(workspace, on, [&](model::CampaignFacts facts) {
        model::keepReadable(facts, actor.role);
        return make(rules::SummaryInput{
            facts, workspace.plan(), workspace.sheets(), workspace.calendar(), on, {actor.role, actor.station}});
    });
}

} // namespace

Result<rules::Summary> summaryOn(const Workspace& workspace, const rules::SummaryKind& kind, QDate day)
{
    if (auto allowed = checkRight(workspace.actor(), Deed::Read, *model::findKind(kind.book)); !allowed)
        return fail(allowed.error());
    return overReadable<rules::Summary>(
        workspace, day, [&](const rules::SummaryInput& input) { return rules::summaryOf(kind, input); });
}

Result<QHash<QString, qint64>> pressingOn(const Workspace& workspace, QDate day)
{
    return overReadable<QHash<QString, qint64>>(workspace, day, [](const rules::SummaryInput& input) {
        QHash<QString, qint64> counts;
        for (const rules::SummaryKind& kind : rules::allSummaries())
            if (input.reader.mayRead(*model::findKind(kind.book)))
                counts.insert(kind.key, rules::summaryOf(kind, input).pressing());
        return counts;
    });
}

QVector<rules::Finding> checkPlan(const Workspace& workspace)
{
    return rules::checkPlan(workspace.plan());
}

} // namespace chengheng::services
