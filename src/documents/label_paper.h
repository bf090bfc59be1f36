// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/record_paper.h"

namespace chengheng::documents {

/// What a label's code holds: the instrument's number in the records, in capitals.
QString labelCode(const Uid& instrument);
/// The number in what a scanner read or typed: capitals or not, full-width or not, with or without its hyphens; null
/// where that is no label's code.
Uid labelledUid(const QString& text);

/// Labels for instruments, 3 by 8 on an A4 sheet (70 × 37 mm each, as self-adhesive sheets are sold): unit,
/// instrument, factory number, until when it is valid, and a QR code. In the order given; unknown ones left out.
Paper labelPaper(const rules::SummaryInput& input, const QVector<Uid>& instruments);

} // namespace chengheng::documents
