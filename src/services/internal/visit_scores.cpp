// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/visit_scores.h"

#include "rules/standing.h"
#include "services/internal/remembered.h"

namespace chengheng::services {

Result<QHash<Uid, rules::Score>> visitScores(const Workspace& workspace, const storage::Reading& reading,
                                             const QVector<model::Inspection>& visits)
{
    QHash<Uid, rules::Score> scores;
    for (const model::Inspection& visit : visits) {
        if (visit.edition != workspace.sheets().name)
            continue;
        const auto context = rules::scoreContext(unitFactsOn(reading, visit.unit, visit.on), visit.unit, visit.on);
        const auto score = rules::score(workspace.sheets(), visit, context);
        if (!score)
            return fail(score.error());
        scores.insert(visit.uid, *score);
    }
    return scores;
}

} // namespace chengheng::services
