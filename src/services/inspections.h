// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/prefill.h"
#include "rules/problem_suggestions.h"
#include "rules/scoring.h"
#include "services/attachments.h"

#include <QMap>

namespace chengheng::services {

/// An inspection as officers file it; the command line's inspection file reads into this.
struct InspectionForm {
    Uid unit; ///< null: the organiser (sheet 1)
    model::InspectionKind kind = model::InspectionKind::Daily;
    QDate on;
    QString inspectors;
    rules::SheetAnswers answers;
    model::Conclusion conclusion = model::Conclusion::None;
    QString remarks;
    QString edition;                                          ///< of the sheets it was scored on; empty: the campaign's
    QString supervisors = {};                                 ///< volunteers who took part, by number: 3号、7号
    model::Presence displayed = model::Presence::Unknown;     ///< the commitment letter
    model::Presence complaintBook = model::Presence::Unknown; ///< the unit's register of complaints and re-weighings
    QMap<QString, QStringList> photographs = {};    ///< files to attach on filing, by item or whole-sheet veto
    QMap<QString, QVector<LoadedFile>> loaded = {}; ///< those that have been read
};

/// Reads a form's photographs, which is slow and needs no campaign: off the thread that writes. The error's
/// `where` is the item.
Result<InspectionForm> loadPhotographs(InspectionForm form);

/// Scores answers on the campaign's sheets; with a unit, an overdue or failed instrument in use on
/// the day holds the grade at 合格.
Result<rules::Score> scoreAnswers(const Workspace& workspace, const rules::SheetAnswers& answers, const Uid& unit = {},
                                  QDate day = {});
/// Files an inspection. A veto needs two inspectors' names; the unit must participate that day and the
/// sheet must be its trade's, of the campaign's edition (other_edition). A mock visit (Rehearsal) is kept beside the
/// others and counts nowhere.
/// Photographs are attached in the same intent: all of them, or nothing is filed. Those not loaded yet are read
/// first.
Result<Written> recordInspection(Workspace& workspace, const InspectionForm& form, const Uid& intent = Uid::create());
/// As it was filed; its photographs are attachments of the inspection.
Result<InspectionForm> inspectionForm(const Workspace& workspace, const Uid& inspection);
/// other_edition where it was scored on sheets that the campaign no longer uses: other points would come out.
Result<rules::Score> scoreOf(const Workspace& workspace, const Uid& inspection);

/// What the ledger and the other records say about the items of a unit's sheet on a day.
Result<QVector<rules::Suggestion>> suggestAnswers(const Workspace& workspace, const Uid& unit, QDate day);
/// Problems that an inspection's lost points suggest, without those already recorded.
Result<QVector<rules::ProblemSuggestion>> suggestProblems(const Workspace& workspace, const Uid& inspection);

/// Unfinished forms, kept outside the journal; one an actor, unit and sheet.
Result<void> saveDraft(Workspace& workspace, const QString& key, const QJsonObject& form);
Result<QJsonObject> loadDraft(const Workspace& workspace, const QString& key); ///< empty: none
Result<void> dropDraft(Workspace& workspace, const QString& key);

} // namespace chengheng::services
