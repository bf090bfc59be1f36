// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/docx_template.h"
#include "documents/letter.h"
#include "support/support.h"

namespace chengheng::test {

/// A paragraph as XML; pieces become runs, so that a field can be split over them.
QByteArray paragraphXml(const QStringList& pieces, const QString& style = QStringLiteral("Normal"));
/// A ruled table; a cell's text for each column. The first `headings` rows stand at the head of each page.
QByteArray tableXml(const QVector<QStringList>& rows, int headings = 0);

documents::DocxTemplate templateOf(const QByteArray& body);
/// Filled and read back as the program prints it.
QString filledText(const QByteArray& body, const documents::MergeData& data);
documents::Letter letterOf(const QByteArray& body);

} // namespace chengheng::test
