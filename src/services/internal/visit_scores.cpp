// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/visit_scores.h"

#include "model/as_of.h"
#include "rules/standing.h"

namespace chengheng::services {

namespace {

/// What a unit's grade is held at by: the ledger alone, so that days are gone through quickly.
model::CampaignFacts ledgerOf(const model::CampaignFacts& facts)
{
    model::CampaignFacts ledger;
    ledger.units = facts.units;
    ledger.instruments = facts.instruments;
    ledger.verifications = facts.verifications;
    ledger.changes = facts.changes;
    return ledger;
}

} // namespace

Result<QHash<Uid, rules::Score>> visitScores(const Workspace& workspace, const model::CampaignFacts& known,
                                             const QVector<model::Inspection>& visits)
{
    const model::CampaignFacts ledger = ledgerOf(known);
    QHash<QDate, QHash<Uid, rules::ScoreContext>> contexts;
    QHash<Uid, rules::Score> scores;
    for (const model::Inspection& visit : visits) {
        if (visit.edition != workspace.sheets().name)
            continue;
        if (!contexts.contains(visit.on))
            contexts.insert(visit.on, rules::scoreContexts(model::asOf(ledger, visit.on), visit.on));
        const auto score = rules::score(workspace.sheets(), visit, contexts[visit.on].value(visit.unit));
        if (!score)
            return fail(score.error());
        scores.insert(visit.uid, *score);
    }
    return scores;
}

} // namespace chengheng::services
