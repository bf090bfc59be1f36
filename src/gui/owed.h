// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

#include <QDate>
#include <QHash>

namespace chengheng::gui {

/// What a page still owes on a day, for the rail.
struct Owed {
    qint64 count = 0;
    QString sentence; ///< “3 个问题已过整改期限”
};

/// By page key; pages that owe nothing are left out.
using OwedByPage = QHash<QString, Owed>;
Result<OwedByPage> owedOn(const services::Workspace& workspace, QDate day);

} // namespace chengheng::gui
