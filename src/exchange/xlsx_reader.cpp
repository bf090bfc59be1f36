// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xlsx_reader.h"

#include "exchange/read_faults.h"

#include <QDir>

namespace chengheng::exchange {

namespace {

const QString transitionalRelations =
    QStringLiteral("http://schemas.openxmlformats.org/officeDocument/2006/relationships");
const QString strictRelations = QStringLiteral("http://purl.oclc.org/ooxml/officeDocument/relationships");

bool isTrue(const QString& value)
{
    return value == QLatin1String("1") || value == QLatin1String("true");
}

QString relationId(const XmlWalk& walk)
{
    const QString id = walk.attribute(transitionalRelations, QStringLiteral("id"));
    return id.isEmpty() ? walk.attribute(strictRelations, QStringLiteral("id")) : id;
}

/// The cell formats (cellXfs) of styles.xml in order.
QVector<NumberFormat> readFormats(XmlWalk& walk)
{
    QHash<int, NumberFormat> own;
    QVector<NumberFormat> formats;
    bool inCells = false;
    while (walk.next()) {
        if (walk.starts(u"cellXfs"))
            inCells = true;
        else if (walk.ends(u"cellXfs"))
            inCells = false;
        const int id = walk.startsAny() ? walk.attribute(QLatin1String("numFmtId")).toInt() : 0;
        if (walk.starts(u"numFmt"))
            own.insert(id, NumberFormat::ofCode(walk.attribute(QLatin1String("formatCode"))));
        else if (inCells && walk.starts(u"xf"))
            formats << (own.contains(id) ? own.value(id) : NumberFormat::builtIn(id));
    }
    return formats;
}

} // namespace

Result<Table> XlsxReader::read()
{
    if (auto done = readCommons(); !done)
        return fail(done.error());
    Table table;
    QStringList others;
    bool found = false;
    for (const Sheet& sheet : std::as_const(m_sheets)) {
        if (!found && !sheet.hidden) {
            auto read = readSheet(sheet);
            if (!read)
                return read;
            found = !read->rows.isEmpty();
            if (found)
                table = std::move(*read);
            continue;
        }
        const auto filled = hasData(sheet);
        if (!filled)
            return fail(filled.error());
        if (*filled)
            others << sheet.name;
    }
    if (!found)
        return fail(faults::noData(!others.isEmpty()));
    noteOtherSheets(table, others);
    return table;
}

Result<void> XlsxReader::readCommons()
{
    for (const auto step : {&XlsxReader::readMainPart, &XlsxReader::readRelations, &XlsxReader::readWorkbook,
                            &XlsxReader::readStrings, &XlsxReader::readStyles}) {
        if (auto done = (this->*step)(); !done)
            return done;
    }
    return {};
}

Result<void> XlsxReader::readMainPart()
{
    m_workbook = QStringLiteral("xl/workbook.xml");
    return m_archive.walk(QStringLiteral("_rels/.rels"), [this](XmlWalk& walk) {
        while (walk.next()) {
            if (walk.starts(u"Relationship")
                && walk.attribute(QLatin1String("Type")).endsWith(QLatin1String("/officeDocument")))
                m_workbook =
                    QDir::cleanPath(QString(QLatin1Char('/') + walk.attribute(QLatin1String("Target")))).mid(1);
        }
    });
}

QString XlsxReader::resolved(const QString& target) const
{
    const QString folder = m_workbook.section(QLatin1Char('/'), 0, -2);
    const QString whole =
        target.startsWith(QLatin1Char('/')) ? target : QString(QLatin1Char('/') + folder + QLatin1Char('/') + target);
    return QDir::cleanPath(whole).mid(1);
}

Result<void> XlsxReader::readRelations()
{
    const QString folder = m_workbook.section(QLatin1Char('/'), 0, -2);
    const QString file = m_workbook.section(QLatin1Char('/'), -1);
    const QString part =
        QDir::cleanPath(QString(QLatin1Char('/') + folder + QLatin1String("/_rels/") + file + QLatin1String(".rels")));
    return m_archive.walk(part.mid(1), [this](XmlWalk& walk) {
        while (walk.next()) {
            if (!walk.starts(u"Relationship"))
                continue;
            const QString target = resolved(walk.attribute(QLatin1String("Target")));
            const QString type = walk.attribute(QLatin1String("Type"));
            m_parts.insert(walk.attribute(QLatin1String("Id")), target);
            if (type.endsWith(QLatin1String("/sharedStrings")))
                m_stringsPart = target;
            else if (type.endsWith(QLatin1String("/styles")))
                m_stylesPart = target;
        }
    });
}

Result<void> XlsxReader::readWorkbook()
{
    return m_archive.walk(m_workbook, [this](XmlWalk& walk) {
        while (walk.next()) {
            if (walk.starts(u"workbookPr")) {
                m_commons.epoch1904 = isTrue(walk.attribute(QLatin1String("date1904")));
            } else if (walk.starts(u"sheet")) {
                const QString state = walk.attribute(QLatin1String("state"));
                m_sheets.append({walk.attribute(QLatin1String("name")), relationId(walk),
                                 state == QLatin1String("hidden") || state == QLatin1String("veryHidden")});
                if (m_sheets.size() > m_limits.sheets)
                    walk.fail(faults::tooManySheets(m_limits));
            }
        }
        if (m_sheets.isEmpty())
            walk.fail(faults::damagedWorkbook(QStringLiteral("sheets")));
    });
}

Result<void> XlsxReader::readStrings()
{
    if (m_stringsPart.isEmpty())
        return {};
    return m_archive.walk(m_stringsPart, [this](XmlWalk& walk) {
        while (walk.next()) {
            if (walk.starts(u"si"))
                m_commons.strings << readRichText(walk);
            if (m_commons.strings.size() > m_limits.cells)
                walk.fail(faults::tooManyCells());
        }
    });
}

Result<void> XlsxReader::readStyles()
{
    if (m_stylesPart.isEmpty())
        return {};
    return m_archive.walk(m_stylesPart, [this](XmlWalk& walk) { m_commons.formats = readFormats(walk); });
}

Result<Table> XlsxReader::readSheet(const Sheet& sheet)
{
    SheetBuilder builder(m_limits);
    XlsxSheet cells(m_commons, builder);
    auto done = m_archive.walk(m_parts.value(sheet.relation), [&cells](XmlWalk& walk) { cells.read(walk); });
    if (!done)
        return fail(done.error());
    Table table;
    table.name = sheet.name;
    table.rows = builder.takeRows();
    table.notes = cells.notes();
    return table;
}

Result<bool> XlsxReader::hasData(const Sheet& sheet)
{
    SheetBuilder builder(m_limits);
    XlsxSheet cells(m_commons, builder);
    auto done = m_archive.walk(m_parts.value(sheet.relation), [&cells](XmlWalk& walk) { cells.probe(walk); });
    if (!done)
        return fail(done.error());
    return builder.hasData();
}

} // namespace chengheng::exchange
