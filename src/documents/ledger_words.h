// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/time_chart.h"
#include "rules/due_report.h"

namespace chengheng::documents {

/// How a line of the ledger is told on paper, the same on every paper.

/// A shape and the word: ● 有效, ▲ 超周期.
QString markedState(rules::VerificationStatus status);
Tone toneOf(rules::VerificationStatus status);
/// 2025年3月4日, with （推算） where it is reckoned from the cycle; — without an end.
QString endText(const rules::DueLine& line);
/// Overdue, failed or without any verification on record.
bool isNotInOrder(rules::VerificationStatus status);
/// "118/120，98.3%"; 无 where there is nothing to count.
QString rateText(Rate rate);

} // namespace chengheng::documents
