// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/docx_places.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DocxTemplate)
};

class Placer
{
public:
    explicit Placer(const QString& part) : m_part(partName(part)) {}

    void walk(pugi::xml_node node, pugi::xml_node row = {}, const QString& inTable = {})
    {
        for (pugi::xml_node child : node.children()) {
            if (is(child, "w:tbl") && inTable.isEmpty()) {
                ++m_tables;
                m_rows = 0;
                walk(child, {}, Text::tr("表格 %1").arg(m_tables));
            } else if (is(child, "w:tr")) {
                walk(child, child, row ? inTable : Text::tr("%1 第 %2 行").arg(inTable).arg(++m_rows));
            } else if (is(child, "w:p")) {
                const bool isBoxed = isInBox(child);
                if (inTable.isEmpty() && !isBoxed)
                    ++m_paragraphs;
                found.append({child, row, placeOf(inTable)});
                walk(child, row, inTable);
            } else {
                walk(child, row, inTable);
            }
        }
    }

    QVector<PlacedParagraph> found;

private:
    static QString partName(const QString& part)
    {
        if (part.contains(QLatin1String("header")))
            return Text::tr("页眉");
        if (part.contains(QLatin1String("footer")))
            return Text::tr("页脚");
        return part == QLatin1String(docxBody) ? QString() : Text::tr("脚注");
    }
    static bool isInBox(pugi::xml_node paragraph) { return is(paragraph.parent(), "w:txbxContent"); }
    QString placeOf(const QString& inTable) const
    {
        if (!m_part.isEmpty())
            return inTable.isEmpty() ? m_part : QString(m_part + inTable);
        return inTable.isEmpty() ? Text::tr("第 %1 段").arg(m_paragraphs) : inTable;
    }

    QString m_part;
    int m_tables = 0;
    int m_rows = 0;
    int m_paragraphs = 0;
};

} // namespace

bool isFilledPart(const QString& part)
{
    static const QRegularExpression name(
        QStringLiteral("^word/(document|header\\d*|footer\\d*|footnotes|endnotes)\\.xml$"));
    return name.match(part).hasMatch();
}

PlacedParagraphs::PlacedParagraphs(const DocxPackage& package)
{
    for (const DocxPackage::Part& part : package.parts) {
        auto document = std::make_shared<pugi::xml_document>();
        if (!isFilledPart(part.name) || parseXml(*document, part.bytes) != XmlFault::None)
            continue;
        m_documents.append(document);
        Placer placer(part.name);
        placer.walk(*document);
        // The body is what a clerk sees first; headers may be stored before it.
        m_all = part.name == QLatin1String(docxBody) ? placer.found + m_all : m_all + placer.found;
    }
}

} // namespace chengheng::documents
