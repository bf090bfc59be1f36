// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include "services/inspections.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

void inspect(Office& office, const model::Unit& unit, model::InspectionKind kind, const char* on)
{
    services::InspectionForm form;
    form.unit = unit.uid;
    form.kind = kind;
    form.on = day(on);
    form.inspectors = QStringLiteral("甲、乙");
    const rules::Sheet& sheet = *office.workspace->sheets().sheetOf(unit.trade);
    form.answers.sheet = sheet.no;
    for (const rules::SheetItem& item : sheet.items)
        form.answers.answers.append(rules::goodAnswer(item));
    need(services::recordInspection(*office.workspace, form));
}

} // namespace

TEST_CASE("The annual figures count the problems of the year, found and closed", "[services][BUR-6]")
{
    Office office;
    const struct {
        const char* found;
        const char* closed; ///< "": still open
    } problems[]{
        {"2023-11-06", "2023-12-11"}, {"2023-12-18", "2024-01-15"}, {"2024-03-04", "2024-04-08"}, {"2024-10-08", ""}};
    for (const auto& one : problems) {
        const Uid problem = office.put(
            "problem",
            QStringLiteral(
                R"({"unit":"%1","fault":"其他","description":"%2发现","found_on":"%2","due_on":"2025-06-30","source":"other"})")
                .arg(office.unit().uid.toString(), QLatin1String(one.found)));
        if (!*one.closed)
            continue;
        const auto step = [&](const char* action, const char* persons) {
            need(office.act(action, "problem", problem,
                            QStringLiteral(R"({"on":"%1","persons":"%2","evidence":"照片"})")
                                .arg(QLatin1String(one.closed), QString::fromUtf8(persons))));
        };
        step("advise", "甲");
        step("rectify", "店长");
        step("recheck_pass", "甲、乙");
        step("close", "丙");
    }
    const auto figures = [&](const char* on) {
        return QStringList{office.row("year_figures", QStringLiteral("发现问题（个）"), on).at(1),
                           office.row("year_figures", QStringLiteral("销号问题（个）"), on).at(1)};
    };
    CHECK(figures("2023-12-31") == QStringList({"2", "1"}));
    CHECK(figures("2024-11-20") == QStringList({"2", "2"}));
    CHECK(figures("2024-04-01") == QStringList({"1", "1"}));
}

TEST_CASE("A case leads to the black list once: taken off it, the unit is not proposed for it again",
          "[services][PLAN-3]")
{
    Office office;
    const model::Unit unit = office.unit();
    const auto file = [&](const char* number) {
        return office.put(
            "enforcement_case",
            QStringLiteral(
                R"({"number":"%2","source":"inspection","unit":"%1","filed_on":"2024-06-03","facts":"使用未检定的秤","legal_basis":"计量法实施细则第43条","decided_on":"2024-07-01","decision":"罚款"})")
                .arg(unit.uid.toString(), QString::fromUtf8(number)));
    };
    const auto isProposed = [&] {
        for (const rules::SummaryRow& row : office.summary("list_drafts").rows)
            if (row.record == unit.uid && row.cells.first() == QStringLiteral("黑名单"))
                return row.proposal.has_value();
        return false;
    };
    const Uid first = file("案1");
    CHECK(isProposed());
    office.put(
        "list_entry",
        QStringLiteral(
            R"({"unit":"%1","colour":"black","ground":"案1已作出处理决定","enforcement_case":"%2","drafted_on":"2024-07-05","notified_on":"2024-07-08","no_statement":true,"town_approved_on":"2024-07-15","bureau_approved_on":"2024-07-16","published_on":"2024-07-18","end_on":"2024-10-18","removed_on":"2024-10-21"})")
            .arg(unit.uid.toString(), first.toString()));
    CHECK_FALSE(isProposed());
    file("案2");
    CHECK(isProposed()); // another case
}

TEST_CASE("A self-check is no inspection: neither in the coverage nor in the dossier", "[services][STA-3][OFF-3]")
{
    Office office;
    const model::Unit unit = office.unit();
    inspect(office, unit, model::InspectionKind::SelfCheck, "2023-10-14");
    const QStringList before = office.row("inspections", unit.name);
    CHECK(before.at(2) == QLatin1String("0"));
    CHECK(before.at(3).isEmpty());
    CHECK(before.at(4) == QStringLiteral("2023-10-14 自查 100"));
    CHECK(office.summary("inspections").pressing() == 40);
    CHECK(office.row("dossiers", unit.name).at(3).contains(QStringLiteral("检查记录")));
    inspect(office, unit, model::InspectionKind::Joint, "2024-06-18");
    const QStringList after = office.row("inspections", unit.name);
    CHECK(after.at(2) == QLatin1String("1"));
    CHECK(after.at(4) == QStringLiteral("2023-10-14 自查 100 → 2024-06-18 联合检查 100"));
    CHECK(office.summary("inspections").pressing() == 39);
    CHECK_FALSE(office.row("dossiers", unit.name).at(3).contains(QStringLiteral("检查记录")));
}

TEST_CASE("Of two surveys of a unit the later one counts, with its management and its area", "[services][STA-1]")
{
    Office office;
    const model::Unit unit = office.unitOf(model::Trade::Hospital);
    const auto survey = [&](const char* on, int instruments, int area, const char* management) {
        const Uid uid = office.put(
            "survey",
            QStringLiteral(R"({"unit":"%1","on":"%2","surveyor":"甲","instruments":%3,"area":%4,"management":"%5"})")
                .arg(unit.uid.toString(), QLatin1String(on))
                .arg(instruments)
                .arg(area)
                .arg(QLatin1String(management)));
        office.put(
            "survey_instrument",
            QStringLiteral(R"({"survey":"%1","name":"血压计","quantity":%2})").arg(uid.toString()).arg(instruments));
    };
    survey("2024-02-20", 12, 300, "sound");
    survey("2024-02-10", 9, 200, "lacking"); // entered later, made earlier
    CHECK(office.row("survey_figures", QStringLiteral("业态：医院")).mid(2)
          == QStringList({"1", "4", "12", "300", "1", "0", "0"}));
    CHECK(office.row("survey_figures", QStringLiteral("器具：血压计")).at(4) == QLatin1String("12"));
    CHECK(office.row("survey_figures", QStringLiteral("业态：医院"), "2024-02-15").mid(4)
          == QStringList({"9", "200", "0", "0", "1"}));
}

TEST_CASE("Money granted and not yet come in stands by payer", "[services][FUND-2]")
{
    Office office;
    office.put("budget_line",
               R"({"year":2024,"category":"publicity","payer":"town","subject":"海报","amount":"500.00"})");
    office.put("allotment",
               R"({"allotted_on":"2024-03-01","on":"2024-03-20","payer":"town","amount":"300.00","document":"镇1号"})");
    office.put("allotment", R"({"allotted_on":"2024-03-05","payer":"town","amount":"200.00","document":"镇2号"})");
    office.put(
        "allotment",
        R"({"allotted_on":"2024-03-05","on":"2024-04-01","payer":"bureau","amount":"50.00","document":"局1号"})");
    office.put(
        "expense",
        R"({"on":"2024-03-25","category":"publicity","payer":"town","subject":"海报","amount":"100.00","voucher":"1","handler":"甲"})");
    const auto totals = [&](const QString& payer, const char* on = "2024-11-20") {
        for (const rules::SummaryRow& row : office.summary("balances", on).rows)
            if (row.cells.first() == QStringLiteral("合计") && row.cells.at(2) == payer)
                return row.cells.mid(3);
        return QStringList();
    };
    CHECK(totals(QStringLiteral("镇政府"))
          == QStringList({"500.00", "100.00", "400.00", "500.00", "300.00", "200.00"}));
    CHECK(totals(QStringLiteral("区市场监管局")) == QStringList({"0.00", "0.00", "0.00", "50.00", "50.00", "0.00"}));
    CHECK(totals(QStringLiteral("区市场监管局"), "2024-03-31").mid(3) == QStringList({"50.00", "0.00", "50.00"}));
    CHECK(office.summary("balances").sentence.contains(QStringLiteral("到账 350.00 元")));
    CHECK(office.summary("balances").sentence.contains(QStringLiteral("已拨未到账 200.00 元")));
    CHECK(office
              .refused("allotment",
                       R"({"allotted_on":"2024-03-05","on":"2024-03-01","payer":"town","amount":"1","document":"倒"})")
              .where
          == QLatin1String("on"));
}
