// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/pdf_rare_letters.h"

#include "documents/page_layout.h"

#include <QtEndian>

namespace chengheng::documents {

namespace {

quint16 numberAt(const QByteArray& table, qsizetype at)
{
    return at + 2 <= table.size() ? qFromBigEndian<quint16>(table.constData() + at) : 0;
}

/// A font's PostScript name: entry 6 of its OpenType table “name”, in UTF-16 for Windows.
QString postScriptName(const QRawFont& font)
{
    constexpr int windows = 3;
    constexpr int postScript = 6;
    constexpr int headSize = 6;
    constexpr int recordSize = 12;
    const QByteArray table = font.fontTable("name");
    const quint16 texts = numberAt(table, 4);
    for (int i = 0; i < numberAt(table, 2); ++i) {
        const qsizetype record = headSize + qsizetype(i) * recordSize;
        if (numberAt(table, record) != windows || numberAt(table, record + 6) != postScript)
            continue;
        QString name;
        const qsizetype begin = texts + numberAt(table, record + 10);
        for (qsizetype at = begin; at < begin + numberAt(table, record + 8); at += 2)
            name += QChar(numberAt(table, at));
        return name;
    }
    return {};
}

QSet<quint32> glyphsOfFirstPlane(const QRawFont& font)
{
    QString letters;
    for (char32_t letter = 1; letter <= 0xFFFF; ++letter)
        if (!QChar::isSurrogate(letter))
            letters += QChar(char16_t(letter));
    const QList<quint32> glyphs = font.glyphIndexesForString(letters);
    return QSet<quint32>(glyphs.begin(), glyphs.end());
}

} // namespace

void RareLetters::add(const Page& page)
{
    for (const Page::Line& line : page.lines) {
        const QString text = line.text.text();
        const auto [begin, end] = line.text.spanOf(line.index);
        for (int at = begin; at + 1 < end; ++at)
            if (text.at(at).isHighSurrogate() && text.at(at + 1).isLowSurrogate())
                addLetter(line.text, line.index, at, QChar::surrogateToUcs4(text.at(at), text.at(at + 1)));
    }
}

void RareLetters::addLetter(const SetText& text, int line, int at, char32_t letter)
{
    for (const QGlyphRun& run : text.glyphsOf(line, at, 2)) {
        Face& face = faceOf(run.rawFont());
        const quint32 glyph = run.glyphIndexes().value(0);
        if (face.common.contains(glyph) || face.seen.contains(glyph))
            continue;
        face.seen.insert(glyph);
        face.letters.append(letter);
    }
}

RareLetters::Face& RareLetters::faceOf(const QRawFont& font)
{
    const QString name = postScriptName(font);
    auto known = m_faces.find(name);
    if (known == m_faces.end())
        known = m_faces.insert(name, {glyphsOfFirstPlane(font) + QSet<quint32>{0}, {}, {}});
    return *known;
}

} // namespace chengheng::documents
