// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "services/papers.h"

namespace chengheng::gui {

/// Makes a paper from the records of a day and shows it, to be printed, saved as PDF or Word document, or numbered
/// and kept in the register of papers. What is left blank is said first. `subject`: null for the campaign's papers.
void showMadePaper(Dispatcher& dispatcher, QWidget* parent, const services::PaperKind& paper, const Uid& subject,
                   QDate day);

/// Shows what a template in a file would print before it is in force; its 换用 puts it in force and then calls
/// `changed`. Faults of the template show as sentences instead.
void showTriedTemplate(Dispatcher& dispatcher, QWidget* parent, const services::PaperKind& paper, const QString& path,
                       QDate day, std::function<void()> changed);

} // namespace chengheng::gui
