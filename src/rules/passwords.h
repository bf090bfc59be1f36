// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/office_records.h"

#include <chrono>

namespace chengheng::rules {

/// One's own password has at least so many letters; length is what makes guessing hard, mixtures are not asked for.
constexpr int shortestPassword = 8;
/// Wrong tries in a row before an account is closed for a while.
constexpr int triesBeforeLock = 5;

/// The password as it is meant, however it was typed: an input method may give full-width letters.
QString meantPassword(const QString& typed);

/// What is wrong with a new password of one's own: too short, too long, the same letter throughout, or the
/// account's own login or name. `where` is "new_password".
Result<void> checkNewPassword(const QString& password, const model::Account& account);

/// How long no further try counts after so many wrong ones in a row: nothing below triesBeforeLock, then one
/// minute, doubled with each further one up to an hour.
std::chrono::minutes waitAfter(qint64 failures);

} // namespace chengheng::rules
