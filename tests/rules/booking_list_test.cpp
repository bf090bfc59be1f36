// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented_facts.h"

#include "model/service_records.h"
#include "rules/summary.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// An instrument verified for a year, and what the list of 1 October 2024 makes of it.
struct Case {
    const char* what;
    const char* verified; ///< "": never
    const char* category;
    const char* booked; ///< the day an appointment is for; "": none
    const char* doneOn; ///< … and was kept; "": not yet
    bool takesPart;
    bool isListed;
    const char* kinds; ///< 项别|种别
    const char* until;
    const char* bookBy;
};

const Case cases[]{
    {"overdue", "2023-06-01", "非自动衡器/电子计价秤", "", "", true, true, "非自动衡器|电子计价秤", "2024-05-31",
     "立即"},
    {"never verified", "", "非自动衡器", "", "", true, true, "非自动衡器|", "无检定记录", "立即"},
    {"to book within the month", "2023-11-11", "衡器／台秤", "", "", true, true, "衡器|台秤", "2024-11-10",
     "2024-10-21"},
    {"no hurry", "2024-06-01", "", "", "", true, false, "", "", ""},
    {"has an appointment", "2023-06-01", "", "2024-10-09", "", true, false, "", "", ""},
    {"the appointment is today", "2023-06-01", "", "2024-10-01", "", true, false, "", "", ""},
    {"the appointment has passed", "2023-06-01", "", "2024-09-30", "", true, true, "|", "2024-05-31", "立即"},
    {"was seen ahead of the appointment", "2023-06-01", "", "2024-10-09", "2024-09-20", true, true, "|", "2024-05-31",
     "立即"},
    {"of a unit that left", "2023-06-01", "", "", "", false, false, "", "", ""},
};

rules::Summary listOf(const model::CampaignFacts& facts)
{
    const rules::Plan plan;
    const rules::SheetEdition sheets;
    const WorkingCalendar calendar;
    return rules::findSummary(QStringLiteral("booking_list"))->make({facts, plan, sheets, calendar, day("2024-10-01")});
}

model::CampaignFacts factsOf(const Case& c)
{
    model::CampaignFacts facts;
    facts.units = {unitOf(named("u"), model::Trade::Market)};
    facts.units.first().address = QStringLiteral("菊盛路1号");
    facts.units.first().participation =
        c.takesPart ? model::Participation::Participating : model::Participation::Withdrawn;
    auto instrument = instrumentOf(named("i"), named("u"));
    instrument.category = QString::fromUtf8(c.category);
    instrument.place = QStringLiteral("A-03摊");
    instrument.delivery = model::Delivery::OnSite;
    instrument.purpose = model::Purpose::Trade;
    facts.instruments = {instrument};
    if (*c.verified)
        facts.verifications = {verificationOf(instrument.uid, day(c.verified))};
    if (*c.booked) {
        model::Booking booking;
        booking.instrument = instrument.uid;
        booking.on = day("2024-09-01");
        booking.plannedOn = day(c.booked);
        booking.doneOn = day(c.doneOn);
        facts.books.insert(QStringLiteral("booking"), {model::toRecord(booking)});
    }
    return facts;
}

} // namespace

TEST_CASE("What is to be booked is listed in the columns of the verification platform", "[rules][BUR-2]")
{
    const QStringList platform{
        QStringLiteral("器具名称"),      QStringLiteral("器具项别"), QStringLiteral("器具种别"),
        QStringLiteral("型号规格"),      QStringLiteral("测量范围"), QStringLiteral("准确度等级"),
        QStringLiteral("出厂编号"),      QStringLiteral("生产厂家"), QStringLiteral("器具产地"),
        QStringLiteral("安装/使用地点"), QStringLiteral("器具数量"), QStringLiteral("器具用途"),
        QStringLiteral("送检方式")};
    for (const Case& c : cases) {
        INFO(c.what);
        const rules::Summary list = listOf(factsOf(c));
        CHECK(list.columns.mid(2, platform.size()) == platform);
        REQUIRE(list.rows.size() == (c.isListed ? 1 : 0));
        if (!c.isListed)
            continue;
        const QStringList cells = list.rows.first().cells;
        REQUIRE(cells.size() == list.columns.size());
        CHECK(cells.mid(3, 2).join(QLatin1Char('|')) == QString::fromUtf8(c.kinds));
        CHECK(cells.at(8) == QStringLiteral("S-i"));
        CHECK(cells.mid(11, 4)
              == QStringList{QStringLiteral("菊盛路1号 A-03摊"), QStringLiteral("1"), QStringLiteral("贸易结算"),
                             QStringLiteral("上门")});
        CHECK(cells.at(15) == QString::fromUtf8(c.until));
        CHECK(cells.at(16) == QString::fromUtf8(c.bookBy));
        CHECK(list.rows.first().record == named("i"));
        CHECK(list.rows.first().isPressing == (cells.at(16) == QStringLiteral("立即")));
    }
}

TEST_CASE("The list follows the units' registration, and says what has an appointment", "[rules][BUR-2]")
{
    model::CampaignFacts facts = factsOf(cases[4]);
    for (const char* uid : {"v", "w"}) {
        facts.units.append(unitOf(named(uid), model::Trade::Shop));
        facts.units.last().participation = model::Participation::Participating;
        facts.units.last().registrationNumber = *uid == 'v' ? 9 : 2;
        facts.instruments.append(instrumentOf(named(uid), named(uid)));
    }
    const rules::Summary list = listOf(facts);
    REQUIRE(list.rows.size() == 2);
    CHECK(list.rows.first().record == named("w"));
    CHECK(list.sentence.contains(QStringLiteral("另有 1 台（件）已经约好")));
}
