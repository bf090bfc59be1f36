// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/due_report.h"

#include "rules/repairs.h"
#include "rules/settings.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace chengheng::rules {

using model::CampaignFacts;
using model::Instrument;
using model::InstrumentStatus;
using model::Trade;
using model::Unit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DueReport)
};

constexpr int putOutOfUseWindowDays = 30;

void add(VerificationFigures& sum, const VerificationFigures& part)
{
    for (size_t i = 0; i < sum.counts.size(); ++i)
        sum.counts[i] += part.counts[i];
    sum.inUse += part.inUse;
    sum.inTime += part.inTime;
    sum.inTimePassed += part.inTimePassed;
    sum.putOutOfUse += part.putOutOfUse;
}

void add(VerificationFigures& sum, const DueLine& line)
{
    sum.counts[size_t(line.status)] += line.quantity;
    if (line.putOutOfUseOn.isValid())
        sum.putOutOfUse += line.quantity;
    if (line.exclusion != RateExclusion::None)
        return;
    sum.inUse += line.quantity;
    if (line.isInTime)
        sum.inTime += line.quantity;
    if (line.isInTime && line.isPassed)
        sum.inTimePassed += line.quantity;
}

RateExclusion exclusionOf(const Instrument& instrument, const Unit* unit)
{
    if (unit && !model::takesPart(*unit))
        return RateExclusion::UnitNotTakingPart;
    if (instrument.status != InstrumentStatus::InUse)
        return RateExclusion::OutOfUse;
    return isMandatory(instrument.legalKind) ? RateExclusion::None : RateExclusion::NotMandatory;
}

bool isKept(const DueLine& line, QDate day, std::optional<int> within)
{
    if (!within)
        return true;
    switch (line.status) {
    case VerificationStatus::Overdue:
    case VerificationStatus::NeverVerified:
    case VerificationStatus::Failed:
        return true;
    case VerificationStatus::Valid:
    case VerificationStatus::DueSoon:
        return line.validUntil.isValid() && line.validUntil <= day.addDays(*within);
    case VerificationStatus::NotRequired:
    case VerificationStatus::Inactive:
        break;
    }
    return false;
}

/// One pass over the facts; everything is looked up by place, so that a whole town takes a moment.
class Reckoning
{
public:
    Reckoning(const CampaignFacts& facts, QDate day, const DueOptions& options)
        : m_facts(facts), m_day(day), m_options(options),
          m_dueSoonDays(options.dueSoonDays.value_or(daysOf(facts, model::SettingName::DueSoon))),
          m_bookingDays(options.bookingWorkingDays.value_or(daysOf(facts, model::SettingName::Booking))),
          m_repairs(repairsByInstrument(facts))
    {
        for (qsizetype i = 0; i < facts.units.size(); ++i)
            m_unitAt.insert(facts.units[i].uid, qint32(i));
        findLatestVerifications();
        findStatusChanges();
    }

    DueReport report()
    {
        DueReport report = emptyReport();
        report.lines.reserve(m_facts.instruments.size());
        reckon(report, order(), [&](const DueLine& line) {
            if (isKept(line, m_day, m_options.within))
                report.listed.append(qint32(report.lines.size()));
            report.lines.append(line);
        });
        return report;
    }

    DueReport figures()
    {
        DueReport report = emptyReport();
        reckon(report, places(), [](const DueLine&) {});
        return report;
    }

private:
    DueReport emptyReport() const
    {
        DueReport report;
        report.day = m_day;
        report.dueSoonDays = m_dueSoonDays;
        return report;
    }

    template <class Take>
    void reckon(DueReport& report, const QVector<qint32>& places, Take take)
    {
        QVector<VerificationFigures> perUnit(m_facts.units.size());
        for (const qint32 at : places) {
            const qint32 unitAt = m_unitAt.value(m_facts.instruments[at].unit, -1);
            if (!isAskedFor(m_facts.instruments[at], unitAt))
                continue;
            const DueLine line = lineOf(at, unitAt);
            add(unitAt < 0 ? report.figures : perUnit[unitAt], line);
            take(line);
        }
        group(report, perUnit);
    }

    void findLatestVerifications()
    {
        m_verificationAt.fill(-1, m_facts.instruments.size());
        m_changeAt.fill(-1, m_facts.instruments.size());
        m_instrumentAt.reserve(m_facts.instruments.size());
        for (qsizetype i = 0; i < m_facts.instruments.size(); ++i)
            m_instrumentAt.insert(m_facts.instruments[i].uid, qint32(i));
        for (qsizetype i = 0; i < m_facts.verifications.size(); ++i) {
            const qint32 at = m_instrumentAt.value(m_facts.verifications[i].instrument, -1);
            if (at < 0 || m_facts.verifications[i].verifiedOn > m_day)
                continue;
            qint32& latest = m_verificationAt[at];
            if (latest < 0 || m_facts.verifications[latest].verifiedOn <= m_facts.verifications[i].verifiedOn)
                latest = qint32(i);
        }
    }

    void findStatusChanges()
    {
        QVector<qint32> places;
        for (qsizetype i = 0; i < m_facts.changes.size(); ++i) {
            const model::DatedChange& change = m_facts.changes[i];
            if (change.from <= m_day && change.field == QLatin1String("status")
                && change.subjectKind == QLatin1String("instrument"))
                places.append(qint32(i));
        }
        std::stable_sort(places.begin(), places.end(),
                         [this](qint32 a, qint32 b) { return m_facts.changes[a].from < m_facts.changes[b].from; });
        const QString inUse = QLatin1Char('"') + model::keyOf(InstrumentStatus::InUse) + QLatin1Char('"');
        for (const qint32 place : std::as_const(places)) {
            const model::DatedChange& change = m_facts.changes[place];
            const qint32 at = m_instrumentAt.value(change.subject, -1);
            if (at < 0)
                continue;
            m_changeAt[at] = place;
            if (change.value == inUse)
                m_outSince.remove(at);
            else if (!m_outSince.contains(at))
                m_outSince.insert(at, change.from);
        }
    }

    QVector<qint32> places() const
    {
        QVector<qint32> places(m_facts.instruments.size());
        std::iota(places.begin(), places.end(), 0);
        return places;
    }

    QVector<qint32> order() const
    {
        QVector<qint32> places = this->places();
        const auto byUid = [this](qint32 a, qint32 b) {
            return m_facts.instruments[a].uid.toString() < m_facts.instruments[b].uid.toString();
        };
        if (!std::is_sorted(places.cbegin(), places.cend(), byUid))
            std::sort(places.begin(), places.end(), byUid);
        return places;
    }

    bool isAskedFor(const Instrument& instrument, qint32 unitAt) const
    {
        if (!m_options.unit.isNull() && instrument.unit != m_options.unit)
            return false;
        if (m_options.station.isNull() && m_options.trade == Trade::None)
            return true;
        if (unitAt < 0)
            return false;
        const Unit& unit = m_facts.units[unitAt];
        return (m_options.station.isNull() || unit.station == m_options.station)
               && (m_options.trade == Trade::None || unit.trade == m_options.trade);
    }

    DueLine lineOf(qint32 at, qint32 unitAt)
    {
        const Instrument& instrument = m_facts.instruments[at];
        const Unit* unit = unitAt < 0 ? nullptr : &m_facts.units[unitAt];
        const qint32 verificationAt = m_verificationAt[at];
        const InstrumentHistory history = historyOf(instrument, verificationAt);
        const auto judged = judge(instrument, history, m_day, m_dueSoonDays);
        return {.uid = instrument.uid,
                .unit = instrument.unit,
                .unitName = unit ? unit->name : QString(),
                .name = instrument.name,
                .serial = instrument.serial,
                .quantity = instrument.quantity,
                .status = judged.status,
                .validUntil = judged.validUntil,
                .bookBy = bookBy(judged.validUntil),
                .repairedOn = history.repairedOn,
                .putOutOfUseOn = putOutOfUseOn(instrument, at),
                .isEstimated = judged.isEstimated,
                .isInTime = verificationAt >= 0 && !judged.hasRunOut,
                .isPassed = judged.hasPassed,
                .exclusion = exclusionOf(instrument, unit),
                .instrumentAt = at,
                .verificationAt = verificationAt,
                .changeAt = m_changeAt[at]};
    }

    InstrumentHistory historyOf(const Instrument& instrument, qint32 verificationAt) const
    {
        if (verificationAt < 0)
            return {};
        const model::Verification& latest = m_facts.verifications[verificationAt];
        return {&latest, m_repairs.isEmpty()
                             ? QDate()
                             : repairedSince(m_repairs.value(instrument.uid), latest.verifiedOn, m_day)};
    }

    QDate bookBy(QDate end)
    {
        if (!end.isValid())
            return {};
        QDate& day = m_bookBy[end];
        if (!day.isValid()) {
            static const WorkingCalendar mondayToFriday;
            const WorkingCalendar& calendar = m_options.calendar ? *m_options.calendar : mondayToFriday;
            day = calendar.addWorkingDays(end, -m_bookingDays);
        }
        return day;
    }

    /// Scrapping what was already stopped is not a second time.
    QDate putOutOfUseOn(const Instrument& instrument, qint32 at) const
    {
        const QDate from = m_outSince.value(at);
        const bool isOut = instrument.status != InstrumentStatus::InUse && from.isValid();
        return isOut && from > m_day.addDays(-putOutOfUseWindowDays) ? from : QDate();
    }

    void group(DueReport& report, const QVector<VerificationFigures>& perUnit) const
    {
        QHash<Trade, VerificationFigures> trades;
        QHash<Uid, VerificationFigures> stations;
        const VerificationFigures nothing;
        for (qsizetype i = 0; i < perUnit.size(); ++i) {
            if (perUnit[i] == nothing)
                continue;
            const Unit& unit = m_facts.units[i];
            add(report.figures, perUnit[i]);
            add(trades[unit.trade], perUnit[i]);
            add(stations[unit.station], perUnit[i]);
            report.byUnit.append({unit.uid.toString(), unit.name, perUnit[i]});
        }
        for (const auto& word : model::wordsOf<Trade>())
            if (trades.contains(word.value))
                report.byTrade.append({word.choice.key, word.choice.label, trades.value(word.value)});
        if (trades.contains(Trade::None))
            report.byTrade.append({QString(), Text::tr("未填业态"), trades.value(Trade::None)});
        appendStations(report, stations);
    }

    void appendStations(DueReport& report, QHash<Uid, VerificationFigures> stations) const
    {
        for (const model::Organisation& organisation : m_facts.organisations)
            if (stations.contains(organisation.uid))
                report.byStation.append(
                    {organisation.uid.toString(), organisation.name, stations.take(organisation.uid)});
        VerificationFigures rest;
        for (const VerificationFigures& figures : std::as_const(stations))
            add(rest, figures);
        if (!stations.isEmpty())
            report.byStation.append({QString(), Text::tr("未填监管所"), rest});
    }

    const CampaignFacts& m_facts;
    QDate m_day;
    const DueOptions& m_options;
    int m_dueSoonDays;
    int m_bookingDays;
    QHash<Uid, QVector<Repair>> m_repairs;
    QHash<Uid, qint32> m_unitAt;
    QHash<Uid, qint32> m_instrumentAt;
    QVector<qint32> m_verificationAt;
    QVector<qint32> m_changeAt;
    QHash<qint32, QDate> m_outSince; ///< by instrument: left use on, and has not come back
    QHash<QDate, QDate> m_bookBy;
};

struct Sides {
    bool isInDenominator = false;
    bool isInNumerator = false;
    RateExclusion reason = RateExclusion::None;
};

Sides sidesOf(const DueLine& line, RateKind kind)
{
    if (line.exclusion != RateExclusion::None)
        return {.reason = line.exclusion};
    switch (kind) {
    case RateKind::Verification:
        return {.isInDenominator = true, .isInNumerator = line.isInTime};
    case RateKind::Pass:
        if (!line.isInTime)
            return {.reason = RateExclusion::NotVerifiedInTime};
        return {.isInDenominator = true, .isInNumerator = line.isPassed};
    case RateKind::Validity:
        break;
    }
    return {.isInDenominator = true, .isInNumerator = line.isInTime && line.isPassed};
}

} // namespace

QString labelOf(RateExclusion reason)
{
    switch (reason) {
    case RateExclusion::None:
        return {};
    case RateExclusion::OutOfUse:
        return Text::tr("停用、封存或报废");
    case RateExclusion::NotMandatory:
        return Text::tr("非强制检定");
    case RateExclusion::UnitNotTakingPart:
        return Text::tr("单位不在参建范围");
    case RateExclusion::NotVerifiedInTime:
        return Text::tr("未在有效期内受检");
    }
    return {};
}

QString labelOf(RateKind kind)
{
    switch (kind) {
    case RateKind::Verification:
        return Text::tr("受检率");
    case RateKind::Pass:
        return Text::tr("合格率");
    case RateKind::Validity:
        return Text::tr("有效率");
    }
    return {};
}

Rate VerificationFigures::rate(RateKind kind) const
{
    switch (kind) {
    case RateKind::Verification:
        return verificationRate();
    case RateKind::Pass:
        return passRate();
    case RateKind::Validity:
        return validityRate();
    }
    return {};
}

QString sentenceOf(RateKind kind, const VerificationFigures& figures)
{
    const Rate rate = figures.rate(kind);
    if (rate.isNothing())
        return kind == RateKind::Pass && figures.inUse > 0
                   ? Text::tr("在用强检器具%1台（件）都未在有效期内受检，合格率无从计算。").arg(figures.inUse)
                   : Text::tr("没有在用强检器具，%1无从计算。").arg(labelOf(kind));
    const QString percent = rate.toPercent();
    switch (kind) {
    case RateKind::Verification:
        return Text::tr("在用强检器具%1台（件），其中%2台（件）在有效期内受检，受检率%3。")
            .arg(rate.den)
            .arg(rate.num)
            .arg(percent);
    case RateKind::Pass:
        return Text::tr("在有效期内受检的强检器具%1台（件），其中%2台（件）合格，合格率%3。")
            .arg(rate.den)
            .arg(rate.num)
            .arg(percent);
    case RateKind::Validity:
        break;
    }
    return Text::tr("在用强检器具%1台（件），其中%2台（件）检定合格且在有效期内，有效率%3。")
        .arg(rate.den)
        .arg(rate.num)
        .arg(percent);
}

DueReport dueReport(const CampaignFacts& facts, QDate day, const DueOptions& options)
{
    return Reckoning(facts, day, options).report();
}

DueReport dueFigures(const CampaignFacts& facts, QDate day, const DueOptions& options)
{
    return Reckoning(facts, day, options).figures();
}

InstrumentStanding standingOf(const CampaignFacts& facts, const DueReport& report, const DueLine& line)
{
    const auto* latest = line.verificationAt < 0 ? nullptr : &facts.verifications[line.verificationAt];
    const auto* change = line.changeAt < 0 ? nullptr : &facts.changes[line.changeAt];
    return standingOf(facts.instruments[line.instrumentAt], {latest, line.repairedOn}, report.day, report.dueSoonDays,
                      change);
}

RateLists listsBehind(const DueReport& report, RateKind kind)
{
    RateLists lists;
    lists.rate = report.figures.rate(kind);
    for (const DueLine& line : report.lines) {
        const Sides sides = sidesOf(line, kind);
        if (sides.isInDenominator)
            lists.denominator.append(line.uid);
        else
            lists.excluded.append({line.uid, sides.reason});
        if (sides.isInNumerator)
            lists.numerator.append(line.uid);
    }
    return lists;
}

} // namespace chengheng::rules
