// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/docx_template.h"

#include "documents/docx_faults.h"
#include "documents/docx_fields.h"
#include "documents/docx_filler.h"
#include "documents/docx_places.h"

namespace chengheng::documents {

Result<DocxTemplate> DocxTemplate::read(const QByteArray& bytes, const QString& name)
{
    auto package = readDocx(bytes, name);
    if (!package)
        return fail(package.error());
    return DocxTemplate(std::move(*package));
}

QVector<TemplateFault> DocxTemplate::faults(const MergeFields& known) const
{
    return faultsOf(m_package, known);
}

QStringList DocxTemplate::fields() const
{
    QStringList names;
    const PlacedParagraphs paragraphs(m_package);
    for (const PlacedParagraph& at : paragraphs.all())
        for (const FoundField& field : findFields(ParagraphText(at.node).text()))
            if (field.kind == FoundField::Kind::Whole && !names.contains(field.name))
                names.append(field.name);
    return names;
}

QByteArray DocxTemplate::fill(const MergeData& data) const
{
    DocxPackage filled = m_package;
    for (DocxPackage::Part& part : filled.parts) {
        pugi::xml_document document;
        if (!isFilledPart(part.name) || parseXml(document, part.bytes) != XmlFault::None)
            continue;
        fillFields(document, data);
        part.bytes = bytesOf(document);
    }
    return writeDocx(filled);
}

} // namespace chengheng::documents
