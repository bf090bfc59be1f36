// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/verification.h"

#include "base/dates.h"
#include "rules/repairs.h"

#include <QCoreApplication>

namespace chengheng::rules {

using model::Instrument;
using model::InstrumentStatus;
using model::LegalKind;
using model::Verification;
using model::VerificationResult;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VerificationRules)
};

/// A printed end this far from the cycle's end is worth a look; offices print a day more or less.
constexpr int farFromCycleDays = 15;

bool endsWithUse(const Verification& verification, LegalKind kind)
{
    return kind == LegalKind::FirstOnly && verification.result == VerificationResult::Passed;
}

bool isUnderNoDuty(const Instrument& instrument)
{
    return instrument.legalKind == LegalKind::Voluntary && !instrument.cycleMonths;
}

/// A repair ends what the certificate says, the day before it is back.
QDate cutByRepair(QDate end, QDate repairedOn)
{
    const bool isCut = repairedOn.isValid() && (!end.isValid() || end >= repairedOn);
    return isCut ? repairedOn.addDays(-1) : end;
}

/// First verification has no cycle: a failed one does not become "not verified" by the passing of time.
bool endIsUnknown(const Instrument& instrument, QDate end)
{
    return !end.isValid() && instrument.legalKind != LegalKind::FirstOnly;
}

QString endPart(const Instrument& instrument, const VerificationJudgement& judged)
{
    if (judged.isEstimated)
        return Text::tr("周期%1个月，推算有效至%2").arg(*instrument.cycleMonths).arg(paperDate(judged.validUntil));
    return Text::tr("证书载明有效至%1").arg(paperDate(judged.validUntil));
}

QString repairedSentence(const InstrumentHistory& history)
{
    const QString verified = paperDate(history.latest->verifiedOn);
    const QString repaired = paperDate(history.repairedOn);
    if (history.latest->result != VerificationResult::Passed)
        return Text::tr("%1检定不合格，%2修理后尚未重新检定，检定合格前不得使用。").arg(verified, repaired);
    return Text::tr("%1检定合格，但%2修理后尚未重新检定，原检定不再有效，按超周期处理，检定合格前不得使用。")
        .arg(verified, repaired);
}

QString passedSentence(const Instrument& instrument, const Verification& latest, const VerificationJudgement& judged,
                       QDate day)
{
    const QString verified = paperDate(latest.verifiedOn);
    if (endsWithUse(latest, instrument.legalKind))
        return Text::tr("%1首次检定合格，只作首次强制检定，在用期间有效。").arg(verified);
    if (!judged.validUntil.isValid())
        return Text::tr("%1检定合格，但没有有效期也没有检定周期，无法证明仍在有效期内，"
                        "按超周期处理，请补填有效期至或周期。")
            .arg(verified);
    const qint64 days = day.daysTo(judged.validUntil);
    QString tail = Text::tr("还有%1天到期").arg(days);
    if (days < 0)
        tail = Text::tr("已超周期%1天").arg(-days);
    else if (days == 0)
        tail = Text::tr("今天是有效期最后一天");
    return Text::tr("%1检定合格，%2，%3。").arg(verified, endPart(instrument, judged), tail);
}

QString inactiveSentence(const Instrument& instrument, const model::DatedChange* change)
{
    const QString word = model::labelOf(instrument.status);
    if (!change)
        return Text::tr("已%1（未记录日期和原因），不计入各项比率。").arg(word);
    if (change->reason.isEmpty())
        return Text::tr("%1起%2，不计入各项比率。").arg(paperDate(change->from), word);
    return Text::tr("%1起%2，原因：%3，不计入各项比率。").arg(paperDate(change->from), word, change->reason);
}

QString sentence(const Instrument& instrument, const InstrumentHistory& history, const VerificationJudgement& judged,
                 QDate day, const model::DatedChange* change)
{
    switch (judged.status) {
    case VerificationStatus::Inactive:
        return inactiveSentence(instrument, change);
    case VerificationStatus::NotRequired:
        return Text::tr("非强制检定器具，未设检定周期，不要求检定。");
    case VerificationStatus::NeverVerified:
        return Text::tr("台账中没有检定记录，请补录检定证书或安排检定。");
    case VerificationStatus::Failed:
        if (!history.repairedOn.isValid())
            return Text::tr("%1检定不合格，合格前不得使用。").arg(paperDate(history.latest->verifiedOn));
        break;
    case VerificationStatus::Valid:
    case VerificationStatus::DueSoon:
    case VerificationStatus::Overdue:
        break;
    }
    return history.repairedOn.isValid() ? repairedSentence(history)
                                        : passedSentence(instrument, *history.latest, judged, day);
}

QString printedEndNote(const Instrument& instrument, const Verification& latest)
{
    if (!latest.validUntil.isValid())
        return {};
    if (endsWithUse(latest, instrument.legalKind))
        return Text::tr("只作首次强制检定的器具写有有效期至%1，请核对管理类别。").arg(paperDate(latest.validUntil));
    if (!instrument.cycleMonths)
        return {};
    const QDate byCycle = lastDayOfMonths(latest.verifiedOn, int(*instrument.cycleMonths));
    if (qAbs(byCycle.daysTo(latest.validUntil)) <= farFromCycleDays)
        return {};
    return Text::tr("证书有效期至%1，与按%2个月周期推算的%3相差较大，请核对。")
        .arg(paperDate(latest.validUntil))
        .arg(*instrument.cycleMonths)
        .arg(paperDate(byCycle));
}

QStringList notesOn(const Instrument& instrument, const Verification* latest)
{
    QStringList notes;
    if (latest)
        if (const QString note = printedEndNote(instrument, *latest); !note.isEmpty())
            notes.append(note);
    if (instrument.quantity > 1)
        notes.append(Text::tr("一行登记了%1台（件），按%1台计数，请逐台拆分登记。").arg(instrument.quantity));
    if (instrument.serial.isEmpty())
        notes.append(Text::tr("没有出厂编号，导入时无法与证书对应，请补填。"));
    return notes;
}

} // namespace

const QVector<VerificationStatus>& allVerificationStatuses()
{
    static const QVector<VerificationStatus> all{VerificationStatus::Valid,   VerificationStatus::DueSoon,
                                                 VerificationStatus::Overdue, VerificationStatus::NeverVerified,
                                                 VerificationStatus::Failed,  VerificationStatus::NotRequired,
                                                 VerificationStatus::Inactive};
    return all;
}

QString keyOf(VerificationStatus status)
{
    switch (status) {
    case VerificationStatus::Valid:
        return QStringLiteral("valid");
    case VerificationStatus::DueSoon:
        return QStringLiteral("due_soon");
    case VerificationStatus::Overdue:
        return QStringLiteral("overdue");
    case VerificationStatus::NeverVerified:
        return QStringLiteral("never_verified");
    case VerificationStatus::Failed:
        return QStringLiteral("failed");
    case VerificationStatus::NotRequired:
        return QStringLiteral("not_required");
    case VerificationStatus::Inactive:
        return QStringLiteral("inactive");
    }
    return {};
}

QString labelOf(VerificationStatus status)
{
    switch (status) {
    case VerificationStatus::Valid:
        return Text::tr("有效");
    case VerificationStatus::DueSoon:
        return Text::tr("即将到期");
    case VerificationStatus::Overdue:
        return Text::tr("超周期");
    case VerificationStatus::NeverVerified:
        return Text::tr("无检定记录");
    case VerificationStatus::Failed:
        return Text::tr("不合格");
    case VerificationStatus::NotRequired:
        return Text::tr("非强检");
    case VerificationStatus::Inactive:
        return Text::tr("停用");
    }
    return {};
}

QDate effectiveEnd(const Verification& verification, LegalKind kind, std::optional<qint64> cycleMonths)
{
    if (endsWithUse(verification, kind))
        return {};
    if (verification.validUntil.isValid())
        return verification.validUntil;
    return cycleMonths ? lastDayOfMonths(verification.verifiedOn, int(*cycleMonths)) : QDate();
}

bool isEstimated(const Verification& verification, LegalKind kind, std::optional<qint64> cycleMonths)
{
    return !verification.validUntil.isValid() && effectiveEnd(verification, kind, cycleMonths).isValid();
}

VerificationJudgement judge(const Instrument& instrument, const InstrumentHistory& history, QDate day, int dueSoonDays)
{
    VerificationJudgement judged;
    const Verification* latest = history.latest;
    QDate end;
    if (latest) {
        end = cutByRepair(effectiveEnd(*latest, instrument.legalKind, instrument.cycleMonths), history.repairedOn);
        judged.hasPassed = latest->result == VerificationResult::Passed;
        judged.hasRunOut = endIsUnknown(instrument, end) || (end.isValid() && end < day);
    }
    if (instrument.status != InstrumentStatus::InUse)
        judged.status = VerificationStatus::Inactive;
    else if (isUnderNoDuty(instrument))
        judged.status = VerificationStatus::NotRequired;
    else if (!latest)
        judged.status = VerificationStatus::NeverVerified;
    else if (!judged.hasPassed)
        judged.status = VerificationStatus::Failed;
    else {
        judged.validUntil = end;
        judged.isEstimated = end == effectiveEnd(*latest, instrument.legalKind, instrument.cycleMonths)
                             && isEstimated(*latest, instrument.legalKind, instrument.cycleMonths);
        judged.status = VerificationStatus::Valid;
        if (judged.hasRunOut)
            judged.status = VerificationStatus::Overdue;
        else if (end.isValid() && day.daysTo(end) <= dueSoonDays)
            judged.status = VerificationStatus::DueSoon;
    }
    return judged;
}

InstrumentStanding standingOf(const Instrument& instrument, const InstrumentHistory& history, QDate day,
                              int dueSoonDays, const model::DatedChange* statusChange)
{
    const VerificationJudgement judged = judge(instrument, history, day, dueSoonDays);
    return {.status = judged.status,
            .validUntil = judged.validUntil,
            .isEstimated = judged.isEstimated,
            .why = sentence(instrument, history, judged, day, statusChange),
            .notes = notesOn(instrument, history.latest)};
}

QHash<Uid, InstrumentHistory> historiesOn(const model::CampaignFacts& facts, QDate day)
{
    QHash<Uid, InstrumentHistory> histories;
    histories.reserve(facts.instruments.size());
    for (const Verification& verification : facts.verifications) {
        const Verification*& latest = histories[verification.instrument].latest;
        if (!latest || latest->verifiedOn <= verification.verifiedOn)
            latest = &verification;
    }
    const auto repairs = repairsByInstrument(facts);
    for (auto repair = repairs.cbegin(); repair != repairs.cend(); ++repair)
        if (const auto own = histories.find(repair.key()); own != histories.end())
            own->repairedOn = repairedSince(*repair, own->latest->verifiedOn, day);
    return histories;
}

} // namespace chengheng::rules
