// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengheng::gui {

/// A key that a list or a sheet takes itself, for 快捷键一览; said beside the code that takes it.
struct HandledKey {
    QString keys; ///< as people call them
    QString what;
};

} // namespace chengheng::gui
