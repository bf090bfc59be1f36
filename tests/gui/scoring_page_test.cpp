// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/pages/scoring_page.h"
#include "gui/pages/sheet_table.h"
#include "services/inspections.h"
#include "services/tables.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

QJsonObject draftOf(WindowDriver& driver, const Uid& unit)
{
    return driver.ask<QJsonObject>([unit](const services::Workspace& workspace) {
        return services::loadDraft(workspace, QStringLiteral("scoring/") + unit.toString());
    });
}

} // namespace

TEST_CASE("Answers typed just before another unit is chosen stay with their own unit", "[gui]")
{
    WindowDriver driver;
    std::optional<int> imported;
    driver.dispatcher.write<services::ImportReport>(
        &driver.window,
        [](services::Workspace& workspace) {
            return services::importClipboard(workspace, model::kindOf<model::Unit>(),
                                             QStringLiteral("单位名称\t业态\n甲店\t餐饮\n乙店\t餐饮\n"), {});
        },
        [&](const Result<services::ImportReport>& report) { imported = need(report).accepted; });
    driver.waitFor([&] { return imported == 2; });
    const auto units = driver.ask<QVector<model::Record>>(
        [](const services::Workspace& workspace) { return services::listRecords(workspace, model::kindOf<model::Unit>()); });
    auto& scoring = driver.page<gui::ScoringPage>("scoring");
    auto* sheet = scoring.findChild<gui::SheetTable*>();
    scoring.reveal(units[0].uid);
    driver.waitFor([&] { return sheet->rowCount() == 21; });
    QTest::qWait(300); // the draft, which there is none of, comes back
    sheet->selectRow(0);
    QTest::keyClick(sheet, Qt::Key_Space);
    const qsizetype typed = sheet->answers().answers.size();
    REQUIRE(typed == 1);
    scoring.reveal(units[1].uid); // at once, before the draft's delay
    driver.waitFor([&] { return !draftOf(driver, units[0].uid).isEmpty(); });
    QTest::qWait(1200);
    CHECK(need(rules::parseAnswers(draftOf(driver, units[0].uid), 4)).answers.size() == typed);
    CHECK(draftOf(driver, units[1].uid).isEmpty()); // looking is not typing
    scoring.reveal(units[0].uid);
    driver.waitFor([&] { return sheet->answers().answers.size() == typed; });
}
