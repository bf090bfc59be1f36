// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/list_paper.h"
#include "gui/dispatcher.h"

namespace chengheng::gui {

/// Makes a paper on the reading thread (documents layer, the same as in the packet) and hands it to
/// Prompts::preview(): the preview, from which it is numbered, printed or saved as PDF. A failure shows as a sentence.
/// Pages offer this through Page::printAction() (Ctrl+P).
void printPaper(Dispatcher& dispatcher, QWidget* parent,
                std::function<Result<documents::Paper>(const services::Workspace&)> make);
/// A list as it stands on the screen, under the campaign's name and 数据截至.
void printList(Dispatcher& dispatcher, QWidget* parent, documents::PrintedList list, QDate asOf);

} // namespace chengheng::gui
