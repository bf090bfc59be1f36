// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengheng::services {

/// What the journal's intent is called: “登记参建单位” for unit.add, “登记整改” for problem.rectify. Empty for an
/// intent that is not known.
QString intentTitle(const QString& intent);

} // namespace chengheng::services
