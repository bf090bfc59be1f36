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

TEST_CASE("Leaving a record with unsaved changes asks first", "[gui]")
{
    WindowDriver driver;
    auto& offices = driver.page<gui::Page>("organisation");
    auto* list = listOf(offices);
    auto* name = offices.findChild<gui::RecordForm*>()->findChild<QLineEdit*>(QStringLiteral("name"));
    driver.waitFor([&] { return list->model()->rowCount() > 1 && !name->text().isEmpty(); });
    const QString next = list->model()->index(1, 0).data().toString();
    name->setText(QStringLiteral("改了一半"));
    list->selectRow(1);
    driver.waitFor([&] { return name->text() == next; });
    CHECK(driver.prompts.said.join(QLatin1Char('\n')).contains(QStringLiteral("还没有保存")));
    CHECK(list->currentIndex().row() == 1);
}
