// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;

namespace chengheng::gui {

/// Makes a line edit take a day: typed in any of the usual ways and shown as 2024-03-05 when left, or
/// picked from a calendar (the button at its end, or Alt+↓).
void offerCalendar(QLineEdit* edit);

} // namespace chengheng::gui
