// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table.h"

#include "base/dates.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace chengheng::exchange {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Table)
};

QString shownNumber(double number)
{
    const bool whole = std::floor(number) == number && std::abs(number) < 1e18;
    return whole ? QString::number(number, 'f', 0) : QString::number(number, 'g', 15);
}

} // namespace

Cell Cell::ofText(const QString& text)
{
    Cell cell;
    if (!text.isEmpty()) {
        cell.kind = CellKind::Text;
        cell.text = text;
    }
    return cell;
}

Cell Cell::ofNumber(double number, const QString& shown)
{
    Cell cell;
    cell.kind = CellKind::Number;
    cell.number = number;
    cell.text = shown.isEmpty() ? shownNumber(number) : shown;
    return cell;
}

Cell Cell::ofDate(QDate date, const QString& shown)
{
    Cell cell;
    cell.kind = CellKind::Date;
    cell.date = date;
    cell.text = shown.isEmpty() ? screenDate(date) : shown;
    return cell;
}

Cell Cell::ofIsoDate(const QString& value)
{
    const QDate day = QDate::fromString(value.left(10), Qt::ISODate);
    const QString time = value.mid(11, 5);
    if (!day.isValid())
        return Cell::ofText(value);
    if (time.isEmpty() || time == QLatin1String("00:00"))
        return Cell::ofDate(day);
    return Cell::ofDate(day, QString(day.toString(Qt::ISODate) + QLatin1Char(' ') + time));
}

Cell Cell::ofBoolean(bool truth)
{
    Cell cell;
    cell.kind = CellKind::Boolean;
    cell.number = truth ? 1 : 0;
    cell.text = truth ? Text::tr("是") : Text::tr("否");
    return cell;
}

Cell Cell::ofError(const QString& shown)
{
    Cell cell;
    cell.kind = CellKind::Error;
    cell.text = shown;
    return cell;
}

bool Cell::isBlank() const
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
}

const Cell& Table::at(qsizetype row, qsizetype column) const
{
    static const Cell empty;
    if (row < 0 || row >= rows.size() || column < 0 || column >= rows[row].size())
        return empty;
    return rows[row][column];
}

bool Table::isBlankRow(qsizetype row) const
{
    if (row < 0 || row >= rows.size())
        return true;
    return std::all_of(rows[row].cbegin(), rows[row].cend(), [](const Cell& cell) { return cell.isBlank(); });
}

QString columnLetters(int column)
{
    QString letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(u'A' + (rest - 1) % 26));
    return letters;
}

} // namespace chengheng::exchange
