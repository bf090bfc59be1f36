// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/paper.h"
#include "rules/summary.h"
#include "services/registers.h"

namespace chengheng::services {

// Lists on paper, as the window prints them.

/// A register's rows under the columns of its list; drafts stay in the office (RecordKind::releasedBy).
Result<documents::Paper> registerOnPaper(const Workspace& workspace, const model::RecordKind& kind,
                                         const RegisterQuery& query = {});
/// A computed table with its sentence. Denied "draft" as exportSummary().
Result<documents::Paper> summaryOnPaper(const Workspace& workspace, const rules::SummaryKind& kind,
                                        const rules::Summary& summary, QDate day);

} // namespace chengheng::services
