// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table.h"

namespace chengheng::exchange {

/// What WPS, Excel and LibreOffice put on the clipboard as text: rows by line, cells by tab, a cell
/// with line breaks quoted. All cells are text. Never fails: a stray quote is just a letter.
Table parseClipboard(const QString& tsv);

} // namespace chengheng::exchange
