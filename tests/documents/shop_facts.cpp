// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop_facts.h"

#include "rules/calendar_parser.h"

namespace chengheng::test {

const Rules& builtInRules()
{
    const auto text = [](const char* path) { return readFile(sourcePath(QLatin1String(path))); };
    static const Rules all{
        need(rules::parsePlan(text("resources/plans/gucun-2024.json"), QStringLiteral("plan"))),
        need(rules::parseSheets(text("resources/sheets/reference-draft.json"), QStringLiteral("sheets"))),
        need(rules::parseCalendar(text("resources/calendars/cn-holidays-2024-2026.json"), QStringLiteral("calendar")))};
    return all;
}

rules::SummaryInput inputOf(const model::CampaignFacts& facts)
{
    const Rules& all = builtInRules();
    return {facts, all.plan, all.sheets, all.calendar, day("2024-06-12")};
}

model::Unit shop(qint64 number, const char* name, const char* road)
{
    model::Unit unit = unitOf(numbered("u", number), model::Trade::Shop);
    unit.registrationNumber = number;
    unit.name = QString::fromUtf8(name);
    unit.road = QString::fromUtf8(road);
    unit.address = unit.road + QStringLiteral("%1号").arg(number);
    unit.head = QStringLiteral("张喆");
    unit.headPhone = QStringLiteral("021-00000001");
    unit.creditCode = QStringLiteral("92310113MA10000%1XX").arg(number);
    return unit;
}

model::CampaignFacts threeShops()
{
    model::CampaignFacts facts;
    facts.campaign.title = QStringLiteral("虚构镇诚信计量示范镇创建");
    facts.units = {shop(1, "虚构堃记南北货商店有限责任公司顾太路第二分公司", "沪太路"),
                   shop(2, "虚构喆堂药房", "电台路"), shop(3, "虚构空店", "沪太路")};
    model::Instrument good = instrumentOf(numbered("i", 1), facts.units[0].uid);
    good.serial = QStringLiteral("A-0001");
    model::Instrument late = instrumentOf(numbered("i", 2), facts.units[1].uid);
    late.serial = QStringLiteral("B-0002");
    model::Instrument due = instrumentOf(numbered("i", 3), facts.units[1].uid);
    due.serial = QStringLiteral("C-0003");
    facts.instruments = {good, late, due};
    facts.verifications = {verificationOf(good.uid, day("2024-03-05")), verificationOf(late.uid, day("2023-03-05")),
                           verificationOf(due.uid, day("2023-06-21"))};
    for (model::Verification& one : facts.verifications)
        one.effectiveEnd = lastDayOfMonths(one.verifiedOn, 12);
    model::Commitment pledge;
    pledge.unit = facts.units[1].uid;
    pledge.signedOn = day("2024-04-01");
    pledge.displayed = model::Presence::Missing;
    pledge.seenOn = day("2024-04-15");
    facts.commitments = {pledge};
    model::Problem problem;
    problem.uid = named("p1");
    problem.unit = facts.units[1].uid;
    problem.description = QStringLiteral("电子秤铅封损坏");
    problem.foundOn = day("2024-04-02");
    problem.dueOn = day("2024-04-20");
    facts.problems = {problem};
    return facts;
}

} // namespace chengheng::test
