// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_office.h"

#include "gui/pages/filed_sheet_dialog.h"
#include "gui/pages/units_page.h"
#include "gui/text_table.h"
#include "services/inspections.h"
#include "services/registers.h"

#include <QLabel>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// A sheet with the first countable item failed once and all else met.
services::InspectionForm filled(const rules::Sheet& sheet, const Uid& unit)
{
    services::InspectionForm form;
    form.unit = unit;
    form.kind = model::InspectionKind::Joint;
    form.on = day("2024-09-10");
    form.inspectors = QStringLiteral("张三、李四");
    form.answers.sheet = sheet.no;
    qint64 failed = 1;
    for (const rules::SheetItem& item : sheet.items) {
        rules::Answer answer;
        answer.item = item.id;
        if (item.method.type == rules::MethodType::Deduct)
            answer.occurrences = std::exchange(failed, 0);
        else if (item.method.type == rules::MethodType::Ratio)
            answer.ratio = Rate{1, 1};
        else
            answer.met = true;
        form.answers.answers.append(answer);
    }
    return form;
}

} // namespace

TEST_CASE("A filed inspection is opened from the unit's page and printed again", "[gui][PLAN-7]")
{
    SampleOffice office;
    const auto units = office.driver.ask<QVector<model::Record>>(
        [](const services::Workspace& w) { return services::listRecords(w, model::kindOf<model::Unit>()); });
    const auto unit = model::fromRecord<model::Unit>(units.first());
    office.write<services::Written>([&unit](services::Workspace& w) {
        return services::recordInspection(w, filled(*w.sheets().sheetOf(unit.trade), unit.uid));
    });
    auto& page = office.driver.page<gui::UnitsPage>("unit");
    page.reveal(unit.uid);
    auto* scores = named<gui::TextTable>(page, QStringLiteral("评分"));
    office.driver.waitFor([&] { return scores->rowCount() == 1; });
    scores->setCurrentCell(0, 0);
    Q_EMIT scores->cellActivated(0, 0);
    auto* dialog = office.driver.dialog<gui::FiledSheetDialog>();
    auto* items = named<gui::TextTable>(*dialog, QStringLiteral("评分项"));
    office.driver.waitFor([&] { return items->rowCount() > 0; });
    CHECK(dialog->windowTitle().contains(unit.name));
    CHECK(dialog->findChild<QLabel*>(QStringLiteral("head"))->text().contains(QStringLiteral("张三、李四")));
    bool isLost = false;
    for (int row = 0; row < items->rowCount(); ++row)
        isLost |= items->item(row, 2)->text() != items->item(row, 3)->text();
    CHECK(isLost);
    press(*dialog, QStringLiteral("打印…"));
    office.driver.waitFor([&] { return !office.driver.prompts.printed.isEmpty(); });
    CHECK(office.driver.prompts.errors.isEmpty());
}
