// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/form_dialog.h"
#include "gui/made_paper.h"
#include "gui/pages/templates_page.h"
#include "gui/record_list.h"
#include "gui/register_page.h"
#include "gui/text_table.h"
#include "model/application_records.h"
#include "model/office_records.h"

#include <QDialogButtonBox>
#include <QLabel>
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
    std::optional<gui::Printable> numbered;
    paper.number(&page, [&](Result<gui::Printable> result) { numbered = need(std::move(result)); });
    driver.waitFor([&] { return numbered.has_value(); });
    CHECK(numbered->remark.contains(QStringLiteral("2024-00001")));
    CHECK(numbered->laid.pages.first().pictures.size() == paper.laid.pages.first().pictures.size() + 1);
    CHECK(driver.prompts.errors.isEmpty());
}

TEST_CASE("A report's wrong figures are shown before it gets its number, and asked about", "[gui][papers][BUR-6]")
{
    WindowDriver driver;
    bool isAdded = false;
    driver.dispatcher.write<services::Written>(
        &driver.window,
        [](services::Workspace& workspace) {
            model::AnnualReport report;
            report.title = QStringLiteral("年度总结");
            report.year = 2024;
            report.on = day("2024-09-20");
            report.content = QStringLiteral("共有参建单位39家。");
            return services::addRecord(workspace, model::toRecord(report));
        },
        [&](const Result<services::Written>& written) { isAdded = need(written).uid.isNull() == false; });
    driver.waitFor([&] { return isAdded; });
    const Uid report = driver
                           .ask<QVector<model::Record>>([](const services::Workspace& workspace) {
                               return services::listRecords(workspace, model::kindOf<model::AnnualReport>());
                           })
                           .first()
                           .uid;
    gui::showMadePaper(driver.dispatcher, &driver.window, *services::findPaper(QStringLiteral("annual_report")), report,
                       day("2024-09-30"));
    driver.waitFor([&] { return !driver.prompts.previewed.isEmpty(); });
    const gui::Printable shown = driver.prompts.previewed.last();
    CHECK(shown.remark.contains(QStringLiteral("参建单位写的是39家，登记的是0")));
    CHECK(shown.doubt.contains(QStringLiteral("39家")));
    auto* preview = new gui::PrintPreview(shown, &driver.window);
    preview->findChild<QPushButton*>(QStringLiteral("number"))->click(); // the prompts say yes
    CHECK(driver.prompts.said.last().contains(QStringLiteral("仍按原文编号吗")));
    driver.waitFor([&] {
        return preview->findChild<QLabel*>(QStringLiteral("remark"))->text().contains(QStringLiteral("2024-00001"));
    });
    CHECK(driver.prompts.errors.isEmpty());
}

TEST_CASE("An office puts in a template of its own, and takes it out again", "[gui][papers]")
{
    WindowDriver driver;
    auto& page = driver.page<gui::TemplatesPage>("paper_templates");
    const auto table = [&](const QString& name) {
        const auto tables = page.findChildren<gui::TextTable*>();
        const auto named =
            std::find_if(tables.begin(), tables.end(), [&](const auto* one) { return one->accessibleName() == name; });
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
    driver.waitFor([&] { return driver.prompts.previewed.size() == 1; }); // how it would look comes first
    CHECK(driver.prompts.previewed.first().remark.contains(QStringLiteral("公示.docx")));
    CHECK(papers->item(papers->currentRow(), 2)->text() == QStringLiteral("自带"));
    QWidget preview;
    driver.prompts.previewed.first().deeds.first().run(&preview);
    const auto used = [&] { return papers->item(papers->currentRow(), 2)->text(); };
    driver.waitFor([&] { return used() == QStringLiteral("自备：公示.docx"); });
    press(page, QStringLiteral("恢复自带"));
    driver.waitFor([&] { return used() == QStringLiteral("自带"); });
    press(page, QStringLiteral("生成…"));
    driver.waitFor([&] { return driver.prompts.previewed.size() == 2; });
    CHECK(driver.prompts.errors.isEmpty());
}

TEST_CASE("What was filed wrong is put right with a slip that names the papers it touches", "[gui][corrections]")
{
    WindowDriver driver;
    addShop(driver);
    auto& page = driver.page<gui::RegisterPage>("unit");
    const auto* list = page.findChild<gui::RecordList*>();
    driver.waitFor([&] { return list->current() != nullptr; });
    const auto actions = page.findChildren<QAction*>();
    const auto correct = std::find_if(actions.begin(), actions.end(), [](const QAction* one) {
        return one->text() == QStringLiteral("更正并开更正单…");
    });
    REQUIRE(correct != actions.end());
    (*correct)->trigger();
    auto* dialog = driver.dialog<gui::FormDialog>();
    dialog->form().setValues({{QStringLiteral("slip_reason"), QStringLiteral("录入时看错")},
                              {QStringLiteral("slip_approver"), QStringLiteral("郑杨")},
                              {QStringLiteral("registration_number"), qint64(1)},
                              {QStringLiteral("name"), QStringLiteral("甲店")},
                              {QStringLiteral("trade"), QStringLiteral("shop")},
                              {QStringLiteral("participation"), QStringLiteral("participating")},
                              {QStringLiteral("head"), QStringLiteral("张更正")}});
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
    driver.waitFor([&] { return !driver.prompts.said.isEmpty(); });
    CHECK(driver.prompts.said.last().contains(QStringLiteral("更正单 1 号")));
    const auto slips = driver.ask<QVector<model::Record>>([](const services::Workspace& workspace) {
        return services::listRecords(workspace, model::kindOf<model::CorrectionSlip>());
    });
    REQUIRE(slips.size() == 1);
    CHECK(model::textOf(slips.first().value(QStringLiteral("now"))) == QStringLiteral("负责人：张更正"));
}
