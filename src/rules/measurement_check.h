// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/inspection_records.h"

namespace chengheng::rules {

/// What a measurement made at an inspection shows.
struct CheckVerdict {
    bool isPassed = false;
    QString why; ///< one sentence with the arithmetic
};

/// 零售商品称重计量监督管理办法 (令66号, rev. 2020) 5, 6 and its annex 1: the shortage may not exceed the negative
/// deviation of goods class and weight; by comparison with an instrument of the same accuracy, twice it. A
/// weight above the annex's last row takes that row.
CheckVerdict verdictOn(const model::WeighingCheck& check);

/// JJG 443: a dispenser's error may not exceed ±0.30 %.
CheckVerdict verdictOn(const model::NozzleCheck& check);

} // namespace chengheng::rules
