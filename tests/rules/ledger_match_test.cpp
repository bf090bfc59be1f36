// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented_facts.h"

#include "rules/ledger_match.h"

using namespace chengheng;
using namespace chengheng::test;
using model::InstrumentFinding;

namespace {

/// A market's ledger: a and b are scales of neighbouring numbers, c a platform scale without one, d of another unit.
model::CampaignFacts market()
{
    struct Row {
        const char* uid;
        const char* unit;
        const char* name;
        const char* serial;
        const char* place;
        const char* verified;
    };
    model::CampaignFacts facts;
    for (const Row& row : std::initializer_list<Row>{{"a", "u", "电子计价秤", "SC20240012", "A-03摊", "2024-05-01"},
                                                     {"b", "u", "电子计价秤", "SC20240077", "B-01摊", "2022-05-01"},
                                                     {"c", "u", "电子台秤", "", "收银台", ""},
                                                     {"d", "v", "电子计价秤", "SC20240099", "A-03摊", "2024-05-01"}}) {
        auto instrument = instrumentOf(named(row.uid), named(row.unit));
        instrument.name = QString::fromUtf8(row.name);
        instrument.serial = QString::fromUtf8(row.serial);
        instrument.place = QString::fromUtf8(row.place);
        facts.instruments.append(instrument);
        if (*row.verified)
            facts.verifications.append(verificationOf(instrument.uid, day(row.verified)));
    }
    return facts;
}

struct Case {
    const char* what;
    InstrumentFinding finding;
    const char* name;
    const char* serial;
    const char* place;
    const char* description;
    const char* matches; ///< uids, the likeliest first
    bool isCertain;      ///< the first
    const char* why;     ///< in the sentence of the first
};

const Case cases[]{
    {"the number is the number", InstrumentFinding::Overdue, "", "sc20240077", "", "标贴过期", "b", true,
     "出厂编号相同；台账上它的状态是“超周期”"},
    {"full width", InstrumentFinding::Overdue, "", "ＳＣ２０２４００１２", "", "标贴过期", "a", true, "出厂编号相同"},
    {"a letter off", InstrumentFinding::SuspectedCheating, "", "SC20240072", "", "看不清", "a b", false,
     "出厂编号只差一个字"},
    {"a letter off, but the place is right", InstrumentFinding::Overdue, "", "SC20240072", "B-01摊", "看不清", "b a",
     false, "位置相符"},
    {"the number stands in the remark", InstrumentFinding::Overdue, "", "", "", "B-01摊的秤SC20240077过期", "b", false,
     "说明里写着它的出厂编号"},
    {"quite another number", InstrumentFinding::NotInLedger, "电子计价秤", "XY-1", "A-03摊", "没有标贴", "", false, ""},
    {"name and place in the remark", InstrumentFinding::Unverified, "", "", "", "台秤，收银台", "c", false,
     "名称相符、位置相符；台账上它的状态是“无检定记录”"},
    {"place", InstrumentFinding::SuspectedCheating, "", "", "A-03摊", "秤不准", "a", false, "位置相符"},
    {"of two alike the one that is overdue", InstrumentFinding::Overdue, "计价秤", "", "", "过期", "b a", false,
     "名称相符；台账上它的状态是“超周期”"},
    {"of two alike, nothing to choose", InstrumentFinding::SuspectedCheating, "计价秤", "", "", "秤不准", "a b", false,
     "名称相符"},
    {"nothing agrees", InstrumentFinding::Unverified, "血压计", "", "二楼", "没有标贴", "", false, ""},
    {"another unit's number", InstrumentFinding::Overdue, "", "SC20240099", "", "过期", "", false, ""},
};

} // namespace

TEST_CASE("What a supervisor saw is matched to the unit's ledger, the likeliest first", "[rules][SUP-2]")
{
    const auto facts = market();
    for (const Case& c : cases) {
        INFO(c.what);
        model::ReportInstrument seen;
        seen.finding = c.finding;
        seen.name = QString::fromUtf8(c.name);
        seen.serial = QString::fromUtf8(c.serial);
        seen.place = QString::fromUtf8(c.place);
        seen.description = QString::fromUtf8(c.description);
        const auto matches = rules::ledgerMatches(seen, named("u"), facts, day("2024-09-11"));
        QStringList uids;
        for (const rules::LedgerMatch& match : matches)
            uids << match.instrument.toString();
        CHECK(uids.join(QLatin1Char(' ')) == QLatin1String(c.matches));
        if (matches.isEmpty())
            continue;
        CHECK(matches.first().isCertain == c.isCertain);
        CHECK(matches.first().why.contains(QString::fromUtf8(c.why)));
        CHECK(matches.first().why.endsWith(QStringLiteral("。")));
    }
}

TEST_CASE("A number that the ledger has twice is certain of neither", "[rules][SUP-2]")
{
    auto facts = market();
    facts.instruments[1].serial = facts.instruments[0].serial;
    model::ReportInstrument seen;
    seen.serial = facts.instruments[0].serial;
    const auto matches = rules::ledgerMatches(seen, named("u"), facts, day("2024-09-11"));
    REQUIRE(matches.size() == 2);
    CHECK_FALSE(matches.first().isCertain);
}
