// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/prefill.h"

#include "rules/invented_facts.h"
#include "rules/metrics.h"
#include "rules/standing.h"

using namespace chengheng;
using namespace chengheng::rules;
using chengheng::test::named;
using chengheng::test::need;
using model::Trade;

namespace {

const QDate today(2024, 9, 20);

const SheetEdition& shipped()
{
    static const SheetEdition edition =
        need(parseSheets(test::readFile(test::sourcePath(QStringLiteral("resources/sheets/reference-draft.json"))),
                         QStringLiteral("reference-draft.json")));
    return edition;
}

model::Instrument completeInstrument(const char* uid, const char* unit)
{
    auto instrument = test::instrumentOf(named(uid), named(unit));
    instrument.model = QStringLiteral("ACS-15");
    instrument.maker = QStringLiteral("某衡器厂");
    instrument.place = QStringLiteral("收银台");
    instrument.filing = QStringLiteral("B-1");
    instrument.sticker = model::Presence::Present;
    instrument.seal = model::SealState::Intact;
    return instrument;
}

model::Verification completeVerification(const char* instrument, QDate on)
{
    auto verification = test::verificationOf(named(instrument), on);
    verification.certificate = QStringLiteral("Z-1");
    verification.body = QStringLiteral("某计量院");
    return verification;
}

/// A shop with two good scales and nothing else on record.
model::CampaignFacts shopFacts()
{
    model::CampaignFacts facts;
    facts.units = {test::unitOf(named("shop"), Trade::Shop)};
    facts.instruments = {completeInstrument("i1", "shop"), completeInstrument("i2", "shop")};
    facts.verifications = {completeVerification("i1", QDate(2024, 3, 5)),
                           completeVerification("i2", QDate(2024, 3, 5))};
    return facts;
}

model::Problem problemOf(const char* uid, const char* unit, const char* fault, QDate dueOn = QDate(2024, 10, 1))
{
    model::Problem problem;
    problem.uid = named(uid);
    problem.unit = named(unit);
    problem.fault = QString::fromUtf8(fault);
    problem.foundOn = QDate(2024, 8, 1);
    problem.dueOn = dueOn;
    return problem;
}

model::Commitment commitmentOf(const char* unit, model::Presence displayed)
{
    model::Commitment commitment;
    commitment.uid = Uid(QStringLiteral("commitment-") + QLatin1String(unit));
    commitment.unit = named(unit);
    commitment.signedOn = QDate(2024, 7, 1);
    commitment.displayed = displayed;
    commitment.seenOn = QDate(2024, 8, 1);
    return commitment;
}

/// The suggestion for an item as canonical text, "" where there is none.
QString suggested(const model::CampaignFacts& facts, int sheet, const char* item, const char* unit)
{
    const Uid uid = sheet == 1 ? Uid() : named(unit);
    const auto all = suggestAnswers(shipped(), *shipped().sheet(sheet), facts, uid, today);
    for (const Suggestion& one : all) {
        if (one.answer.item != QLatin1String(item))
            continue;
        CHECK(one.why.endsWith(QStringLiteral("。")));
        if (one.answer.ratio)
            return QStringLiteral("%1/%2").arg(one.answer.ratio->num).arg(one.answer.ratio->den);
        if (one.answer.met)
            return *one.answer.met ? QStringLiteral("met") : QStringLiteral("not met");
        return QString::number(one.answer.occurrences.value());
    }
    return {};
}

QString inShop(const model::CampaignFacts& facts, const char* item)
{
    return suggested(facts, 3, item, "shop");
}

} // namespace

TEST_CASE("a good ledger suggests full ratios and no gaps", "[prefill]")
{
    const auto facts = shopFacts();
    CHECK(inShop(facts, "3.05") == QStringLiteral("2/2"));
    CHECK(inShop(facts, "3.07") == QStringLiteral("2/2"));
    CHECK(inShop(facts, "3.08") == QStringLiteral("0"));
    CHECK(inShop(facts, "3.06") == QStringLiteral("2"));
}

TEST_CASE("what the records speak against, and a commitment that is not on record, is held open", "[prefill]")
{
    const auto heldIn = [](const model::CampaignFacts& facts) {
        const auto suggestions = suggestAnswers(shipped(), *shipped().sheet(3), facts, named("shop"), today);
        QStringList items;
        for (const HeldOpen& one : heldOpen(*shipped().sheet(3), suggestions)) {
            CHECK(one.why.endsWith(QStringLiteral("。")));
            items << one.item;
        }
        return items;
    };
    const QString posted = QStringLiteral("3.17");
    auto facts = shopFacts();
    CHECK(heldIn(facts).contains(posted));                 // nobody has signed, nobody has looked
    CHECK(heldIn(facts).contains(QStringLiteral("3.06"))); // no self-check: two are owed
    CHECK_FALSE(heldIn(facts).contains(QStringLiteral("3.08")));
    CHECK_FALSE(heldIn(facts).contains(QStringLiteral("3.09"))); // the inspector's own finding
    facts.commitments = {commitmentOf("shop", model::Presence::Missing)};
    CHECK(heldIn(facts).contains(posted));
    facts.commitments = {commitmentOf("shop", model::Presence::Present)};
    CHECK_FALSE(heldIn(facts).contains(posted));
    facts.commitments = {};
    CHECK(heldIn(facts).contains(QStringLiteral("3.03"))); // counted, not judged
}

TEST_CASE("nothing on record never makes an item pass", "[prefill]")
{
    auto facts = shopFacts();
    CHECK(inShop(facts, "3.09").isEmpty());
    CHECK(inShop(facts, "3.17").isEmpty());
    CHECK(inShop(facts, "3.19").isEmpty());
    CHECK(inShop(facts, "3.04").isEmpty());
    CHECK(inShop(facts, "3.01").isEmpty());
    CHECK(inShop(facts, "3.21").isEmpty());
    facts.instruments[0].sticker = model::Presence::Unknown;
    CHECK(inShop(facts, "3.08").isEmpty());
}

TEST_CASE("faults on the ledger become answers, by quantity", "[prefill]")
{
    auto facts = shopFacts();
    facts.instruments[0].quantity = 3;
    facts.instruments[0].sticker = model::Presence::Missing;
    facts.instruments[0].seal = model::SealState::Broken;
    facts.instruments[0].filing.clear();
    facts.instruments[0].maker.clear();
    facts.verifications[0].verifiedOn = QDate(2023, 3, 5);
    CHECK(inShop(facts, "3.05") == QStringLiteral("1/4"));
    CHECK(inShop(facts, "3.07") == QStringLiteral("1/4"));
    CHECK(inShop(facts, "3.08") == QStringLiteral("3"));
    CHECK(inShop(facts, "3.09") == QStringLiteral("not met"));
    CHECK(inShop(facts, "3.04") == QStringLiteral("3"));
    facts.instruments[0].status = model::InstrumentStatus::Stopped;
    CHECK(inShop(facts, "3.07") == QStringLiteral("1/1"));
    CHECK(inShop(facts, "3.08") == QStringLiteral("0"));
}

TEST_CASE("problems count by their fault code", "[prefill]")
{
    auto facts = shopFacts();
    facts.problems = {problemOf("p1", "shop", "非法定计量单位"), problemOf("p2", "shop", "非法定计量单位"),
                      problemOf("p3", "elsewhere", "非法定计量单位"),
                      problemOf("p4", "shop", "有作弊功能或破坏准确度")};
    CHECK(inShop(facts, "3.20") == QStringLiteral("2"));
    CHECK(inShop(facts, "3.09") == QStringLiteral("not met"));
}

TEST_CASE("commitments answer as last seen", "[prefill]")
{
    auto facts = shopFacts();
    facts.commitments = {commitmentOf("shop", model::Presence::Present)};
    CHECK(inShop(facts, "3.17") == QStringLiteral("met"));
    facts.commitments = {commitmentOf("shop", model::Presence::Missing)};
    CHECK(inShop(facts, "3.17") == QStringLiteral("not met"));
    facts.commitments = {commitmentOf("shop", model::Presence::Unknown)};
    CHECK(inShop(facts, "3.17").isEmpty());
    CHECK(suggested(facts, 8, "8.13", "shop").isEmpty());
}

TEST_CASE("a market's promise counts the operator as the sheet says and each stallholder", "[prefill]")
{
    model::CampaignFacts facts;
    facts.units = {test::unitOf(named("market"), Trade::Market)};
    facts.commitments = {commitmentOf("market", model::Presence::Missing)};
    for (int i = 0; i < 3; ++i) {
        model::Stallholder stallholder;
        stallholder.uid = test::numbered("s", i);
        stallholder.unit = named("market");
        stallholder.hasCommitted = i == 0;
        facts.stallholders.append(stallholder);
    }
    CHECK(suggested(facts, 2, "2.07", "market") == QStringLiteral("6"));
    CHECK(suggested(facts, 2, "2.13", "market") == QStringLiteral("1"));
    auto fair = completeInstrument("fair", "market");
    fair.purpose = model::Purpose::FairScale;
    facts.instruments = {fair};
    facts.verifications = {completeVerification("fair", QDate(2024, 3, 5))};
    CHECK(suggested(facts, 2, "2.13", "market").isEmpty());
}

TEST_CASE("a shop with an expired fair scale loses the item, one without may leave it out", "[prefill]")
{
    auto facts = shopFacts();
    CHECK(inShop(facts, "3.18").isEmpty());
    facts.instruments[0].purpose = model::Purpose::FairScale;
    facts.verifications[0].verifiedOn = QDate(2022, 3, 5);
    CHECK(inShop(facts, "3.18") == QStringLiteral("2"));
}

TEST_CASE("self-checks short of two are counted", "[prefill]")
{
    auto facts = shopFacts();
    facts.inspections = {test::inspectionOf(named("shop"), model::InspectionKind::SelfCheck, QDate(2024, 8, 1)),
                         test::inspectionOf(named("shop"), model::InspectionKind::Daily, QDate(2024, 8, 2))};
    CHECK(inShop(facts, "3.06") == QStringLiteral("1"));
    facts.campaign.from = QDate(2024, 8, 2);
    CHECK(inShop(facts, "3.06") == QStringLiteral("2"));
}

TEST_CASE("the organiser's rates run over all units taking part", "[prefill]")
{
    model::CampaignFacts facts = shopFacts();
    facts.units.append(test::unitOf(named("hospital"), Trade::Hospital));
    auto gone = test::unitOf(named("gone"), Trade::Optician);
    gone.participation = model::Participation::Withdrawn;
    facts.units.append(gone);
    facts.commitments = {commitmentOf("shop", model::Presence::Present)};
    facts.inspections = {test::inspectionOf(named("shop"), model::InspectionKind::Expert, QDate(2024, 8, 2)),
                         test::inspectionOf(named("shop"), model::InspectionKind::SelfCheck, QDate(2024, 8, 3))};
    CHECK(suggested(facts, 1, "1.17", "") == QStringLiteral("1/2"));
    CHECK(suggested(facts, 1, "1.23", "") == QStringLiteral("1/2"));
    CHECK(suggested(facts, 1, "1.20", "") == QStringLiteral("1/2"));
    CHECK(suggested(facts, 1, "1.21", "") == QStringLiteral("2/2"));
    // Without a self-check of its own the organiser's share is nothing.
    CHECK(suggested(facts, 1, "1.22", "") == QStringLiteral("0/2"));
    facts.inspections.append(test::inspectionOf(Uid(), model::InspectionKind::SelfCheck, QDate(2024, 8, 3)));
    CHECK(suggested(facts, 1, "1.22", "") == QStringLiteral("1/2"));
}

TEST_CASE("the smaller of two rates is suggested", "[prefill]")
{
    model::CampaignFacts facts = shopFacts();
    facts.inspections = {test::inspectionOf(named("shop"), model::InspectionKind::Joint, QDate(2024, 8, 2))};
    CHECK(suggested(facts, 1, "1.20", "") == QStringLiteral("1/1"));
    facts.problems = {problemOf("p", "shop", "其他", QDate(2024, 9, 1))};
    CHECK(suggested(facts, 1, "1.20", "") == QStringLiteral("0/1"));
}

TEST_CASE("suggestions fit their items in every shipped sheet", "[prefill]")
{
    for (const Sheet& sheet : shipped().sheets) {
        const Uid unit = sheet.no == 1 ? Uid() : named("shop");
        SheetAnswers answers{sheet.no, {}, {}};
        for (const Suggestion& one : suggestAnswers(shipped(), sheet, shopFacts(), unit, today))
            answers.answers.append(one.answer);
        CHECK(score(shipped(), sheet, answers).has_value());
        CHECK_FALSE(answers.answers.isEmpty());
    }
}

TEST_CASE("every metric named answerable is one the sheets use", "[prefill]")
{
    QStringList used;
    for (const Sheet& sheet : shipped().sheets)
        for (const SheetItem& item : sheet.items)
            used += item.prefill.metrics;
    for (const QString& metric : answerableMetrics())
        CHECK(used.contains(metric));
}

TEST_CASE("a unit fails a draw for its inspection, its instruments or an overdue problem", "[standing]")
{
    auto facts = shopFacts();
    facts.units[0].registrationNumber = 7;
    const auto reasons = [&] { return standings(facts, shipped(), today).first().reasons; };
    CHECK(reasons() == QStringList{QStringLiteral("还没有检查评分记录。")});

    auto inspection = test::inspectionOf(named("shop"), model::InspectionKind::Joint, QDate(2024, 9, 1));
    inspection.sheet = 3;
    inspection.answers = QStringLiteral(R"({"answers":[{"item":"3.01","occurrences":0}]})");
    facts.inspections = {inspection};
    CHECK(reasons() == QStringList{QStringLiteral("2024年9月1日的检查还没有评完。")});

    const auto passing =
        test::readFile(test::sourcePath(QStringLiteral("tests/rules/golden/sheet3_shop_pass/answers.json")));
    facts.inspections[0].answers = QString::fromUtf8(passing);
    CHECK(reasons().isEmpty());
    CHECK_FALSE(standings(facts, shipped(), today).first().fails);

    facts.verifications[1].result = model::VerificationResult::Failed;
    CHECK(reasons() == QStringList{QStringLiteral("在用强检器具中有1台检定不合格。")});
    CHECK(scoreContext(facts, named("shop"), today).holdReason
          == QStringLiteral("在用强检器具中有1台检定不合格，建议等级最高为合格。"));
    CHECK(scoreContext(facts, Uid(), today).holdReason.isEmpty());

    facts.verifications.clear();
    CHECK(reasons() == QStringList{QStringLiteral("在用强检器具中有2台无检定记录。")});
    CHECK(scoreContext(facts, named("shop"), today).holdReason.isEmpty());

    facts.instruments.clear();
    facts.problems = {problemOf("p", "shop", "其他", QDate(2024, 9, 19))};
    CHECK(reasons() == QStringList{QStringLiteral("有1个问题超过整改期限。")});
}
