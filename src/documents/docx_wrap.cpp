// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/docx_package.h"
#include "documents/docx_template.h"
#include "documents/docx_xml.h"

#include <QFile>

namespace chengheng::documents {

namespace {

/// The parts of the common package in the order a word processor expects them.
DocxPackage commonPackage()
{
    DocxPackage package;
    for (const char* name : {"[Content_Types].xml", "_rels/.rels", docxBody, "word/_rels/document.xml.rels",
                             "word/styles.xml", "word/settings.xml", "word/footer1.xml", "word/footer2.xml"}) {
        QFile part(QLatin1String(":/builtin/templates/package/") + QLatin1String(name));
        if (part.open(QIODevice::ReadOnly))
            package.set(QLatin1String(name), part.readAll());
    }
    return package;
}

/// A <w:body> around it is taken off.
void unwrap(pugi::xml_node body, pugi::xml_node inner)
{
    for (pugi::xml_node child = inner.first_child(); child;) {
        const pugi::xml_node next = child.next_sibling();
        body.insert_move_before(child, inner);
        child = next;
    }
    body.remove_child(inner);
}

/// Puts what stands in a body before the common section properties; false where it is no XML.
bool putBody(pugi::xml_node body, const QByteArray& xml)
{
    pugi::xml_node section = body.child("w:sectPr");
    const auto parsed =
        body.append_buffer(xml.constData(), size_t(xml.size()), pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!parsed)
        return false;
    if (pugi::xml_node inner = body.child("w:body"))
        unwrap(body, inner);
    if (is(body.last_child(), "w:sectPr") && body.last_child() != section)
        body.remove_child(section);
    else
        body.append_move(section);
    return true;
}

} // namespace

QByteArray wrapDocument(const QByteArray& bodyXml)
{
    DocxPackage package = commonPackage();
    pugi::xml_document document;
    parseXml(document, package.find(QLatin1String(docxBody)) ? *package.find(QLatin1String(docxBody)) : QByteArray());
    const bool isWhole = bodyXml.contains("<w:document");
    const bool isPut = !isWhole && putBody(document.child("w:document").child("w:body"), bodyXml);
    package.set(QLatin1String(docxBody), isPut ? bytesOf(document) : bodyXml);
    return writeDocx(package);
}

} // namespace chengheng::documents
