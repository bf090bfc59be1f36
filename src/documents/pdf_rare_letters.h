// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QRawFont>
#include <QSet>
#include <QString>
#include <QVector>

namespace chengheng::documents {

struct Page;
class SetText;

/// Letters beyond the first plane (rare names such as 𬱖) that stand on pages. Qt numbers the glyphs
/// of a PDF's font in the order it paints them and leaves the text behind these out.
class RareLetters
{
public:
    /// Pages in the order they are painted.
    void add(const Page& page);
    /// By the PostScript name of a face: its rare letters, each glyph once, in the order painted.
    QVector<char32_t> ofFace(const QString& name) const { return m_faces.value(name).letters; }

private:
    struct Face {
        QSet<quint32> common; ///< glyphs that letters of the first plane have too: Qt names those
        QSet<quint32> seen;
        QVector<char32_t> letters;
    };

    void addLetter(const SetText& text, int line, int at, char32_t letter);
    Face& faceOf(const QRawFont& font);

    QHash<QString, Face> m_faces;
};

} // namespace chengheng::documents
