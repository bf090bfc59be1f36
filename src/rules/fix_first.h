// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/draw.h"

namespace chengheng::rules {

/// One failing unit, and what putting it right does to a draw.
struct FixFirstLine {
    UnitStanding unit;
    Chance alone;          ///< that no failing unit is drawn if only this one is put right
    Chance soFar;          ///< if this one and all before it are put right
    bool isHelped = false; ///< the chance rises by it; not while another failing unit is certain to be drawn
};

struct FixFirst {
    Chance now;
    QVector<FixFirstLine> lines; ///< what helps most first; of equal help the one with the least to do
    QString why;                 ///< one sentence
};

/// Open work of a rehearsal in the order of what it does to the chance that a draw holds. Always the unit next that
/// raises the chance most; ties by fewest reasons, then by registration number. Errors as of draw().
Result<FixFirst> fixFirst(const QVector<UnitStanding>& population, const DrawRequest& request);

} // namespace chengheng::rules
