// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "services/overview.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

constexpr const char* headings =
    "序号\t送检单位\t统一社会信用代码\t器具名称\t型号规格\t出厂编号\t枪号\t证书编号\t检定日期\t有效期至\t检定结论\t检定机构";

/// A market with a scale, a dispenser of two nozzles, a scale without a number; a shop with a scale; all of 2023.
struct Ledger : OpenCampaign {
    model::Unit market;
    model::Unit shop;

    Ledger()
    {
        importSample("unit", "roster.xlsx");
        market = unitOf(model::Trade::Market);
        shop = unitOf(model::Trade::Shop);
        const auto rows = QStringLiteral("单位名称\t器具名称\t出厂编号\t枪号\t周期(月)\t检定日期\t检定结论\n"
                                         "%1\t电子计价秤\t00012\t\t12\t2023-09-01\t合格\n"
                                         "%1\t燃油加油机\tJ-7\t1\t6\t2023-09-01\t合格\n"
                                         "%1\t燃油加油机\tJ-7\t2\t6\t2023-09-01\t合格\n"
                                         "%1\t电子台秤\t\t\t12\t2023-09-01\t合格\n"
                                         "%2\t电子计价秤\tB-9\t\t12\t2023-09-01\t合格\n");
        CHECK(need(services::importClipboard(*workspace, model::kindOf<model::Instrument>(),
                                             rows.arg(market.name, shop.name), {}))
                  .accepted
              == 5);
    }

    services::ImportReport results(const QStringList& lines, const services::ImportOptions& options = {})
    {
        QString text = QString::fromUtf8(headings);
        for (const QString& line : lines)
            text += QLatin1Char('\n') + filled(line);
        return need(services::importClipboard(*workspace, model::kindOf<model::Verification>(), text, options));
    }

    QString filled(QString line) const
    {
        return line.replace(QStringLiteral("甲"), market.name)
            .replace(QStringLiteral("乙"), shop.name)
            .replace(QStringLiteral("码"), market.creditCode)
            .replace(QLatin1Char('|'), QLatin1Char('\t'));
    }
};

/// One line of a result list: 甲 the market, 乙 the shop, 码 the market's code.
struct Line {
    const char* what;
    const char* text;
    const char* verdict;
    const char* code; ///< of the first fault; "": none
    const char* said; ///< in the fault or the note
};

const Line lines[]{
    {"found by unit and number", "1|甲||电子计价秤|ACS-30|00012||检1|2024-08-20|2025-08-19|合格|计量所", "accepted", "",
     ""},
    {"full width is the same number", "1|甲||电子计价秤||０００１２||检1|2024-08-20|2025-08-19|合格|计量所", "accepted",
     "", ""},
    {"found by the unit's code", "1||码|电子计价秤||00012||检1|2024-08-20|2025-08-19|合格|计量所", "accepted", "", ""},
    {"another name is pointed out", "1|甲||条码秤||00012||检1|2024-08-20|2025-08-19|合格|计量所", "accepted", "",
     "台账里这台器具叫“电子计价秤”"},
    {"one nozzle of two", "1|甲||燃油加油机||J-7|2|检1|2024-08-20||合格|计量所", "accepted", "", ""},
    {"failed", "1|甲||电子计价秤||00012||通1|2024-08-20||不合格|计量所", "accepted", "", ""},
    {"which nozzle?", "1|甲||燃油加油机||J-7||检1|2024-08-20||合格|计量所", "rejected", "several_instruments",
     "写明枪号"},
    {"no such nozzle", "1|甲||燃油加油机||J-7|3|检1|2024-08-20||合格|计量所", "rejected", "unknown_instrument", "J-7"},
    {"zeros lost on the way", "1|甲||电子计价秤||12||检1|2024-08-20||合格|计量所", "rejected", "unknown_instrument",
     "先登记这台器具"},
    {"another unit's instrument", "1|甲||电子计价秤||B-9||检1|2024-08-20||合格|计量所", "rejected",
     "unknown_instrument", "名下"},
    {"without a number nothing matches", "1|甲||电子台秤||||检1|2024-08-20||合格|计量所", "rejected", "required",
     "没有出厂编号"},
    {"no unit", "1|||电子计价秤||00012||检1|2024-08-20||合格|计量所", "rejected", "required", "单位名称"},
    {"unknown unit", "1|谁也不知道的商行||电子计价秤||00012||检1|2024-08-20||合格|计量所", "rejected", "unknown_unit",
     "没有登记过"},
    {"no day", "1|甲||电子计价秤||00012||检1||2025-08-19|合格|计量所", "rejected", "required", "检定日期"},
    {"ends before it begins", "1|甲||电子计价秤||00012||检1|2024-08-20|2024-08-19|合格|计量所", "rejected",
     "ends_before_it_begins", "有效期至"},
    {"no such result", "1|甲||电子计价秤||00012||检1|2024-08-20||还行|计量所", "rejected", "unknown_choice", "还行"},
    {"on record already", "1|甲||电子计价秤||00012||检1|2023-09-01||合格|计量所", "rejected", "already_there", ""},
};

} // namespace

TEST_CASE("Each row of a result list is matched to its instrument or says why not", "[services][PLAN-4]")
{
    Ledger ledger;
    for (const Line& line : lines) {
        INFO(line.what);
        const auto report = ledger.results({QString::fromUtf8(line.text)}, {.isDryRun = true});
        REQUIRE(report.verdicts.size() == 1);
        const services::RowVerdict& verdict = report.verdicts.first();
        CHECK(services::verdictKey(verdict.verdict) == QLatin1String(line.verdict));
        const services::RowFault fault = verdict.faults.value(0);
        CHECK(fault.code == QLatin1String(line.code));
        CHECK(QString(fault.why + verdict.note).contains(QString::fromUtf8(line.said)));
        CHECK(verdict.faults.size() == (*line.code ? 1 : 0));
    }
    CHECK(ledger.all<model::Verification>().size() == 5);
}

TEST_CASE("A result list becomes verifications as one batch and is taken back as one", "[services][PLAN-4]")
{
    Ledger ledger;
    const auto before = need(services::ledgerFiguresOn(*ledger.workspace, day("2024-10-01"))).figures;
    const auto report =
        ledger.results({QStringLiteral("1|甲||电子计价秤||00012||检1|2024-08-20|2025-08-15|合格|计量所"),
                        QStringLiteral("2|甲||燃油加油机||J-7|1|检2|2024-08-20||合格|计量所"),
                        QStringLiteral("3|甲||燃油加油机||J-7|2|通3|2024-08-20||不合格|计量所")});
    CHECK(report.accepted == 3);
    const auto after = need(services::ledgerFiguresOn(*ledger.workspace, day("2024-10-01"))).figures;
    CHECK(after.inTime == before.inTime + 3);
    CHECK(after.inTimePassed == before.inTimePassed + 2);
    for (const model::Verification& one : ledger.all<model::Verification>())
        if (one.verifiedOn == day("2024-08-20"))
            CHECK(one.effectiveEnd
                  == (one.certificate == QStringLiteral("检1") ? day("2025-08-15") : day("2025-02-19")));
    need(services::undoImport(*ledger.workspace, report.batch));
    CHECK(need(services::ledgerFiguresOn(*ledger.workspace, day("2024-10-01"))).figures == before);
    CHECK(ledger.all<model::Verification>().size() == 5);
}

TEST_CASE("A result list that comes again is skipped or corrects what it said", "[services][PLAN-4]")
{
    Ledger ledger;
    const QStringList first{QStringLiteral("1|甲||电子计价秤||00012||检1|2024-08-20||合格|计量所")};
    ledger.results(first);
    CHECK(ledger.results(first, {.existing = services::Existing::Skip}).skipped == 1);
    CHECK(ledger
              .results({QStringLiteral("1|甲||电子计价秤||00012||检1|2024-08-20|2025-02-19|合格|计量所")},
                       {.existing = services::Existing::Update})
              .updated
          == 1);
    for (const model::Verification& one : ledger.all<model::Verification>())
        if (one.verifiedOn == day("2024-08-20"))
            CHECK(one.effectiveEnd == day("2025-02-19"));
    const auto twice = ledger.results({QStringLiteral("1|乙||电子计价秤||B-9||检1|2024-08-20||合格|计量所"),
                                       QStringLiteral("2|乙||电子计价秤||B-9||检1|2024-08-20||合格|计量所")});
    CHECK(twice.verdicts[1].faults.first().code == QStringLiteral("twice_in_file"));
}

TEST_CASE("An officer's result list is taken for the units of his own station only", "[services]")
{
    Ledger ledger;
    ledger.reopenAs({QStringLiteral("所里人"), services::Role::Officer, Uid(QStringLiteral("another")), true});
    const auto report =
        ledger.results({QStringLiteral("1|甲||电子计价秤||00012||检1|2024-08-20||合格|计量所")}, {.isDryRun = true});
    CHECK(report.verdicts.first().faults.first().code == QStringLiteral("other_station"));
}

TEST_CASE("What belongs to an instrument leaves and comes back by the instrument's unit, number and nozzle",
          "[services]")
{
    Ledger ledger;
    const QString path = ledger.folder.filePath(QStringLiteral("检定记录.xlsx"));
    CHECK(need(services::exportTable(*ledger.workspace, model::kindOf<model::Verification>(), path)) == 5);
    const auto report = ledger.import("verification", path, {.existing = services::Existing::Skip, .isPartial = true});
    CHECK(report.skipped == 4);
    CHECK(report.rejected == 1); // the scale without a number
}
