// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/publicity_records.h"

namespace chengheng::rules {

/// Where an entry of the red or black list is on a day (PLAN-3): 拟列 until both approvals are there, 待公布 until its
/// day, then in force until it ends or is taken off.
enum class ListState { Drafted, Approved, InForce, Ended, Removed };
/// 拟列, 待公布, 公布中, 已到期, 已移出.
QString labelOf(ListState state);

ListState listState(const model::ListEntry& entry, QDate day);

/// What has to be done next with an entry that is not in force yet; "" where nothing.
QString nextForList(const model::ListEntry& entry, QDate day);

} // namespace chengheng::rules
