// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "gui/prompts.h"

namespace chengheng::gui {

/// Reads off the window's thread and hands over what came; an error shows as a sentence. Nothing happens
/// where `who` is gone by then.
template <class T>
void askFor(Dispatcher& dispatcher, QWidget* who, std::function<Result<T>(const services::Workspace&)> work,
            std::function<void(T)> then)
{
    dispatcher.read<T>(who, std::move(work), [who, then = std::move(then)](Result<T> result) {
        if (result)
            then(std::move(*result));
        else
            Prompts::current().show(who, result.error());
    });
}

} // namespace chengheng::gui
