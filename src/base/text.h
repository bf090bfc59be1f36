// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengheng {

/// Full-width letters, digits, brackets and blanks to their ordinary forms: （１２Ａ） → (12A).
QString foldWidth(const QString& text);

/// What two spellings of one name have in common: folded width, lower case, no blanks.
QString foldName(const QString& text);

/// What search looks in: the folded text, its pinyin and its pinyin initials, separated by '|'.
/// "顾村医院" → "顾村医院|gucunyiyuan|gcyy". Stored with the record; the same text always gives the
/// same key (ICU Han-Latin).
QString searchKey(const QString& text);

/// The order people look names up in: Chinese by pinyin, digits by their number (2号 before 10号), on
/// every machine alike. Negative, 0 or positive.
int compareNames(const QString& a, const QString& b);

/// What no text of a record may hold: half a character (an unpaired surrogate) or a control character other than tab
/// and line end, neither of which can be written, printed and read back. Empty, or what is wrong, to follow 里.
QString unsoundText(const QString& text);

/// How many letters must change to make one from the other (Levenshtein, code units).
int editDistance(const QString& a, const QString& b);

} // namespace chengheng
