// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/plan.h"

namespace chengheng::rules {

/// Something in a plan that contradicts itself; named, never refused.
struct Finding {
    QString code;
    QString why;

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// Codes: phases_overlap, day_outside_phase, two_host_offices, no_deputy_head, seats_without_duties,
/// many_words_for_event, notice_after_phase, half_year_meetings, quotas_do_not_add_up,
/// person_in_two_seats, milestone_outside_phase, phase_outside_campaign, empty_seat.
QVector<Finding> checkPlan(const Plan& plan);

} // namespace chengheng::rules
