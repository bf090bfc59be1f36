// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_year.h"

#include "documents/letter.h"
#include "exchange/table_reader.h"
#include "support/command.h"

#include <QDir>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// Cells of a table row by row, blank ones left out: LibreOffice writes out what a workbook leaves unsaid.
QString cellsOf(const exchange::Table& table)
{
    QStringList texts;
    for (const QVector<exchange::Cell>& row : table.rows)
        for (const exchange::Cell& cell : row)
            if (const QString text = cell.text.trimmed(); !text.isEmpty())
                texts << text;
    return texts.join(QLatin1Char('|'));
}

} // namespace

TEST_CASE("LibreOffice reads in every paper's document what the program prints of it", "[services][papers][file]")
{
    const QTemporaryDir folder;
    QStringList names;
    for (const DemoPaper& paper : demoPapers()) {
        names << paper.kind->key + QStringLiteral(".docx");
        need(services::saveDocument(folder.filePath(names.last()), paper.made.docx));
    }
    if (!convertByOffice(folder.path(), QStringLiteral("txt:Text (encoded):UTF8"), names))
        return;
    for (const DemoPaper& paper : demoPapers()) {
        CAPTURE(paper.kind->title.toStdString());
        const QByteArray bytes = readFile(folder.filePath(paper.kind->key + QStringLiteral(".txt")));
        CHECK(packed(QString::fromUtf8(bytes).remove(QChar(0xFEFF)))
              == packed(documents::plainText(need(documents::readLetter(paper.made.docx)))));
    }
}

TEST_CASE("LibreOffice reads in every table of the packet what the program wrote", "[services][papers][file]")
{
    const QTemporaryDir folder;
    const QStringList names = QDir(demoPacket()).entryList({QStringLiteral("*.xlsx")});
    REQUIRE(names.size() > 10);
    for (const QString& name : names)
        REQUIRE(QFile::copy(QDir(demoPacket()).filePath(name), folder.filePath(name)));
    if (!convertByOffice(folder.path(), QStringLiteral("csv:Text - txt - csv (StarCalc):44,34,76,1"), names))
        return;
    for (const QString& name : names) {
        CAPTURE(name.toStdString());
        const QString csv = name.chopped(4) + QStringLiteral("csv");
        CHECK(cellsOf(need(exchange::readTable(folder.filePath(csv))))
              == cellsOf(need(exchange::readTable(folder.filePath(name)))));
    }
}
