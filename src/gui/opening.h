// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"

namespace chengheng::gui {

/// A campaign about to be opened: where it lies, what the foot bar calls the work, and how.
struct Opening {
    services::Place place;
    QString title;
    Dispatcher::LongOpener run;
};

} // namespace chengheng::gui
