// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <pugixml.hpp>

#include <cstring>

namespace chengheng::documents {

// Small helps around pugixml for the layer's own sources.

enum class XmlFault { None, Damaged, DocumentType, TooDeep };

/// Reads a part with all its blanks. A document type (entities that grow) and absurd nesting are refused.
XmlFault parseXml(pugi::xml_document& document, const QByteArray& bytes);
QByteArray bytesOf(const pugi::xml_document& document);

inline bool is(pugi::xml_node node, const char* name)
{
    return std::strcmp(node.name(), name) == 0;
}

inline QString attributeOf(pugi::xml_node node, const char* name)
{
    return QString::fromUtf8(node.attribute(name).value());
}

/// A length in twentieths of a point, as points.
inline double pointsOf(pugi::xml_node node, const char* name, double otherwise = 0)
{
    constexpr double perPoint = 20;
    const pugi::xml_attribute length = node.attribute(name);
    return length ? length.as_double() / perPoint : otherwise;
}

/// An on/off property such as <w:b/>: on unless it says otherwise.
bool isOn(pugi::xml_node property);

} // namespace chengheng::documents
