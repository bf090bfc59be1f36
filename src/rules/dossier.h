// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"
#include "rules/display.h"
#include "rules/milestone_state.h"
#include "rules/plan.h"

namespace chengheng::rules {

/// 一户一档: what each unit has of its dossier on a day, and since when. Read once, asked for each unit.
class Dossiers
{
public:
    /// `facts` are those of the day; of the plan it is asked when self-checks begin.
    Dossiers(const model::CampaignFacts& facts, const Plan& plan, QDate day);

    /// Management rules that the unit's trade expects and that are not in force; any one where none is expected.
    QStringList missingRules(const model::Unit& unit) const;
    /// What the dossier lacks. A self-check is asked for from the day the plan has them begin.
    QStringList missingPieces(const model::Unit& unit) const;

    /// The day the last of them came about; invalid while one is missing.
    QDate rulesSince(const model::Unit& unit) const;
    QDate completeSince(const model::Unit& unit) const;

    bool isSelfChecked(const model::Unit& unit) const { return m_selfChecked.contains(unit.uid); }
    /// What was seen last of the letter on the wall.
    std::optional<DisplaySighting> display(const model::Unit& unit) const;

private:
    struct Piece {
        bool isThere = false;
        QDate since; ///< invalid: undated
        QString name;
    };
    QVector<Piece> pieces(const model::Unit& unit) const;
    void noteRules(const model::CampaignFacts& facts);
    void noteInspections(const model::CampaignFacts& facts);
    void noteTrainings(const model::CampaignFacts& facts);

    QDate m_day;
    bool m_asksSelfChecks;
    QHash<int, QSet<QString>> m_expected;      ///< rules, by trade
    QHash<Uid, QHash<QString, QDate>> m_rules; ///< of each unit, and since when
    QSet<Uid> m_withLedger;
    QHash<Uid, int> m_openStalls;  ///< stallholders of a market who have not committed themselves
    QHash<Uid, QDate> m_committed; ///< here and below: the first day
    QHash<Uid, QDate> m_inspected; ///< by somebody else than the unit
    QHash<Uid, QDate> m_selfChecked;
    QHash<Uid, QDate> m_trained;
    QHash<Uid, QVector<DisplaySighting>> m_sightings;
    QHash<Uid, QVector<QPair<QDate, bool>>> m_complaintBooks; ///< UNIT-1: there or not, as inspections saw it
};

/// The day rules of every unit, or their dossiers, were all there.
MilestoneProgress progressOfRules(const model::CampaignFacts& facts, const Plan& plan, QDate day);
MilestoneProgress progressOfDossiers(const model::CampaignFacts& facts, const Plan& plan, QDate day);

} // namespace chengheng::rules
