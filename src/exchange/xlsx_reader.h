// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/workbook_archive.h"
#include "exchange/xlsx_sheet.h"

namespace chengheng::exchange {

/// Reads the first visible sheet with data of an .xlsx workbook (ECMA-376, transitional and strict).
/// Formulas give their saved results.
class XlsxReader
{
public:
    XlsxReader(WorkbookArchive& archive, const ReadLimits& limits) : m_archive(archive), m_limits(limits) {}

    Result<Table> read();

private:
    struct Sheet {
        QString name;
        QString relation;
        bool hidden = false;
    };

    Result<void> readCommons();
    Result<void> readMainPart();
    Result<void> readRelations();
    Result<void> readWorkbook();
    Result<void> readStrings();
    Result<void> readStyles();
    Result<Table> readSheet(const Sheet& sheet);
    Result<bool> hasData(const Sheet& sheet);
    QString resolved(const QString& target) const;

    WorkbookArchive& m_archive;
    const ReadLimits m_limits;
    QString m_workbook;              ///< the main part, e.g. xl/workbook.xml
    QHash<QString, QString> m_parts; ///< relation id → part
    QString m_stringsPart;
    QString m_stylesPart;
    QVector<Sheet> m_sheets;
    XlsxCommons m_commons;
};

} // namespace chengheng::exchange
