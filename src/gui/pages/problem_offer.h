// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/uid.h"

class QWidget;

namespace chengheng::gui {

class Dispatcher;

/// Why suggestions are shown: an inspection was filed (nothing is said where there are none), or the user asks.
enum class Offering { Filed, Asked };

/// Asks which of the problems that an inspection's lost points suggest shall be registered.
void offerProblems(Dispatcher& dispatcher, QWidget* who, const Uid& inspection, Offering offering);

} // namespace chengheng::gui
