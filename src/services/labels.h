// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/registers.h"

namespace chengheng::services {

/// The instrument whose label was read: `text` is what a scanner typed of its code. Invalid "not_a_label" for another
/// text, NotFound "no_such_label" where the campaign has no such instrument (one of another round, or of another town).
Result<model::Record> instrumentOfLabel(const Workspace& workspace, const QString& text, QDate asOf = {});

/// The same of a picture of the label, the first that is an instrument's where there are several. Slow for photographs.
/// NotFound "no_such_file", "no_such_label"; Invalid "unreadable_picture", "no_code".
Result<model::Record> instrumentOnPicture(const Workspace& workspace, const QString& path, QDate asOf = {});

} // namespace chengheng::services
