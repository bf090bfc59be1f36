// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/uid.h"

class QWidget;

namespace chengheng::gui {

class Dispatcher;

/// After an inspection was filed: asks whether the problems that its lost points suggest shall be registered.
/// Says nothing where there are none.
void offerProblems(Dispatcher& dispatcher, QWidget* who, const Uid& inspection);

} // namespace chengheng::gui
