// Precompiled: papers, for the layer that sets them and for those that fill them.
#pragma once
#include "pch_core.h"

#include "documents/letter.h"
#include "documents/list_paper.h"

namespace chengheng::precompiled {

/// A list of blocks of many kinds costs each file that fills one half a second; instantiated here it costs nothing.
inline void instantiate(documents::Paper& paper)
{
    documents::Paper copy = paper;
    copy.blocks.append(documents::PageBreak());
    paper = std::move(copy);
}

} // namespace chengheng::precompiled
