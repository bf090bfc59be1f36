// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/docx_package.h"
#include "documents/docx_xml.h"

#include <memory>

namespace chengheng::documents {

/// A paragraph, its row where it stands in a table, and how a clerk finds it.
struct PlacedParagraph {
    pugi::xml_node node;
    pugi::xml_node row;
    QString place; ///< 第 3 段, 表格 1 第 2 行, 页眉
};

/// The paragraphs of all parts that fields are filled in, the body's first. Keeps the documents they are in.
class PlacedParagraphs
{
public:
    explicit PlacedParagraphs(const DocxPackage& package);

    const QVector<PlacedParagraph>& all() const { return m_all; }

private:
    QVector<std::shared_ptr<pugi::xml_document>> m_documents;
    QVector<PlacedParagraph> m_all;
};

/// True for the body, headers, footers and notes.
bool isFilledPart(const QString& part);

} // namespace chengheng::documents
