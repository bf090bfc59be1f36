// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "model/service_records.h"
#include "rules/splitting.h"
#include "services/overview.h"
#include "services/splitting.h"
#include "services/undo.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// A shop with a row of three scales, verified, one year ago put out of use and back.
struct Shop : OpenCampaign {
    Uid unit;
    Uid row;

    Shop()
    {
        model::Unit shop;
        shop.name = QStringLiteral("甲店");
        shop.trade = model::Trade::Shop;
        unit = need(services::addRecord(*workspace, model::toRecord(shop))).uid;
        row = add(3, QStringLiteral("A1"));
        model::Verification verification;
        verification.instrument = row;
        verification.verifiedOn = day("2024-03-01");
        need(services::addRecord(*workspace, model::toRecord(verification)));
    }

    Uid add(int quantity, const QString& serial)
    {
        model::Instrument scale;
        scale.unit = unit;
        scale.name = QStringLiteral("电子计价秤");
        scale.quantity = quantity;
        scale.serial = serial;
        scale.cycleMonths = 12;
        return need(services::addRecord(*workspace, model::toRecord(scale))).uid;
    }

    rules::VerificationFigures figures(const char* on)
    {
        return need(services::ledgerOn(*workspace, day(on))).report.figures;
    }

    QString refusal(const Uid& instrument, const QStringList& numbers)
    {
        const auto split = services::splitInstrument(*workspace, instrument, numbers);
        return split ? QString() : split.error().code;
    }
};

} // namespace

TEST_CASE("A row of several instruments is split without moving a figure, and put together again", "[services][BUR-2]")
{
    Shop shop;
    shop.stop(shop.row, "2024-05-01", QStringLiteral("停业装修"));
    model::InstrumentEvent repair;
    repair.instrument = shop.row;
    repair.on = day("2024-04-20");
    repair.kind = model::InstrumentEventKind::Repaired;
    repair.reason = QStringLiteral("换传感器");
    need(services::addRecord(*shop.workspace, model::toRecord(repair)));
    const QVector<const char*> days{"2024-04-01", "2024-04-21", "2024-05-02", "2025-03-02"};
    QVector<rules::VerificationFigures> before;
    for (const char* on : days)
        before.append(shop.figures(on));

    const auto written =
        need(services::splitInstrument(*shop.workspace, shop.row, {QStringLiteral("A1"), QStringLiteral("A2")}));
    QStringList serials;
    for (const auto& single : shop.all<model::Instrument>()) {
        CHECK(single.quantity == 1);
        serials << single.serial;
    }
    serials.sort();
    CHECK(serials == QStringList{QString(), QStringLiteral("A1"), QStringLiteral("A2")});
    CHECK(shop.all<model::Verification>().size() == 3);
    for (int i = 0; i < days.size(); ++i)
        CHECK(shop.figures(days[i]) == before[i]);

    need(services::undoEntry(*shop.workspace, written.seq));
    REQUIRE(shop.all<model::Instrument>().size() == 1);
    CHECK(shop.all<model::Instrument>().first().quantity == 3);
}

TEST_CASE("What cannot be split is refused with its reason", "[services][BUR-2]")
{
    Shop shop;
    CHECK(shop.refusal(shop.row, {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")})
          == QStringLiteral("too_many_numbers"));
    CHECK(shop.refusal(shop.row, {QStringLiteral("B1"), QStringLiteral("Ｂ1")}) == QStringLiteral("repeated_number"));
    CHECK(shop.refusal(shop.add(1, QStringLiteral("C1")), {}) == QStringLiteral("nothing_to_split"));
    CHECK(shop.refusal(shop.row, {QStringLiteral("C1")}) == QStringLiteral("number_taken"));
    CHECK(shop.all<model::Instrument>().size() == 2);
    CHECK(rules::numbersIn(QStringLiteral(" A1，A2\nA3、A4 "))
          == QStringList{QStringLiteral("A1"), QStringLiteral("A2"), QStringLiteral("A3"), QStringLiteral("A4")});
}
