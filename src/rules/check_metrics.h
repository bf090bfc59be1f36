// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/metrics.h"

namespace chengheng::rules {

/// Metrics that answer from measurements, the unit's own checks and complaints: weigh.*, fuel.*,
/// fair.log_gap_count, complaint.overdue_count; by name.
const QMap<QString, MetricAnswer>& checkMetrics();

} // namespace chengheng::rules
