// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/fixtures.h"

#include <quazip.h>
#include <quazipfile.h>
#include <quazipnewinfo.h>

namespace chengheng::test {

namespace {

QByteArray relation(const QByteArray& id, const QByteArray& type, const QByteArray& target, bool strict)
{
    const QByteArray base = strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
                                   : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    return "<Relationship Id=\"" + id + "\" Type=\"" + base + type + "\" Target=\"" + target + "\"/>";
}

QByteArray relations(const QByteArray& inner)
{
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner
           + "</Relationships>";
}

QByteArray sheetPart(const QByteArray& inner)
{
    return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + inner + "</worksheet>";
}

} // namespace

void writeBytes(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

void writeZip(const QString& path, const ZipParts& parts)
{
    QuaZip zip(path);
    REQUIRE(zip.open(QuaZip::mdCreate));
    for (const auto& [name, bytes] : parts) {
        QuaZipFile part(&zip);
        REQUIRE(part.open(QIODevice::WriteOnly, QuaZipNewInfo(name)));
        REQUIRE(part.write(bytes) == bytes.size());
        part.close();
    }
    zip.close();
}

ZipParts XlsxFixture::parts() const
{
    const QByteArray r = strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                                : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    QByteArray sheets = "<sheet name=\"甲\" sheetId=\"1\" state=\"" + sheetState + "\" r:id=\"r1\"/>";
    QByteArray targets = relation("r1", "worksheet", "worksheets/sheet1.xml", strict);
    ZipParts all{
        {QStringLiteral("[Content_Types].xml"), "<Types/>"},
        {QStringLiteral("_rels/.rels"), relations(relation("r1", "officeDocument", "xl/workbook.xml", strict))},
        {QStringLiteral("xl/worksheets/sheet1.xml"), sheetPart(sheet)}};
    if (!secondSheet.isEmpty()) {
        sheets += "<sheet name=\"乙\" sheetId=\"2\" r:id=\"r2\"/>";
        targets += relation("r2", "worksheet", "/xl/worksheets/sheet2.xml", strict);
        all.append({QStringLiteral("xl/worksheets/sheet2.xml"), sheetPart(secondSheet)});
    }
    if (!strings.isEmpty()) {
        targets += relation("r3", "sharedStrings", "sharedStrings.xml", strict);
        all.append({QStringLiteral("xl/sharedStrings.xml"), "<sst>" + strings + "</sst>"});
    }
    if (!styles.isEmpty()) {
        targets += relation("r4", "styles", "styles.xml", strict);
        all.append({QStringLiteral("xl/styles.xml"), "<styleSheet>" + styles + "</styleSheet>"});
    }
    all.append({QStringLiteral("xl/_rels/workbook.xml.rels"), relations(targets)});
    all.append({QStringLiteral("xl/workbook.xml"), "<workbook xmlns:r=\"" + r + "\">" + workbookProperties + "<sheets>"
                                                       + sheets + "</sheets></workbook>"});
    return all;
}

void writeOds(const QString& path, const QByteArray& spreadsheet, const QByteArray& styles)
{
    const QByteArray base = "urn:oasis:names:tc:opendocument:xmlns:";
    QByteArray root = "<office:document-content";
    for (const char* space : {"office", "table", "text", "style"})
        root += QByteArray(" xmlns:") + space + "=\"" + base + space + ":1.0\"";
    root += " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">";
    writeZip(path, {{QStringLiteral("mimetype"), "application/vnd.oasis.opendocument.spreadsheet"},
                    {QStringLiteral("content.xml"),
                     root + "<office:automatic-styles>" + styles
                         + "</office:automatic-styles><office:body><office:spreadsheet>" + spreadsheet
                         + "</office:spreadsheet></office:body></office:document-content>"}});
}

QString shown(const exchange::Table& table)
{
    QStringList lines;
    for (const auto& row : table.rows) {
        QStringList cells;
        for (const exchange::Cell& cell : row)
            cells << cell.text;
        lines << cells.join(QLatin1Char('|'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace chengheng::test
