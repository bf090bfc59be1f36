// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/form_dialog.h"
#include "gui/import_dialog.h"
#include "gui/pages/acceptance_page.h"
#include "gui/pages/dashboard_page.h"
#include "gui/pages/ledger_page.h"
#include "gui/pages/organisation_page.h"
#include "gui/pages/schedule_page.h"
#include "gui/pages/scoring_page.h"
#include "gui/pages/sheet_table.h"
#include "gui/pages/units_page.h"
#include "gui/text_table.h"
#include "services/overview.h"
#include "services/registers.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace chengheng;
using namespace chengheng::test;

namespace {

qsizetype countOf(WindowDriver& driver, const model::RecordKind& kind)
{
    return driver
        .ask<QVector<model::Record>>([&kind](const services::Workspace& w) { return services::listRecords(w, kind); })
        .size();
}

void importSample(WindowDriver& driver, QWidget& page, const QString& button, const char* file)
{
    driver.prompts.nextPath = sourcePath(QStringLiteral("tests/data/samples/") + QLatin1String(file));
    press(page, button);
    auto* dialog = driver.dialog<gui::ImportDialog>();
    auto* write = [&] {
        for (auto* each : dialog->findChildren<QPushButton*>())
            if (each->text() == QStringLiteral("导入"))
                return each;
        return static_cast<QPushButton*>(nullptr);
    }();
    REQUIRE(write);
    driver.waitFor([&] { return write->isEnabled(); });
    write->click();
    driver.waitFor([&] { return !write->isVisible(); }); // it says what was written
    press(*dialog, QStringLiteral("完成"));
}

} // namespace

TEST_CASE("The main job through the window, from roster to packet", "[gui][SCOPE-1][PLAN-4][ORG-3]")
{
    WindowDriver driver;

    // Roster and ledger.
    auto& units = driver.page<gui::UnitsPage>("unit");
    importSample(driver, units, QStringLiteral("导入…"), "roster.xlsx");
    CHECK(countOf(driver, model::kindOf<model::Unit>()) == 40);
    auto& ledger = driver.page<gui::LedgerPage>("instrument");
    importSample(driver, ledger, QStringLiteral("导入台账…"), "ledger.csv");
    auto* list = ledger.findChild<QTableView*>();
    driver.waitFor([&] { return list->model()->rowCount() == 489; });

    // Verify the first two instruments on one visit.
    list->selectRow(0);
    list->selectionModel()->select(list->model()->index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    ledger.primaryAction()->trigger();
    auto* verify = driver.dialog<gui::FormDialog>();
    driver.waitFor([&] { // which instruments they are stands above the form
        const auto* subject = verify->findChild<QLabel*>(QStringLiteral("subject"));
        return subject->text().contains(list->model()->index(1, 2).data().toString()) && !subject->text().isEmpty();
    });
    verify->form().findChild<QLineEdit*>(QStringLiteral("certificate"))->setText(QStringLiteral("窗口第001号"));
    const auto before = countOf(driver, model::kindOf<model::Verification>());
    Q_EMIT verify->submitted(need(verify->form().values()));
    driver.waitFor([&] { return countOf(driver, model::kindOf<model::Verification>()) == before + 2; });

    // Score a unit by keyboard.
    const auto unit =
        driver
            .ask<QVector<model::Record>>([](const services::Workspace& w) {
                return services::listRecords(w, model::kindOf<model::Unit>(),
                                             {.where = {{QStringLiteral("trade"), QStringLiteral("market")}}});
            })
            .first();
    auto& scoring = driver.page<gui::ScoringPage>("scoring");
    scoring.reveal(unit.uid);
    auto* sheet = scoring.findChild<gui::SheetTable*>();
    driver.waitFor([&] { return sheet->itemCount() == 22; });
    driver.waitFor([&] { return driver.dispatcher.isSettled(); }); // the draft, which there is none of, has been read
    sheet->takeSuggestions();
    sheet->scrollToBottom();
    sheet->selectRow(0);
    QTest::keyClick(sheet, Qt::Key_2);
    CHECK(sheet->answers().find(QStringLiteral("2.01"))->occurrences == 2);
    for (int row = 1; row < sheet->rowCount(); ++row) {
        sheet->selectRow(row);
        if (!sheet->answers().find(sheet->item(row, 0)->text()))
            QTest::keyClick(sheet, Qt::Key_Space);
    }
    scoring.findChild<QLineEdit*>(QStringLiteral("inspectors"))->setText(QStringLiteral("汪炜、苏阳"));
    scoring.primaryAction()->trigger();
    driver.waitFor([&] { return countOf(driver, model::kindOf<model::Inspection>()) == 1; });
    driver.waitFor(
        [&] { return countOf(driver, model::kindOf<model::Problem>()) >= 1; }); // the question was answered yes

    // Seats, schedule, dashboard, acceptance show what is recorded.
    auto& seats = driver.page<gui::OrganisationPage>("seat");
    auto* seatTable = seats.findChild<gui::TextTable*>();
    driver.waitFor([&] { return seatTable->rowCount() == 16; });
    seatTable->selectRow(0);
    seats.primaryAction()->trigger();
    auto* replace = driver.dialog<gui::FormDialog>();
    replace->form().findChild<QLineEdit*>(QStringLiteral("person"))->setText(QStringLiteral("接任者"));
    Q_EMIT replace->submitted(need(replace->form().values()));
    driver.waitFor([&] { return seatTable->item(0, 2)->text() == QStringLiteral("接任者"); });
    auto& schedule = driver.page<gui::SchedulePage>("schedule");
    auto* milestones = schedule.findChild<gui::TextTable*>();
    driver.waitFor([&] { return milestones->rowCount() > 20; });
    driver.page<gui::DashboardPage>("dashboard");
    auto& acceptance = driver.page<gui::AcceptancePage>("acceptance");
    driver.prompts.nextPath = driver.folder.filePath(QStringLiteral("packet.zip"));
    acceptance.primaryAction()->trigger();
    driver.waitFor([&] { return QFile::exists(driver.prompts.nextPath); });
    driver.waitFor([&] {
        return !driver.prompts.said.isEmpty() && driver.prompts.said.last().contains(QStringLiteral("已导出"));
    });
    CHECK(driver.prompts.errors.join(QLatin1Char('\n')) == QString());
}

TEST_CASE("Every page opens, on an empty campaign too, and names its controls", "[gui]")
{
    WindowDriver driver;
    for (const QString& key : driver.window.pageKeys()) {
        INFO(key);
        driver.window.showPage(key);
        driver.waitFor([&] { return driver.dispatcher.isSettled(); });
        REQUIRE(driver.window.currentPage());
        for (const auto* button : driver.window.currentPage()->findChildren<QAbstractButton*>())
            if (button->isVisible() && !button->objectName().startsWith(QStringLiteral("qt_")))
                CHECK_FALSE((button->text().isEmpty() && button->accessibleName().isEmpty()
                             && button->inherits("QPushButton")));
    }
    CHECK(driver.prompts.errors.join(QLatin1Char('\n')) == QString());
}

TEST_CASE("What was done last is taken back from the foot of the window", "[gui]")
{
    WindowDriver driver;
    auto& offices = driver.page<gui::Page>("organisation");
    offices.primaryAction()->trigger();
    auto* dialog = driver.dialog<gui::FormDialog>();
    dialog->form().findChild<QLineEdit*>(QStringLiteral("name"))->setText(QStringLiteral("顾村镇安全监管部"));
    dialog->form().findChild<QComboBox*>(QStringLiteral("kind"))->setCurrentIndex(2);
    const auto before = countOf(driver, model::kindOf<model::Organisation>());
    Q_EMIT dialog->submitted(need(dialog->form().values()));
    driver.waitFor([&] { return countOf(driver, model::kindOf<model::Organisation>()) == before + 1; });
    driver.waitFor([&] {
        for (auto* button : driver.window.findChildren<QAbstractButton*>())
            if (button->text() == QStringLiteral("撤销") && button->isVisible())
                return true;
        return false;
    });
    press(driver.window, QStringLiteral("撤销"));
    driver.waitFor([&] { return countOf(driver, model::kindOf<model::Organisation>()) == before; });
}

TEST_CASE("A range copied in WPS comes in as a checked import", "[gui]")
{
    WindowDriver driver;
    auto& units = driver.page<gui::UnitsPage>("unit");
    QGuiApplication::clipboard()->setText(QStringLiteral("单位名称\t业态\n甲店\t餐饮\n乙店\t餐饮\n"));
    press(units, QStringLiteral("粘贴"));
    auto* dialog = driver.dialog<gui::ImportDialog>();
    driver.waitFor([&] {
        for (auto* button : dialog->findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("导入") && button->isEnabled())
                return true;
        return false;
    });
    press(*dialog, QStringLiteral("导入"));
    driver.waitFor([&] { return countOf(driver, model::kindOf<model::Unit>()) == 2; });
}
