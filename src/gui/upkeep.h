// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

class QObject;
class QWidget;

namespace chengheng::gui {

class Dispatcher;

/// The day's backup and the week's check, as a job beside the work; only a failure is said: a full disk, a damaged
/// file.
void keepSafe(Dispatcher& dispatcher, QWidget* window);

/// Makes the file whole by itself in a pause of the work; what fails is tried again after the next one.
void settleFile(Dispatcher& dispatcher, QObject* window);

/// Asks where to, and writes what a maintainer asks for. Works without a campaign too, for it may be the campaign
/// that does not open.
void exportDiagnosis(Dispatcher& dispatcher, const Clock& clock, QWidget* window);

} // namespace chengheng::gui
