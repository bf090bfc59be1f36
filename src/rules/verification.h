// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"

#include <QStringList>

namespace chengheng::rules {

/// Where an instrument stands on a day (计量法第九条; 强制检定的工作计量器具检定管理办法).
enum class VerificationStatus {
    Valid,
    DueSoon,       ///< still valid, ends within the days asked for
    Overdue,       ///< the last valid day lies before the day, or cannot be shown at all
    NeverVerified, ///< no verification on record: the record is missing, perhaps not the verification
    Failed,        ///< the latest result; beats overdue
    NotRequired,   ///< 非强检 without a cycle
    Inactive       ///< 停用, 封存, 报废
};

inline constexpr int verificationStatusCount = 7;
/// Days before its end from which an instrument is due soon, where an office has set no other (design.md).
inline constexpr int defaultDueSoonDays = 30;

/// All, in the order people expect: counts and chips follow it.
const QVector<VerificationStatus>& allVerificationStatuses();
/// valid, due_soon, overdue, never_verified, failed, not_required, inactive.
QString keyOf(VerificationStatus status);
/// 有效, 即将到期, 超周期 …
QString labelOf(VerificationStatus status);

/// The last day a verification holds: the printed end wins, else the last day of the cycle's months.
/// An invalid day where there is none: first verification only, once passed, holds for as long as the
/// instrument is in use; and where neither end nor cycle is on record the end is unknown.
QDate effectiveEnd(const model::Verification& verification, model::LegalKind kind, std::optional<qint64> cycleMonths);

/// True where effectiveEnd() was reckoned from the cycle (推算), not printed.
bool isEstimated(const model::Verification& verification, model::LegalKind kind, std::optional<qint64> cycleMonths);

/// True for the three legal kinds the law makes compulsory; the rates count these.
inline bool isMandatory(model::LegalKind kind)
{
    return kind != model::LegalKind::Voluntary;
}

/// What is on record of an instrument's verification up to a day.
struct InstrumentHistory {
    const model::Verification* latest = nullptr; ///< null: never verified
    QDate repairedOn = {}; ///< taken back from repair then, and not verified since; invalid: not so
};

/// What follows from an instrument (as of the day) and its history; no texts, so that a whole ledger is
/// judged in a moment.
struct VerificationJudgement {
    VerificationStatus status = VerificationStatus::NeverVerified;
    QDate validUntil; ///< for valid, due soon and overdue; invalid: no end, or not known
    bool isEstimated = false;
    /// The latest verification, whatever its result, no longer counts (受检率): its time is up, or the
    /// instrument has been repaired since.
    bool hasRunOut = true;
    bool hasPassed = false; ///< the latest result
};

/// The last valid day still counts as valid. A passed instrument that was repaired since is overdue: the
/// certificate's last valid day is the one before; a failed one stays failed, one never verified so.
VerificationJudgement judge(const model::Instrument& instrument, const InstrumentHistory& history, QDate day,
                            int dueSoonDays = defaultDueSoonDays);

/// The judgement with what a person can read out.
struct InstrumentStanding {
    VerificationStatus status = VerificationStatus::NeverVerified;
    QDate validUntil;
    bool isEstimated = false;
    QString why;       ///< one sentence
    QStringList notes; ///< printed end far from the cycle, quantity to split, no serial number
};

/// `statusChange`: the change that put it out of use, where one is on record; the sentence then says since
/// when and why.
InstrumentStanding standingOf(const model::Instrument& instrument, const InstrumentHistory& history, QDate day,
                              int dueSoonDays = defaultDueSoonDays, const model::DatedChange* statusChange = nullptr);

/// The history of each instrument that has been verified; of verifications of one day the last in the facts
/// is the latest. `facts` are those as of `day`; it points into them, so they must outlive it.
QHash<Uid, InstrumentHistory> historiesOn(const model::CampaignFacts& facts, QDate day);

} // namespace chengheng::rules
