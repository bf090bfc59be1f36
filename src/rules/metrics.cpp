// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/metrics.h"

#include "rules/check_metrics.h"
#include "rules/display.h"
#include "rules/due_report.h"
#include "rules/problem_state.h"

#include <QCoreApplication>
#include <QSet>

#include <functional>

namespace chengheng::rules {

using model::Instrument;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Metrics)
};

using Answered = std::optional<Measure>;
using Question = MetricQuestion;

Measure counted(qint64 count, QVector<Uid> records, QString why, bool isConclusive = true)
{
    return {
        .count = count, .rate = {}, .isConclusive = isConclusive, .records = std::move(records), .why = std::move(why)};
}

Measure rated(Rate rate, QVector<Uid> records, QString why)
{
    return {.count = {}, .rate = rate, .isConclusive = true, .records = std::move(records), .why = std::move(why)};
}

QVector<const model::Unit*> unitsAsked(const Question& asked)
{
    QVector<const model::Unit*> units;
    for (const model::Unit& unit : asked.facts.units)
        if (model::takesPart(unit) && (asked.unit.isNull() || unit.uid == asked.unit))
            units.append(&unit);
    return units;
}

QSet<Uid> uidsAsked(const Question& asked)
{
    QSet<Uid> uids;
    for (const model::Unit* unit : unitsAsked(asked))
        uids.insert(unit->uid);
    return uids;
}

QVector<const Instrument*> inUse(const Question& asked)
{
    const QSet<Uid> units = uidsAsked(asked);
    QVector<const Instrument*> found;
    for (const Instrument& instrument : asked.facts.instruments)
        if (instrument.status == model::InstrumentStatus::InUse && units.contains(instrument.unit))
            found.append(&instrument);
    return found;
}

/// 本考核期 begins with the campaign.
bool isInPeriod(const Question& asked, QDate day)
{
    const QDate from = asked.facts.campaign.from;
    return day <= asked.day && (!from.isValid() || day >= from);
}

// ---- the ledger

Answered ledgerRate(const Question& asked, RateKind kind)
{
    DueOptions options;
    options.unit = asked.unit;
    const DueReport report = dueReport(asked.facts, asked.day, options);
    QString why = sentenceOf(kind, report.figures);
    if (why.endsWith(QStringLiteral("。")))
        why.chop(1);
    return rated(report.figures.rate(kind), listsBehind(report, kind).denominator, why);
}

Answered verificationRate(const Question& asked)
{
    return ledgerRate(asked, RateKind::Verification);
}

Answered passRate(const Question& asked)
{
    return ledgerRate(asked, RateKind::Pass);
}

Answered validityRate(const Question& asked)
{
    return ledgerRate(asked, RateKind::Validity);
}

bool isDispenser(const Instrument& instrument)
{
    return !instrument.nozzle.isEmpty() || instrument.name.contains(QStringLiteral("加油机"));
}

Answered overdueCount(const Question& asked)
{
    const bool withoutDispensers = asked.item.only == QLatin1String("other_than_dispensers");
    const auto histories = historiesOn(asked.facts, asked.day);
    qint64 count = 0;
    qint64 looked = 0;
    QVector<Uid> records;
    for (const Instrument* instrument : inUse(asked)) {
        if (withoutDispensers ? isDispenser(*instrument) : !isMandatory(instrument->legalKind))
            continue;
        looked += instrument->quantity;
        const auto judged = judge(*instrument, histories.value(instrument->uid), asked.day);
        if (judged.status != VerificationStatus::Overdue && judged.status != VerificationStatus::NeverVerified)
            continue;
        count += instrument->quantity;
        records.append(instrument->uid);
    }
    if (looked == 0)
        return std::nullopt;
    return counted(count, records, Text::tr("在用器具%1台（件）中，超周期或无检定记录的%2台").arg(looked).arg(count));
}

bool lacksCertificate(const model::Verification* latest)
{
    return !latest || latest->certificate.isEmpty();
}

/// The columns a ledger row must have; an end date may follow from the cycle.
bool isIncomplete(const Instrument& instrument, const model::Verification* latest)
{
    if (instrument.name.isEmpty() || instrument.model.isEmpty() || instrument.serial.isEmpty()
        || instrument.maker.isEmpty() || instrument.place.isEmpty())
        return true;
    if (!isMandatory(instrument.legalKind))
        return false;
    if (lacksCertificate(latest) || latest->body.isEmpty() || !latest->verifiedOn.isValid())
        return true;
    return instrument.legalKind != model::LegalKind::FirstOnly
           && !effectiveEnd(*latest, instrument.legalKind, instrument.cycleMonths).isValid();
}

Answered incompleteCount(const Question& asked)
{
    const bool onlyCertificates = asked.item.only == QLatin1String("certificates");
    const auto histories = historiesOn(asked.facts, asked.day);
    qint64 count = 0;
    QVector<Uid> records;
    for (const Instrument* instrument : inUse(asked)) {
        const model::Verification* latest = histories.value(instrument->uid).latest;
        const bool counts = onlyCertificates ? isMandatory(instrument->legalKind) && lacksCertificate(latest)
                                             : isIncomplete(*instrument, latest);
        if (!counts)
            continue;
        count += instrument->quantity;
        records.append(instrument->uid);
    }
    return counted(count, records,
                   onlyCertificates ? Text::tr("台账中没有证书编号的强检器具%1台").arg(count)
                                    : Text::tr("台账必填栏有缺项的器具%1台").arg(count));
}

Answered filedRate(const Question& asked)
{
    Rate rate;
    QVector<Uid> records;
    for (const Instrument* instrument : inUse(asked)) {
        if (!isMandatory(instrument->legalKind))
            continue;
        rate.den += instrument->quantity;
        if (!instrument->filing.isEmpty())
            rate.num += instrument->quantity;
        else
            records.append(instrument->uid);
    }
    return rated(rate, records, Text::tr("在用强检器具%1台，其中已备案%2台").arg(rate.den).arg(rate.num));
}

/// Counts instruments in use that look wrong; unknown ones leave it open whether there are more.
Answered countWrong(const Question& asked, bool (*isWrong)(const Instrument&), bool (*isUnknown)(const Instrument&),
                    const QString& what)
{
    qint64 count = 0;
    bool isConclusive = true;
    QVector<Uid> records;
    for (const Instrument* instrument : inUse(asked)) {
        isConclusive = isConclusive && !isUnknown(*instrument);
        if (!isWrong(*instrument))
            continue;
        count += instrument->quantity;
        records.append(instrument->uid);
    }
    return counted(count, records, what.arg(count), isConclusive);
}

Answered stickerMissingCount(const Question& asked)
{
    return countWrong(
        asked, [](const Instrument& i) { return i.sticker == model::Presence::Missing; },
        [](const Instrument& i) { return i.sticker == model::Presence::Unknown; },
        Text::tr("台账登记合格标志缺失的器具%1台"));
}

Answered sealBrokenCount(const Question& asked)
{
    return countWrong(
        asked, [](const Instrument& i) { return i.seal == model::SealState::Broken; },
        [](const Instrument& i) { return i.seal == model::SealState::Unknown; },
        Text::tr("台账登记铅（签）封破损的器具%1台"));
}

Answered validCount(const Question& asked, model::Purpose purpose, const QString& what)
{
    const auto histories = historiesOn(asked.facts, asked.day);
    qint64 count = 0;
    QVector<Uid> records;
    for (const Instrument* instrument : inUse(asked)) {
        if (instrument->purpose != purpose)
            continue;
        records.append(instrument->uid);
        const auto judged = judge(*instrument, histories.value(instrument->uid), asked.day);
        if (judged.status == VerificationStatus::Valid || judged.status == VerificationStatus::DueSoon)
            count += instrument->quantity;
    }
    return counted(count, records, what.arg(count));
}

Answered fairValidCount(const Question& asked)
{
    return validCount(asked, model::Purpose::FairScale, Text::tr("用途为公平秤且在有效期内的器具%1台"));
}

Answered ownStandardCount(const Question& asked)
{
    return validCount(asked, model::Purpose::OwnStandard, Text::tr("用途为自校标准且在有效期内的器具%1台"));
}

// ---- commitments

const model::Commitment* latestCommitment(const Question& asked, const Uid& unit)
{
    const model::Commitment* latest = nullptr;
    for (const model::Commitment& commitment : asked.facts.commitments)
        if (commitment.unit == unit && (!latest || latest->signedOn <= commitment.signedOn))
            latest = &commitment;
    return latest;
}

Answered commitSigned(const Question& asked)
{
    const auto* latest = latestCommitment(asked, asked.unit);
    if (asked.unit.isNull() || !latest)
        return asked.unit.isNull() ? std::nullopt : Answered(rated({0, 1}, {}, Text::tr("没有签订承诺书的记录")));
    return rated({1, 1}, {latest->uid}, Text::tr("%1签订了承诺书").arg(paperDate(latest->signedOn)));
}

/// A volunteer's visit has neither day nor record here: what the unit sees must not tell of it.
Answered commitPosted(const Question& asked)
{
    const auto last = lastSighting(displaySightings(asked.facts).value(asked.unit), asked.day);
    if (asked.unit.isNull() || !last)
        return std::nullopt;
    const bool isTold = last->source != SightingSource::Report;
    const QString seen = isTold ? Text::tr("%1查看").arg(paperDate(last->on)) : Text::tr("最近一次查看");
    return rated({last->isDisplayed ? 1 : 0, 1}, isTold ? QVector<Uid>{last->record} : QVector<Uid>(),
                 last->isDisplayed ? Text::tr("%1，承诺书已张贴").arg(seen) : Text::tr("%1，承诺书未张贴").arg(seen));
}

/// Share of the units asked about for which something holds; `records` are those for which it does not.
Answered unitRate(const Question& asked, const std::function<bool(const Uid&)>& holds, const QString& what)
{
    Rate rate;
    QVector<Uid> records;
    for (const model::Unit* unit : unitsAsked(asked)) {
        ++rate.den;
        if (holds(unit->uid))
            ++rate.num;
        else
            records.append(unit->uid);
    }
    return rated(rate, records, what.arg(rate.den).arg(rate.num));
}

Answered commitPostedRate(const Question& asked)
{
    const auto sightings = displaySightings(asked.facts);
    return unitRate(
        asked,
        [&](const Uid& unit) {
            const auto last = lastSighting(sightings.value(unit), asked.day);
            return last && last->isDisplayed;
        },
        Text::tr("参建单位%1家，其中承诺书已张贴%2家"));
}

// ---- problems

/// Problems of the period with a fault that were found; none found proves nothing.
Answered faultCount(const Question& asked, const QString& fault)
{
    if (fault.isEmpty())
        return std::nullopt;
    const QSet<Uid> units = uidsAsked(asked);
    QVector<Uid> records;
    for (const model::Problem& problem : asked.facts.problems)
        if (problem.fault == fault && units.contains(problem.unit) && isInPeriod(asked, problem.foundOn))
            records.append(problem.uid);
    return counted(records.size(), records, Text::tr("本考核期登记的“%1”问题%2件").arg(fault).arg(records.size()),
                   false);
}

Answered namedFaultCount(const Question& asked)
{
    return faultCount(asked, asked.item.fault);
}

Answered cheatCount(const Question& asked)
{
    return faultCount(asked, QStringLiteral("有作弊功能或破坏准确度"));
}

Answered nonlegalCount(const Question& asked)
{
    return faultCount(asked, QStringLiteral("淘汰或非法定单位器具"));
}

Answered mismatchCount(const Question& asked)
{
    return faultCount(asked, QStringLiteral("台账缺项或账实不符"));
}

/// Problems of the units asked about with their standing on the day.
QVector<std::pair<const model::Problem*, ProblemStanding>> problemsAsked(const Question& asked)
{
    const QSet<Uid> units = uidsAsked(asked);
    const auto steps = stepsByProblem(asked.facts);
    QVector<std::pair<const model::Problem*, ProblemStanding>> found;
    for (const model::Problem& problem : asked.facts.problems)
        if (units.contains(problem.unit) && isInPeriod(asked, problem.foundOn))
            found.append({&problem, problemStanding(problem, steps.value(problem.uid), asked.day)});
    return found;
}

Answered problemsWhere(const Question& asked, bool (*holds)(const ProblemStanding&), const QString& what)
{
    QVector<Uid> records;
    for (const auto& [problem, standing] : problemsAsked(asked))
        if (holds(standing))
            records.append(problem->uid);
    return counted(records.size(), records, what.arg(records.size()));
}

Answered openProblemCount(const Question& asked)
{
    return problemsWhere(asked, [](const ProblemStanding& s) { return !s.isClosed(); }, Text::tr("未销号的问题%1件"));
}

Answered overdueProblemCount(const Question& asked)
{
    return problemsWhere(
        asked, [](const ProblemStanding& s) { return s.isOverdue; }, Text::tr("超过整改期限的问题%1件"));
}

Answered closedOnTimeRate(const Question& asked)
{
    Rate rate;
    QVector<Uid> records;
    for (const auto& [problem, standing] : problemsAsked(asked)) {
        const bool isClosedInTime = standing.isClosed() && standing.closedOn <= standing.dueOn;
        if (standing.dueOn >= asked.day && !standing.isClosed())
            continue;
        ++rate.den;
        if (isClosedInTime)
            ++rate.num;
        else
            records.append(problem->uid);
    }
    return rated(rate, records, Text::tr("已到期或已销号的问题%1件，其中按期销号%2件").arg(rate.den).arg(rate.num));
}

// ---- inspections

/// Inspections of the period that a test picks.
QVector<const model::Inspection*> inspections(const Question& asked, bool (*picks)(model::InspectionKind))
{
    QVector<const model::Inspection*> found;
    for (const model::Inspection& inspection : asked.facts.inspections)
        if (picks(inspection.kind) && isInPeriod(asked, inspection.on))
            found.append(&inspection);
    return found;
}

bool isSelfCheck(model::InspectionKind kind)
{
    return kind == model::InspectionKind::SelfCheck;
}

bool isNoSelfCheck(model::InspectionKind kind)
{
    return !isSelfCheck(kind);
}

QSet<Uid> unitsIn(const QVector<const model::Inspection*>& found)
{
    QSet<Uid> units;
    for (const model::Inspection* inspection : found)
        units.insert(inspection->unit);
    return units;
}

Answered selfCheckCount(const Question& asked)
{
    QVector<Uid> records;
    for (const model::Inspection* inspection : inspections(asked, isSelfCheck))
        if (inspection->unit == asked.unit)
            records.append(inspection->uid);
    return counted(records.size(), records, Text::tr("本考核期有自查记录%1次").arg(records.size()));
}

/// Without a self-check of the organiser's own the smaller of the two is nothing.
Answered selfCheckUnitRate(const Question& asked)
{
    const QSet<Uid> checked = unitsIn(inspections(asked, isSelfCheck));
    Answered answered = unitRate(
        asked, [&](const Uid& unit) { return checked.contains(unit); }, Text::tr("参建单位%1家，其中已自查%2家"));
    if (!checked.contains(Uid())) {
        answered->rate->num = 0;
        answered->why += Text::tr("，但没有组织者自查记录");
    }
    return answered;
}

Answered checkCoverRate(const Question& asked)
{
    const QSet<Uid> checked = unitsIn(inspections(asked, isNoSelfCheck));
    return unitRate(
        asked, [&](const Uid& unit) { return checked.contains(unit); },
        Text::tr("参建单位%1家，其中本考核期检查过%2家"));
}

Answered expertCoverRate(const Question& asked)
{
    const QSet<Uid> checked =
        unitsIn(inspections(asked, [](model::InspectionKind kind) { return kind == model::InspectionKind::Expert; }));
    QSet<model::Trade> trades;
    QSet<model::Trade> covered;
    for (const model::Unit* unit : unitsAsked(asked)) {
        trades.insert(unit->trade);
        if (checked.contains(unit->uid))
            covered.insert(unit->trade);
    }
    const Rate rate{covered.size(), trades.size()};
    return rated(rate, {}, Text::tr("有参建单位的行业%1个，其中专家已核查%2个").arg(rate.den).arg(rate.num));
}

/// Gaps in the roster; what differs on the spot no record says.
Answered recordErrorCount(const Question& asked)
{
    if (!asked.unit.isNull())
        return std::nullopt;
    QVector<Uid> records;
    for (const model::Unit* unit : unitsAsked(asked))
        if (unit->creditCode.isEmpty() || unit->trade == model::Trade::None || unit->address.isEmpty()
            || unit->head.isEmpty() || unit->headPhone.isEmpty() || unit->station.isNull())
            records.append(unit->uid);
    return counted(records.size(), records, Text::tr("名册有缺项的参建单位%1家").arg(records.size()), false);
}

const QMap<QString, MetricAnswer>& ownMetrics()
{
    static const QMap<QString, MetricAnswer> functions{
        {QStringLiteral("ledger.verification_rate"), verificationRate},
        {QStringLiteral("ledger.pass_rate"), passRate},
        {QStringLiteral("ledger.validity_rate"), validityRate},
        {QStringLiteral("ledger.overdue_count"), overdueCount},
        {QStringLiteral("ledger.incomplete_count"), incompleteCount},
        {QStringLiteral("ledger.filed_rate"), filedRate},
        {QStringLiteral("ledger.sticker_missing_count"), stickerMissingCount},
        {QStringLiteral("ledger.seal_broken_count"), sealBrokenCount},
        {QStringLiteral("ledger.cheat_count"), cheatCount},
        {QStringLiteral("ledger.nonlegal_count"), nonlegalCount},
        {QStringLiteral("ledger.mismatch_count"), mismatchCount},
        {QStringLiteral("ledger.fair_valid_count"), fairValidCount},
        {QStringLiteral("ledger.selfcheck_std_valid"), ownStandardCount},
        {QStringLiteral("commit.signed"), commitSigned},
        {QStringLiteral("commit.posted"), commitPosted},
        {QStringLiteral("commit.posted_rate"), commitPostedRate},
        {QStringLiteral("issue.open_count"), openProblemCount},
        {QStringLiteral("issue.overdue_count"), overdueProblemCount},
        {QStringLiteral("issue.closed_on_time_rate"), closedOnTimeRate},
        {QStringLiteral("issue.count_by_code"), namedFaultCount},
        {QStringLiteral("selfcheck.count"), selfCheckCount},
        {QStringLiteral("selfcheck.unit_rate"), selfCheckUnitRate},
        {QStringLiteral("check.unit_cover_rate"), checkCoverRate},
        {QStringLiteral("expert.industry_cover_rate"), expertCoverRate},
        {QStringLiteral("unit.record_error_count"), recordErrorCount},
    };
    return functions;
}

} // namespace

std::optional<Measure> measure(const QString& metric, const MetricQuestion& question)
{
    const MetricAnswer answering = ownMetrics().value(metric, checkMetrics().value(metric, nullptr));
    return answering ? answering(question) : std::nullopt;
}

QStringList answerableMetrics()
{
    return ownMetrics().keys() + checkMetrics().keys();
}

} // namespace chengheng::rules
