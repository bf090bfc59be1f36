// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/docx_xml.h"

#include <QHash>
#include <QVector>

namespace chengheng::documents {

/// The numbers that a word processor writes before paragraphs by itself: 一、 1. （1） ①.
class LetterNumbering
{
public:
    struct Label {
        QString text;             ///< with the tab or blank behind it
        pugi::xml_node paragraph; ///< the level's own <w:pPr>
    };

    /// word/numbering.xml; an empty node for a document without.
    explicit LetterNumbering(pugi::xml_node numbering);

    /// Counts one further in a list. Empty for one that the document does not describe.
    Label next(const QString& list, int level);

private:
    pugi::xml_node levelOf(const QString& list, int level) const;
    QString textOf(const QString& list, int level) const;

    QHash<QString, pugi::xml_node> m_lists;  ///< abstract ones by the number used
    QHash<QString, QVector<int>> m_counters; ///< by list, of each level
};

/// 1 → 一, 12 → 十二, 105 → 一百零五; numbers from 10 000 on stay in digits.
QString chineseNumber(int number);

} // namespace chengheng::documents
