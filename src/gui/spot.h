// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/counted.h"

namespace chengheng::gui {

/// A place in the window, to go to or to come back to.
struct Spot {
    QString page;        ///< key of a page or of one of its parts
    Uid record = {};     ///< null: none in particular
    Counted only = {};   ///< the records its list is narrowed to
    QString search = {}; ///< what its list is searched for

    friend bool operator==(const Spot&, const Spot&) = default;
};

} // namespace chengheng::gui
