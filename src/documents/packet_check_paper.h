// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/packet_input.h"
#include "documents/paper.h"

namespace chengheng::documents {

/// A finished packet, as its check page describes it.
struct PacketContents {
    QString name; ///< of its folder or file
    int files = 0;
    int pages = 0; ///< of the bound volume
    int gaps = 0;
    QString manifestSha256;
};

/// 验收材料核验单: what tells whoever receives the packet how to see that nothing in it was changed.
Paper packetCheckPaper(const PacketInput& input, const PacketContents& contents);

} // namespace chengheng::documents
