// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_office.h"

#include "gui/pages/ledger_page.h"
#include "gui/pages/units_page.h"
#include "gui/record_list.h"
#include "gui/text_table.h"
#include "services/registers.h"

#include <QAction>
#include <QLineEdit>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// A key reaches the active window only, and here none is.
void goBack(gui::MainWindow& window)
{
    for (QAction* action : window.windowActions())
        if (action->shortcut() == QKeySequence(Qt::ALT | Qt::Key_Left))
            action->trigger();
}

} // namespace

TEST_CASE("Alt+Left and Esc go back to the page, the record and the search one came from", "[gui]")
{
    SampleOffice office;
    auto& window = office.driver.window;
    auto& units = office.driver.page<gui::UnitsPage>("unit");
    auto* list = units.findChild<gui::RecordList*>();
    list->setSearchText(QStringLiteral("yjd"));
    office.driver.waitFor([&] { return !list->shown().isEmpty() && list->shown().size() < 40; });
    const auto found = list->shown();
    REQUIRE(list->makeCurrent(found.last()));
    auto* instruments = named<gui::TextTable>(units, QStringLiteral("台账"));
    office.driver.waitFor([&] { return instruments->rowCount() > 0 && office.driver.dispatcher.isSettled(); });
    instruments->setCurrentCell(0, 0);
    const Uid instrument(instruments->currentKey());
    Q_EMIT instruments->cellActivated(0, 0);
    auto* front = qobject_cast<gui::LedgerPage*>(window.currentPage());
    REQUIRE(front);
    gui::LedgerPage& ledger = *front;
    auto* rows = ledger.findChild<gui::ListView*>();
    office.driver.waitFor([&] { return ledger.spot().record == instrument; });
    goBack(window);
    CHECK(window.currentPage() == &units);
    office.driver.waitFor([&] { return office.driver.dispatcher.isSettled(); });
    CHECK(list->searchText() == QStringLiteral("yjd"));
    CHECK(list->shown() == found);
    CHECK(units.spot().record == found.last());
    Q_EMIT instruments->cellActivated(0, 0);
    CHECK(window.currentPage() == &ledger);
    rows->setFocus();
    QTest::keyClick(rows, Qt::Key_Escape);
    CHECK(window.currentPage() == &units);
}

TEST_CASE("A list that a figure narrowed is whole again on the way back", "[gui]")
{
    SampleOffice office;
    auto& units = office.driver.page<gui::UnitsPage>("unit");
    auto* list = units.findChild<gui::RecordList*>();
    office.driver.waitFor([&] { return list->shown().size() == 40; });
    const Uid one = list->shown().first();
    Q_EMIT units.pageAsked(QStringLiteral("unit"), {}, {QStringLiteral("一家"), {one}});
    office.driver.waitFor([&] { return list->shown().size() == 1; });
    CHECK(list->printed().subtitle.contains(QStringLiteral("一家")));
    goBack(office.driver.window);
    office.driver.waitFor([&] { return list->shown().size() == 40; });
    CHECK(office.driver.prompts.errors.isEmpty());
}
