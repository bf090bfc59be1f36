// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengheng::log {

/// Sends all log lines, Qt's own included, to stderr and, where a path is given, to a rotating file.
void start(const QString& filePath = {});

void info(const QString& text);
void warning(const QString& text);
void error(const QString& text);

} // namespace chengheng::log
