// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/page_layout.h"

namespace chengheng::documents {

/// Pages with a QR code and its label where stampCode() puts them, before they become a PDF: a preview and a printer
/// show what the PDF will. Bare where the code is too long for one.
LaidPaper stamped(LaidPaper paper, const QString& code, const QString& label);

} // namespace chengheng::documents
