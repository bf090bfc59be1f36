// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/campaign_facts.h"
#include "model/paper_records.h"

namespace chengheng::rules {

/// Where a paper is on its way through signing; follows from its steps and is never stored.
enum class PaperState { Made, Printed, Sent, Sealed, Scanned, Returned, Voided };

/// made, printed, sent, sealed, scanned, returned, voided.
QString keyOf(PaperState state);
/// 待打印, 待送签, 待盖章, 待扫描, 已扫描, 被退回, 已作废: what is to be done next.
QString labelOf(PaperState state);

struct PaperStanding {
    PaperState state = PaperState::Made;
    QDate since;
    QString person; ///< who took the last step
    QString reason; ///< why it was returned or voided

    /// Neither filed nor void: somebody still has it.
    bool isOut() const { return state != PaperState::Scanned && state != PaperState::Voided; }
};

/// `steps`: this paper's, in any order; those after the day are left out, those of one day keep their
/// order. A step that does not follow from the state before it (a corrected record) is passed over.
PaperStanding paperStanding(const model::IssuedPaper& paper, const QVector<model::IssuedPaperStep>& steps, QDate day);

/// The state a step leads to from another; nothing where it may not be taken there.
std::optional<PaperState> nextState(PaperState state, model::PaperStepKind step);

/// Whether `next` may follow `steps`: 已打印 → 送签 → 已盖章 → 已扫描; what was sent may be returned with its
/// reason and is then printed or sent again; what is not filed yet may be voided with a reason. Dates do not
/// run backwards. The error names what comes first.
Result<void> mayTakePaperStep(const model::IssuedPaper& paper, const QVector<model::IssuedPaperStep>& steps,
                              const model::IssuedPaperStep& next);

/// The steps that lead from a state to the scan, the scan itself left out; nothing for a void paper.
QVector<model::PaperStepKind> stepsBeforeScan(PaperState state);

/// Each paper's steps, in the order of the facts.
QHash<Uid, QVector<model::IssuedPaperStep>> stepsByPaper(const model::CampaignFacts& facts);

} // namespace chengheng::rules
