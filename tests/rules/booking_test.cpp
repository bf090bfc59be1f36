// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/booking.h"
#include "support/support.h"

using namespace chengheng;
using namespace chengheng::test;
using rules::Booking;
using rules::VerificationStatus;

TEST_CASE("When an instrument must be booked", "[rules][PLAN-4]")
{
    struct Case {
        VerificationStatus status;
        const char* bookBy;
        Booking booking;
    };
    const std::vector<Case> cases{{VerificationStatus::Valid, "2024-09-30", Booking::AtOnce},
                                  {VerificationStatus::Valid, "2024-10-01", Booking::WithinWeek},
                                  {VerificationStatus::DueSoon, "2024-10-08", Booking::WithinWeek},
                                  {VerificationStatus::DueSoon, "2024-10-09", Booking::WithinMonth},
                                  {VerificationStatus::Valid, "2024-10-31", Booking::WithinMonth},
                                  {VerificationStatus::Valid, "2024-11-01", Booking::Later},
                                  {VerificationStatus::Valid, "", Booking::NotNeeded},
                                  {VerificationStatus::Overdue, "2024-12-01", Booking::AtOnce},
                                  {VerificationStatus::NeverVerified, "", Booking::AtOnce},
                                  {VerificationStatus::Failed, "", Booking::AtOnce},
                                  {VerificationStatus::Inactive, "2024-09-01", Booking::NotNeeded},
                                  {VerificationStatus::NotRequired, "2024-09-01", Booking::NotNeeded}};
    for (const Case& c : cases) {
        rules::DueLine line;
        line.status = c.status;
        line.bookBy = day(c.bookBy);
        INFO(c.bookBy << ' ' << rules::labelOf(c.status).toStdString());
        CHECK(rules::bookingOf(line, day("2024-10-01")) == c.booking);
    }
}
