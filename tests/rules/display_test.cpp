// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/display.h"

#include "model/supervisor_records.h"
#include "rules/invented_facts.h"

using namespace chengheng;
using namespace chengheng::rules;
using chengheng::test::named;
using model::Presence;

namespace {

/// The letter was seen displayed in May, missing at an inspection in July, and displayed by a volunteer in August.
model::CampaignFacts seenThrice()
{
    model::CampaignFacts facts;
    model::Commitment letter;
    letter.uid = named("letter");
    letter.unit = named("shop");
    letter.signedOn = QDate(2024, 4, 1);
    letter.displayed = Presence::Present;
    letter.seenOn = QDate(2024, 5, 1);
    facts.commitments = {letter};
    model::Inspection visit = test::inspectionOf(named("shop"), model::InspectionKind::Daily, QDate(2024, 7, 1));
    visit.displayed = Presence::Missing;
    model::Inspection silent = test::inspectionOf(named("shop"), model::InspectionKind::Joint, QDate(2024, 7, 9));
    facts.inspections = {silent, visit};
    model::SupervisorReport report;
    report.uid = named("report");
    report.unit = named("shop");
    report.on = report.receivedOn = QDate(2024, 8, 1);
    report.commitment = model::Finding::Good;
    facts.books[model::kindOf<model::SupervisorReport>().key] = {model::toRecord(report)};
    return facts;
}

} // namespace

TEST_CASE("Whether a letter is displayed is what was seen last, whoever saw it", "[rules][OFF-1][SUP-1]")
{
    struct Case {
        QDate day;
        std::optional<bool> isDisplayed;
        SightingSource source;
    };
    const Case cases[] = {
        {QDate(2024, 4, 30), std::nullopt, SightingSource::Letter},
        {QDate(2024, 5, 1), true, SightingSource::Letter},
        {QDate(2024, 7, 1), false, SightingSource::Inspection},
        {QDate(2024, 7, 31), false, SightingSource::Inspection}, // the visit of the 9th did not look
        {QDate(2024, 8, 1), true, SightingSource::Report},
    };
    const auto own = displaySightings(seenThrice()).value(named("shop"));
    for (const Case& c : cases) {
        CAPTURE(screenDate(c.day).toStdString());
        const auto last = lastSighting(own, c.day);
        CHECK(last.has_value() == c.isDisplayed.has_value());
        if (!last || !c.isDisplayed)
            continue;
        CHECK(last->isDisplayed == *c.isDisplayed);
        CHECK(last->source == c.source);
    }
    CHECK_FALSE(lastSighting({}, QDate(2024, 8, 1)));
}
