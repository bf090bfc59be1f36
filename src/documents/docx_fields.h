// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/docx_xml.h"

#include <QStringList>
#include <QVector>

namespace chengheng::documents {

/// What stands between braces in a paragraph.
struct FoundField {
    enum class Kind { Whole, NotClosed, NotOpened };

    Kind kind = Kind::Whole;
    int from = 0; ///< with its braces
    int length = 0;
    QString name; ///< 单位名称, or 计量器具.名称; of a damaged one: what stands there

    QString list() const { return name.section(QLatin1Char('.'), 0, -2); }
    QString member() const { return name.section(QLatin1Char('.'), -1); }
};

/// In the order they stand. Full-width braces and dots count as ordinary ones.
QVector<FoundField> findFields(const QString& text);

/// A paragraph's own text, however many runs it is split over; text boxes in it are paragraphs themselves.
class ParagraphText
{
public:
    explicit ParagraphText(pugi::xml_node paragraph);

    const QString& text() const { return m_text; }
    /// Puts a value for a part of the text, in the look of its first letter. Only from the end forward:
    /// places after the part do not hold any more.
    void replace(int from, int length, const QString& value);
    /// Keeps the look of the first run and drops all other text.
    void setAll(const QString& text);
    /// Writes the changed text into the paragraph, line ends and tabs as elements of their own.
    void write();

private:
    struct Piece {
        pugi::xml_node node; ///< <w:t>; none for a line end or a tab
        int from = 0;
        QString text;
        int length = 0; ///< as it was
        bool isChanged = false;
    };

    void collect(pugi::xml_node node);

    pugi::xml_node m_paragraph;
    QVector<Piece> m_pieces;
    QString m_text;
};

/// Every paragraph below a node, in order, those in text boxes after the one they are anchored in. `isDeep`
/// false: not those in rows below the node.
QVector<pugi::xml_node> paragraphsIn(pugi::xml_node node, bool isDeep = true);

} // namespace chengheng::documents
