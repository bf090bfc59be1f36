// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/docx_template.h"

namespace chengheng::documents {

/// See DocxTemplate::faults().
QVector<TemplateFault> faultsOf(const DocxPackage& package, const MergeFields& known);

} // namespace chengheng::documents
