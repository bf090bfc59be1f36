// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/docx_xml.h"

namespace chengheng::documents {

namespace {

constexpr int deepest = 256;

class Inspector : public pugi::xml_tree_walker
{
public:
    XmlFault fault = XmlFault::None;

    bool for_each(pugi::xml_node& node) override
    {
        if (node.type() == pugi::node_doctype)
            fault = XmlFault::DocumentType;
        else if (depth() > deepest)
            fault = XmlFault::TooDeep;
        return fault == XmlFault::None;
    }
};

class ByteWriter : public pugi::xml_writer
{
public:
    QByteArray bytes;

    void write(const void* data, size_t size) override
    {
        bytes.append(static_cast<const char*>(data), qsizetype(size));
    }
};

} // namespace

XmlFault parseXml(pugi::xml_document& document, const QByteArray& bytes)
{
    const auto parsed = document.load_buffer(bytes.constData(), size_t(bytes.size()),
                                             pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_declaration
                                                 | pugi::parse_doctype);
    if (!parsed)
        return XmlFault::Damaged;
    Inspector inspector;
    document.traverse(inspector);
    return inspector.fault;
}

QByteArray bytesOf(const pugi::xml_document& document)
{
    ByteWriter writer;
    document.save(writer, "", pugi::format_raw, pugi::encoding_utf8);
    return writer.bytes;
}

bool isOn(pugi::xml_node property)
{
    if (!property)
        return false;
    const QString value = attributeOf(property, "w:val");
    return value != QLatin1String("0") && value != QLatin1String("false") && value != QLatin1String("off")
           && value != QLatin1String("none") && value != QLatin1String("nil");
}

} // namespace chengheng::documents
