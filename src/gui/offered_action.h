// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/actions.h"

#include <QAction>

namespace chengheng::gui {

/// Says on its button or menu entry what an action is, or why this person may not take it; true where he may.
inline bool offerTo(const services::Actor& actor, const services::Action& action, QAction& shown)
{
    const auto may = services::checkMayDo(actor, action);
    shown.setEnabled(may.has_value());
    shown.setToolTip(may ? action.title : may.error().message);
    return may.has_value();
}

} // namespace chengheng::gui
