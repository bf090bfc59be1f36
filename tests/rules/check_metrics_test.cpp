// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/metrics.h"

#include "model/complaint_records.h"
#include "model/dossier_records.h"
#include "model/inspection_records.h"
#include "rules/invented_facts.h"
#include "rules/prefill.h"

using namespace chengheng;
using namespace chengheng::rules;
using chengheng::test::named;
using chengheng::test::need;

namespace {

const QDate today(2024, 9, 20);

template <class R>
void put(model::CampaignFacts& facts, const R& record)
{
    facts.books[model::kindOf<R>().key].append(model::toRecord(record));
}

/// A portion of cheap goods; 1490 g for 1500 g is within its tolerance, 1400 g is not.
void weigh(model::CampaignFacts& facts, qint64 trueGrams, QDate on = today)
{
    model::WeighingCheck check;
    check.uid = Uid::create();
    check.unit = named("u");
    check.on = on;
    check.settledGrams = 1500;
    check.trueGrams = trueGrams;
    put(facts, check);
}

void checkScale(model::CampaignFacts& facts, QDate on)
{
    model::FairScaleCheck check;
    check.uid = Uid::create();
    check.unit = named("u");
    check.on = on;
    put(facts, check);
}

std::optional<Measure> asked(const model::CampaignFacts& facts, const char* metric, qint64 atLeast = 0,
                             const QString& only = {})
{
    Prefill item;
    item.atLeast = atLeast;
    item.only = only;
    return measure(QLatin1String(metric), {facts, named("u"), today, item});
}

} // namespace

TEST_CASE("What was weighed on the day of the visit fills the sheet's answer", "[rules][prefill][PLAN-5]")
{
    model::CampaignFacts facts;
    CHECK_FALSE(asked(facts, "weigh.fail_count", 5));
    weigh(facts, 1400, today.addDays(-1));
    CHECK_FALSE(asked(facts, "weigh.fail_count", 5)); // yesterday's visit was another
    for (const qint64 grams : {1500, 1490, 1400, 1500})
        weigh(facts, grams);
    const auto few = asked(facts, "weigh.fail_count", 5);
    REQUIRE(few);
    CHECK(few->count == 1);
    CHECK_FALSE(few->isConclusive);
    CHECK(few->why == QStringLiteral("当天核称4批，超差1批，少于要求的5"));
    weigh(facts, 1500);
    CHECK(asked(facts, "weigh.fail_count", 5)->isConclusive);
    CHECK(asked(facts, "weigh.sample_count", 5)->count == 5);
    CHECK_FALSE(asked(facts, "weigh.fail_count", 5, QStringLiteral("precious_goods"))); // the register cannot tell
}

TEST_CASE("Enough portions without a fault earn the item, too few do not", "[rules][prefill][PLAN-5]")
{
    const auto sheets =
        need(parseSheets(test::readFile(test::sourcePath(QStringLiteral("resources/sheets/reference-draft.json"))),
                         QStringLiteral("s")));
    model::CampaignFacts facts;
    facts.units = {test::unitOf(named("u"), model::Trade::Market)};
    const auto suggested = [&]() -> std::optional<qint64> {
        for (const Suggestion& one : suggestAnswers(sheets, *sheets.sheet(2), facts, named("u"), today))
            if (one.answer.item == QLatin1String("2.16"))
                return one.answer.occurrences;
        return std::nullopt;
    };
    for (int i = 0; i < 4; ++i)
        weigh(facts, 1500);
    CHECK_FALSE(suggested());
    weigh(facts, 1500);
    CHECK(suggested() == 0);
    weigh(facts, 1400);
    CHECK(suggested() == 1);
}

TEST_CASE("Nozzles out of tolerance are counted", "[rules][prefill]")
{
    model::CampaignFacts facts;
    for (const qint64 measured : {20000, 19900}) {
        model::NozzleCheck check;
        check.uid = Uid::create();
        check.unit = named("u");
        check.on = today;
        check.shownMl = 20000;
        check.measuredMl = measured;
        put(facts, check);
    }
    const auto found = asked(facts, "fuel.fail_count", 2);
    REQUIRE(found);
    CHECK(found->count == 1);
    CHECK(found->isConclusive);
}

TEST_CASE("Cycles without a check of the fair scale are counted from the first one on", "[rules][prefill]")
{
    struct Case {
        QVector<QDate> days;
        std::optional<qint64> gaps;
    };
    const Case cases[] = {
        {{}, std::nullopt}, // no register is kept
        {{QDate(2024, 9, 20)}, 0},
        {{QDate(2024, 9, 13)}, 0}, // seven days later is in time
        {{QDate(2024, 9, 12)}, 1},
        {{QDate(2024, 8, 30), QDate(2024, 9, 6), QDate(2024, 9, 13)}, 0},
        {{QDate(2024, 8, 9), QDate(2024, 9, 13)}, 4}, // four weeks went by
    };
    for (const Case& c : cases) {
        model::CampaignFacts facts;
        for (const QDate on : c.days)
            checkScale(facts, on);
        const auto found = asked(facts, "fair.log_gap_count");
        CHECK(found.has_value() == c.gaps.has_value());
        if (found)
            CHECK(found->count == c.gaps);
    }
    model::CampaignFacts daily;
    test::setDays(daily, model::SettingName::FairScaleCheck, 1);
    checkScale(daily, QDate(2024, 9, 17));
    CHECK(asked(daily, "fair.log_gap_count")->count == 2);
}

TEST_CASE("A unit's own complaints count until it has dealt with them", "[rules][prefill][UNIT-1]")
{
    model::CampaignFacts facts;
    CHECK(asked(facts, "complaint.overdue_count")->count == 0);
    CHECK_FALSE(asked(facts, "complaint.overdue_count")->isConclusive);
    model::UnitComplaint complaint;
    complaint.uid = named("c");
    complaint.unit = named("u");
    complaint.on = QDate(2024, 9, 1);
    put(facts, complaint);
    CHECK(asked(facts, "complaint.overdue_count")->count == 1);
    complaint.handledOn = QDate(2024, 9, 3);
    facts.books[model::kindOf<model::UnitComplaint>().key] = {model::toRecord(complaint)};
    CHECK(asked(facts, "complaint.overdue_count")->count == 0);
    CHECK_FALSE(
        measure(QStringLiteral("complaint.overdue_count"), {facts, Uid(), today, {}})); // its clocks need a calendar
}
