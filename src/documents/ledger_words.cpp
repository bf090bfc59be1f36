// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/ledger_words.h"

#include "base/dates.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LedgerWords)
};

using rules::VerificationStatus;

QString shapeOf(VerificationStatus status)
{
    switch (status) {
    case VerificationStatus::Valid:
        return QStringLiteral("●");
    case VerificationStatus::DueSoon:
        return QStringLiteral("◆");
    case VerificationStatus::Overdue:
        return QStringLiteral("▲");
    case VerificationStatus::NeverVerified:
        return QStringLiteral("◇");
    case VerificationStatus::Failed:
        return QStringLiteral("×");
    case VerificationStatus::NotRequired:
        return QStringLiteral("○");
    case VerificationStatus::Inactive:
        return QStringLiteral("■");
    }
    return {};
}

} // namespace

QString markedState(VerificationStatus status)
{
    return shapeOf(status) + QLatin1Char(' ') + rules::labelOf(status);
}

Tone toneOf(VerificationStatus status)
{
    switch (status) {
    case VerificationStatus::Valid:
        return Tone::Well;
    case VerificationStatus::DueSoon:
        return Tone::Warning;
    case VerificationStatus::Overdue:
    case VerificationStatus::Failed:
    case VerificationStatus::NeverVerified:
        return Tone::Fault;
    case VerificationStatus::NotRequired:
    case VerificationStatus::Inactive:
        break;
    }
    return Tone::Quiet;
}

QString endText(const rules::DueLine& line)
{
    if (!line.validUntil.isValid())
        return QStringLiteral("—");
    return line.isEstimated ? Text::tr("%1（推算）").arg(paperDate(line.validUntil)) : paperDate(line.validUntil);
}

bool isNotInOrder(VerificationStatus status)
{
    return toneOf(status) == Tone::Fault;
}

QString rateText(Rate rate)
{
    return rate.isNothing() ? rate.toPercent()
                            : Text::tr("%1/%2，%3").arg(rate.num).arg(rate.den).arg(rate.toPercent());
}

} // namespace chengheng::documents
