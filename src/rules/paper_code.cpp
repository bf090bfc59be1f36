// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/paper_code.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PaperCode)
};

constexpr int markLength = 8;
constexpr int counterDigits = 5;

QString alphabet()
{
    return QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
}

/// ISO 7064 MOD 37,36 of digits and capitals; other letters do not count.
QChar checkCharacter(const QString& text)
{
    constexpr int modulus = 36;
    int product = modulus;
    for (const QChar letter : text) {
        const qsizetype value = alphabet().indexOf(letter);
        if (value < 0)
            continue;
        int sum = (product + int(value)) % modulus;
        if (sum == 0)
            sum = modulus;
        product = sum * 2 % (modulus + 1);
    }
    return alphabet().at((modulus + 1 - product) % modulus);
}

} // namespace

QString campaignMark(const Uid& campaign)
{
    return campaign.toString().right(markLength).toUpper();
}

QString paperNumber(int year, qint64 counter)
{
    return QStringLiteral("%1-%2").arg(year).arg(counter, counterDigits, 10, QLatin1Char('0'));
}

qint64 counterOf(const QString& number)
{
    return number.section(QLatin1Char('-'), 1).toLongLong();
}

QString codeText(const PaperCode& code)
{
    const QString body = QStringLiteral("%1-%2").arg(code.campaign, code.number);
    return QStringLiteral("CH1:%1-%2").arg(body, checkCharacter(body));
}

Result<PaperCode> parsePaperCode(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^CH1:(([0-9A-F]{8})-([0-9]{4}-[0-9]{5,9}))-([0-9A-Z])$"));
    const auto match = form.match(text.trimmed());
    if (!match.hasMatch())
        return fail(ErrorKind::NotFound, "not_a_paper_code", Text::tr("这个二维码不是本程序文书的编码。"));
    if (match.captured(4) != checkCharacter(match.captured(1)))
        return fail(ErrorKind::Invalid, "damaged_paper_code",
                    Text::tr("二维码“%1”的校验位不符，可能是印刷或扫描不清，请重新扫描这一页。").arg(text.trimmed()));
    return PaperCode{match.captured(2), match.captured(3)};
}

} // namespace chengheng::rules
