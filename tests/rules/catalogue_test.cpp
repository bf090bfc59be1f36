// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/catalogue.h"

#include "damaged_json.h"

#include <QSet>

#include <algorithm>

using namespace chengheng;
using namespace chengheng::rules;
using namespace chengheng::test;

namespace {

QByteArray shippedJson()
{
    return readFile(sourcePath(QStringLiteral("resources/catalogue/instruments.json")));
}

const Catalogue& shipped()
{
    static const Catalogue catalogue = need(parseCatalogue(shippedJson(), QStringLiteral("instruments.json")));
    return catalogue;
}

} // namespace

TEST_CASE("an instrument is found by its name and by what people call it")
{
    struct Row {
        const char* asked;
        const char* name;
        model::LegalKind legalKind;
        qint64 months;
    };
    for (const Row& row : {
             Row{"电子计价秤", "电子计价秤", model::LegalKind::Periodic, 12},
             Row{" 电子秤 ", "电子计价秤", model::LegalKind::Periodic, 12},
             Row{"加油机", "燃油加油机", model::LegalKind::Periodic, 6},
             Row{"水银血压计", "血压计", model::LegalKind::Periodic, 6},
             Row{"电子血压计", "无创自动测量血压计", model::LegalKind::Periodic, 12},
             Row{"玻璃体温计", "玻璃体温计", model::LegalKind::FirstOnly, 0},
             Row{"医用诊断Ｘ射线辐射源", "医用诊断X射线辐射源", model::LegalKind::Periodic, 12},
             Row{"b超", "医用超声源", model::LegalKind::Voluntary, 12},
             Row{"砝码", "砝码", model::LegalKind::Voluntary, 12},
         }) {
        INFO(row.asked);
        const CatalogueEntry* entry = shipped().find(QString::fromUtf8(row.asked));
        REQUIRE(entry);
        CHECK(entry->name == QString::fromUtf8(row.name));
        CHECK(entry->legalKind == row.legalKind);
        CHECK(entry->cycleMonths == row.months);
    }
    CHECK(shipped().find(QStringLiteral("温度枪")) == nullptr);
    CHECK(shipped().find(QString()) == nullptr);
}

TEST_CASE("each trade of the notice has mandatory instruments in the catalogue")
{
    using model::Trade;
    for (const Trade trade : {Trade::Hospital, Trade::PetrolStation, Trade::Shop, Trade::Market, Trade::Optician,
                              Trade::Restaurant, Trade::SmallMerchant}) {
        INFO(model::keyOf(trade).toStdString());
        CHECK(std::any_of(shipped().entries.begin(), shipped().entries.end(), [trade](const CatalogueEntry& entry) {
            return entry.trades.contains(trade) && entry.legalKind == model::LegalKind::Periodic;
        }));
    }
}

TEST_CASE("every entry says how sure it is, and a doubtful one says so")
{
    const QSet<QString> sureness{QStringLiteral("seen"), QStringLiteral("weak"), QStringLiteral("recalled"),
                                 QStringLiteral("inferred")};
    for (const CatalogueEntry& entry : shipped().entries) {
        INFO(entry.name.toStdString());
        CHECK(sureness.contains(entry.sureness));
        CHECK_FALSE(entry.trades.isEmpty());
        if (entry.legalKind == model::LegalKind::Periodic)
            CHECK(entry.cycleMonths > 0);
    }
    CHECK_FALSE(shipped().find(QStringLiteral("瞳距仪"))->isCertain);
    CHECK_FALSE(shipped().find(QStringLiteral("医用超声源"))->isCertain);
    CHECK(shipped().find(QStringLiteral("焦度计"))->isCertain);
}

TEST_CASE("damaged catalogues are refused with their place")
{
    requireRefused(shippedJson(),
                   {
                       {"instruments", "[]", "instruments"},
                       {"instruments/0/name", "\"\"", "instruments/0/name"},
                       {"instruments/1/name", "\"电子计价秤\"", "instruments/1/name"},
                       {"instruments/1/synonyms", "[\"电子秤\"]", "instruments/1/name"},
                       {"instruments/0/trades/0", "\"bakery\"", "instruments/0/trades"},
                       {"instruments/0/legal_kind", "\"sometimes\"", "instruments/0/legal_kind"},
                       {"instruments/0/cycle_months", "-1", "instruments/0/cycle_months"},
                       {"instruments/0/cycle_months", "\"12\"", "instruments/0/cycle_months"},
                       {"instruments/0/certain", "1", "instruments/0/certain"},
                       {"instruments/0/sureness", "", "instruments/0/sureness"},
                   },
                   parseCatalogue);
}
