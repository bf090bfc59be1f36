// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"

namespace chengheng::gui {

/// A campaign about to be opened: where it lies, what the foot bar calls the work, how, and who signs in where
/// the campaign asks for it.
struct Opening {
    using Run =
        std::function<Result<std::unique_ptr<services::Workspace>>(const services::Progress&, const services::SignIn&)>;

    services::Place place;
    QString title;
    Run run;
    services::SignIn signIn = {};
};

} // namespace chengheng::gui
