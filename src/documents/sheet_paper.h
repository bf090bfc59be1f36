// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/photograph_paper.h"
#include "model/supervision_records.h"
#include "rules/scoring.h"

namespace chengheng::documents {

/// Whom and when a printed sheet is about; what is empty is left as a place to write.
struct SheetHead {
    QString campaign;
    QString unit; ///< or 组织者
    QString address;
    QDate on;
    std::optional<model::InspectionKind> kind;
    QString inspectors;
};

/// A scored sheet with points, reasons, vetoes with what was found, and places to sign; its photographs on the
/// pages after it, six to each. Marked 参考稿. The
/// inspectors are named: it is signed on site and stays with the office (the packet only counts them).
Paper filledSheetPaper(const SheetHead& head, const rules::SheetEdition& edition, const rules::Sheet& sheet,
                       const rules::SheetAnswers& answers, const rules::Score& score,
                       const QVector<PrintedPhotograph>& photographs = {});

/// The same sheet with nothing filled in, for the clipboard on site: each item with its rule, its basis in
/// force on the day and room for the finding.
Paper blankSheetPaper(const SheetHead& head, const rules::SheetEdition& edition, const rules::Sheet& sheet);

} // namespace chengheng::documents
