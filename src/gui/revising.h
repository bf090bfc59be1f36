// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "services/registers.h"

namespace chengheng::gui {

/// Those of the values that differ from the record's.
services::FieldValues changedValues(const model::Record& record, const services::FieldValues& values);

/// Saves what was changed of a record, as it was read. Where that moves a figure it first asks since when (or whether
/// it was wrong from the start) and why. `then` hears how it went; Cancelled: the user would not say.
void revise(Dispatcher& dispatcher, QWidget* parent, const model::Record& record, const services::FieldValues& changed,
            std::function<void(const Result<services::Written>&)> then);

} // namespace chengheng::gui
