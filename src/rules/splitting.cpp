// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/splitting.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Splitting)
};

constexpr qint64 mostRows = 1000; // more is a slip of the pen in the quantity

Result<void> checkQuantity(const model::Instrument& row)
{
    if (row.quantity < 2)
        return fail(ErrorKind::Invalid, "nothing_to_split",
                    Text::tr("“%1”只登记了一台（件），不需要拆分。").arg(row.name), QStringLiteral("quantity"));
    if (row.quantity > mostRows)
        return fail(ErrorKind::Invalid, "too_many_rows",
                    Text::tr("“%1”登记了%2台（件），一次最多拆分%3台，请先核对数量。")
                        .arg(row.name)
                        .arg(row.quantity)
                        .arg(mostRows),
                    QStringLiteral("quantity"));
    return {};
}

} // namespace

Result<QStringList> splitNumbers(const model::Instrument& row, const QStringList& typed, const QStringList& taken)
{
    if (auto quantity = checkQuantity(row); !quantity)
        return fail(quantity.error());
    if (typed.size() > row.quantity)
        return fail(ErrorKind::Invalid, "too_many_numbers",
                    Text::tr("登记了%1台（件），却填写了%2个出厂编号，请核对。").arg(row.quantity).arg(typed.size()),
                    QStringLiteral("serial"));
    QSet<QString> others;
    for (const QString& number : taken)
        others.insert(foldWidth(number));
    QSet<QString> seen;
    for (const QString& number : typed) {
        const QString folded = foldWidth(number);
        if (seen.contains(folded))
            return fail(ErrorKind::Invalid, "repeated_number", Text::tr("出厂编号“%1”填写了两次，请核对。").arg(number),
                        QStringLiteral("serial"));
        if (others.contains(folded))
            return fail(ErrorKind::Invalid, "number_taken",
                        Text::tr("出厂编号“%1”在该单位的台账里已有，请核对。").arg(number), QStringLiteral("serial"));
        seen.insert(folded);
    }
    QStringList numbers = typed.isEmpty() ? QStringList{row.serial} : typed;
    while (numbers.size() < row.quantity)
        numbers.append(QString());
    return numbers;
}

QStringList numbersIn(const QString& text)
{
    static const QRegularExpression apart(QStringLiteral("[\\s,，、;；]+"));
    return text.split(apart, Qt::SkipEmptyParts);
}

} // namespace chengheng::rules
