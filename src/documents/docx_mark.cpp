// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/docx_package.h"
#include "documents/docx_xml.h"
#include "documents/letter.h"
#include "documents/letter_mark.h"

#include <QBuffer>
#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PaperMark)
};

constexpr char bodyRelations[] = "word/_rels/document.xml.rels";
constexpr char contentTypes[] = "[Content_Types].xml";
constexpr char officeRelations[] = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr int codeEmu = 720000; ///< 20 mm
constexpr int topEmu = 360000;  ///< 10 mm from the page's upper edge

void appendAttribute(pugi::xml_node node, const char* name, const QString& value)
{
    node.append_attribute(name).set_value(value.toUtf8().constData());
}

pugi::xml_document& parsed(pugi::xml_document& document, const DocxPackage& package, const QString& part)
{
    if (const QByteArray* bytes = package.find(part))
        parseXml(document, *bytes);
    return document;
}

void addRelation(pugi::xml_node list, const char* id, const QString& type, const QString& target)
{
    pugi::xml_node relation = list.append_child("Relationship");
    appendAttribute(relation, "Id", QLatin1String(id));
    appendAttribute(relation, "Type", QString(QLatin1String(officeRelations) + type));
    appendAttribute(relation, "Target", target);
}

QString targetOf(pugi::xml_node list, const QString& id)
{
    for (pugi::xml_node relation : list.children("Relationship"))
        if (attributeOf(relation, "Id") == id)
            return attributeOf(relation, "Target");
    return {};
}

pugi::xml_node reference(pugi::xml_node section, const char* kind, const char* type)
{
    for (pugi::xml_node child : section.children(kind))
        if (attributeOf(child, "w:type") == QLatin1String(type))
            return child;
    return {};
}

/// The first section's properties: those the first page goes by.
pugi::xml_node firstSection(pugi::xml_node body)
{
    return body.find_node([](pugi::xml_node node) { return is(node, "w:sectPr"); });
}

/// A picture beside which the text does not move, at the type area's right edge, and the number below it.
QByteArray markParagraph(const QString& number)
{
    const QString paragraph = QStringLiteral(
        "<w:p xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
        " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
        " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
        " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
        "<w:pPr><w:spacing w:before=\"900\" w:after=\"0\" w:line=\"240\" w:lineRule=\"exact\"/>"
        "<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"right\"/></w:pPr>"
        "<w:r><w:drawing><wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\""
        " relativeHeight=\"1\" behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\">"
        "<wp:simplePos x=\"0\" y=\"0\"/>"
        "<wp:positionH relativeFrom=\"margin\"><wp:align>right</wp:align></wp:positionH>"
        "<wp:positionV relativeFrom=\"page\"><wp:posOffset>%1</wp:posOffset></wp:positionV>"
        "<wp:extent cx=\"%2\" cy=\"%2\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:wrapNone/>"
        "<wp:docPr id=\"9001\" name=\"%3\"/><wp:cNvGraphicFramePr/>"
        "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
        "<pic:pic><pic:nvPicPr><pic:cNvPr id=\"9001\" name=\"%3\"/><pic:cNvPicPr/></pic:nvPicPr>"
        "<pic:blipFill><a:blip r:embed=\"rIdPaperCode\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%2\" cy=\"%2\"/></a:xfrm>"
        "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></w:r>"
        "<w:r><w:rPr><w:sz w:val=\"16\"/></w:rPr><w:t xml:space=\"preserve\">%4</w:t></w:r></w:p>");
    return paragraph.arg(topEmu).arg(codeEmu).arg(Text::tr("编号二维码"), number.toHtmlEscaped()).toUtf8();
}

/// Makes the first page's header from the one that stood there, with the mark before it.
class Marker
{
public:
    Marker(DocxPackage& package, const PaperMark& mark) : m_package(package), m_mark(mark)
    {
        parsed(m_body, package, QLatin1String(docxBody));
        parsed(m_relations, package, QLatin1String(bodyRelations));
        parsed(m_types, package, QLatin1String(contentTypes));
    }

    bool apply()
    {
        m_section = firstSection(m_body.child("w:document"));
        pugi::xml_node relations = m_relations.child("Relationships");
        if (!m_section || !relations || !m_types.child("Types"))
            return false;
        const bool hadFirst = isOn(m_section.child("w:titlePg"));
        const char* shown = hadFirst ? "first" : "default";
        writeHeader(
            targetOf(relations, idOf(reference(m_section, "w:headerReference", shown))).section(QLatin1Char('/'), -1));
        refer("w:headerReference", QStringLiteral("rIdPaperHeader"));
        addRelation(relations, "rIdPaperHeader", QStringLiteral("header"), QStringLiteral("header_paper.xml"));
        if (!hadFirst)
            keepFooter();
        declareTypes();
        m_package.set(QLatin1String(docxBody), bytesOf(m_body));
        m_package.set(QLatin1String(bodyRelations), bytesOf(m_relations));
        m_package.set(QLatin1String(contentTypes), bytesOf(m_types));
        return true;
    }

private:
    static QString idOf(pugi::xml_node reference) { return attributeOf(reference, "r:id"); }

    /// `before`: the header that the first page had, as its relation says; empty for none.
    void writeHeader(const QString& before)
    {
        pugi::xml_document header;
        if (!before.isEmpty())
            parsed(header, m_package, QString(QLatin1String("word/") + before));
        pugi::xml_node root = header.child("w:hdr");
        if (!root) {
            root = header.append_child("w:hdr");
            root.append_attribute("xmlns:w").set_value("http://schemas.openxmlformats.org/wordprocessingml/2006/main");
        }
        pugi::xml_document paragraph;
        parseXml(paragraph, markParagraph(m_mark.number));
        root.prepend_copy(paragraph.document_element());
        m_package.set(QLatin1String(markHeader), bytesOf(header));
        writeHeaderRelations(before);
        QByteArray png;
        QBuffer buffer(&png);
        m_mark.code.save(&buffer, "PNG");
        m_package.set(QStringLiteral("word/media/paper_code.png"), png);
    }

    void writeHeaderRelations(const QString& before)
    {
        pugi::xml_document list;
        if (!before.isEmpty())
            parsed(list, m_package, QStringLiteral("word/_rels/%1.rels").arg(before));
        pugi::xml_node root = list.child("Relationships");
        if (!root) {
            root = list.append_child("Relationships");
            root.append_attribute("xmlns").set_value("http://schemas.openxmlformats.org/package/2006/relationships");
        }
        addRelation(root, "rIdPaperCode", QStringLiteral("image"), QStringLiteral("media/paper_code.png"));
        m_package.set(QStringLiteral("word/_rels/header_paper.xml.rels"), bytesOf(list));
    }

    /// References stand before all other properties of a section.
    void refer(const char* kind, const QString& id)
    {
        if (pugi::xml_node old = reference(m_section, kind, "first"))
            m_section.remove_child(old);
        pugi::xml_node node = m_section.prepend_child(kind);
        appendAttribute(node, "w:type", QStringLiteral("first"));
        appendAttribute(node, "r:id", id);
    }

    /// The first page goes on with the footer it had when it was a page like others.
    void keepFooter()
    {
        const QString footer = idOf(reference(m_section, "w:footerReference", "default"));
        if (!footer.isEmpty())
            refer("w:footerReference", footer);
        m_section.remove_child("w:titlePg");
        pugi::xml_node before;
        for (const char* name :
             {"w:textDirection", "w:bidi", "w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange"})
            if (!before)
                before = m_section.child(name);
        if (before)
            m_section.insert_child_before("w:titlePg", before);
        else
            m_section.append_child("w:titlePg");
    }

    void declareTypes()
    {
        pugi::xml_node types = m_types.child("Types");
        bool hasPng = false;
        for (pugi::xml_node type : types.children("Default"))
            hasPng = hasPng || attributeOf(type, "Extension").toLower() == QLatin1String("png");
        if (!hasPng) {
            pugi::xml_node png = types.prepend_child("Default");
            appendAttribute(png, "Extension", QStringLiteral("png"));
            appendAttribute(png, "ContentType", QStringLiteral("image/png"));
        }
        pugi::xml_node header = types.append_child("Override");
        appendAttribute(header, "PartName", QStringLiteral("/word/header_paper.xml"));
        appendAttribute(header, "ContentType",
                        QStringLiteral("application/"
                                       "vnd.openxmlformats-officedocument.wordprocessingml.header+xml"));
    }

    DocxPackage& m_package;
    const PaperMark& m_mark;
    pugi::xml_document m_body;
    pugi::xml_document m_relations;
    pugi::xml_document m_types;
    pugi::xml_node m_section;
};

} // namespace

QByteArray withMark(const QByteArray& docx, const PaperMark& mark)
{
    auto package = readDocx(docx, Text::tr("文档"));
    if (!package || package->find(QLatin1String(markHeader)))
        return docx;
    return Marker(*package, mark).apply() ? writeDocx(*package) : docx;
}

} // namespace chengheng::documents
