// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"
#include "rules/scoring.h"

namespace chengheng::rules {

/// Whether a unit would fail if an acceptance team drew it.
struct UnitStanding {
    Uid uid;
    qint64 registrationNumber = 0;
    QString name;
    model::Trade trade = model::Trade::None;
    bool fails = false;
    QStringList reasons; ///< one sentence each; empty where it does not fail
};

/// Units taking part on the day by registration number. A unit fails when its latest inspection (自查
/// aside) is missing, not fully scored, below 合格 or vetoed; when a mandatory instrument in use is not
/// valid; or when a problem is overdue. Where too little applies for a grade the leader decides: it does
/// not fail if the conclusion is 通过. `facts` are those as of the day.
QVector<UnitStanding> standings(const model::CampaignFacts& facts, const SheetEdition& sheets, QDate day);

/// What scoring must know of a unit on the day: whether a mandatory instrument in use that is overdue or
/// failed holds its grade at 合格. The organiser (null uid) is never held.
ScoreContext scoreContext(const model::CampaignFacts& facts, const Uid& unit, QDate day);
/// The same of all units that are held.
QHash<Uid, ScoreContext> scoreContexts(const model::CampaignFacts& facts, QDate day);

/// Every unit's latest inspection (self-checks do not count) and its score on a day, the ledger reckoned once for all.
/// The organiser is the null unit. Borrows the facts and the sheets.
class UnitScores
{
public:
    UnitScores(const model::CampaignFacts& facts, const SheetEdition& sheets, QDate day);

    /// Null where there is none.
    const model::Inspection* latest(const Uid& unit) const { return m_latest.value(unit); }
    Result<Score> score(const model::Inspection& inspection) const;

private:
    const SheetEdition& m_sheets;
    QHash<Uid, const model::Inspection*> m_latest;
    QHash<Uid, ScoreContext> m_contexts;
};

} // namespace chengheng::rules
