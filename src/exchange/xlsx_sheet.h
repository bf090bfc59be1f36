// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/number_format.h"
#include "exchange/sheet_builder.h"
#include "exchange/workbook_archive.h"

namespace chengheng::exchange {

/// What all sheets of an xlsx workbook share.
struct XlsxCommons {
    QStringList strings;           ///< shared strings by index
    QVector<NumberFormat> formats; ///< cell formats by style index
    bool epoch1904 = false;
};

/// The text of a shared or inline string: its runs, without phonetic hints.
QString readRichText(XmlWalk& walk);

/// Reads one worksheet part cell by cell into a builder and remembers what a clerk should be told.
class XlsxSheet
{
public:
    XlsxSheet(const XlsxCommons& commons, SheetBuilder& builder) : m_commons(commons), m_builder(builder) {}

    void read(XmlWalk& walk);
    /// Only asks whether the sheet carries data: stops at the first filled cell.
    void probe(XmlWalk& walk);
    QStringList notes() const;

private:
    struct RawCell {
        QString type;
        QString value;
        int style = 0;
        bool hasValue = false;
        bool formula = false;
    };

    void startRow(XmlWalk& walk);
    void readCell(XmlWalk& walk);
    void locate(const QString& reference, XmlWalk& walk);
    RawCell readRaw(XmlWalk& walk) const;
    Cell convert(const RawCell& raw, XmlWalk& walk);
    Cell convertNumber(const RawCell& raw, XmlWalk& walk);
    void noteMerge(const QString& range);
    QString here() const;

    const XlsxCommons& m_commons;
    SheetBuilder& m_builder;
    qint64 m_row = -1;
    qint64 m_column = -1;
    int m_hiddenRows = 0;
    QStringList m_uncalculated;
    QStringList m_rounded;
    QStringList m_merges;
};

} // namespace chengheng::exchange
