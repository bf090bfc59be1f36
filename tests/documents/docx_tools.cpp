// SPDX-License-Identifier: GPL-3.0-or-later
#include "docx_tools.h"

namespace chengheng::test {

QByteArray paragraphXml(const QStringList& pieces, const QString& style)
{
    QString xml = QStringLiteral("<w:p><w:pPr><w:pStyle w:val=\"%1\"/></w:pPr>").arg(style);
    for (const QString& piece : pieces)
        xml += QStringLiteral("<w:proofErr w:type=\"spellStart\"/>"
                              "<w:r><w:t xml:space=\"preserve\">%1</w:t></w:r>")
                   .arg(piece.toHtmlEscaped());
    return (xml + QStringLiteral("</w:p>")).toUtf8();
}

QByteArray tableXml(const QVector<QStringList>& rows, int headings)
{
    QByteArray xml = "<w:tbl><w:tblPr><w:tblStyle w:val=\"Ruled\"/></w:tblPr><w:tblGrid>";
    for (qsizetype i = 0; i < rows.value(0).size(); ++i)
        xml += "<w:gridCol w:w=\"2000\"/>";
    xml += "</w:tblGrid>";
    for (qsizetype i = 0; i < rows.size(); ++i) {
        xml += "<w:tr>";
        if (i < headings)
            xml += "<w:trPr><w:tblHeader/></w:trPr>";
        for (const QString& cell : rows.at(i))
            xml += "<w:tc>" + paragraphXml({cell}, QStringLiteral("TableText")) + "</w:tc>";
        xml += "</w:tr>";
    }
    return xml + "</w:tbl>";
}

documents::DocxTemplate templateOf(const QByteArray& body)
{
    return need(documents::DocxTemplate::read(documents::wrapDocument(body), QStringLiteral("模板.docx")));
}

QString filledText(const QByteArray& body, const documents::MergeData& data)
{
    return documents::plainText(need(documents::readLetter(templateOf(body).fill(data))));
}

documents::Letter letterOf(const QByteArray& body)
{
    return need(documents::readLetter(documents::wrapDocument(body)));
}

} // namespace chengheng::test
