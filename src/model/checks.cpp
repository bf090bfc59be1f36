// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Checks)
};

} // namespace

QVector<Error> needOneOf(const Record& record, std::initializer_list<const char*> keys, const QString& sentence)
{
    const bool isFilled = std::any_of(keys.begin(), keys.end(),
                                      [&](const char* key) { return !isEmpty(record.value(QLatin1String(key))); });
    if (isFilled)
        return {};
    return {Error{ErrorKind::Invalid, QStringLiteral("required"), sentence, QLatin1String(*keys.begin())}};
}

QVector<Error> needWith(const Record& record, const char* given, std::initializer_list<const char*> needed)
{
    QVector<Error> faults;
    if (isEmpty(record.value(QLatin1String(given))))
        return faults;
    const QString because = record.kind->field(QLatin1String(given))->label;
    for (const char* key : needed)
        if (isEmpty(record.value(QLatin1String(key))))
            faults.append(
                {ErrorKind::Invalid, QStringLiteral("required"),
                 Text::tr("填写了%1，请同时填写%2。").arg(because, record.kind->field(QLatin1String(key))->label),
                 QLatin1String(key)});
    return faults;
}

bool holdsIdentityNumber(const QString& text)
{
    static const QRegularExpression number(QStringLiteral("(?<!\\d)\\d{17}[\\dXx](?!\\d)"));
    return number.match(text).hasMatch();
}

bool holdsPersonalNumber(const QString& text)
{
    static const QRegularExpression telephone(QStringLiteral("(?<!\\d)(1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8})(?!\\d)"));
    return holdsIdentityNumber(text) || telephone.match(text).hasMatch();
}

} // namespace chengheng::model
