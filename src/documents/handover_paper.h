// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/paper.h"
#include "model/office_records.h"

namespace chengheng::documents {

/// 移交清单 (HAND-1): what was handed over as it stood on the day, signed by both.
Paper handoverPaper(const model::Handover& handover, const QString& campaign);

} // namespace chengheng::documents
