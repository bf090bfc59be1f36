// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"
#include "model/supervisor_records.h"

namespace chengheng::rules {

/// Volunteers are known by their numbers outside their own register: 3号.
QString codeOf(const model::Supervisor& supervisor);

/// Those appointed and still serving on the day, by uid.
QHash<Uid, model::Supervisor> servingSupervisors(const model::CampaignFacts& facts, QDate day);

/// Who looks after a unit (SUP-4): by the unit itself, its road, its village or neighbourhood (村居), or its trade.
bool covers(const model::Assignment& assignment, const model::Unit& unit);

/// Assignments in force on the day of those serving then.
QVector<model::Assignment> assignmentsInForce(const model::CampaignFacts& facts, QDate day);

} // namespace chengheng::rules
