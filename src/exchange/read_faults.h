// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exchange/table.h"

/// The sentences for files that cannot be read; one place, so that all formats speak alike.
namespace chengheng::exchange::faults {

/// A workbook that is cut off, altered or not what it claims to be; `detail` is for the log and
/// support, e.g. the part's name.
Error damagedWorkbook(const QString& detail);
Error tooMuchUnpacked(const ReadLimits& limits);
Error tooManyRows(const ReadLimits& limits);
Error tooManyColumns(const ReadLimits& limits);
Error tooManyCells();
Error textTooLong(const ReadLimits& limits);
Error tooManySheets(const ReadLimits& limits);
Error encryptedWorkbook();
/// Nothing to read; `hiddenData`: only hidden sheets carry data.
Error noData(bool hiddenData);

} // namespace chengheng::exchange::faults
