// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sheet_builder.h"
#include "exchange/workbook_archive.h"

#include <QSet>

namespace chengheng::exchange {

/// Reads the first visible sheet with data of an .ods workbook (ISO/IEC 26300).
class OdsReader
{
public:
    OdsReader(WorkbookArchive& archive, const ReadLimits& limits)
        : m_archive(archive), m_limits(limits), m_builder(limits)
    {}

    Result<Table> read();

private:
    struct PlacedCell {
        qint64 column = 0;
        Cell cell;
    };

    Result<void> checkNotEncrypted();
    void readContent(XmlWalk& walk);
    void readStyle(XmlWalk& walk);
    void startSheet(XmlWalk& walk);
    void endSheet();
    void readRow(XmlWalk& walk);
    QVector<PlacedCell> readCells(XmlWalk& walk);
    void noteMerge(const XmlWalk& walk, qint64 column);

    WorkbookArchive& m_archive;
    const ReadLimits m_limits;
    SheetBuilder m_builder;
    QString m_style; ///< the table style being read
    QSet<QString> m_hiddenStyles;
    bool m_hidden = false; ///< the sheet being read
    QString m_name;        ///< of the sheet being read
    qint64 m_row = 0;
    QStringList m_merges;
    bool m_found = false;
    Table m_table;
    QStringList m_others;
};

} // namespace chengheng::exchange
