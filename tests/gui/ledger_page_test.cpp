// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_office.h"

#include "base/text.h"
#include "gui/empty_register.h"
#include "gui/form_dialog.h"
#include "gui/pages/ledger_page.h"
#include "gui/pick_box.h"
#include "gui/record_form.h"
#include "gui/record_panel.h"
#include "model/instrument_records.h"
#include "model/unit_records.h"
#include "services/registers.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>

using namespace chengheng;
using namespace chengheng::test;

namespace {

enum Column { Unit, Name, Serial, Quantity };

struct Ledger {
    SampleOffice office;
    WindowDriver& driver = office.driver;
    gui::LedgerPage& page = driver.page<gui::LedgerPage>("instrument");
    gui::ListView& rows = *page.findChild<gui::ListView*>();

    Ledger()
    {
        driver.waitFor([this] { return rows.model()->rowCount() == 489; });
    }

    /// The opened instrument's field.
    QLineEdit* field(const char* key)
    {
        auto* form = page.findChild<gui::RecordForm*>();
        return form ? form->findChild<QLineEdit*>(QLatin1String(key)) : nullptr;
    }
};

} // namespace

TEST_CASE("An instrument opens from the ledger with all its fields and is corrected there", "[gui]")
{
    Ledger ledger;
    ledger.rows.selectRow(3);
    const QString serial = cell(ledger.rows, 3, Serial);
    CHECK_FALSE(ledger.page.findChild<gui::RecordPanel*>()); // built when one is first opened
    ledger.rows.setFocus();
    QTest::keyClick(&ledger.rows, Qt::Key_Return);
    ledger.driver.waitFor([&] { return ledger.field("serial") && ledger.field("serial")->text() == serial; });
    CHECK(ledger.page.findChild<gui::RecordPanel*>()->isVisible());
    ledger.field("maker")->setText(QStringLiteral("更正过的厂"));
    Q_EMIT ledger.field("maker")->textEdited({});
    REQUIRE(ledger.page.hasUnsavedChanges());
    press(*ledger.page.findChild<gui::RecordPanel*>(), QStringLiteral("保存"));
    ledger.driver.waitFor([&] { return !ledger.page.hasUnsavedChanges(); });
    const auto stored = ledger.driver.ask<QVector<model::Record>>([serial](const services::Workspace& w) {
        return services::listRecords(w, model::kindOf<model::Instrument>(),
                                     {.where = {{QStringLiteral("serial"), serial}}});
    });
    REQUIRE(stored.size() == 1);
    CHECK(model::textOf(stored.first().value(QStringLiteral("maker"))) == QStringLiteral("更正过的厂"));
    ledger.driver.waitFor([&] { return ledger.driver.dispatcher.isSettled(); });
    CHECK(ledger.rows.currentIndex().row() == 3); // kept over the refresh
    CHECK(ledger.rows.selectionModel()->isRowSelected(3));
    ledger.rows.selectRow(4); // the panel goes along
    ledger.driver.waitFor([&] { return ledger.field("serial")->text() == cell(ledger.rows, 4, Serial); });
    QTest::keyClick(ledger.field("serial"), Qt::Key_Escape);
    CHECK_FALSE(ledger.page.findChild<gui::RecordPanel*>()->isVisible());
    CHECK(ledger.rows.hasFocus());
    CHECK(ledger.rows.currentIndex().row() == 4);
    CHECK(ledger.driver.prompts.errors.isEmpty());
}

TEST_CASE("The ledger is found by initials, by place and by number, and sorted by any column", "[gui]")
{
    Ledger ledger;
    auto* search = named<QLineEdit>(ledger.page, QStringLiteral("搜索"));
    const auto searchFor = [&](const QString& text) {
        const int before = ledger.rows.model()->rowCount();
        search->setText(text);
        ledger.driver.waitFor([&] { return ledger.rows.model()->rowCount() != before; });
    };
    searchFor(QStringLiteral("jdj")); // 焦度计
    REQUIRE(ledger.rows.model()->rowCount() > 0);
    for (int row = 0; row < ledger.rows.model()->rowCount(); ++row)
        CHECK(cell(ledger.rows, row, Name) == QStringLiteral("焦度计"));
    searchFor(QStringLiteral("S7-000002"));
    CHECK(ledger.rows.model()->rowCount() == 1);
    searchFor(QString());
    ledger.rows.sortByColumn(Quantity, Qt::DescendingOrder);
    for (int row = 1; row < ledger.rows.model()->rowCount(); ++row)
        CHECK(cell(ledger.rows, row - 1, Quantity).toInt() >= cell(ledger.rows, row, Quantity).toInt());
    ledger.rows.sortByColumn(Unit, Qt::AscendingOrder);
    for (int row = 1; row < ledger.rows.model()->rowCount(); ++row)
        CHECK(compareNames(cell(ledger.rows, row - 1, Unit), cell(ledger.rows, row, Unit)) <= 0);
}

TEST_CASE("Chosen instruments stay chosen when the ledger is read again or narrowed", "[gui]")
{
    Ledger ledger;
    ledger.rows.selectRow(10);
    ledger.rows.selectionModel()->select(ledger.rows.model()->index(12, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const QString serial = cell(ledger.rows, 12, Serial);
    ledger.page.refresh();
    ledger.driver.waitFor([&] { return ledger.driver.dispatcher.isSettled(); });
    CHECK(ledger.rows.selectionModel()->selectedRows().size() == 2);
    named<QLineEdit>(ledger.page, QStringLiteral("搜索"))->setText(serial);
    ledger.driver.waitFor([&] { return ledger.rows.model()->rowCount() == 1; });
    CHECK(ledger.rows.selectionModel()->isRowSelected(0));
}

TEST_CASE("An empty ledger offers the first steps", "[gui]")
{
    WindowDriver driver;
    auto& page = driver.page<gui::LedgerPage>("instrument");
    driver.waitFor([&] { return page.findChild<gui::EmptyRegister*>()->isVisible(); });
    CHECK_FALSE(page.findChild<gui::ListView*>()->isVisible());
    QTest::keyClick(&driver.window, Qt::Key_N, Qt::ControlModifier);
    CHECK(driver.dialog<gui::FormDialog>()->windowTitle() == QStringLiteral("登记器具"));
}

TEST_CASE("A new instrument's place is offered from the chosen unit's departments, and may be typed", "[gui]")
{
    Ledger ledger;
    const auto units = ledger.driver.ask<QVector<model::Record>>([](const services::Workspace& workspace) {
        return services::listRecords(workspace, model::kindOf<model::Unit>());
    });
    for (const auto& [name, place] : {std::pair("检验科", 0), std::pair("药剂科", 1)}) {
        model::Department department;
        department.unit = units[place].uid;
        department.name = QString::fromUtf8(name);
        ledger.office.write<services::Written>([department](services::Workspace& workspace) {
            return services::addRecord(workspace, model::toRecord(department));
        });
    }
    QTest::keyClick(&ledger.driver.window, Qt::Key_N, Qt::ControlModifier);
    auto& form = ledger.driver.dialog<gui::FormDialog>()->form();
    auto* place = form.findChild<gui::PickBox*>(QStringLiteral("place"));
    auto* unit = form.findChild<QComboBox*>(QStringLiteral("unit"));
    REQUIRE(place);
    CHECK(place->count() == 0);
    for (const auto& [name, at] : {std::pair("检验科", 0), std::pair("药剂科", 1)}) {
        unit->setCurrentIndex(unit->findData(units[at].uid.toString()));
        REQUIRE(place->count() == 1);
        CHECK(place->itemText(0) == QString::fromUtf8(name));
    }
    place->setText(QStringLiteral("走廊"));
    form.findChild<QLineEdit*>(QStringLiteral("name"))->setText(QStringLiteral("血压计"));
    CHECK(model::textOf(need(form.values()).value(QStringLiteral("place"))) == QStringLiteral("走廊"));
}
