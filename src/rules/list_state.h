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

/// What has to be done next with an entry.
enum class ListStep { None, Notify, Hear, ApproveByTown, ApproveByBureau, Publish, Remove };
/// 告知单位, 听取陈述申辩, 报镇政府批准, 报区局批准, 公布…, 移出名单; "" where nothing.
QString labelOf(ListStep step);

ListStep nextForList(const model::ListEntry& entry, QDate day);

/// The day since which that step can be taken: the one before it was taken then.
QDate nextSince(const model::ListEntry& entry, QDate day);

} // namespace chengheng::rules
