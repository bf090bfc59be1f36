// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented_facts.h"

#include "model/as_of.h"
#include "model/service_records.h"
#include "rules/repairs.h"
#include "rules/verification.h"

namespace {

using namespace chengheng;
using namespace chengheng::test;
using model::InstrumentStatus;
using model::LegalKind;
using model::VerificationResult;
using rules::VerificationStatus;

constexpr auto passed = VerificationResult::Passed;
constexpr auto failed = VerificationResult::Failed;
constexpr auto periodic = LegalKind::Periodic;
constexpr auto firstOnly = LegalKind::FirstOnly;
constexpr auto firstLimited = LegalKind::FirstLimited;
constexpr auto voluntary = LegalKind::Voluntary;

struct Case {
    const char* what;
    LegalKind kind;
    int cycle;            ///< 0: none
    const char* verified; ///< "": never
    const char* printed;  ///< "": not printed
    VerificationResult result;
    const char* on;
    const char* status;
    const char* validUntil; ///< "": none
};

const Case cases[] = {
    // the printed end and its edges
    {"long before a printed end", periodic, 12, "2024-01-10", "2025-01-09", passed, "2024-06-01", "valid",
     "2025-01-09"},
    {"31 days before the end", periodic, 12, "2024-01-10", "2025-01-09", passed, "2024-12-09", "valid", "2025-01-09"},
    {"30 days before the end", periodic, 12, "2024-01-10", "2025-01-09", passed, "2024-12-10", "due_soon",
     "2025-01-09"},
    {"the last valid day", periodic, 12, "2024-01-10", "2025-01-09", passed, "2025-01-09", "due_soon", "2025-01-09"},
    {"the day after", periodic, 12, "2024-01-10", "2025-01-09", passed, "2025-01-10", "overdue", "2025-01-09"},
    {"a year after", periodic, 12, "2024-01-10", "2025-01-09", passed, "2026-01-09", "overdue", "2025-01-09"},
    {"the day of verification", periodic, 12, "2024-01-10", "2025-01-09", passed, "2024-01-10", "valid", "2025-01-09"},
    {"printed shorter than the cycle wins", periodic, 12, "2024-01-10", "2024-07-09", passed, "2024-07-10", "overdue",
     "2024-07-09"},
    {"printed longer than the cycle wins", periodic, 6, "2024-01-10", "2025-01-09", passed, "2024-10-01", "valid",
     "2025-01-09"},
    {"printed a day more than the cycle", periodic, 12, "2024-01-10", "2025-01-10", passed, "2025-01-10", "due_soon",
     "2025-01-10"},
    {"valid for one day only", periodic, 12, "2024-01-10", "2024-01-10", passed, "2024-01-10", "due_soon",
     "2024-01-10"},
    {"printed without a cycle", periodic, 0, "2024-01-10", "2025-01-09", passed, "2025-01-10", "overdue", "2025-01-09"},
    // reckoned from the cycle
    {"12 months end the day before", periodic, 12, "2024-03-15", "", passed, "2025-03-14", "due_soon", "2025-03-14"},
    {"12 months, the day after", periodic, 12, "2024-03-15", "", passed, "2025-03-15", "overdue", "2025-03-14"},
    {"6 months", periodic, 6, "2024-03-15", "", passed, "2024-08-01", "valid", "2024-09-14"},
    {"first of a month", periodic, 6, "2024-09-01", "", passed, "2025-02-28", "due_soon", "2025-02-28"},
    {"first of a month, the day after", periodic, 6, "2024-09-01", "", passed, "2025-03-01", "overdue", "2025-02-28"},
    {"31 August and 6 months", periodic, 6, "2024-08-31", "", passed, "2025-02-28", "due_soon", "2025-02-28"},
    {"31 August and 6 months, the day after", periodic, 6, "2024-08-31", "", passed, "2025-03-01", "overdue",
     "2025-02-28"},
    {"30 August into a short February", periodic, 6, "2024-08-30", "", passed, "2025-03-01", "overdue", "2025-02-28"},
    {"29 August into a short February", periodic, 6, "2024-08-29", "", passed, "2025-03-01", "overdue", "2025-02-28"},
    {"28 August has its day", periodic, 6, "2024-08-28", "", passed, "2025-02-28", "overdue", "2025-02-27"},
    {"31 August into a leap February", periodic, 6, "2023-08-31", "", passed, "2024-02-29", "due_soon", "2024-02-29"},
    {"29 August into a leap February has its day", periodic, 6, "2023-08-29", "", passed, "2024-02-29", "overdue",
     "2024-02-28"},
    {"31 May and a month of 30", periodic, 6, "2024-05-31", "", passed, "2024-11-30", "due_soon", "2024-11-30"},
    {"31 December and a year", periodic, 12, "2023-12-31", "", passed, "2024-12-30", "due_soon", "2024-12-30"},
    {"leap day and a year", periodic, 12, "2024-02-29", "", passed, "2025-02-28", "due_soon", "2025-02-28"},
    {"leap day and a year, the day after", periodic, 12, "2024-02-29", "", passed, "2025-03-01", "overdue",
     "2025-02-28"},
    {"leap day and four years has its day", periodic, 48, "2024-02-29", "", passed, "2028-02-29", "overdue",
     "2028-02-28"},
    {"28 February before a leap day", periodic, 12, "2023-02-28", "", passed, "2024-02-27", "due_soon", "2024-02-27"},
    {"over the turn of the year", periodic, 6, "2024-10-01", "", passed, "2025-03-31", "due_soon", "2025-03-31"},
    {"a cycle of one month", periodic, 1, "2024-01-31", "", passed, "2024-02-29", "due_soon", "2024-02-29"},
    {"neither end nor cycle proves nothing", periodic, 0, "2024-01-10", "", passed, "2024-01-11", "overdue", ""},
    // results
    {"failed though its end is far", periodic, 12, "2024-01-10", "2025-01-09", failed, "2024-02-01", "failed", ""},
    {"failed without an end", periodic, 12, "2024-01-10", "", failed, "2024-02-01", "failed", ""},
    {"failed and run out: failed is the worse", periodic, 12, "2024-01-10", "", failed, "2025-06-01", "failed", ""},
    {"failed without end or cycle", periodic, 0, "2024-01-10", "", failed, "2024-01-11", "failed", ""},
    {"never verified", periodic, 12, "", "", passed, "2024-06-01", "never_verified", ""},
    // first verification only
    {"first only holds for as long as in use", firstOnly, 0, "2010-01-01", "", passed, "2024-06-01", "valid", ""},
    {"first only whatever its cycle says", firstOnly, 12, "2010-01-01", "", passed, "2024-06-01", "valid", ""},
    {"first only failed", firstOnly, 0, "2024-01-01", "", failed, "2024-06-01", "failed", ""},
    {"first only never verified", firstOnly, 0, "", "", passed, "2024-06-01", "never_verified", ""},
    // first verification with limited life
    {"limited life, last day", firstLimited, 72, "2018-06-02", "", passed, "2024-06-01", "due_soon", "2024-06-01"},
    {"limited life, over", firstLimited, 72, "2018-06-02", "", passed, "2024-06-02", "overdue", "2024-06-01"},
    {"limited life without a life on record", firstLimited, 0, "2018-06-02", "", passed, "2018-06-03", "overdue", ""},
    // voluntary
    {"voluntary without a cycle", voluntary, 0, "", "", passed, "2024-06-01", "not_required", ""},
    {"voluntary without a cycle though verified", voluntary, 0, "2020-01-01", "2021-01-01", failed, "2024-06-01",
     "not_required", ""},
    {"voluntary with a cycle is followed", voluntary, 12, "2023-06-02", "", passed, "2024-06-01", "due_soon",
     "2024-06-01"},
    {"voluntary with a cycle runs out", voluntary, 12, "2023-06-02", "", passed, "2024-06-02", "overdue", "2024-06-01"},
    {"voluntary with a cycle, never verified", voluntary, 12, "", "", passed, "2024-06-02", "never_verified", ""},
};

/// An instrument with a year's verification of 10 January 2024 and what happened to it afterwards.
struct RepairCase {
    const char* what;
    LegalKind kind;
    const char* verified; ///< "": never
    VerificationResult result;
    const char* events; ///< key of the event, its day, the day it came back; "; " between them
    const char* again;  ///< verified again and passed; "": not
    const char* on;
    const char* status;
    const char* validUntil;
    bool isInTime;
};

const RepairCase repairCases[] = {
    {"not yet repaired", periodic, "2024-01-10", passed, "repaired 2024-06-05", "", "2024-06-04", "valid", "2025-01-09",
     true},
    {"repaired", periodic, "2024-01-10", passed, "repaired 2024-06-05", "", "2024-06-05", "overdue", "2024-06-04",
     false},
    {"and verified again the same day", periodic, "2024-01-10", passed, "repaired 2024-06-05", "2024-06-05",
     "2024-06-05", "valid", "2025-06-04", true},
    {"and verified again later, seen before", periodic, "2024-01-10", passed, "repaired 2024-06-05", "2024-06-12",
     "2024-06-11", "overdue", "2024-06-04", false},
    {"and verified again later", periodic, "2024-01-10", passed, "repaired 2024-06-05", "2024-06-12", "2024-06-12",
     "valid", "2025-06-11", true},
    {"repaired twice, verified between", periodic, "2024-01-10", passed, "repaired 2024-06-05; repaired 2024-08-01",
     "2024-06-12", "2024-08-01", "overdue", "2024-07-31", false},
    {"repaired twice, never verified", periodic, "2024-01-10", passed, "repaired 2024-08-01; repaired 2024-06-05", "",
     "2024-09-01", "overdue", "2024-06-04", false},
    {"repaired after it ran out", periodic, "2024-01-10", passed, "repaired 2025-02-01", "", "2025-02-02", "overdue",
     "2025-01-09", false},
    {"repaired before it was verified", periodic, "2024-01-10", passed, "repaired 2024-01-09", "", "2024-06-01",
     "valid", "2025-01-09", true},
    {"away for repair", periodic, "2024-01-10", passed, "sent_to_repair 2024-06-05", "", "2024-06-20", "valid",
     "2025-01-09", true},
    {"back from repair", periodic, "2024-01-10", passed, "sent_to_repair 2024-06-05 2024-06-20", "", "2024-06-20",
     "overdue", "2024-06-19", false},
    {"the day before it is back", periodic, "2024-01-10", passed, "sent_to_repair 2024-06-05 2024-06-20", "",
     "2024-06-19", "valid", "2025-01-09", true},
    {"verified while with the repairer", periodic, "2024-01-10", passed, "sent_to_repair 2024-06-05 2024-06-20",
     "2024-06-18", "2024-06-20", "valid", "2025-06-17", true},
    {"sent, verified, said to be in use again", periodic, "2024-01-10", passed,
     "sent_to_repair 2024-06-05; repaired 2024-06-20", "2024-06-18", "2024-06-20", "valid", "2025-06-17", true},
    {"sent, said to be in use again, not verified", periodic, "2024-01-10", passed,
     "sent_to_repair 2024-06-05; repaired 2024-06-20", "", "2024-06-20", "overdue", "2024-06-19", false},
    {"other events are no repair", periodic, "2024-01-10", passed,
     "moved 2024-06-05; resealed 2024-06-06; sent_to_verify 2024-06-07 2024-06-08", "", "2024-06-09", "valid",
     "2025-01-09", true},
    {"failed and repaired", periodic, "2024-01-10", failed, "repaired 2024-06-05", "", "2024-06-05", "failed", "",
     false},
    {"failed, not yet repaired", periodic, "2024-01-10", failed, "repaired 2024-06-05", "", "2024-06-04", "failed", "",
     true},
    {"failed, repaired and verified", periodic, "2024-01-10", failed, "repaired 2024-06-05", "2024-06-06", "2024-06-06",
     "valid", "2025-06-05", true},
    {"never verified and repaired", periodic, "", passed, "repaired 2024-06-05", "", "2024-06-05", "never_verified", "",
     false},
    {"first only and repaired", firstOnly, "2024-01-10", passed, "repaired 2024-06-05", "", "2024-06-05", "overdue",
     "2024-06-04", false},
    {"first only, repaired and verified", firstOnly, "2024-01-10", passed, "repaired 2024-06-05", "2024-06-06",
     "2030-06-05", "valid", "", true},
    {"voluntary without a cycle and repaired", voluntary, "2024-01-10", passed, "repaired 2024-06-05", "", "2024-06-05",
     "not_required", "", false},
};

QVector<model::Record> eventsOf(const Uid& instrument, const char* written)
{
    QVector<model::Record> events;
    for (const QString& one : QString::fromLatin1(written).split(QStringLiteral("; "), Qt::SkipEmptyParts)) {
        const QStringList parts = one.split(QLatin1Char(' '));
        model::Record event(model::kindOf<model::InstrumentEvent>());
        event.set(QStringLiteral("instrument"), instrument.toString());
        event.set(QStringLiteral("kind"), parts.at(0));
        event.set(QStringLiteral("on"), parseDate(parts.at(1)).value());
        if (parts.size() > 2)
            event.set(QStringLiteral("returned_on"), parseDate(parts.at(2)).value());
        events.append(event);
    }
    return events;
}

model::Instrument instrumentFor(const Case& c)
{
    model::Instrument instrument = instrumentOf(named("i"), named("u"));
    instrument.legalKind = c.kind;
    instrument.cycleMonths = c.cycle ? std::optional<qint64>(c.cycle) : std::nullopt;
    return instrument;
}

} // namespace

TEST_CASE("an instrument's status on a day follows its latest verification", "[PLAN-4]")
{
    for (const Case& c : cases) {
        INFO(c.what);
        const model::Instrument instrument = instrumentFor(c);
        const model::Verification verification =
            verificationOf(instrument.uid, day(c.verified), c.result, day(c.printed));
        const auto standing = rules::standingOf(instrument, {*c.verified ? &verification : nullptr}, day(c.on));
        CHECK(rules::keyOf(standing.status) == QLatin1String(c.status));
        CHECK(standing.validUntil == day(c.validUntil));
        CHECK(standing.isEstimated == (!*c.printed && *c.validUntil));
        CHECK(standing.why.endsWith(QStringLiteral("。")));
    }
}

TEST_CASE("a repaired instrument must be verified again before it is used", "[PLAN-4]")
{
    for (const RepairCase& c : repairCases) {
        INFO(c.what);
        auto instrument = instrumentOf(named("i"), named("u"));
        instrument.legalKind = c.kind;
        instrument.cycleMonths = c.kind == LegalKind::Periodic ? std::optional<qint64>(12) : std::nullopt;
        model::CampaignFacts facts;
        facts.instruments = {instrument};
        if (*c.verified)
            facts.verifications.append(verificationOf(instrument.uid, day(c.verified), c.result));
        if (*c.again)
            facts.verifications.append(verificationOf(instrument.uid, day(c.again)));
        facts.books.insert(QStringLiteral("instrument_event"), eventsOf(instrument.uid, c.events));
        facts = model::asOf(facts, day(c.on));
        const auto history = rules::historiesOn(facts, day(c.on)).value(instrument.uid);
        const auto standing = rules::standingOf(instrument, history, day(c.on));
        CHECK(rules::keyOf(standing.status) == QLatin1String(c.status));
        CHECK(standing.validUntil == day(c.validUntil));
        CHECK(rules::judge(instrument, history, day(c.on)).hasRunOut != c.isInTime);
        CHECK(standing.why.contains(QStringLiteral("修理后尚未重新检定"))
              == (history.repairedOn.isValid() && c.kind != LegalKind::Voluntary));
    }
}

TEST_CASE("the latest of several verifications counts and a later pass mends a failure", "[PLAN-4]")
{
    const auto instrument = instrumentOf(named("i"), named("u"));
    model::CampaignFacts facts;
    facts.verifications = {
        verificationOf(instrument.uid, day("2024-05-01"), failed), verificationOf(instrument.uid, day("2023-01-01")),
        verificationOf(instrument.uid, day("2024-05-20")), verificationOf(instrument.uid, day("2024-05-20"), failed)};
    const auto statusOn = [&](const char* on) {
        const auto known = model::asOf(facts, day(on));
        return rules::standingOf(instrument, rules::historiesOn(known, day(on)).value(instrument.uid), day(on)).status;
    };
    CHECK(statusOn("2023-06-01") == VerificationStatus::Valid);
    CHECK(statusOn("2024-05-02") == VerificationStatus::Failed);
    CHECK(statusOn("2024-05-21") == VerificationStatus::Failed); // same day, entered later
    facts.verifications.removeLast();
    CHECK(statusOn("2024-05-21") == VerificationStatus::Valid);
}

TEST_CASE("out of use is said with date and reason where they are on record", "[PLAN-4]")
{
    auto instrument = instrumentOf(named("i"), named("u"));
    const auto verification = verificationOf(instrument.uid, day("2020-01-01"));
    const auto change =
        changeOf("instrument", instrument.uid, "status", day("2024-06-03"), "stopped", QStringLiteral("传感器损坏"));
    for (const auto status : {InstrumentStatus::Stopped, InstrumentStatus::Sealed, InstrumentStatus::Scrapped}) {
        instrument.status = status;
        const auto standing = rules::standingOf(instrument, {&verification}, day("2024-06-10"), 30, &change);
        CHECK(standing.status == VerificationStatus::Inactive);
        CHECK(standing.why.contains(QStringLiteral("2024年6月3日起") + model::labelOf(status)));
        CHECK(standing.why.contains(QStringLiteral("传感器损坏")));
        CHECK_FALSE(standing.validUntil.isValid());
    }
    CHECK(rules::standingOf(instrument, {&verification}, day("2024-06-10")).why.contains(QStringLiteral("未记录日期")));
}

TEST_CASE("the sentence can be read out", "[PLAN-4]")
{
    auto instrument = instrumentOf(named("i"), named("u"));
    instrument.cycleMonths = 6;
    const auto verification = verificationOf(instrument.uid, day("2024-09-01"));
    const auto whyOn = [&](const char* on) { return rules::standingOf(instrument, {&verification}, day(on)).why; };
    CHECK(whyOn("2025-02-16")
          == QStringLiteral("2024年9月1日检定合格，周期6个月，推算有效至2025年2月28日，还有12天到期。"));
    CHECK(whyOn("2025-02-28").contains(QStringLiteral("有效期最后一天")));
    CHECK(whyOn("2025-03-03").contains(QStringLiteral("已超周期3天")));
    const auto printed = verificationOf(instrument.uid, day("2024-09-01"), passed, day("2025-02-27"));
    CHECK(rules::standingOf(instrument, {&printed}, day("2025-02-20")).why
          == QStringLiteral("2024年9月1日检定合格，证书载明有效至2025年2月27日，还有7天到期。"));
}

TEST_CASE("notes point out what a clerk should mend", "[PLAN-4][PLAN-5]")
{
    auto instrument = instrumentOf(named("i"), named("u"));
    const auto notesWith = [&](const char* printed) {
        const auto verification = verificationOf(instrument.uid, day("2024-01-10"), passed, day(printed));
        return rules::standingOf(instrument, {&verification}, day("2024-02-01")).notes;
    };
    CHECK(notesWith("2025-01-09").isEmpty());
    CHECK(notesWith("2025-01-24").isEmpty());
    CHECK(notesWith("2025-01-25").size() == 1);
    CHECK(notesWith("2024-07-09").constFirst().contains(QStringLiteral("推算的2025年1月9日")));
    instrument.quantity = 4;
    CHECK(notesWith("").constFirst().contains(QStringLiteral("4台")));
    instrument.serial.clear();
    CHECK(notesWith("").size() == 2);
    instrument.legalKind = firstOnly;
    CHECK(notesWith("2026-01-09").size() == 3);
}

TEST_CASE("how soon is soon can be set", "[PLAN-4]")
{
    const auto instrument = instrumentOf(named("i"), named("u"));
    const auto verification = verificationOf(instrument.uid, day("2024-01-10"), passed, day("2025-01-09"));
    CHECK(rules::judge(instrument, {&verification}, day("2024-11-10"), 60).status == VerificationStatus::DueSoon);
    CHECK(rules::judge(instrument, {&verification}, day("2024-11-09"), 60).status == VerificationStatus::Valid);
    CHECK(rules::judge(instrument, {&verification}, day("2025-01-09"), 0).status == VerificationStatus::DueSoon);
    CHECK(rules::judge(instrument, {&verification}, day("2025-01-08"), 0).status == VerificationStatus::Valid);
}
