// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"

namespace chengheng::rules {

/// The figure that holds where an office has set none.
int builtInDays(model::SettingName name);

/// The figure in force on the facts' day: what the office set last, else the built-in one.
int daysOf(const model::CampaignFacts& facts, model::SettingName name);

/// Working days from finding to the date a problem of that severity must be put right.
int rectificationDays(const model::CampaignFacts& facts, model::Severity severity);

/// Where the figure is used, as one sentence.
QString usedFor(model::SettingName name);

} // namespace chengheng::rules
