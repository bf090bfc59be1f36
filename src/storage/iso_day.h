// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>

namespace chengheng::storage {

// Days as ISO text; QDate's own formatting and parsing cost more than the rest of a row.

/// 2024-03-05; years beyond four digits are left to QDate.
QByteArray isoDay(QDate day);

/// Invalid for anything but ten characters that name a day.
QDate dayFromIso(const QByteArray& iso);

} // namespace chengheng::storage
