// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented_facts.h"

#include "model/as_of.h"
#include "rules/due_report.h"

#include <functional>
#include <random>

namespace {

using namespace chengheng;
using namespace chengheng::test;
using model::InstrumentStatus;
using model::LegalKind;
using model::Trade;
using model::VerificationResult;
using rules::RateKind;
using rules::VerificationStatus;

const QDate reportDay(2024, 6, 15);

/// A town drawn from a seed: every kind, status, quantity and kind of date.
model::CampaignFacts randomTown(unsigned seed)
{
    std::mt19937 random(seed);
    const auto below = [&](int n) { return int(random() % unsigned(n)); };
    model::CampaignFacts facts;
    for (int i = 0; i < 3; ++i) {
        facts.organisations.emplaceBack();
        facts.organisations.last().uid = numbered("o", i);
    }
    for (int i = 0; i < 20; ++i) {
        facts.units.append(unitOf(numbered("u", i), Trade(1 + below(7))));
        facts.units.last().station = numbered("o", below(3));
        facts.units.last().participation = model::Participation(below(5) ? 0 : below(4));
    }
    for (int i = 0; i < 150; ++i) {
        auto instrument = instrumentOf(numbered("i", i), numbered("u", below(21)));
        instrument.legalKind = LegalKind(below(4));
        instrument.status = InstrumentStatus(below(6) ? 0 : below(4));
        instrument.quantity = 1 + below(4);
        instrument.cycleMonths = below(5) ? std::optional<qint64>(6 * (1 + below(4))) : std::nullopt;
        for (int n = below(3); n > 0; --n) {
            const QDate on = reportDay.addDays(-below(900));
            facts.verifications.append(verificationOf(instrument.uid, on, VerificationResult(below(4) == 0),
                                                      below(2) ? on.addDays(below(500)) : QDate()));
        }
        facts.instruments.append(instrument);
    }
    return facts;
}

qint64 quantityOf(const model::CampaignFacts& facts, const QVector<Uid>& uids)
{
    qint64 sum = 0;
    for (const auto& instrument : facts.instruments)
        if (uids.contains(instrument.uid))
            sum += instrument.quantity;
    return sum;
}

/// The definition of the design, written again in the plainest way.
struct PlainCount {
    qint64 inUse = 0;
    qint64 inTime = 0;
    qint64 inTimePassed = 0;
};

PlainCount plainCount(const model::CampaignFacts& facts, const std::function<bool(const model::Instrument&)>& asked)
{
    PlainCount count;
    for (const auto& instrument : facts.instruments) {
        if (!asked(instrument) || instrument.status != InstrumentStatus::InUse
            || instrument.legalKind == LegalKind::Voluntary)
            continue;
        const auto takesPart = [&](const model::Unit& unit) {
            return unit.uid != instrument.unit || unit.participation == model::Participation::Participating;
        };
        if (!std::all_of(facts.units.cbegin(), facts.units.cend(), takesPart))
            continue;
        count.inUse += instrument.quantity;
        const auto* known = rules::historiesOn(facts, reportDay).value(instrument.uid).latest;
        if (!known)
            continue;
        const model::Verification& latest = *known;
        const bool hasPassed = latest.result == VerificationResult::Passed;
        QDate end = latest.validUntil;
        if (!end.isValid() && instrument.cycleMonths)
            end = lastDayOfMonths(latest.verifiedOn, int(*instrument.cycleMonths));
        const bool isForever = instrument.legalKind == LegalKind::FirstOnly && (hasPassed || !end.isValid());
        if (!isForever && (!end.isValid() || end < reportDay))
            continue;
        count.inTime += instrument.quantity;
        count.inTimePassed += hasPassed ? instrument.quantity : 0;
    }
    return count;
}

void checkAgainstLedger(const model::CampaignFacts& facts, const rules::DueOptions& options,
                        const std::function<bool(const model::Instrument&)>& asked)
{
    const auto report = rules::dueReport(facts, reportDay, options);
    const PlainCount plain = plainCount(facts, asked);
    CHECK(report.figures.verificationRate() == Rate{plain.inTime, plain.inUse});
    CHECK(report.figures.passRate() == Rate{plain.inTimePassed, plain.inTime});
    CHECK(report.figures.validityRate() == Rate{plain.inTimePassed, plain.inUse});

    qint64 ledger = 0;
    qsizetype rows = 0;
    for (const auto& instrument : facts.instruments)
        if (asked(instrument)) {
            ledger += instrument.quantity;
            ++rows;
        }
    CHECK(report.lines.size() == rows);
    qint64 counted = 0;
    for (const qint64 count : report.figures.counts)
        counted += count;
    CHECK(counted == ledger);
    for (const RateKind kind : {RateKind::Verification, RateKind::Pass, RateKind::Validity}) {
        const auto lists = rules::listsBehind(report, kind);
        CHECK(lists.denominator.size() + lists.excluded.size() == rows);
        CHECK(quantityOf(facts, lists.denominator) == lists.rate.den);
        CHECK(quantityOf(facts, lists.numerator) == lists.rate.num);
        for (const Uid& uid : lists.numerator)
            CHECK(lists.denominator.contains(uid));
        for (const auto& excluded : lists.excluded)
            CHECK_FALSE(rules::labelOf(excluded.reason).isEmpty());
    }
}

} // namespace

TEST_CASE("the rates and their lists equal the ledger under every filter", "[PLAN-4]")
{
    for (unsigned seed = 1; seed <= 6; ++seed) {
        INFO("seed " << seed);
        const auto facts = randomTown(seed);
        QHash<Uid, model::Unit> units;
        for (const auto& unit : facts.units)
            units.insert(unit.uid, unit);
        checkAgainstLedger(facts, {}, [](const auto&) { return true; });
        for (const auto& word : model::wordsOf<Trade>()) {
            rules::DueOptions options;
            options.trade = word.value;
            checkAgainstLedger(facts, options, [&](const auto& i) { return units.value(i.unit).trade == word.value; });
        }
        for (const auto& organisation : facts.organisations) {
            rules::DueOptions options;
            options.station = organisation.uid;
            checkAgainstLedger(facts, options,
                               [&](const auto& i) { return units.value(i.unit).station == organisation.uid; });
        }
        for (const auto& unit : facts.units) {
            rules::DueOptions options;
            options.unit = unit.uid;
            checkAgainstLedger(facts, options, [&](const auto& i) { return i.unit == unit.uid; });
        }
    }
}

TEST_CASE("groups add up to the whole and name their units, trades and stations", "[PLAN-4]")
{
    auto facts = randomTown(7);
    facts.instruments.removeIf([](const auto& i) { return i.unit == numbered("u", 20); });
    const auto report = rules::dueReport(facts, reportDay);
    for (const auto& groups : {report.byUnit, report.byTrade, report.byStation}) {
        rules::VerificationFigures sum;
        for (const auto& group : groups) {
            CHECK_FALSE(group.key.isEmpty());
            for (size_t i = 0; i < sum.counts.size(); ++i)
                sum.counts[i] += group.figures.counts[i];
            sum.inUse += group.figures.inUse;
            sum.inTime += group.figures.inTime;
            sum.inTimePassed += group.figures.inTimePassed;
            sum.putOutOfUse += group.figures.putOutOfUse;
        }
        CHECK(sum == report.figures);
    }
    QStringList noticeOrder;
    for (const auto& word : model::wordsOf<Trade>())
        noticeOrder.append(word.choice.key);
    qsizetype last = -1;
    for (const auto& group : report.byTrade) {
        CHECK(noticeOrder.indexOf(group.key) > last);
        last = noticeOrder.indexOf(group.key);
    }
}

TEST_CASE("nothing to verify is nothing and never 100 %", "[PLAN-4]")
{
    model::CampaignFacts facts;
    facts.units = {unitOf(named("u"), Trade::Shop)};
    auto scrapped = instrumentOf(named("i1"), named("u"));
    scrapped.status = InstrumentStatus::Scrapped;
    auto ruler = instrumentOf(named("i2"), named("u"));
    ruler.legalKind = LegalKind::Voluntary;
    facts.instruments = {scrapped, ruler};
    const auto figures = rules::dueReport(facts, reportDay).figures;
    for (const RateKind kind : {RateKind::Verification, RateKind::Pass, RateKind::Validity}) {
        CHECK(figures.rate(kind) == Rate{0, 0});
        CHECK(figures.rate(kind).toPercent() == QStringLiteral("无"));
        CHECK(rules::sentenceOf(kind, figures).contains(QStringLiteral("无从计算")));
    }
}

TEST_CASE("a failed instrument counts as verified until its cycle ends but never as passed", "[PLAN-4]")
{
    model::CampaignFacts facts;
    facts.units = {unitOf(named("u"), Trade::Shop)};
    facts.instruments = {instrumentOf(named("i1"), named("u")), instrumentOf(named("i2"), named("u"))};
    facts.instruments[1].quantity = 3;
    facts.verifications = {verificationOf(named("i1"), day("2024-01-10"), VerificationResult::Failed),
                           verificationOf(named("i2"), day("2024-01-10"))};
    const auto on = [&](const char* iso) { return rules::dueReport(facts, day(iso)).figures; };
    CHECK(on("2024-06-15").verificationRate() == Rate{4, 4});
    CHECK(on("2024-06-15").passRate() == Rate{3, 4});
    CHECK(on("2024-06-15").validityRate() == Rate{3, 4});
    CHECK(on("2024-06-15").count(VerificationStatus::Failed) == 1);
    CHECK(on("2025-01-09").verificationRate() == Rate{4, 4});
    CHECK(on("2025-01-10").verificationRate() == Rate{0, 4});
    CHECK(on("2025-01-10").passRate() == Rate{0, 0});
    CHECK(on("2025-01-10").validityRate() == Rate{0, 4});
    CHECK(on("2025-01-10").count(VerificationStatus::Failed) == 1);
    CHECK(rules::sentenceOf(RateKind::Pass, on("2025-01-10")).contains(QStringLiteral("都未在有效期内受检")));
}

TEST_CASE("what was put out of use within 30 days is counted beside the rates", "[PLAN-4]")
{
    model::CampaignFacts facts;
    facts.units = {unitOf(named("u"), Trade::Shop)};
    for (int i = 0; i < 5; ++i)
        facts.instruments.append(instrumentOf(numbered("i", i), named("u")));
    facts.instruments[0].quantity = 2;
    facts.changes = {
        changeOf("instrument", numbered("i", 0), "status", day("2024-06-15"), "stopped", QStringLiteral("送修")),
        changeOf("instrument", numbered("i", 1), "status", day("2024-05-17"), "sealed"),
        changeOf("instrument", numbered("i", 2), "status", day("2024-05-16"), "stopped"),
        changeOf("instrument", numbered("i", 2), "status", day("2024-06-01"), "scrapped"), // out already
        changeOf("instrument", numbered("i", 3), "status", day("2024-06-01"), "stopped"),
        changeOf("instrument", numbered("i", 3), "status", day("2024-06-10"), "in_use"),   // and back
        changeOf("instrument", numbered("i", 4), "status", day("2024-06-16"), "stopped")}; // tomorrow
    const auto now = model::asOf(facts, reportDay);
    const auto report = rules::dueReport(now, reportDay);
    CHECK(report.figures.putOutOfUse == 3);
    CHECK(report.figures.count(VerificationStatus::Inactive) == 4);
    CHECK(report.figures.inUse == 2);
    CHECK(rules::standingOf(now, report, report.lines[0]).why.contains(QStringLiteral("送修")));
    CHECK(rules::standingOf(now, report, report.lines[2]).why.contains(QStringLiteral("2024年6月1日起报废")));
}

TEST_CASE("a unit that withdrew leaves the rates on its day but stays in the ledger", "[PLAN-4]")
{
    model::CampaignFacts facts;
    facts.units = {unitOf(named("u1"), Trade::Shop), unitOf(named("u2"), Trade::Shop)};
    facts.instruments = {instrumentOf(named("i1"), named("u1")), instrumentOf(named("i2"), named("u2"))};
    facts.changes = {changeOf("unit", named("u2"), "participation", day("2024-06-10"), "withdrawn")};
    const auto inUseOn = [&](const char* iso) {
        const auto report = rules::dueReport(model::asOf(facts, day(iso)), day(iso));
        CHECK(report.lines.size() == 2);
        return report.figures.inUse;
    };
    CHECK(inUseOn("2024-06-09") == 2);
    CHECK(inUseOn("2024-06-10") == 1);
}

TEST_CASE("within keeps what needs work and leaves the counts alone", "[PLAN-4]")
{
    model::CampaignFacts facts;
    facts.units = {unitOf(named("u"), Trade::Shop)};
    const char* ends[] = {"2024-06-14", "2024-06-15", "2024-06-25", "2024-06-26", ""};
    for (int i = 0; i < 5; ++i) {
        facts.instruments.append(instrumentOf(numbered("i", i), named("u")));
        if (*ends[i])
            facts.verifications.append(
                verificationOf(numbered("i", i), day("2024-01-01"), VerificationResult::Passed, day(ends[i])));
    }
    rules::DueOptions options;
    options.within = 10;
    const auto report = rules::dueReport(facts, reportDay, options);
    CHECK(report.listed == QVector<qint32>{0, 1, 2, 4});
    CHECK(report.lines.size() == 5);
    CHECK(report.figures == rules::dueReport(facts, reportDay).figures);
}

TEST_CASE("the day to book lies the lead in working days before the last valid day", "[PLAN-4]")
{
    const WorkingCalendar calendar({day("2024-06-10")}, {}, {day("2024-01-01"), day("2024-12-31")});
    model::CampaignFacts facts;
    facts.units = {unitOf(named("u"), Trade::Shop)};
    facts.instruments = {instrumentOf(named("i"), named("u"))};
    facts.verifications = {
        verificationOf(named("i"), day("2024-01-01"), VerificationResult::Passed, day("2024-06-28"))};
    rules::DueOptions options;
    CHECK(rules::dueReport(facts, reportDay, options).lines[0].bookBy == day("2024-06-07"));
    options.calendar = &calendar;
    CHECK(rules::dueReport(facts, reportDay, options).lines[0].bookBy == day("2024-06-06"));
    options.bookingWorkingDays = 1;
    CHECK(rules::dueReport(facts, reportDay, options).lines[0].bookBy == day("2024-06-27"));
}

TEST_CASE("lines come by uid whatever the order of the facts", "[PLAN-4]")
{
    model::CampaignFacts facts;
    facts.instruments = {instrumentOf(named("b"), named("u")), instrumentOf(named("a"), named("u"))};
    const auto report = rules::dueReport(facts, reportDay);
    CHECK(report.lines[0].uid == named("a"));
    CHECK(report.lines[0].instrumentAt == 1);
    CHECK(report.figures.inUse == 2); // a unit that is not known takes nothing out of the rates
}
