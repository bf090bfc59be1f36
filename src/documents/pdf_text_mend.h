// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "documents/pdf_rare_letters.h"

#include <QByteArray>
#include <QDate>
#include <QFont>
#include <QHash>
#include <QSet>

namespace chengheng::documents {

/// What was painted.
struct PrintedText {
    QSet<char16_t> letters;
    QHash<QString, QFont> faces; ///< by family and weight
    RareLetters rare;

    void addFace(const QFont& font);
};

/// Mends a PDF as Qt writes it. Where several characters share a glyph, its maps from glyphs to
/// text name the lowest one (the radical ⼤ for 大, 〜 for ～), so that neither search nor copying
/// finds what was printed, and they leave out letters beyond the first plane. Photographs shrink to what print needs.
/// Also sets the creation date and a file id made from the content: the same paper always gives the same bytes.
Result<QByteArray> mendPdf(const QByteArray& pdf, const PrintedText& printed, QDate created);

} // namespace chengheng::documents
