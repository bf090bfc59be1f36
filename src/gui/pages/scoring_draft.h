// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/supervision_records.h"
#include "rules/answers.h"

namespace chengheng::gui {

/// A sheet that is being filled in, as it is kept until it is filed.
struct ScoringDraft {
    model::InspectionKind kind = model::InspectionKind::Daily;
    QDate on;
    QString inspectors;
    QString supervisors; ///< volunteers who came along, by number
    model::Presence displayed = model::Presence::Unknown;
    model::Presence complaintBook = model::Presence::Unknown;
    rules::SheetAnswers answers;
    QMap<QString, QStringList> photographs; ///< files to be attached on filing, by item or veto

    /// Nothing was found yet: no draft is worth keeping.
    bool isEmpty() const
    {
        return answers.answers.isEmpty() && answers.globalVetoes.isEmpty() && photographs.isEmpty();
    }
    friend bool operator==(const ScoringDraft&, const ScoringDraft&) = default;
};

QJsonObject toJson(const ScoringDraft& draft);
/// Invalid where the answers cannot be read or are of another sheet than `sheet`.
Result<ScoringDraft> parseDraft(const QJsonObject& json, int sheet);

} // namespace chengheng::gui
