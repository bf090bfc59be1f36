// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

namespace chengheng::model {

/// Checks across fields that many kinds need; each gives the faults it found, none where all is
/// well.

/// At least one of these fields is filled in; else `sentence`, at the first of them.
QVector<Error> needOneOf(const Record& record, std::initializer_list<const char*> keys, const QString& sentence);
/// Where `given` is filled in, these are too.
QVector<Error> needWith(const Record& record, const char* given, std::initializer_list<const char*> needed);

/// True where a text holds an identity number (GB 11643).
bool holdsIdentityNumber(const QString& text);
/// True where a text holds a telephone number or an identity number.
bool holdsPersonalNumber(const QString& text);

} // namespace chengheng::model
