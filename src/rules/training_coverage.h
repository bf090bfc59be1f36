// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"
#include "model/training_records.h"
#include "rules/milestone_state.h"

namespace chengheng::rules {

/// Somebody who is expected to be trained, and how far that is (BUR-1: 负责人, 计量管理员; PLAN-2: 群众监督员).
struct Trainee {
    QString name; ///< the unit's; of a volunteer the number
    model::AttendeeRole role = model::AttendeeRole::Head;
    QString kind; ///< register of the record that stands behind it
    Uid record;
    QStringList heard; ///< topics of trainings at which somebody in this role was present
    QStringList owed;  ///< topics expected of the role and not heard
    QDate trainedOn;   ///< the day the last of them was heard; invalid while one is owed

    bool isOwed() const { return !owed.isEmpty(); }
};

/// Each unit taking part in two roles and each serving volunteer, on the day. Where no topic is expected of a role
/// (培训课题), any training will do.
QVector<Trainee> trainees(const model::CampaignFacts& facts, QDate day);

/// Heads and managers of the units, trained in full: of those that `trainees` names.
MilestoneProgress progressOfTraining(const model::CampaignFacts& facts, QDate day);

/// Topics of a training's text: 计量法、秤的使用 → two.
QStringList topicsIn(const QString& text);

} // namespace chengheng::rules
