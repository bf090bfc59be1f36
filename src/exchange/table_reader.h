// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exchange/table.h"

namespace chengheng::exchange {

/// Reads an .xlsx, .ods or .csv file; the content decides, the suffix only where it leaves a doubt.
/// The first visible sheet that carries data is read; Table::notes names the others. Every failure
/// has a code of its own: file_not_found, is_directory, cannot_read_file, empty_file, file_too_large,
/// old_or_encrypted_workbook, encrypted_workbook, damaged_workbook, html_table, not_a_table,
/// unknown_encoding, unclosed_quote, no_data, no_visible_data, too_large_unpacked, too_many_rows,
/// too_many_columns, too_many_cells, too_many_sheets, text_too_long. Nothing is read by halves.
Result<Table> readTable(const QString& path, const ReadLimits& limits = {});

} // namespace chengheng::exchange
