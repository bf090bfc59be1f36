// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/pages/templates_page.h"
#include "gui/record_list.h"
#include "gui/register_page.h"
#include "gui/text_table.h"

#include <QMenu>
#include <QPushButton>

using namespace chengheng;
using namespace chengheng::test;

namespace {

void addShop(WindowDriver& driver)
{
    bool isAdded = false;
    driver.dispatcher.write<services::Written>(
        &driver.window,
        [](services::Workspace& workspace) {
            model::Unit unit;
            unit.name = QStringLiteral("甲店");
            unit.trade = model::Trade::Shop;
            return services::addRecord(workspace, model::toRecord(unit));
        },
        [&](const Result<services::Written>& written) { isAdded = written.has_value(); });
    WindowDriver::waitFor([&] { return isAdded; });
}

} // namespace

TEST_CASE("A record's papers are made beside its title, saved for WPS, and numbered", "[gui][papers]")
{
    WindowDriver driver;
    addShop(driver);
    auto& page = driver.page<gui::RegisterPage>("unit");
    QPushButton* make = nullptr;
    for (auto* button : page.findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("生成文书"))
            make = button;
    REQUIRE(make);
    driver.waitFor([&] { return make->isEnabled(); });
    make->menu()->actions().first()->trigger();
    driver.waitFor([&] { return !driver.prompts.previewed.isEmpty(); });
    const gui::Printable paper = driver.prompts.previewed.first();
    CHECK(paper.title == QStringLiteral("诚信计量承诺书"));
    CHECK(paper.laid.pages.size() == 1);
    CHECK(paper.remark.contains(QStringLiteral("计量管理员")));

    driver.prompts.nextPath = driver.folder.filePath(QStringLiteral("承诺书"));
    paper.deeds.at(0).run(&page);
    CHECK(QFileInfo::exists(driver.folder.filePath(QStringLiteral("承诺书.docx"))));
    paper.deeds.at(1).run(&page);
    driver.waitFor([&] { return driver.prompts.said.size() == 2; });
    CHECK(driver.prompts.said.last().contains(QStringLiteral("2024-00001")));
    CHECK(driver.prompts.errors.isEmpty());
}

TEST_CASE("An office puts in a template of its own, and takes it out again", "[gui][papers]")
{
    WindowDriver driver;
    auto& page = driver.page<gui::TemplatesPage>("paper_templates");
    const auto table = [&](const QString& name) {
        const auto tables = page.findChildren<gui::TextTable*>();
        const auto named = std::find_if(tables.begin(), tables.end(), [&](const auto* one) { return one->accessibleName() == name; });
        REQUIRE(named != tables.end());
        return *named;
    };
    gui::TextTable* papers = table(QStringLiteral("文书模板"));
    const gui::TextTable* fields = table(QStringLiteral("可用字段"));
    driver.waitFor([&] { return papers->rowCount() == services::paperKinds().size() && fields->rowCount() > 20; });
    papers->makeCurrent(QStringLiteral("units_notice"));
    driver.prompts.nextPath = driver.folder.filePath(QStringLiteral("公示.docx"));
    press(page, QStringLiteral("导出模板…"));
    driver.waitFor([&] { return QFileInfo::exists(driver.prompts.nextPath); });
    press(page, QStringLiteral("换用模板…"));
    const auto used = [&] { return papers->item(papers->currentRow(), 2)->text(); };
    driver.waitFor([&] { return used() == QStringLiteral("自备：公示.docx"); });
    press(page, QStringLiteral("恢复自带"));
    driver.waitFor([&] { return used() == QStringLiteral("自带"); });
    press(page, QStringLiteral("生成…"));
    driver.waitFor([&] { return driver.prompts.previewed.size() == 1; });
    CHECK(driver.prompts.errors.isEmpty());
}
