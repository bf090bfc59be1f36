// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace chengheng::log {

/// Sends all log lines, Qt's own included, to stderr and, where a path is given, to a rotating file. The file is
/// meant to be handed to others: each line goes through withoutPersons() before it is written there.
void start(const QString& filePath = {});
/// The file that lines go to now; empty where there is none.
QString filePath();
/// Lets everything reach the file.
void flush();

void info(const QString& text);
void warning(const QString& text);
void error(const QString& text);

/// What the program does, for the file only: names of deeds, codes, counts and times.
void event(const QString& text);
/// A refusal or fault by its kind and code, for the file only; its sentence may name a person.
void failure(const QString& deed, const Error& error);

/// A line without what may tell of a person or a place: paths, quoted texts, everything that is not ASCII, long
/// numbers and addresses are replaced by marks.
QString withoutPersons(const QString& line);

} // namespace chengheng::log
