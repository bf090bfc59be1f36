// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/figure_check.h"
#include "services/workspace.h"

namespace chengheng::services {

/// 报送数字核对: what a report says, beside the records of its day.
struct FigureReport {
    QDate day; ///< of the records
    rules::CheckedFigures figures;
    QString sentence; ///< what came out
};

/// Checks a report's text. Without a day, that which the report itself states (截至…), else today.
Result<FigureReport> checkFigures(const Workspace& workspace, const QString& text, QDate day = {});

/// Those that differ, one after the other in one sentence; empty where none does.
QString differencesIn(const QVector<rules::FigureCheck>& checks);

/// The text of a report in a file: .docx as edited in a word processor, or plain text in any of the encodings that
/// tables come in. NotFound "no_such_file"; Corrupt for a damaged .docx; Invalid "unsupported_file".
Result<QString> textOfReport(const QString& path);

} // namespace chengheng::services
