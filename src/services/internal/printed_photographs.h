// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/printed_picture.h"
#include "services/attachments.h"

namespace chengheng::services {

/// A photograph as its sheet prints it; null where its content is lost or damaged.
Result<documents::PrintedPicture> printedPicture(const Workspace& workspace, const model::Attachment& photograph);

} // namespace chengheng::services
