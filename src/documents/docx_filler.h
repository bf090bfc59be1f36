// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/docx_xml.h"
#include "documents/merge.h"

namespace chengheng::documents {

/// What counts the entries in every list: 序号.
QString counterName();

/// Puts values for the fields below a node and repeats what names a list.
void fillFields(pugi::xml_node node, const MergeData& data);

} // namespace chengheng::documents
