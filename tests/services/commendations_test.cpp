// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include "services/inspections.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// A unit proposed for commendation, where the leading group has two heads.
struct Proposed : Office {
    Uid commendation = put(
        "commendation",
        QStringLiteral(
            R"({"kind":"unit","unit":"%1","subject":"示范单位","reason":"器具全部有效","proposed_on":"2024-11-02"})")
            .arg(unit().uid.toString()));

    void as(const char* name, services::Role role) { reopenAs({QString::fromUtf8(name), role, {}, true}); }
    model::Commendation stored() { return find<model::Commendation>(commendation); }

    Result<services::Written> correct(const services::FieldValues& values)
    {
        return services::correctRecord(*workspace, model::kindOf<model::Commendation>(), commendation, stored().version,
                                       values, {});
    }
};

} // namespace

TEST_CASE("Two heads approve a commendation; one of them does not do it twice", "[services][PLAN-8]")
{
    using services::Role;
    Proposed office;
    office.as("甲组长", Role::Leader);
    need(office.act("approve_first", "commendation", office.commendation, R"({"first_approval":"2024-11-05"})"));
    CHECK(office.stored().firstApprover == QStringLiteral("甲组长"));
    const auto again =
        office.act("approve_second", "commendation", office.commendation, R"({"second_approval":"2024-11-06"})");
    CHECK(again.error().code == QLatin1String("same_person"));
    CHECK(again.error().where == QLatin1String("second_approval"));
    CHECK(office.correct({{QStringLiteral("second_approval"), day("2024-11-06")}}).error().code
          == QLatin1String("same_person"));
    office.as("乙组长", Role::Leader);
    need(office.act("approve_second", "commendation", office.commendation, R"({"second_approval":"2024-11-06"})"));
    CHECK(office.stored().secondApprover == QStringLiteral("乙组长"));
    office.as("办事员", Role::Clerk);
    const services::FieldValues early{{QStringLiteral("decision"), QStringLiteral("9号")},
                                      {QStringLiteral("decided_on"), day("2024-11-05")}};
    CHECK(office.correct(early).error().where == QLatin1String("decided_on")); // before the second approval
    need(office.correct(
        {{QStringLiteral("decision"), QStringLiteral("9号")}, {QStringLiteral("decided_on"), day("2024-11-08")}}));
    CHECK(office.stored().firstApprover == QStringLiteral("甲组长")); // whoever wrote last
}

TEST_CASE("An approval taken back takes its name along; one typed in from paper names nobody", "[services][PLAN-8]")
{
    using services::Role;
    Proposed office;
    need(office.correct({{QStringLiteral("first_approval"), day("2024-11-05")}})); // the administrator, from paper
    CHECK(office.stored().firstApprover.isEmpty());
    office.as("甲组长", Role::Leader);
    need(office.act("approve_second", "commendation", office.commendation, R"({"second_approval":"2024-11-06"})"));
    CHECK(office.stored().secondApprover == QStringLiteral("甲组长"));
    CHECK(office.stored().firstApprover.isEmpty());
    need(office.correct({{QStringLiteral("second_approval"), {}}}));
    CHECK(office.stored().secondApprover.isEmpty());
}

TEST_CASE("Candidates go by their latest inspection by others, and none is on the black list",
          "[services][PLAN-8][PLAN-3]")
{
    Office office;
    const model::Unit unit = office.unitOf(model::Trade::Shop);
    const rules::Sheet& sheet = *office.workspace->sheets().sheetOf(unit.trade);
    const auto inspect = [&](model::InspectionKind kind, const char* on, bool isFlawed) {
        services::InspectionForm form;
        form.unit = unit.uid;
        form.kind = kind;
        form.on = day(on);
        form.inspectors = QStringLiteral("甲、乙");
        form.answers.sheet = sheet.no;
        for (const rules::SheetItem& item : sheet.items) {
            form.answers.answers.append(rules::goodAnswer(item));
            rules::Answer& answer = form.answers.answers.last();
            if (isFlawed && answer.occurrences) {
                answer.occurrences = 1;
                isFlawed = false;
            }
        }
        need(services::recordInspection(*office.workspace, form));
    };
    const auto points = [&] { return office.row("commendable", unit.name).at(3); };
    inspect(model::InspectionKind::Joint, "2024-06-18", false);
    CHECK(points() == QStringLiteral("100 分"));
    inspect(model::InspectionKind::Expert, "2024-11-05", true);
    const QString latest = points();
    CHECK(latest != QStringLiteral("100 分"));
    inspect(model::InspectionKind::SelfCheck, "2024-11-06", false);
    CHECK(points() == latest);
    office.put(
        "list_entry",
        QStringLiteral(
            R"({"unit":"%1","colour":"black","ground":"使用作弊秤","finding":"复检认定作弊","drafted_on":"2024-11-07","notified_on":"2024-11-08","no_statement":true,"town_approved_on":"2024-11-09","bureau_approved_on":"2024-11-10","published_on":"2024-11-11","end_on":"2024-12-31"})")
            .arg(unit.uid.toString()));
    const auto rows = office.summary("commendable").rows;
    CHECK(std::none_of(rows.begin(), rows.end(), [&](const auto& row) { return row.record == unit.uid; }));
    CHECK(office.row("commendable", unit.name, "2024-11-10").at(3) == latest); // not published yet
}
