// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/field.h"

namespace chengheng::model {

/// Whether values of a field may be added up: money, and whole numbers that count things. One that names something
/// (年度, 登记号) or measures one thing (克, 月) has no sum.
bool addsUp(const Field& field);

} // namespace chengheng::model
