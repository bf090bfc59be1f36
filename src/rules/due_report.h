// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/points.h"
#include "base/working_calendar.h"
#include "rules/verification.h"

#include <array>

namespace chengheng::rules {

struct DueOptions {
    std::optional<int> dueSoonDays; ///< without: as the office has set it (设置)
    /// Keeps overdue, never verified, failed and those ending within so many days; counts stay whole.
    std::optional<int> within;
    Uid unit;                                ///< only this unit
    Uid station;                             ///< only units of this station
    model::Trade trade = model::Trade::None; ///< only units of this trade
    /// Working days a verification body asks to be told before the last valid day; without: as set.
    std::optional<int> bookingWorkingDays;
    const WorkingCalendar* calendar = nullptr; ///< without one Monday to Friday are counted
};

/// Why an instrument stands in no denominator, or not in one of them.
enum class RateExclusion {
    None,
    OutOfUse,
    NotMandatory,
    UnitNotTakingPart,
    NotVerifiedInTime ///< only left out of 合格率, which counts those verified in time
};
QString labelOf(RateExclusion reason);

enum class RateKind { Verification, Pass, Validity };
/// 受检率, 合格率, 有效率.
QString labelOf(RateKind kind);

/// Sums of quantities. The rates count mandatory instruments in use of units taking part:
/// 受检率 = latest verification, whatever its result, not run out ÷ all; 合格率 = passed ÷ those;
/// 有效率 = passed and not run out ÷ all. They are shown apart and 0/0 is nothing, never 100 %.
struct VerificationFigures {
    std::array<qint64, verificationStatusCount> counts{}; ///< of the whole ledger asked for
    qint64 inUse = 0;                                     ///< mandatory, in use
    qint64 inTime = 0;                                    ///< of those, latest verification not run out
    qint64 inTimePassed = 0;                              ///< of those, passed
    qint64 putOutOfUse = 0;                               ///< put out of use within the last 30 days and still so

    qint64 count(VerificationStatus status) const { return counts[size_t(status)]; }
    Rate verificationRate() const { return {inTime, inUse}; }
    Rate passRate() const { return {inTimePassed, inTime}; }
    Rate validityRate() const { return {inTimePassed, inUse}; }
    Rate rate(RateKind kind) const;

    friend bool operator==(const VerificationFigures&, const VerificationFigures&) = default;
};

/// A rate as one sentence a person can read out.
QString sentenceOf(RateKind kind, const VerificationFigures& figures);

/// One row of the ledger on the day, without sentences; standingOf(facts, report, line) makes them.
struct DueLine {
    Uid uid;
    Uid unit;
    QString unitName;
    QString name;
    QString serial;
    qint64 quantity = 1;
    VerificationStatus status = VerificationStatus::NeverVerified;
    QDate validUntil;         ///< invalid: no end, or none on record
    QDate bookBy;             ///< last working day to book the next verification; invalid without an end
    QDate repairedOn;         ///< InstrumentHistory::repairedOn
    QDate putOutOfUseOn;      ///< where that was within the last 30 days
    bool isEstimated = false; ///< validUntil is reckoned from the cycle (推算)
    bool isInTime = false;
    bool isPassed = false;
    RateExclusion exclusion = RateExclusion::None;
    qint32 instrumentAt = -1; ///< places in the facts the report was made from
    qint32 verificationAt = -1;
    qint32 changeAt = -1;
};

struct DueGroup {
    QString key; ///< uid of the unit or station, key of the trade; "" where not recorded
    QString label;
    VerificationFigures figures;
};

struct DueReport {
    QDate day;
    int dueSoonDays = 0;
    VerificationFigures figures;
    QVector<DueLine> lines;      ///< all instruments asked for, by uid
    QVector<qint32> listed;      ///< places of the lines that `within` keeps
    QVector<DueGroup> byUnit;    ///< in the order of the units' registration
    QVector<DueGroup> byTrade;   ///< in the notice's order
    QVector<DueGroup> byStation; ///< in the order of the organisations
};

/// The ledger on `day`. `facts` are those as of the day (model::asOf); later verifications are passed over.
DueReport dueReport(const model::CampaignFacts& facts, QDate day, const DueOptions& options = {});

/// Its figures and groups without the lines, for counts alone; the facts may lack texts.
DueReport dueFigures(const model::CampaignFacts& facts, QDate day, const DueOptions& options = {});

/// The sentence and notes of one line; `facts` are the ones the report was made from, unchanged.
InstrumentStanding standingOf(const model::CampaignFacts& facts, const DueReport& report, const DueLine& line);

struct ExcludedInstrument {
    Uid uid;
    RateExclusion reason = RateExclusion::None;
};

/// A rate opened into the records it rests on. Denominator and exclusions together are the ledger.
struct RateLists {
    Rate rate;
    QVector<Uid> numerator;
    QVector<Uid> denominator;
    QVector<ExcludedInstrument> excluded;
};
RateLists listsBehind(const DueReport& report, RateKind kind);

} // namespace chengheng::rules
