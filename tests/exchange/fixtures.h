// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/table.h"
#include "support/support.h"

#include <QByteArray>
#include <QPair>
#include <QTemporaryDir>
#include <QVector>

namespace chengheng::test {

using ZipParts = QVector<QPair<QString, QByteArray>>;

void writeBytes(const QString& path, const QByteArray& bytes);
void writeZip(const QString& path, const ZipParts& parts);

/// The parts of a small workbook; `sheet` is what stands inside <worksheet>.
struct XlsxFixture {
    QByteArray sheet;
    QByteArray strings; ///< inside <sst>; no part where empty
    QByteArray styles;  ///< inside <styleSheet>; no part where empty
    QByteArray workbookProperties;
    QByteArray sheetState = "visible";
    QByteArray secondSheet; ///< no second sheet where empty
    bool strict = false;

    ZipParts parts() const;
    void writeTo(const QString& path) const { writeZip(path, parts()); }
};

/// An .ods with the given content of <office:spreadsheet> and <office:automatic-styles>.
void writeOds(const QString& path, const QByteArray& spreadsheet, const QByteArray& styles = {});

/// All cells as shown, rows apart by newline, cells by '|'.
QString shown(const exchange::Table& table);

} // namespace chengheng::test
