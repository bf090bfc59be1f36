// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/uid.h"

#include <QString>

class QWidget;

namespace chengheng::gui {

class Dispatcher;

/// Asks which of the problems that an inspection's lost points suggest shall be registered. `filed` says how an
/// inspection came out that was filed just now; empty where the user asks later.
void offerProblems(Dispatcher& dispatcher, QWidget* who, const Uid& inspection, const QString& filed = {});

} // namespace chengheng::gui
