// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "services/inspections.h"
#include "services/overview.h"
#include "services/packets.h"

using namespace chengheng;
using namespace chengheng::test;
using model::InspectionKind;

namespace {

struct Office : OpenCampaign {
    model::Unit shop;

    Office()
    {
        clock->set(QDateTime(day("2024-11-01"), QTime(9, 0)));
        importSample("unit", "roster.xlsx");
        shop = unitOf(model::Trade::Shop);
    }

    /// Everything met but so many occurrences on the first item that counts them.
    services::InspectionForm form(InspectionKind kind, const char* on, int occurrences)
    {
        services::InspectionForm form;
        form.unit = shop.uid;
        form.kind = kind;
        form.on = day(on);
        form.inspectors = QStringLiteral("甲、乙");
        const rules::Sheet& sheet = *workspace->sheets().sheetOf(shop.trade);
        form.answers.sheet = sheet.no;
        for (const rules::SheetItem& item : sheet.items)
            form.answers.answers.append(rules::goodAnswer(item));
        for (rules::Answer& answer : form.answers.answers)
            if (answer.occurrences) {
                answer.occurrences = occurrences;
                break;
            }
        return form;
    }

    QStringList reasons()
    {
        for (const rules::UnitStanding& one : need(services::standingsOn(*workspace, day("2024-11-01"))))
            if (one.uid == shop.uid)
                return one.reasons;
        return {QStringLiteral("不在名单")};
    }

    qsizetype pressing(const char* summary)
    {
        return need(services::summaryOn(*workspace, *rules::findSummary(QLatin1String(summary)), day("2024-11-01")))
            .pressing();
    }

    qsizetype inspected() { return need(services::statusOn(*workspace, day("2024-11-01"))).scoredUnits.size(); }
};

} // namespace

TEST_CASE("A mock visit is kept and compared, and moves no figure", "[services][BUR-5]")
{
    Office office;
    const auto gaps = [&] { return need(services::packetGaps(*office.workspace, day("2024-11-01"))).size(); };
    const QStringList before = office.reasons();
    const auto gapsBefore = gaps();
    const auto mock =
        need(services::recordInspection(*office.workspace, office.form(InspectionKind::Rehearsal, "2024-10-20", 3)));
    CHECK(office.reasons() == before);
    CHECK(gaps() == gapsBefore);
    CHECK(office.inspected() == 0);
    CHECK(need(services::scoreOf(*office.workspace, mock.uid)).complete);
    CHECK(office.pressing("rehearsals") == 0); // nothing to compare with yet

    need(services::recordInspection(*office.workspace, office.form(InspectionKind::Joint, "2024-09-20", 0)));
    CHECK(office.inspected() == 1);
    CHECK(office.reasons().isEmpty());
    CHECK(office.pressing("rehearsals") == 2); // the whole and one item
    CHECK(office.all<model::Inspection>().size() == 2);
}

TEST_CASE("A mock visit stays one, and no other becomes one", "[services][BUR-5]")
{
    Office office;
    const model::RecordKind& kind = model::kindOf<model::Inspection>();
    for (const InspectionKind filed : {InspectionKind::Rehearsal, InspectionKind::Daily}) {
        const auto visit = need(services::recordInspection(*office.workspace, office.form(filed, "2024-10-20", 0)));
        const auto other = filed == InspectionKind::Daily ? InspectionKind::Rehearsal : InspectionKind::Joint;
        const auto refused = services::correctRecord(*office.workspace, kind, visit.uid, 1,
                                                     {{QStringLiteral("kind"), model::keyOf(other)}}, {});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().where == QLatin1String("kind"));
    }
}

TEST_CASE("What a visit saw of the letter is the letter's state until somebody looks again",
          "[services][OFF-1][SUP-1][UNIT-1]")
{
    Office office;
    const auto displaying = [&] {
        return need(services::statusOn(*office.workspace, day("2024-11-01"))).displayingUnits.size();
    };
    auto form = office.form(InspectionKind::Joint, "2024-09-20", 0);
    form.displayed = model::Presence::Present;
    form.complaintBook = model::Presence::Missing;
    const auto filed = need(services::recordInspection(*office.workspace, form));
    CHECK(displaying() == 1);
    CHECK(need(services::inspectionForm(*office.workspace, filed.uid)).complaintBook == model::Presence::Missing);
    form = office.form(InspectionKind::Daily, "2024-10-20", 0);
    form.displayed = model::Presence::Missing;
    need(services::recordInspection(*office.workspace, form));
    CHECK(displaying() == 0);
}
