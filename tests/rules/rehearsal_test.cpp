// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/rehearsal.h"

#include "rules/invented_facts.h"
#include "rules/standing.h"

using namespace chengheng;
using namespace chengheng::rules;
using chengheng::test::named;
using chengheng::test::need;
using model::InspectionKind;

namespace {

const SheetEdition& shipped()
{
    static const SheetEdition edition =
        need(parseSheets(test::readFile(test::sourcePath(QStringLiteral("resources/sheets/reference-draft.json"))),
                         QStringLiteral("sheets")));
    return edition;
}

/// A visit to the shop, with so many occurrences on two of its items; the others are open.
model::Inspection visit(InspectionKind kind, QDate on, int first, int second)
{
    model::Inspection inspection = test::inspectionOf(named("shop"), kind, on);
    inspection.sheet = 3;
    inspection.edition = shipped().name;
    inspection.answers =
        QStringLiteral(R"({"answers":[{"item":"3.01","occurrences":%1},{"item":"3.12","occurrences":%2}]})")
            .arg(first)
            .arg(second);
    return inspection;
}

model::CampaignFacts factsWith(const QVector<model::Inspection>& visits)
{
    model::CampaignFacts facts;
    facts.units = {test::unitOf(named("shop"), model::Trade::Shop)};
    model::setInspections(facts, visits);
    return facts;
}

} // namespace

TEST_CASE("A mock visit stands apart from the inspections", "[rules][BUR-5]")
{
    const auto facts = factsWith({visit(InspectionKind::Joint, QDate(2024, 6, 1), 0, 0),
                                  visit(InspectionKind::Rehearsal, QDate(2024, 9, 1), 2, 0)});
    CHECK(facts.inspections.size() == 1);
    CHECK(facts.rehearsals.size() == 1);
    CHECK(model::recordsOf(facts, QStringLiteral("inspection")).size() == 1);
    const auto real = standings(facts, shipped(), QDate(2024, 9, 2)).first().reasons;
    CHECK(real == standings(factsWith({facts.inspections.first()}), shipped(), QDate(2024, 9, 2)).first().reasons);
}

TEST_CASE("A mock visit is compared with the record item by item", "[rules][BUR-5]")
{
    struct Case {
        int recorded[2];
        int rehearsed[2];
        QStringList differing;
        bool isWorse;
    };
    const Case cases[] = {
        {{0, 0}, {0, 0}, {}, false},
        {{0, 0}, {2, 0}, {QStringLiteral("3.01")}, true},
        {{3, 1}, {2, 1}, {QStringLiteral("3.01")}, false},
        {{1, 1}, {2, 0}, {QStringLiteral("3.01"), QStringLiteral("3.12")}, true},
    };
    for (const Case& c : cases) {
        const auto compared = compareRehearsals(
            factsWith({visit(InspectionKind::Daily, QDate(2024, 6, 1), c.recorded[0], c.recorded[1]),
                       visit(InspectionKind::SelfCheck, QDate(2024, 8, 1), 5, 4), // nobody compares with that
                       visit(InspectionKind::Rehearsal, QDate(2024, 9, 1), c.rehearsed[0], c.rehearsed[1])}),
            shipped());
        REQUIRE(compared.size() == 1);
        CHECK(compared.first().recordedOn == QDate(2024, 6, 1));
        QStringList items;
        for (const RehearsedItem& item : compared.first().items)
            items << item.item;
        CHECK(items == c.differing);
        CHECK(compared.first().isWorse() == c.isWorse);
    }
}

TEST_CASE("Without an inspection a mock visit has nothing to compare with", "[rules][BUR-5]")
{
    const auto compared =
        compareRehearsals(factsWith({visit(InspectionKind::Rehearsal, QDate(2024, 9, 1), 0, 0)}), shipped());
    REQUIRE(compared.size() == 1);
    CHECK_FALSE(compared.first().recordedOn.isValid());
    CHECK(compared.first().items.isEmpty());
    CHECK_FALSE(compared.first().isWorse());
}
