// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/credit_code.h"

#include <QCoreApplication>

namespace chengheng {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CreditCode)
};

constexpr int codeLength = 18;

const QString& alphabet()
{
    static const QString letters = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY");
    return letters;
}

} // namespace

QString creditCodeFault(const QString& code)
{
    if (code.size() != codeLength)
        return Text::tr("统一社会信用代码应为 18 位，这里是 %1 位").arg(code.size());
    for (int i = 0; i < codeLength; ++i)
        if (!alphabet().contains(code[i]))
            return Text::tr("统一社会信用代码第 %1 位是“%2”，代码中不使用字母 I、O、Z、S、V").arg(i + 1).arg(code[i]);
    const QChar expected = creditCodeCheck(code.left(codeLength - 1));
    if (code.back() != expected)
        return Text::tr("统一社会信用代码的校验位应为“%1”，这里是“%2”，请核对证照").arg(expected).arg(code.back());
    return {};
}

QChar creditCodeCheck(const QString& first17)
{
    qint64 sum = 0;
    qint64 weight = 1; // 3^(i-1) mod 31, GB 32100-2015 table of weights
    for (const QChar letter : first17) {
        sum += alphabet().indexOf(letter) * weight;
        weight = weight * 3 % 31;
    }
    return alphabet()[(31 - sum % 31) % 31];
}

} // namespace chengheng
