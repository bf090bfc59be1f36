// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented_facts.h"

#include "model/as_of.h"
#include "model/service_records.h"
#include "rules/booking.h"
#include "rules/metrics.h"
#include "rules/readiness.h"
#include "rules/standing.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// A market with two scales of which one, verified in January 2024, came back from repair on 5 June.
model::CampaignFacts marketOn(const char* on)
{
    model::CampaignFacts facts;
    facts.units = {unitOf(named("u"), model::Trade::Market)};
    facts.units.first().participation = model::Participation::Participating;
    for (const char* uid : {"i", "j"}) {
        facts.instruments.append(instrumentOf(named(uid), named("u")));
        facts.verifications.append(verificationOf(named(uid), day("2024-01-10")));
    }
    model::InstrumentEvent repair;
    repair.instrument = named("i");
    repair.on = day("2024-06-05");
    repair.kind = model::InstrumentEventKind::Repaired;
    facts.books.insert(QStringLiteral("instrument_event"), {model::toRecord(repair)});
    facts.verifications.append(verificationOf(named("i"), day("2024-06-20")));
    return model::asOf(facts, day(on));
}

struct Case {
    const char* what;
    const char* on;
    bool isRepaired; ///< and not verified again
};

const Case cases[]{
    {"before the repair", "2024-06-04", false},
    {"on its day", "2024-06-05", true},
    {"the day before it is verified again", "2024-06-19", true},
    {"verified again", "2024-06-20", false},
};

} // namespace

TEST_CASE("Ledger, rates, prefill, grade, booking and readiness agree on an instrument that was repaired",
          "[rules][PLAN-4]")
{
    for (const Case& c : cases) {
        INFO(c.what);
        const QDate on = day(c.on);
        const auto facts = marketOn(c.on);
        const auto report = rules::dueReport(facts, on);
        CHECK(report.figures.verificationRate() == Rate{c.isRepaired ? 1 : 2, 2});
        CHECK(report.figures.passRate() == (c.isRepaired ? Rate{1, 1} : Rate{2, 2}));
        CHECK(report.figures.validityRate() == Rate{c.isRepaired ? 1 : 2, 2});
        CHECK(rules::dueFigures(facts, on).figures == report.figures);
        const rules::DueLine& line = report.lines.first();
        CHECK((line.status == rules::VerificationStatus::Overdue) == c.isRepaired);
        CHECK(rules::standingOf(facts, report, line).why.contains(QStringLiteral("修理后尚未重新检定"))
              == c.isRepaired);
        CHECK((rules::bookingOf(line, on) == rules::Booking::AtOnce) == c.isRepaired);
        const auto overdue = rules::measure(QStringLiteral("ledger.overdue_count"), {facts, named("u"), on, {}});
        REQUIRE(overdue);
        CHECK(overdue->count == (c.isRepaired ? 1 : 0));
        CHECK(rules::scoreContext(facts, named("u"), on).holdReason.isEmpty() == !c.isRepaired);
        const rules::Plan plan;
        const WorkingCalendar calendar;
        const auto ready = rules::readiness(facts, plan, calendar, on, on);
        const bool isRisk = std::any_of(ready.risks.begin(), ready.risks.end(), [](const rules::Risk& risk) {
            return risk.kind == rules::RiskKind::InstrumentsLapsed && risk.records == QVector<Uid>{named("i")};
        });
        CHECK(isRisk == c.isRepaired);
    }
}
