// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace chengheng::services {

/// What stands where nobody gave a name; it fills in no form.
inline QString unsignedName()
{
    return QCoreApplication::translate("Actor", "未署名");
}

} // namespace chengheng::services
