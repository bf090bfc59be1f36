// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/printed_photographs.h"

#include "documents/photograph_paper.h"

namespace chengheng::services {

Result<documents::PrintedPicture> printedPicture(const Workspace& workspace, const model::Attachment& photograph)
{
    const auto bytes = bytesOf(workspace, photograph);
    if (bytes)
        return documents::printedPicture(*bytes);
    const bool isLost = bytes.error().kind == ErrorKind::NotFound || bytes.error().kind == ErrorKind::Corrupt;
    return isLost ? Result<documents::PrintedPicture>(documents::PrintedPicture()) : fail(bytes.error());
}

} // namespace chengheng::services
