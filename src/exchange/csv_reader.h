// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exchange/table.h"

#include <optional>

namespace chengheng::exchange {

/// Text as Chinese offices save it: UTF-8 with or without mark, UTF-16 with mark, else GB18030 (ANSI); nothing where it
/// is none of them.
std::optional<QString> decodedText(const QByteArray& bytes);

/// Reads separated text as decodedText() has it, separated by comma, semicolon or tab, whichever gives most
/// columns. All cells are text: what a number or a day means is for the field to say, so leading zeros and long
/// digit strings stay as they are. The apostrophe that writeCsv puts before a text that could start a formula is
/// taken off again, and ="0012" (an old export trick) gives 0012.
Result<Table> readCsv(const QByteArray& bytes, const ReadLimits& limits = {});

} // namespace chengheng::exchange
