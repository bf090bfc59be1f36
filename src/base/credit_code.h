// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengheng {

/// What is wrong with a unified social credit code (GB 32100-2015: 18 characters of a 31-letter
/// alphabet without I, O, S, V, Z; the last is a check character); an empty text where it is right.
/// The sentence names the wrong letter, or the check character that the first 17 call for.
QString creditCodeFault(const QString& code);

/// The check character that 17 characters of the alphabet call for.
QChar creditCodeCheck(const QString& first17);

} // namespace chengheng
