// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/campaign_facts.h"

#include <QStringList>

namespace chengheng::rules {

/// How far a problem has come. It is what the dated steps say; no record stores it.
enum class ProblemState {
    Open,          ///< found (or reopened), nothing demanded yet
    Demanded,      ///< 整改建议 or 责令改正 issued, or a re-check failed
    Rectified,     ///< the unit says it is put right; a re-check is owed
    RecheckPassed, ///< the office has still to confirm 销号
    Closed
};

/// open, demanded, rectified, recheck_passed, closed.
QString keyOf(ProblemState state);
/// 待处理, 整改中, 待复查, 待销号, 已销号.
QString labelOf(ProblemState state);

struct ProblemStanding {
    ProblemState state = ProblemState::Open;
    QDate dueOn;              ///< the date in force: the problem's own, or of the latest extension
    bool isOverdue = false;   ///< not put right and the date has passed; the due day itself is in time
    QDate rectifiedOn;        ///< of the current round; invalid where not put right
    QStringList rectifiedBy;  ///< who put it right in the current round
    bool hasEvidence = false; ///< a rectified step of the current round carries evidence
    QStringList recheckedBy;  ///< inspectors of the current round's re-check
    QDate closedOn;           ///< invalid while open
    QString why;              ///< one sentence

    bool isClosed() const { return state == ProblemState::Closed; }
};

/// `steps`: this problem's, in any order; those after the day are left out, those of one day keep their
/// order. A step that does not follow from the state before it (a corrected record) is passed over.
ProblemStanding problemStanding(const model::Problem& problem, const QVector<model::ProblemStep>& steps, QDate day);

/// Whether `next` may follow `steps`; the error says why not and what is missing. Closing needs evidence
/// on the rectified step and a passed re-check that names an inspector who did not put it right. Dates
/// do not run backwards. Who may take a step stands in its description (Field::onlyBy).
Result<void> mayTakeStep(const model::Problem& problem, const QVector<model::ProblemStep>& steps,
                         const model::ProblemStep& next);

/// Why a problem had better stay open on the day: the instrument it names is overdue, has failed or was never
/// verified. Empty: nothing speaks against closing it. `facts` are those as of the day.
QString againstClosing(const model::Problem& problem, const model::CampaignFacts& facts, QDate day);

/// The state a step leads to from another; nothing where it may not be taken there.
std::optional<ProblemState> nextState(ProblemState state, model::StepKind step);

/// Each problem's steps, in the order of the facts.
QHash<Uid, QVector<model::ProblemStep>> stepsByProblem(const model::CampaignFacts& facts);

/// False of what a volunteer supervisor found: a paper that the unit sees then leaves out source and day.
inline bool mayTellUnit(const model::Problem& problem)
{
    return problem.source != model::ProblemSource::Supervisor;
}

/// The names in a list of persons written with 、 or commas, as they are written.
QStringList namesIn(const QString& text);
/// The same, folded to be compared: blanks inside a name and case do not count.
QStringList personsIn(const QString& text);

} // namespace chengheng::rules
