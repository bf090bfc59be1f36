// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/form_dialog.h"
#include "gui/list_view.h"
#include "gui/record_form.h"
#include "gui/record_history.h"
#include "gui/record_list.h"
#include "gui/record_panel.h"
#include "gui/register_page.h"
#include "services/actions.h"
#include "services/tables.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// The page of the units with the sample roster in it.
struct UnitsOnScreen {
    WindowDriver driver;
    gui::Page* page = nullptr;
    gui::RecordList* list = nullptr;
    gui::ListView* rows = nullptr;

    UnitsOnScreen()
    {
        bool isDone = false;
        driver.dispatcher.write<services::ImportReport>(
            &driver.window,
            [](services::Workspace& workspace) {
                return services::importFile(workspace, model::kindOf<model::Unit>(),
                                            sourcePath(QStringLiteral("tests/data/samples/roster.xlsx")), {});
            },
            [&](const Result<services::ImportReport>& report) { isDone = report.has_value(); });
        driver.waitFor([&] { return isDone; });
        page = &driver.page<gui::Page>("unit");
        list = page->findChild<gui::RecordList*>();
        rows = list->findChild<gui::ListView*>();
        driver.waitFor([&] { return rows->model()->rowCount() == 40; });
    }

    void choose(int count)
    {
        rows->clearSelection();
        for (int row = 0; row < count; ++row)
            rows->selectionModel()->select(rows->model()->index(row, 0),
                                           QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
};

} // namespace

TEST_CASE("Many chosen units get an action at once, as one intent", "[gui]")
{
    UnitsOnScreen units;
    units.choose(3);
    auto* bar = units.list->findChild<QWidget*>(QStringLiteral("bulkBar"));
    REQUIRE(bar->isVisible());
    press(*bar, QStringLiteral("登记承诺书"));
    auto* dialog = units.driver.dialog<gui::FormDialog>();
    CHECK(dialog->windowTitle() == QStringLiteral("登记承诺书：3 条"));
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
    const auto count = [&] {
        return units.driver
            .ask<QVector<model::Record>>([](const services::Workspace& workspace) {
                return services::listRecords(workspace, model::kindOf<model::Commitment>());
            })
            .size();
    };
    units.driver.waitFor([&] { return count() == 3; });
    units.choose(1);
    CHECK_FALSE(bar->isVisible());
}

TEST_CASE("A list's text for WeChat and its range for WPS hold what is on screen", "[gui]")
{
    UnitsOnScreen units;
    units.choose(2);
    const QString first = units.rows->model()->index(0, 1).data().toString();
    const QString text = units.list->plainText();
    CHECK(text.startsWith(QStringLiteral("【参建单位】共 2 条\n1. ")));
    CHECK(text.contains(first));
    CHECK(text.split(QLatin1Char('\n')).size() == 3);
    QTest::keyClick(units.rows, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].startsWith(QStringLiteral("登记号\t单位名称")));
    CHECK(lines[1].contains(first));
}

TEST_CASE("Enter opens the record's form and Esc goes back to the row", "[gui]")
{
    UnitsOnScreen units;
    units.rows->setCurrentIndex(units.rows->model()->index(2, 0));
    units.rows->setFocus();
    QTest::keyClick(units.rows, Qt::Key_Return);
    auto* panel = units.page->findChild<gui::RecordPanel*>();
    QWidget* focused = units.driver.window.focusWidget();
    REQUIRE(focused);
    CHECK(panel->isAncestorOf(focused));
    QTest::keyClick(focused, Qt::Key_Escape);
    CHECK(units.driver.window.focusWidget() == units.rows);
    CHECK(units.rows->currentIndex().row() == 2);
}

TEST_CASE("A chip says what it filters, narrows the list and comes off again", "[gui]")
{
    UnitsOnScreen units;
    const auto chip = [&]() -> QToolButton* {
        for (auto* each : units.list->findChildren<QToolButton*>())
            if (each->accessibleName() == QStringLiteral("按业态筛选"))
                return each;
        return nullptr;
    };
    REQUIRE(chip());
    for (QAction* choice : chip()->menu()->actions())
        if (choice->text() == QStringLiteral("医院"))
            choice->trigger();
    CHECK(chip()->text() == QStringLiteral("业态：医院"));
    units.driver.waitFor([&] { return units.rows->model()->rowCount() < 40; });
    const int hospitals = units.rows->model()->rowCount();
    CHECK(hospitals > 0);
    press(*units.list, QStringLiteral("✕ 取消筛选"));
    units.driver.waitFor([&] { return units.rows->model()->rowCount() == 40; });
    CHECK(chip()->text() == QStringLiteral("业态：全部"));
}

TEST_CASE("Columns that are hidden stay hidden, letters that are enlarged stay large", "[gui]")
{
    QSettings().remove(QStringLiteral("lists"));
    {
        UnitsOnScreen units;
        units.rows->chooseColumns({});
        units.rows->findChild<QMenu*>()->actions().at(2)->trigger();
        QTest::keyClick(units.rows, Qt::Key_Equal, Qt::ControlModifier);
    }
    UnitsOnScreen units;
    CHECK(units.rows->isColumnHidden(2));
    CHECK(units.rows->font().pointSizeF() == Approx(QApplication::font().pointSizeF() + 1));
    QSettings().remove(QStringLiteral("lists"));
}

TEST_CASE("A dated change is corrected from the record's history", "[gui]")
{
    UnitsOnScreen units;
    units.rows->setCurrentIndex(units.rows->model()->index(0, 0));
    const auto& panel = *units.page->findChild<gui::RecordPanel*>();
    units.driver.waitFor([&] { return panel.record().has_value(); });
    const Uid uid = panel.record()->uid;
    bool isDone = false;
    units.driver.dispatcher.write<services::Written>(
        &units.driver.window,
        [uid](services::Workspace& workspace) {
            return services::changeRecord(workspace, model::kindOf<model::Unit>(), uid,
                                          {{QStringLiteral("participation"), QStringLiteral("withdrawn")}},
                                          day("2024-09-10"), QStringLiteral("停业"));
        },
        [&](const Result<services::Written>& written) { isDone = written.has_value(); });
    units.driver.waitFor([&] { return isDone; });
    auto* history = tab<gui::RecordHistory>(*units.page, QStringLiteral("操作留痕"));
    auto* changes = named<gui::ListView>(*history, QStringLiteral("按日期的变更"));
    units.driver.waitFor([&] { return changes->model()->rowCount() == 1; });
    CHECK(changes->model()->index(0, 2).data().toString() == QStringLiteral("退出"));
    changes->setCurrentIndex(changes->model()->index(0, 0));
    press(*history, QStringLiteral("更正这条变更…"));
    auto* dialog = units.driver.dialog<gui::FormDialog>();
    dialog->form().setValues({{QStringLiteral("from"), day("2024-08-01")},
                              {QStringLiteral("value"), QStringLiteral("withdrawn")},
                              {QStringLiteral("reason"), QStringLiteral("公告日期登错")}});
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
    units.driver.waitFor(
        [&] { return changes->model()->index(0, 0).data().toString() == QStringLiteral("2024-08-01"); });
}
