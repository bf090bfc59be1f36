// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"

namespace chengheng::gui {

// What goes out of the ledger: instruments as a table and as labels with codes.

/// Asks where to, and says how many went out.
void exportInstruments(Dispatcher& dispatcher, QWidget* page, const QVector<Uid>& instruments, QDate day);
void printLabels(Dispatcher& dispatcher, QWidget* page, const QVector<Uid>& instruments, QDate day);

} // namespace chengheng::gui
