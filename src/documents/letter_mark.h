// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace chengheng::documents {

/// The part that withMark() adds; readLetter() knows the mark by it.
inline constexpr char markHeader[] = "word/header_paper.xml";

} // namespace chengheng::documents
