// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/record_paper.h"

namespace chengheng::documents {

/// 今日走访单: the chosen units in the order they are walked, each with address, contact, open problems, instruments
/// not in order and places to sign. No unit is torn over two pages where one page holds it.
Paper visitPaper(const rules::SummaryInput& input, const QVector<Uid>& units);

/// 本月到期 for units: what ends within the month of the day, and what has run out or was never recorded. An empty
/// choice is all that take part; units with nothing due are left out.
Paper dueNoticePaper(const rules::SummaryInput& input, const QVector<Uid>& units);
/// The same in words for WeChat.
QString dueNoticeText(const rules::SummaryInput& input, const QVector<Uid>& units);

} // namespace chengheng::documents
