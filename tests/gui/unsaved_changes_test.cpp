// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/record_form.h"

#include <QLineEdit>
#include <QTableView>

using namespace chengheng;
using namespace chengheng::test;

namespace {

QTableView* listOf(const gui::Page& page)
{
    for (auto* table : page.findChildren<QTableView*>())
        if (table->accessibleName() == page.title())
            return table;
    FAIL("the page has no list");
    return nullptr;
}

} // namespace

TEST_CASE("Leaving a record with unsaved changes asks first, and saves them or gives them up", "[gui]")
{
    for (const bool isSaved : {false, true}) {
        INFO(isSaved);
        WindowDriver driver;
        driver.prompts.savesChanges = isSaved;
        auto& offices = driver.page<gui::Page>("organisation");
        auto* list = listOf(offices);
        auto* name = offices.findChild<gui::RecordForm*>()->findChild<QLineEdit*>(QStringLiteral("name"));
        driver.waitFor([&] { return list->model()->rowCount() > 1 && !name->text().isEmpty(); });
        const QString before = name->text();
        const QString next = list->model()->index(1, 0).data().toString();
        name->setText(QStringLiteral("改了一半"));
        list->selectRow(1);
        driver.waitFor([&] { return name->text() == next; });
        CHECK(driver.prompts.said.join(QLatin1Char('\n')).contains(QStringLiteral("还没有保存")));
        driver.waitFor([&] { return driver.dispatcher.isSettled(); });
        QStringList names;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            names << list->model()->index(row, 0).data().toString();
        CHECK(names.contains(QStringLiteral("改了一半")) == isSaved);
        CHECK(names.contains(before) != isSaved);
        CHECK(list->currentIndex().data().toString() == next);
        CHECK(driver.prompts.errors.isEmpty());
    }
}

TEST_CASE("Changes that cannot be saved keep their record on screen", "[gui]")
{
    WindowDriver driver;
    driver.prompts.savesChanges = true;
    auto& offices = driver.page<gui::Page>("organisation");
    auto* list = listOf(offices);
    auto* name = offices.findChild<gui::RecordForm*>()->findChild<QLineEdit*>(QStringLiteral("name"));
    driver.waitFor([&] { return list->model()->rowCount() > 1 && !name->text().isEmpty(); });
    name->setText(QString()); // is required
    list->selectRow(1);
    driver.waitFor([&] { return list->currentIndex().row() == 0 && driver.dispatcher.isSettled(); });
    CHECK(name->text().isEmpty());
    CHECK(offices.hasUnsavedChanges());
}

TEST_CASE("Looking at a page changes nothing", "[gui]")
{
    WindowDriver driver;
    driver.openDemo();
    for (const QString& key : driver.window.pageKeys()) {
        driver.window.showPage(key);
        driver.waitFor([&] { return driver.dispatcher.isSettled(); });
        INFO(key.toStdString());
        CHECK_FALSE(driver.window.currentPage()->hasUnsavedChanges());
    }
}
