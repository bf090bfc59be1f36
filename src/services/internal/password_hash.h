// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace chengheng::services {

/// Argon2id (RFC 9106) with a salt of its own, as the text that libsodium keeps both in. Takes about a tenth
/// of a second and 64 MB; Unavailable "no_memory" where they are not to be had.
Result<QString> verifierOf(const QString& password);
bool isPassword(const QString& typed, const QString& verifier);

/// "k7wm-3xqp-d9ht": 58 bits, without letters that look alike on paper.
QString makeOneTimePassword();

} // namespace chengheng::services
