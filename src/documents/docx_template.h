// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "documents/docx_package.h"
#include "documents/merge.h"

#include <QStringList>

namespace chengheng::documents {

struct TemplateFault {
    QString place; ///< 第 3 段, 表格 1 第 2 行, 页眉
    QString field; ///< what stands there
    QString why;   ///< one sentence

    friend bool operator==(const TemplateFault&, const TemplateFault&) = default;
};

/// A .docx with fields. `{{单位名称}}` is a value. A table row (outside tables: a paragraph) that names
/// `{{计量器具.名称}}` stands once for each entry of that list; {{计量器具.序号}} counts them from 1, and an
/// empty list leaves one row that says （无）. Headers, footers and notes are filled too. A field may be
/// split over runs, as spelling marks and fonts do; its value takes the look of its first letter.
/// Braces, letters and the dot may be full-width.
class DocxTemplate
{
public:
    /// `name`: the file's, for the sentence. Corrupt: old_document (.doc or locked by a password),
    /// damaged_document, document_too_large, no_document_body, document_type.
    static Result<DocxTemplate> read(const QByteArray& bytes, const QString& name);

    /// What a clerk must mend, in the order of the document.
    QVector<TemplateFault> faults(const MergeFields& known) const;
    /// Names in the order they first occur, list fields as 计量器具.名称.
    QStringList fields() const;
    /// The filled document; the same data give the same bytes. What the data do not name stays as it is.
    QByteArray fill(const MergeData& data) const;

private:
    explicit DocxTemplate(DocxPackage package) : m_package(std::move(package)) {}

    DocxPackage m_package;
};

/// A shipped template is kept as its body only: what stands inside <w:body>, with the prefix w: and without
/// section properties. Puts it into the common package (resources/templates/package), whose styles follow
/// GB/T 9704: Normal, Plain, Title, Subtitle, Heading1, Heading2, TableText, Attachment, Sign, Mark, and the
/// table style Ruled. A body that ends in its own <w:sectPr> keeps it; a whole <w:document> is put in as it is.
/// Bytes for DocxTemplate::read; a body that is not XML makes a damaged document.
QByteArray wrapDocument(const QByteArray& bodyXml);

} // namespace chengheng::documents
