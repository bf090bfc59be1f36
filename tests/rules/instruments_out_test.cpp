// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented_facts.h"

#include "model/as_of.h"
#include "model/service_records.h"
#include "rules/summary.h"

using namespace chengheng;
using namespace chengheng::test;
using model::InstrumentEventKind;

namespace {

struct Event {
    InstrumentEventKind kind;
    const char* on;
    const char* expected; ///< "": not said
    const char* returned; ///< "": not known to be back
};

/// What happened to an instrument, and whether the list of 1 October 2024 still asks for it.
struct Case {
    const char* what;
    QVector<Event> events;
    bool isOut;
    bool isPressing;
    const char* said;
};

constexpr auto verify = InstrumentEventKind::SentToVerify;
constexpr auto repair = InstrumentEventKind::SentToRepair;

const Case cases[]{
    {"nothing happened", {}, false, false, ""},
    {"due back tomorrow", {{verify, "2024-09-20", "2024-10-02", ""}}, true, false, "未到预计送回"},
    {"due back today", {{repair, "2024-09-20", "2024-10-01", ""}}, true, false, "未到预计送回"},
    {"due back yesterday", {{repair, "2024-09-20", "2024-09-30", ""}}, true, true, "过了预计送回1天"},
    {"back in time", {{verify, "2024-09-20", "2024-09-30", "2024-09-28"}}, false, false, ""},
    {"back today", {{verify, "2024-09-20", "", "2024-10-01"}}, false, false, ""},
    {"back only tomorrow", {{verify, "2024-09-20", "", "2024-10-02"}}, true, false, "没有填预计送回"},
    {"for thirty days, nobody said until when", {{verify, "2024-09-01", "", ""}}, true, false, "没有填预计送回"},
    {"for longer", {{verify, "2024-08-31", "", ""}}, true, true, "在外已久"},
    {"not yet sent", {{verify, "2024-10-02", "2024-10-20", ""}}, false, false, ""},
    {"in use again after its repair",
     {{repair, "2024-09-01", "2024-09-10", ""}, {InstrumentEventKind::Repaired, "2024-09-09", "", ""}},
     false,
     false,
     ""},
    {"from the repairer to the body",
     {{repair, "2024-09-01", "2024-09-10", ""}, {verify, "2024-09-09", "2024-10-09", ""}},
     true,
     false,
     "未到预计送回"},
    {"sent twice, back from the first",
     {{verify, "2024-03-01", "", "2024-03-09"}, {verify, "2024-09-20", "2024-09-25", ""}},
     true,
     true,
     "6天"},
    {"moved only", {{InstrumentEventKind::Moved, "2024-08-01", "", ""}}, false, false, ""},
};

rules::Summary listOn(const Case& c)
{
    model::CampaignFacts facts;
    facts.units = {unitOf(named("u"), model::Trade::Market)};
    facts.instruments = {instrumentOf(named("i"), named("u"))};
    for (const Event& one : c.events) {
        model::InstrumentEvent event;
        event.uid = named(one.on);
        event.instrument = named("i");
        event.kind = one.kind;
        event.on = day(one.on);
        event.expectedOn = day(one.expected);
        event.returnedOn = day(one.returned);
        facts.books[QStringLiteral("instrument_event")].append(model::toRecord(event));
    }
    const rules::Plan plan;
    const rules::SheetEdition sheets;
    const WorkingCalendar calendar;
    const auto known = model::asOf(facts, day("2024-10-01"));
    return rules::instrumentsOutSummary({known, plan, sheets, calendar, day("2024-10-01")});
}

} // namespace

TEST_CASE("What was sent out is listed until it is back, the late ones first", "[rules][BUR-2]")
{
    for (const Case& c : cases) {
        INFO(c.what);
        const rules::Summary out = listOn(c);
        REQUIRE(out.rows.size() == (c.isOut ? 1 : 0));
        CHECK(out.pressing() == (c.isPressing ? 1 : 0));
        if (!c.isOut)
            continue;
        CHECK(out.rows.first().cells.size() == out.columns.size());
        CHECK(out.rows.first().cells.last().contains(QString::fromUtf8(c.said)));
        CHECK(out.rows.first().record == named(c.events.constLast().on));
    }
}
