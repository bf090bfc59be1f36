// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/internal/write_rules.h"

/// What follows from facts about units and instruments; rows of write_rules.cpp.
namespace chengheng::services {

/// From that day on an instrument that was moved stands at its new place, one that was sealed again has its new seal.
Result<void> followEvent(const Writing& writing, const model::Record& event);

/// A unit's dossier is opened on the day it was confirmed (STA-1), where no other day is known.
Result<void> openDossier(const Writing& writing, const model::Record& unit);

} // namespace chengheng::services
