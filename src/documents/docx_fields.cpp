// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/docx_fields.h"

namespace chengheng::documents {

namespace {

/// One letter for one letter, so that places hold.
QString withPlainBraces(QString text)
{
    for (QChar& letter : text) {
        if (letter == QChar(0xFF5B))
            letter = QLatin1Char('{');
        else if (letter == QChar(0xFF5D))
            letter = QLatin1Char('}');
    }
    return text;
}

QString nameFrom(const QString& text)
{
    QStringList steps = QString(text).replace(QChar(0xFF0E), QLatin1Char('.')).split(QLatin1Char('.'));
    for (QString& step : steps)
        step = step.trimmed();
    return steps.join(QLatin1Char('.'));
}

/// What follows a brace that is not closed, enough to find it by.
QString excerpt(const QString& text, int from)
{
    constexpr int longest = 12;
    return text.mid(from, longest).section(QLatin1Char('\n'), 0, 0);
}

/// XML 1.0 knows no control characters but tab and line end, and no halves of a letter.
QString printable(const QString& text)
{
    QString good;
    good.reserve(text.size());
    for (int i = 0; i < text.size(); ++i) {
        const QChar letter = text.at(i);
        const bool isPair = letter.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (isPair)
            good += text.mid(i++, 2);
        else if (letter == QLatin1Char('\t') || letter == QLatin1Char('\n')
                 || (letter.unicode() >= 0x20 && !letter.isSurrogate() && letter.unicode() < 0xFFFE))
            good += letter;
    }
    return good;
}

QString withPlainLineEnds(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    text.replace(QChar::LineSeparator, QLatin1Char('\n'));
    text.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
    return printable(text);
}

void setText(pugi::xml_node node, const QString& text)
{
    node.text().set(text.toUtf8().constData());
    if (!node.attribute("xml:space"))
        node.append_attribute("xml:space");
    node.attribute("xml:space").set_value("preserve");
}

/// Text with line ends and tabs behind and in place of one <w:t>.
void writeLines(pugi::xml_node first, const QString& text)
{
    pugi::xml_node at = first;
    pugi::xml_node run = first.parent();
    QString line;
    bool isFirst = true;
    const auto flush = [&] {
        if (!isFirst)
            at = run.insert_child_after("w:t", at);
        setText(at, line);
        isFirst = false;
        line.clear();
    };
    for (const QChar letter : text) {
        if (letter != QLatin1Char('\n') && letter != QLatin1Char('\t')) {
            line += letter;
            continue;
        }
        flush();
        at = run.insert_child_after(letter == QLatin1Char('\n') ? "w:br" : "w:tab", at);
    }
    flush();
}

bool isLeftOut(pugi::xml_node node)
{
    return is(node, "w:pPr") || is(node, "w:rPr") || is(node, "w:del") || is(node, "w:moveFrom") || is(node, "w:p");
}

void addParagraphs(pugi::xml_node node, bool isDeep, QVector<pugi::xml_node>& found)
{
    for (pugi::xml_node child : node.children()) {
        if (is(child, "w:tr") && !isDeep)
            continue;
        if (is(child, "w:p"))
            found.append(child);
        addParagraphs(child, isDeep, found);
    }
}

} // namespace

QVector<FoundField> findFields(const QString& written)
{
    const QString text = withPlainBraces(written);
    const QLatin1String opening("{{");
    const QLatin1String closing("}}");
    QVector<FoundField> found;
    int at = 0;
    while (at < text.size()) {
        const int from = int(text.indexOf(opening, at));
        const int stray = int(text.indexOf(closing, at));
        if (stray >= 0 && (from < 0 || stray < from)) {
            found.append({FoundField::Kind::NotOpened, stray, 2, excerpt(text, qMax(at, stray - 10))});
            at = stray + 2;
            continue;
        }
        if (from < 0)
            break;
        const int inside = from + 2;
        const int to = int(text.indexOf(closing, inside));
        const int next = int(text.indexOf(opening, inside));
        const int lineEnd = int(text.indexOf(QLatin1Char('\n'), inside));
        if (to < 0 || (next >= 0 && next < to) || (lineEnd >= 0 && lineEnd < to)) {
            found.append({FoundField::Kind::NotClosed, from, 2, excerpt(text, from)});
            at = inside;
            continue;
        }
        found.append({FoundField::Kind::Whole, from, to + 2 - from, nameFrom(text.mid(inside, to - inside))});
        at = to + 2;
    }
    return found;
}

ParagraphText::ParagraphText(pugi::xml_node paragraph) : m_paragraph(paragraph)
{
    collect(paragraph);
}

void ParagraphText::collect(pugi::xml_node node)
{
    for (pugi::xml_node child : node.children()) {
        if (isLeftOut(child))
            continue;
        Piece piece{child, int(m_text.size()), {}, 0, false};
        if (is(child, "w:t")) {
            piece.text = QString::fromUtf8(child.text().get());
        } else if (is(child, "w:br") || is(child, "w:cr") || is(child, "w:tab")) {
            piece.node = {};
            piece.text = QStringLiteral("\n");
        } else {
            collect(child);
            continue;
        }
        piece.length = int(piece.text.size());
        m_text += piece.text;
        m_pieces.append(piece);
    }
}

void ParagraphText::replace(int from, int length, const QString& value)
{
    const int to = from + length;
    bool isPut = false;
    for (Piece& piece : m_pieces) {
        const int begin = qMax(from, piece.from) - piece.from;
        const int end = qMin(to, piece.from + piece.length) - piece.from;
        if (!piece.node || begin >= end)
            continue;
        // Later parts of this piece were replaced before: what lies in front of them stands as it was.
        piece.text.replace(begin, end - begin, isPut ? QString() : withPlainLineEnds(value));
        piece.isChanged = true;
        isPut = true;
    }
}

void ParagraphText::setAll(const QString& text)
{
    bool isPut = false;
    for (Piece& piece : m_pieces) {
        if (!piece.node)
            continue;
        piece.text = isPut ? QString() : text;
        piece.isChanged = true;
        isPut = true;
    }
    if (isPut || text.isEmpty())
        return;
    setText(m_paragraph.append_child("w:r").append_child("w:t"), text);
}

void ParagraphText::write()
{
    for (const Piece& piece : std::as_const(m_pieces))
        if (piece.isChanged)
            writeLines(piece.node, piece.text);
}

QVector<pugi::xml_node> paragraphsIn(pugi::xml_node node, bool isDeep)
{
    QVector<pugi::xml_node> found;
    addParagraphs(node, isDeep, found);
    return found;
}

} // namespace chengheng::documents
