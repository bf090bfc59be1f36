// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include "rules/complaint_clock.h"

using namespace chengheng;
using namespace chengheng::test;
using model::ComplaintKind;

TEST_CASE("A complaint's clocks follow the rules of the day it was received", "[rules][STA-5]")
{
    struct Row {
        const char* received;
        const char* accepted;
        const char* acceptBy;  ///< 7 working days, Monday to Friday here
        const char* mediateBy; ///< the earlier of two where two run
        const char* basis;
    };
    const Row rows[]{
        {"2024-03-04", "2024-03-05", "2024-03-13", "2024-05-07", "令20号第21条"},       // 45 working days alone
        {"2024-07-01", "2024-07-02", "2024-07-10", "2024-08-31", "消法实施条例第46条"}, // 60 days come first
        {"2026-04-15", "2026-04-16", "2026-04-24", "2026-06-15", "令121号第23条"},
    };
    for (const Row& row : rows) {
        INFO(row.received);
        model::Complaint complaint;
        complaint.receivedOn = day(row.received);
        complaint.acceptedOn = day(row.accepted);
        const auto clocks = rules::clocksOf(complaint, {}, 1);
        REQUIRE(clocks.size() == 3);
        CHECK(clocks[1].due == day(row.acceptBy));
        CHECK(clocks[1].doneOn == complaint.acceptedOn);
        CHECK(clocks[2].due == day(row.mediateBy));
        CHECK(clocks[2].basis.startsWith(QString::fromUtf8(row.basis)));
        CHECK_FALSE(clocks[2].isLate(clocks[2].due)); // the last day is in time
        CHECK(clocks[2].isLate(clocks[2].due.addDays(1)));
    }
}

TEST_CASE("A report is checked in 15 working days, and a typed deadline runs beside", "[rules][STA-5]")
{
    model::Complaint report;
    report.kind = ComplaintKind::Report;
    report.receivedOn = day("2024-03-04");
    report.deadline = day("2024-03-08");
    const auto clocks = rules::clocksOf(report, {}, 1);
    REQUIRE(clocks.size() == 3);
    CHECK(clocks[0].due == day("2024-03-05"));
    CHECK(clocks[1].due == day("2024-03-25"));
    CHECK(clocks[2].due == day("2024-03-08"));
    CHECK(clocks[2].isLate(day("2024-03-09")));
}
