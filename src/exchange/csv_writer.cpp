// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table_writer.h"

#include "base/files.h"
#include "exchange/replace_file.h"

#include <QFile>
#include <QRegularExpression>

namespace chengheng::exchange {

namespace {

/// Text that a spreadsheet would take for a formula gets an apostrophe, and so does text that already
/// looks guarded, so that reading back is exact.
QString guarded(const Cell& cell)
{
    static const QRegularExpression risky(QStringLiteral("^'*[=+\\-@\\t\\r]"));
    static const QRegularExpression negative(QStringLiteral("^-\\d+(\\.\\d+)?$"));
    const bool free = cell.kind == CellKind::Number || negative.match(cell.text).hasMatch();
    if (free || !risky.match(cell.text).hasMatch())
        return cell.text;
    return QString(QLatin1Char('\'') + cell.text);
}

QString quoted(const QString& field)
{
    static const QRegularExpression special(QStringLiteral("[\",\\r\\n\\t]|^\\s|\\s$"));
    if (!special.match(field).hasMatch())
        return field;
    QString doubled = field;
    doubled.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QString(QLatin1Char('"') + doubled + QLatin1Char('"'));
}

QByteArray lineOf(const QStringList& fields)
{
    return QByteArray(fields.join(QLatin1Char(',')).toUtf8() + "\r\n");
}

QByteArray headingLine(const QVector<SheetColumn>& columns)
{
    QStringList fields;
    for (const SheetColumn& column : columns)
        fields << quoted(guarded(Cell::ofText(column.heading)));
    return lineOf(fields);
}

QByteArray rowLine(const QVector<Cell>& row, qsizetype columns)
{
    QStringList fields;
    for (qsizetype i = 0; i < columns; ++i)
        fields << (i < row.size() ? quoted(guarded(row[i])) : QString());
    return lineOf(fields);
}

} // namespace

Result<void> writeCsv(const QString& path, const SheetData& sheet)
{
    return replaceFile(path, [&](const QString& scratch) -> Result<void> {
        QFile file(scratch);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return fail(cannotWrite(path, reasonOf(file)));
        file.write("\xEF\xBB\xBF");
        file.write(headingLine(sheet.columns));
        for (const QVector<Cell>& row : sheet.rows)
            file.write(rowLine(row, sheet.columns.size()));
        if (!file.flush() || file.error() != QFileDevice::NoError)
            return fail(cannotWrite(path, reasonOf(file)));
        return {};
    });
}

} // namespace chengheng::exchange
