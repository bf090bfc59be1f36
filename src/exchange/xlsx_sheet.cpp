// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xlsx_sheet.h"

#include "exchange/read_faults.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace chengheng::exchange {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReadTable)
};

constexpr int namedPlaces = 5;          // places a note names before it says 等
constexpr qint64 sheetRows = 1'048'576; // of any spreadsheet
constexpr double exactIntegers = 1e15;  // spreadsheets keep 15 digits

/// _x000D_ and the like stand for characters that XML cannot carry.
QString unescaped(const QString& text)
{
    static const QRegularExpression escape(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    if (!text.contains(QLatin1String("_x")))
        return text;
    QString out;
    qsizetype from = 0;
    for (auto matches = escape.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        out += QStringView(text).mid(from, match.capturedStart() - from);
        const QChar character(char16_t(match.captured(1).toUShort(nullptr, 16)));
        if (character != QLatin1Char('\r'))
            out += character;
        from = match.capturedEnd();
    }
    out += QStringView(text).mid(from);
    return out;
}

/// Column index of a reference such as AB12, -1 for nonsense.
int columnOf(const QString& reference)
{
    int column = 0;
    for (const QChar c : reference) {
        if (c < QLatin1Char('A') || c > QLatin1Char('Z'))
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
        if (column > 16'384)
            return -1;
    }
    return column - 1;
}

QString named(const QStringList& places)
{
    const QString list = places.mid(0, namedPlaces).join(Text::tr("、"));
    return places.size() > namedPlaces ? Text::tr("%1 等 %2 处").arg(list).arg(places.size()) : list;
}

} // namespace

QString readRichText(XmlWalk& walk)
{
    const int own = walk.depth();
    QString text;
    while (walk.nextWithin(own)) {
        if (walk.starts(u"rPh"))
            walk.skipElement();
        else if (walk.starts(u"t"))
            text += walk.readText();
    }
    return unescaped(text);
}

void XlsxSheet::read(XmlWalk& walk)
{
    while (walk.next()) {
        if (walk.starts(u"row"))
            startRow(walk);
        else if (walk.starts(u"c"))
            readCell(walk);
        else if (walk.starts(u"mergeCell"))
            noteMerge(walk.attribute(QLatin1String("ref")));
    }
}

void XlsxSheet::probe(XmlWalk& walk)
{
    while (walk.next()) {
        if (walk.starts(u"row"))
            startRow(walk);
        else if (walk.starts(u"c"))
            readCell(walk);
        if (m_builder.hasData())
            walk.stop();
    }
}

void XlsxSheet::startRow(XmlWalk& walk)
{
    const QString number = walk.attribute(QLatin1String("r"));
    m_row = number.isEmpty() ? m_row + 1 : number.toLongLong() - 1;
    m_column = -1;
    if (m_row < 0 || m_row >= sheetRows)
        walk.fail(faults::damagedWorkbook(QStringLiteral("row number")));
    if (walk.attribute(QLatin1String("hidden")) == QLatin1String("1"))
        ++m_hiddenRows;
}

void XlsxSheet::locate(const QString& reference, XmlWalk& walk)
{
    m_column = reference.isEmpty() ? m_column + 1 : columnOf(reference);
    if (m_row < 0 || m_column < 0)
        walk.fail(faults::damagedWorkbook(QStringLiteral("cell reference")));
}

void XlsxSheet::readCell(XmlWalk& walk)
{
    locate(walk.attribute(QLatin1String("r")), walk);
    const RawCell raw = readRaw(walk);
    if (walk.fault())
        return;
    const Cell cell = convert(raw, walk);
    if (!m_builder.put(m_row, m_column, cell))
        walk.fail(*m_builder.fault());
}

XlsxSheet::RawCell XlsxSheet::readRaw(XmlWalk& walk) const
{
    RawCell raw;
    raw.type = walk.attribute(QLatin1String("t"));
    raw.style = walk.attribute(QLatin1String("s")).toInt();
    const int own = walk.depth();
    while (walk.nextWithin(own)) {
        if (walk.starts(u"v")) {
            raw.value = walk.readText();
            raw.hasValue = true;
        } else if (walk.starts(u"is")) {
            raw.value = readRichText(walk);
        } else if (walk.starts(u"f")) {
            raw.formula = true;
        }
    }
    return raw;
}

Cell XlsxSheet::convert(const RawCell& raw, XmlWalk& walk)
{
    if (raw.formula && !raw.hasValue) {
        m_uncalculated << here();
        return Cell::ofError(Text::tr("公式未计算"));
    }
    if (raw.value.isEmpty())
        return {};
    if (raw.type == QLatin1String("s")) {
        bool ok = false;
        const int index = raw.value.trimmed().toInt(&ok);
        if (ok && index >= 0 && index < m_commons.strings.size())
            return Cell::ofText(m_commons.strings[index]);
        walk.fail(faults::damagedWorkbook(QStringLiteral("shared string")));
        return {};
    }
    if (raw.type == QLatin1String("inlineStr"))
        return Cell::ofText(raw.value);
    if (raw.type == QLatin1String("str"))
        return Cell::ofText(unescaped(raw.value));
    if (raw.type == QLatin1String("b"))
        return Cell::ofBoolean(raw.value.trimmed() == QLatin1String("1")
                               || raw.value.trimmed() == QLatin1String("true"));
    if (raw.type == QLatin1String("e"))
        return Cell::ofError(raw.value);
    if (raw.type == QLatin1String("d"))
        return Cell::ofIsoDate(raw.value.trimmed());
    return convertNumber(raw, walk);
}

Cell XlsxSheet::convertNumber(const RawCell& raw, XmlWalk& walk)
{
    bool ok = false;
    const double number = raw.value.trimmed().toDouble(&ok);
    if (!ok || !std::isfinite(number)) {
        walk.fail(faults::damagedWorkbook(QStringLiteral("number")));
        return {};
    }
    if (std::abs(number) >= exactIntegers)
        m_rounded << here();
    const bool styled = raw.style >= 0 && raw.style < m_commons.formats.size();
    const NumberFormat format = styled ? m_commons.formats[raw.style] : NumberFormat();
    return format.cell(number, m_commons.epoch1904);
}

void XlsxSheet::noteMerge(const QString& range)
{
    static const QRegularExpression corners(QStringLiteral("^[A-Z]+(\\d+):[A-Z]+(\\d+)$"));
    const auto match = corners.match(range);
    if (match.hasMatch() && match.captured(1) != match.captured(2))
        m_merges << range;
}

QString XlsxSheet::here() const
{
    return columnLetters(int(m_column)) + QString::number(m_row + 1);
}

QStringList XlsxSheet::notes() const
{
    QStringList notes;
    if (!m_uncalculated.isEmpty())
        notes << Text::tr("单元格 %1 的公式没有保存计算结果，请在 WPS 中打开并保存一次后再导入。")
                     .arg(named(m_uncalculated));
    if (!m_rounded.isEmpty())
        notes << Text::tr("单元格 %1 的长数字已被电子表格舍入，第 15 位以后不可靠，请改为文本格式后重新填写。")
                     .arg(named(m_rounded));
    if (!m_merges.isEmpty())
        notes << Text::tr("合并单元格 %1 只有最上面一行有内容，其余各行按空白读入。").arg(named(m_merges));
    if (m_hiddenRows > 0)
        notes << Text::tr("有 %1 行被隐藏或筛选，也一并读入。").arg(m_hiddenRows);
    return notes;
}

} // namespace chengheng::exchange
