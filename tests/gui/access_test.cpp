// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/form_dialog.h"
#include "gui/register_page.h"
#include "gui/shortcut_sheet.h"
#include "gui/summary_page.h"
#include "gui/text_table.h"
#include "model/unit_records.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// Qt's own parts of a control are named by the control.
bool isPartOfControl(const QWidget& widget)
{
    const QWidget* parent = widget.parentWidget();
    return widget.objectName().startsWith(QStringLiteral("qt_")) || widget.inherits("QTabBar")
           || qobject_cast<const QComboBox*>(parent) || qobject_cast<const QAbstractSpinBox*>(parent);
}

bool hasName(const QWidget& widget, const QSet<const QWidget*>& buddies)
{
    if (!widget.accessibleName().isEmpty() || buddies.contains(&widget))
        return true;
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    if (button)
        return !button->text().isEmpty() || !button->toolTip().isEmpty();
    const auto* label = qobject_cast<const QLabel*>(&widget); // selectable text says itself
    return label;
}

gui::Page& partInFront(gui::MainWindow& window)
{
    const auto* chapter = qobject_cast<gui::ChapterPage*>(window.currentPage());
    return chapter ? *chapter->current() : *window.currentPage();
}

} // namespace

TEST_CASE("On every page each control has a name, and the page an action, a print and a search", "[gui]")
{
    WindowDriver driver;
    const QStringList withoutSearch{QStringLiteral("dashboard"), QStringLiteral("schedule"),
                                    QStringLiteral("acceptance"), QStringLiteral("seat"), QStringLiteral("task_time")};
    for (const QString& key : driver.window.pageKeys()) {
        driver.window.showPage(key);
        driver.waitFor([&] { return driver.dispatcher.isSettled(); });
        gui::Page& page = partInFront(driver.window);
        INFO(key.toStdString());
        QSet<const QWidget*> buddies;
        for (const auto* label : page.findChildren<QLabel*>())
            buddies << label->buddy();
        for (const auto* widget : page.findChildren<QWidget*>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || isPartOfControl(*widget)
                || widget->inherits("QScrollArea"))
                continue;
            INFO(widget->metaObject()->className() << ' ' << widget->objectName().toStdString());
            CHECK(hasName(*widget, buddies));
        }
        CHECK(page.primaryAction());
        CHECK(page.printAction());
        driver.window.setFocus();
        page.focusSearch();
        const QWidget* focused = driver.window.focusWidget();
        CHECK(((focused && page.isAncestorOf(focused)) || withoutSearch.contains(key)));
    }
    CHECK(driver.prompts.errors.isEmpty());
}

TEST_CASE("Tab goes through a list's page from the search to the rows to the record", "[gui]")
{
    WindowDriver driver;
    auto& page = driver.page<gui::RegisterPage>("organisation");
    driver.waitFor([&] { return driver.dispatcher.isSettled(); });
    page.focusSearch();
    QStringList passed;
    for (int step = 0; step < 60; ++step) {
        const QWidget* at = driver.window.focusWidget();
        REQUIRE(at);
        if (!page.isAncestorOf(at))
            break;
        passed << at->objectName();
        QTest::keyClick(driver.window.focusWidget(), Qt::Key_Tab);
    }
    CHECK(passed.indexOf(QStringLiteral("search")) == 0);
    CHECK(passed.indexOf(QStringLiteral("more")) < passed.indexOf(QStringLiteral("rows")));
    CHECK(passed.indexOf(QStringLiteral("rows")) < passed.indexOf(QStringLiteral("name")));
}

TEST_CASE("Enter that takes a candidate of the input method presses no button", "[gui]")
{
    gui::FormDialog dialog(QStringLiteral("登记"), model::kindOf<model::Unit>().fields, nullptr);
    int submitted = 0;
    QObject::connect(&dialog, &gui::FormDialog::submitted, &dialog, [&] { ++submitted; });
    dialog.form().setValues({{QStringLiteral("trade"), QStringLiteral("shop")},
                             {QStringLiteral("participation"), QStringLiteral("participating")}});
    dialog.open();
    REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    auto* name = dialog.form().findChild<QLineEdit*>(QStringLiteral("name"));
    name->setFocus();
    QInputMethodEvent composing(QStringLiteral("gu'cun"), {});
    QCoreApplication::sendEvent(name, &composing);
    QInputMethodEvent taken(QString(), {}); // the input method keeps the Enter and commits
    taken.setCommitString(QStringLiteral("顾村"));
    QCoreApplication::sendEvent(name, &taken);
    CHECK(name->text() == QStringLiteral("顾村"));
    CHECK(submitted == 0);
    CHECK(dialog.isVisible());
    QTest::keyClick(name, Qt::Key_Return); // with nothing being composed it saves
    CHECK(submitted == 1);
}

TEST_CASE("The sheet of shortcuts tells the keys of lists and of scoring", "[gui]")
{
    WindowDriver driver;
    const auto keysOn = [&](const char* page) {
        driver.page<gui::Page>(page);
        gui::ShortcutSheet sheet(driver.window.windowActions(), driver.window.currentPage(), QStringLiteral("x"),
                                 nullptr);
        QStringList keys;
        const auto* table = sheet.findChild<gui::TextTable*>();
        for (int row = 0; row < table->rowCount(); ++row)
            keys << table->item(row, 0)->text() + QLatin1Char(' ') + table->item(row, 1)->text();
        return keys;
    };
    const QStringList scoring = keysOn("scoring");
    CHECK(scoring.contains(QStringLiteral("V 一票否决")));
    CHECK(scoring.contains(QStringLiteral("空格 符合／不符合")));
    CHECK(keysOn("instrument").contains(QStringLiteral("Ctrl+N 登记器具")));
    CHECK(keysOn("unit").contains(QStringLiteral("Enter 打开选中的一行")));
}
