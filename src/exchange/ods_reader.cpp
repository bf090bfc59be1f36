// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ods_reader.h"

#include "exchange/read_faults.h"

#include <QCoreApplication>

#include <cmath>

namespace chengheng::exchange {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReadTable)
};

const QString office = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:office:1.0");
const QString tableSpace = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:table:1.0");
const QString textSpace = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:text:1.0");
const QString styleSpace = QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:style:1.0");
const QString calcExtension = QStringLiteral("urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0");

/// A repetition count: at least 1.
qint64 repeats(const XmlWalk& walk, const QString& name)
{
    return qMax(qint64(1), walk.attribute(tableSpace, name).toLongLong());
}

/// A paragraph's text with its blanks, tabs and line breaks; comments and drawings left out.
QString readParagraph(XmlWalk& walk)
{
    const int own = walk.depth();
    QString text;
    while (walk.nextWithin(own)) {
        text += walk.characters();
        if (walk.starts(u"s"))
            text += QString(
                int(qBound(qint64(1), walk.attribute(textSpace, QStringLiteral("c")).toLongLong(), qint64(1000))),
                QLatin1Char(' '));
        else if (walk.starts(u"tab"))
            text += QLatin1Char('\t');
        else if (walk.starts(u"line-break"))
            text += QLatin1Char('\n');
        else if (walk.starts(u"annotation") || walk.starts(u"frame") || walk.starts(u"ruby-text"))
            walk.skipElement();
    }
    return text;
}

QString readParagraphs(XmlWalk& walk)
{
    const int own = walk.depth();
    QStringList paragraphs;
    while (walk.nextWithin(own)) {
        if (walk.starts(u"p"))
            paragraphs << readParagraph(walk);
        else if (walk.startsAny())
            walk.skipElement();
    }
    return paragraphs.join(QLatin1Char('\n'));
}

Cell numberCell(const QString& value, const QString& shown, XmlWalk& walk)
{
    bool ok = false;
    const double number = value.toDouble(&ok);
    if (!ok || !std::isfinite(number))
        walk.fail(faults::damagedWorkbook(QStringLiteral("number")));
    return Cell::ofNumber(number, shown);
}

Cell readCell(XmlWalk& walk)
{
    const QString type = walk.attribute(office, QStringLiteral("value-type"));
    const QString value = walk.attribute(office, QStringLiteral("value"));
    const QString date = walk.attribute(office, QStringLiteral("date-value"));
    const QString truth = walk.attribute(office, QStringLiteral("boolean-value"));
    const QString plain = walk.attribute(office, QStringLiteral("string-value"));
    const bool error = walk.attribute(calcExtension, QStringLiteral("value-type")) == QLatin1String("error");
    const QString shown = readParagraphs(walk);
    if (error)
        return Cell::ofError(shown);
    if (type == QLatin1String("float") || type == QLatin1String("percentage") || type == QLatin1String("currency"))
        return numberCell(value, shown, walk);
    if (type == QLatin1String("date"))
        return Cell::ofIsoDate(date);
    if (type == QLatin1String("boolean"))
        return Cell::ofBoolean(truth == QLatin1String("true"));
    return Cell::ofText(shown.isEmpty() ? plain : shown);
}

} // namespace

Result<Table> OdsReader::read()
{
    if (auto done = checkNotEncrypted(); !done)
        return fail(done.error());
    auto done = m_archive.walk(QStringLiteral("content.xml"), [this](XmlWalk& walk) { readContent(walk); });
    if (!done)
        return fail(done.error());
    if (!m_found)
        return fail(faults::noData(!m_others.isEmpty()));
    noteOtherSheets(m_table, m_others);
    return m_table;
}

Result<void> OdsReader::checkNotEncrypted()
{
    const QString manifest = QStringLiteral("META-INF/manifest.xml");
    if (!m_archive.has(manifest))
        return {};
    return m_archive.walk(manifest, [](XmlWalk& walk) {
        while (walk.next()) {
            if (walk.starts(u"encryption-data"))
                walk.fail(faults::encryptedWorkbook());
        }
    });
}

void OdsReader::readContent(XmlWalk& walk)
{
    int sheets = 0;
    while (walk.next()) {
        if (walk.starts(u"style") || walk.starts(u"table-properties"))
            readStyle(walk);
        else if (walk.starts(u"table") && ++sheets > m_limits.sheets)
            walk.fail(faults::tooManySheets(m_limits));
        else if (walk.starts(u"table"))
            startSheet(walk);
        else if (walk.starts(u"table-row"))
            readRow(walk);
        else if (walk.starts(u"tracked-changes") || walk.starts(u"shapes"))
            walk.skipElement();
        else if (walk.ends(u"table"))
            endSheet();
    }
}

void OdsReader::readStyle(XmlWalk& walk)
{
    if (walk.starts(u"style"))
        m_style = walk.attribute(styleSpace, QStringLiteral("name"));
    else if (walk.attribute(tableSpace, QStringLiteral("display")) == QLatin1String("false"))
        m_hiddenStyles.insert(m_style);
}

void OdsReader::startSheet(XmlWalk& walk)
{
    m_builder = SheetBuilder(m_limits);
    m_name = walk.attribute(tableSpace, QStringLiteral("name"));
    m_hidden = m_hiddenStyles.contains(walk.attribute(tableSpace, QStringLiteral("style-name")));
    m_row = 0;
    m_merges.clear();
}

void OdsReader::endSheet()
{
    if (!m_builder.hasData())
        return;
    if (m_found || m_hidden) {
        m_others << m_name;
        return;
    }
    m_found = true;
    m_table.name = m_name;
    m_table.rows = m_builder.takeRows();
    if (!m_merges.isEmpty())
        m_table.notes << Text::tr("合并单元格 %1 只有最上面一行有内容，其余各行按空白读入。")
                             .arg(m_merges.mid(0, 5).join(Text::tr("、")));
}

void OdsReader::readRow(XmlWalk& walk)
{
    const qint64 count = repeats(walk, QStringLiteral("number-rows-repeated"));
    const QVector<PlacedCell> cells = readCells(walk);
    for (qint64 i = 0; i < count && !cells.isEmpty(); ++i) {
        for (const PlacedCell& placed : cells) {
            if (!m_builder.put(m_row + i, placed.column, placed.cell)) {
                walk.fail(*m_builder.fault());
                return;
            }
        }
    }
    m_row = qMin(m_row + count, qint64(1) << 40);
}

QVector<OdsReader::PlacedCell> OdsReader::readCells(XmlWalk& walk)
{
    const int own = walk.depth();
    QVector<PlacedCell> cells;
    qint64 column = 0;
    while (walk.nextWithin(own)) {
        if (!walk.starts(u"table-cell") && !walk.starts(u"covered-table-cell"))
            continue;
        const qint64 count = repeats(walk, QStringLiteral("number-columns-repeated"));
        noteMerge(walk, column);
        const Cell cell = readCell(walk);
        if (!cell.isBlank() && column + count > m_limits.columns)
            walk.fail(faults::tooManyColumns(m_limits));
        for (qint64 i = 0; i < count && !cell.isBlank() && !walk.fault(); ++i)
            cells.append({column + i, cell});
        column = qMin(column + count, qint64(1) << 40);
    }
    return cells;
}

void OdsReader::noteMerge(const XmlWalk& walk, qint64 column)
{
    if (repeats(walk, QStringLiteral("number-rows-spanned")) > 1 && column < m_limits.columns)
        m_merges << QString(columnLetters(int(column)) + QString::number(m_row + 1));
}

} // namespace chengheng::exchange
