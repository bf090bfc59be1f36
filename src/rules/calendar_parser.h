// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/working_calendar.h"

namespace chengheng::rules {

/// Reads the State Council's holidays and make-up working days: {"years":[{"year":2024,"source":…,
/// "holidays":["2024-01-01" or "2024-02-10/2024-02-17"],"make_up_days":[…]}]}.
Result<WorkingCalendar> parseCalendar(const QByteArray& json, const QString& fileName);

} // namespace chengheng::rules
