// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/docx_xml.h"
#include "documents/letter.h"

#include <QHash>

namespace chengheng::documents {

/// How a paragraph and its text look, with what a document says in letters' widths not yet counted out.
struct LetterLook {
    LetterParagraph paragraph;
    LetterRun run;
    double firstLineLetters = 0;
    double hangingLetters = 0;
    double leftLetters = 0;
    double rightLetters = 0;
    QString list; ///< whose numbers stand before it; empty or 0: none
    int level = 0;

    /// Takes over what <w:pPr> and <w:rPr> say.
    void applyParagraph(pugi::xml_node properties);
    void applyRun(pugi::xml_node properties);
    /// The paragraph with indents counted out by its letters' width.
    LetterParagraph settled() const;
};

/// What a <w:tblBorders> or <w:tcBorders> names is drawn or left out, the rest stays as it was.
void applyRules(LetterRules& rules, pugi::xml_node borders);

/// The styles of a document, each with all it is based on.
class LetterStyles
{
public:
    /// word/styles.xml; an empty node for a document without.
    explicit LetterStyles(pugi::xml_node styles);

    /// An empty or unknown id: the document's default paragraph.
    LetterLook paragraphLook(const QString& id) const;
    void applyCharacterStyle(LetterLook& look, const QString& id) const;
    /// Of a table with these <w:tblPr>, its style's where it names none itself.
    LetterRules tableRules(pugi::xml_node tableProperties) const;

private:
    void apply(LetterLook& look, const QString& id, int depth = 0) const;

    QHash<QString, pugi::xml_node> m_styles;
    LetterLook m_default;
    QString m_defaultId;
};

} // namespace chengheng::documents
