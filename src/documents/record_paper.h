// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/paper.h"
#include "rules/summary.h"

namespace chengheng::documents {

/// A paper about the records of a day, with the campaign at the head of its pages.
Paper recordPaper(const rules::SummaryInput& input, const QString& title);

/// Units in the order they are walked: by road, then by address and registration number. Unknown ones are left out;
/// an empty choice is all that take part.
QVector<model::Unit> byRoad(const rules::SummaryInput& input, const QVector<Uid>& chosen);

} // namespace chengheng::documents
