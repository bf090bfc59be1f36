// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/day_edit.h"

#include "gui/action_bar.h"
#include "gui/empty_note.h"
#include "gui/form_dialog.h"
#include "gui/help_dock.h"
#include "gui/import_dialog.h"
#include "gui/import_history.h"
#include "gui/leaving.h"
#include "gui/list_view.h"
#include "gui/new_campaign_dialog.h"
#include "gui/owed.h"
#include "gui/page_head.h"
#include "gui/page_registry.h"
#include "gui/rail.h"
#include "gui/recent_campaigns.h"
#include "gui/record_list.h"
#include "gui/register_page.h"
#include "gui/search_palette.h"
#include "gui/server_names.h"
#include "gui/shortcut_sheet.h"
#include "gui/start_page.h"
#include "gui/state_chips.h"
#include "gui/summary_page.h"
#include "gui/text_table.h"
#include "services/overview.h"
#include "services/registers.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTextBrowser>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// The window before a campaign is open.
struct StartDriver {
    QTemporaryDir folder;
    AnsweringPrompts prompts;
    gui::Dispatcher dispatcher;
    std::shared_ptr<FixedClock> clock = std::make_shared<FixedClock>(day("2024-09-30"));
    std::unique_ptr<gui::MainWindow> window;

    StartDriver()
    {
        QSettings().clear();
        restart();
    }

    void restart()
    {
        window = std::make_unique<gui::MainWindow>(dispatcher, clock);
        window->resize(1366, 768);
        window->show();
    }

    gui::StartPage& start() { return *window->findChild<gui::StartPage*>(); }
    bool isOpen() const { return window->currentPage() != nullptr; }
};

/// A page that says what it was asked.
class DraftPage : public gui::Page
{
public:
    DraftPage(gui::AppState& state, bool isChanged)
        : Page(state, QStringLiteral("draft"), QStringLiteral("草稿")), m_isChanged(isChanged)
    {}
    void refresh() override {}
    bool hasUnsavedChanges() const override { return m_isChanged; }
    void saveChanges(std::function<void(bool)> then) override
    {
        asked << QStringLiteral("save");
        then(canSave);
    }
    void dropChanges() override { asked << QStringLiteral("drop"); }

    bool canSave = true;
    QStringList asked;

private:
    bool m_isChanged;
};

/// A child with this text (a label, a button) that is on screen.
bool says(const QWidget& below, const QString& text)
{
    for (const auto* label : below.findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(text))
            return true;
    return false;
}

QAbstractButton* button(const QWidget& below, const QString& text)
{
    for (auto* each : below.findChildren<QAbstractButton*>())
        if (each->text() == text && each->isVisible())
            return each;
    return nullptr;
}

/// The name of the first organisation, in its form.
QLineEdit* firstOfficesName(WindowDriver& driver)
{
    auto& offices = driver.page<gui::Page>("organisation");
    QLineEdit* name = nullptr;
    driver.waitFor([&] {
        name = offices.findChild<QLineEdit*>(QStringLiteral("name"));
        return name && !name->text().isEmpty();
    });
    return name;
}

} // namespace

TEST_CASE("A new campaign is made from a chosen plan, closed, and found again among the recent ones", "[gui]")
{
    StartDriver driver;
    press(driver.start(), QStringLiteral("新建活动…"));
    auto* dialog = driver.window->findChild<gui::NewCampaignDialog*>();
    REQUIRE(dialog);
    CHECK(dialog->findChild<QComboBox*>(QStringLiteral("plan"))->currentText().contains(QStringLiteral("顾村镇")));
    driver.prompts.nextPath = driver.folder.filePath(QStringLiteral("新的活动"));
    press(*dialog, QStringLiteral("选择位置并新建…"));
    WindowDriver::waitFor([&] { return driver.isOpen(); });
    CHECK(QFile::exists(driver.folder.filePath(QStringLiteral("新的活动.chc"))));
    QSignalSpy closed(driver.window.get(), &gui::MainWindow::campaignClosed);
    driver.window->closeCampaign();
    WindowDriver::waitFor([&] { return closed.size() == 1; });
    CHECK_FALSE(driver.isOpen());
    auto* recent = driver.start().findChild<QListWidget*>();
    REQUIRE(recent->count() == 1);
    CHECK(recent->item(0)->text().contains(QStringLiteral("新的活动.chc")));
    CHECK(recent->item(0)->text().contains(QStringLiteral("2024-09-30")));
    QTest::keyClick(recent, Qt::Key_Return);
    WindowDriver::waitFor([&] { return driver.isOpen(); });
    CHECK(driver.prompts.errors.isEmpty());
}

TEST_CASE("A new campaign takes an office's own score sheets, and says what is wrong with others", "[gui][PLAN-4]")
{
    StartDriver driver;
    const auto written = [&](const char* name, const QByteArray& bytes) {
        QFile file(driver.folder.filePath(QLatin1String(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    };
    press(driver.start(), QStringLiteral("新建活动…"));
    auto* dialog = driver.window->findChild<gui::NewCampaignDialog*>();
    REQUIRE(dialog);
    auto* sheets = dialog->findChild<QPushButton*>(QStringLiteral("sheets"));
    driver.prompts.nextPath = written("bad.json", "{}");
    sheets->click();
    CHECK(driver.prompts.errors.size() == 1);
    CHECK(sheets->text().contains(QStringLiteral("参考稿")));
    QByteArray own = readFile(sourcePath(QStringLiteral("resources/sheets/reference-draft.json")));
    own.replace(QStringLiteral("\"status\": \"参考稿").toUtf8(), QStringLiteral("\"status\": \"本局自备").toUtf8());
    driver.prompts.nextPath = written("own.json", own);
    sheets->click();
    CHECK(sheets->text() == QStringLiteral("own.json"));
    driver.prompts.nextPath = driver.folder.filePath(QStringLiteral("自备"));
    press(*dialog, QStringLiteral("选择位置并新建…"));
    WindowDriver::waitFor([&] { return driver.isOpen(); });
    CHECK(driver.prompts.errors.size() == 1);
    driver.window->closeCampaign();
    const auto place = services::Place::ofFile(driver.folder.filePath(QStringLiteral("自备.chc")));
    QString mark = QStringLiteral("not read");
    WindowDriver::waitFor([&] { // until its threads have let go of the file
        const auto made = services::Workspace::open(place, {}, std::make_shared<FixedClock>(day("2024-09-30")));
        if (made)
            mark = rules::markOf((*made)->sheets());
        return bool(made);
    });
    CHECK(mark.isEmpty());
}

TEST_CASE("A plan of one's own that cannot be read says why and is not offered", "[gui]")
{
    StartDriver driver;
    QFile bad(driver.folder.filePath(QStringLiteral("bad.json")));
    REQUIRE(bad.open(QIODevice::WriteOnly));
    bad.write("{}");
    bad.close();
    press(driver.start(), QStringLiteral("新建活动…"));
    auto* dialog = driver.window->findChild<gui::NewCampaignDialog*>();
    auto* plan = dialog->findChild<QComboBox*>(QStringLiteral("plan"));
    const int offered = plan->count();
    driver.prompts.nextPath = bad.fileName();
    plan->setCurrentIndex(offered - 1);
    Q_EMIT plan->activated(offered - 1);
    CHECK(driver.prompts.errors.size() == 1);
    CHECK(plan->count() == offered);
    CHECK_FALSE(button(*dialog, QStringLiteral("选择位置并新建…"))->isEnabled());
    driver.prompts.nextPath = sourcePath(QStringLiteral("resources/plans/gucun-2024.json"));
    Q_EMIT plan->activated(offered - 1);
    CHECK(plan->count() == offered + 1);
    CHECK(button(*dialog, QStringLiteral("选择位置并新建…"))->isEnabled());
}

TEST_CASE("An officer names a station, and is told the stations there are where it is another", "[gui]")
{
    StartDriver driver;
    auto* role = driver.start().findChildren<QComboBox*>().first();
    role->setCurrentIndex(role->findData(int(services::Role::Officer)));
    QComboBox* station = nullptr;
    for (auto* each : driver.start().findChildren<QComboBox*>())
        if (each->isEditable())
            station = each;
    REQUIRE(station);
    CHECK(station->isVisible());
    CHECK(station->findText(QStringLiteral("顾村市场监督管理所")) >= 0);
    const auto make = [&](const char* file) {
        press(driver.start(), QStringLiteral("新建活动…"));
        driver.prompts.nextPath = driver.folder.filePath(QLatin1String(file));
        for (auto* dialog : driver.window->findChildren<gui::NewCampaignDialog*>())
            if (dialog->isVisible())
                press(*dialog, QStringLiteral("选择位置并新建…"));
    };
    station->setCurrentText(QStringLiteral("别处市场监督管理所"));
    make("a.chc");
    WindowDriver::waitFor([&] { return driver.prompts.errors.size() == 1; });
    CHECK(driver.prompts.errors.first().contains(QStringLiteral("顾村市场监督管理所")));
    CHECK_FALSE(QFile::exists(driver.folder.filePath(QStringLiteral("a.chc"))));
    station->setCurrentText(QStringLiteral("顾村市场监督管理所"));
    make("b.chc");
    WindowDriver::waitFor([&] { return driver.isOpen(); });
    std::optional<bool> hasStation;
    driver.dispatcher.read<bool>(
        driver.window.get(), [](const services::Workspace& w) -> Result<bool> { return !w.actor().station.isNull(); },
        [&](const Result<bool>& known) { hasStation = known.value_or(false); });
    WindowDriver::waitFor([&] { return hasStation.has_value(); });
    CHECK(*hasStation);
}

TEST_CASE("A recent campaign whose file is gone is greyed, says so and can be removed from the list", "[gui]")
{
    QSettings().clear();
    gui::rememberCampaign(services::Place::ofFile(QStringLiteral("/nowhere/旧的.chc")),
                          QDateTime(day("2024-09-01"), QTime(9, 0)));
    AnsweringPrompts prompts;
    gui::StartPage start(std::make_shared<FixedClock>(day("2024-09-30")));
    auto* recent = start.findChild<QListWidget*>();
    REQUIRE(recent->count() == 1);
    CHECK(recent->item(0)->text().contains(QStringLiteral("已不在这里")));
    Q_EMIT recent->itemActivated(recent->item(0));
    CHECK(prompts.said.size() == 1);
    CHECK(gui::recentCampaigns().isEmpty());
}

TEST_CASE("Making the demonstration can be cancelled and leaves nothing half-done", "[gui]")
{
    StartDriver driver;
    QSignalSpy failed(driver.window.get(), &gui::MainWindow::openingFailed);
    driver.prompts.nextPath = driver.folder.filePath(QStringLiteral("demo"));
    press(driver.start(), QStringLiteral("体验演示…"));
    CHECK(driver.dispatcher.isWorking());
    CHECK_FALSE(driver.start().isEnabled());
    driver.dispatcher.cancelJob();
    WindowDriver::waitFor([&] { return failed.size() == 1; });
    CHECK(driver.start().isEnabled());
    CHECK(says(driver.start(), QStringLiteral("已取消")));
    CHECK(driver.prompts.errors.isEmpty());
    CHECK_FALSE(QFile::exists(driver.folder.filePath(QStringLiteral("demo/demo.chc"))));
}

TEST_CASE("Leaving asks once for all unsaved pages", "[gui]")
{
    struct Case {
        const char* what;
        bool isChanged, isSaving, canSave, goesOn;
        QStringList asked;
    };
    const QVector<Case> cases{
        {"nothing changed", false, true, true, true, {}},
        {"saved", true, true, true, true, {QStringLiteral("save")}},
        {"could not be saved", true, true, false, false, {QStringLiteral("save")}},
        {"given up", true, false, true, true, {QStringLiteral("drop")}},
    };
    for (const Case& each : cases) {
        INFO(each.what);
        AnsweringPrompts prompts;
        prompts.savesChanges = each.isSaving;
        gui::Dispatcher dispatcher;
        gui::AppState state{&dispatcher, day("2024-09-30"), day("2024-09-30")};
        DraftPage first(state, each.isChanged);
        DraftPage second(state, false);
        first.canSave = each.canSave;
        bool isGone = false;
        gui::leavePages(&first, dispatcher, {&first, &second}, [&] { isGone = true; });
        CHECK(isGone == each.goesOn);
        CHECK(first.asked == each.asked);
        CHECK(second.asked.isEmpty());
        CHECK(prompts.said.size() == (each.isChanged ? 1 : 0));
    }
}

TEST_CASE("Closing the window with a changed record asks, then closes", "[gui]")
{
    WindowDriver driver;
    QLineEdit* name = firstOfficesName(driver);
    auto& offices = driver.page<gui::Page>("organisation");
    name->setText(QStringLiteral("改了一半"));
    REQUIRE(offices.hasUnsavedChanges());
    driver.prompts.savesChanges = false;
    driver.window.close();
    CHECK(driver.prompts.said.size() == 1);
    driver.waitFor([&] { return !driver.window.isVisible(); });
}

TEST_CASE("The rail folds to icons, remembers it, and counts what is owed", "[gui]")
{
    QSettings().clear();
    gui::Rail rail;
    auto* list = rail.findChild<QListWidget*>();
    const int width = rail.width();
    rail.foldAction()->trigger();
    CHECK(rail.width() < width);
    CHECK(list->item(1)->text().isEmpty());
    CHECK(list->item(1)->toolTip().contains(QStringLiteral("Ctrl+1")));
    gui::Rail next;
    CHECK(next.isFolded());
    next.foldAction()->trigger();
    CHECK(next.findChild<QListWidget*>()->item(1)->text() == QStringLiteral("创建总览"));
    next.setOwed({{QStringLiteral("dashboard"), {3, QStringLiteral("3 件事")}}});
    CHECK(next.findChild<QListWidget*>()->item(1)->toolTip().contains(QStringLiteral("3 件事")));
    CHECK(next.findChild<QListWidget*>()
              ->item(1)
              ->data(Qt::AccessibleTextRole)
              .toString()
              .contains(QStringLiteral("3 件事")));
}

TEST_CASE("What a page owes is counted again when records change", "[gui]")
{
    WindowDriver driver;
    CHECK_FALSE(
        driver.ask<gui::OwedByPage>([](const services::Workspace& w) { return gui::owedOn(w, day("2024-09-30")); })
            .contains(QStringLiteral("scoring")));
    model::Unit unit;
    unit.name = QStringLiteral("甲店");
    unit.trade = model::Trade::Shop;
    driver.dispatcher.write<services::Written>(
        &driver.window, [unit](services::Workspace& w) { return services::addRecord(w, model::toRecord(unit)); },
        [](const Result<services::Written>& written) { need(written); });
    auto* list = driver.window.findChild<gui::Rail*>()->findChild<QListWidget*>();
    driver.waitFor([&] {
        return !list->findItems(QStringLiteral("检查评分"), Qt::MatchExactly).isEmpty()
               && list->findItems(QStringLiteral("检查评分"), Qt::MatchExactly)
                      .first()
                      ->toolTip()
                      .contains(QStringLiteral("1 家单位"));
    });
}

TEST_CASE("Each page with pressing tables counts their lines on the rail, and names the tables", "[gui]")
{
    WindowDriver driver;
    int entered = 0;
    for (const char* name : {"甲店", "乙店"}) {
        model::Unit unit;
        unit.name = QString::fromUtf8(name);
        unit.trade = model::Trade::Shop;
        driver.dispatcher.write<services::Written>(
            &driver.window, [unit](services::Workspace& w) { return services::addRecord(w, model::toRecord(unit)); },
            [&](const Result<services::Written>& written) { entered += written.has_value(); });
    }
    driver.waitFor([&] { return entered == 2; });
    const auto owed =
        driver.ask<gui::OwedByPage>([](const services::Workspace& w) { return gui::owedOn(w, day("2024-09-30")); });
    const auto pressing = driver.ask<QHash<QString, qint64>>(
        [](const services::Workspace& w) { return services::pressingOn(w, day("2024-09-30")); });
    qsizetype counted = 0;
    for (const gui::PageEntry& entry : gui::allPages()) {
        if (QStringList{"schedule", "instrument", "scoring", "problem"}.contains(entry.key()))
            continue; // these count by figures of their own
        qint64 lines = 0;
        for (const gui::PagePart& part : entry.parts) {
            lines += pressing.value(part.key);
            if (pressing.value(part.key) > 0)
                CHECK(owed.value(entry.key()).sentence.contains(part.title));
        }
        INFO(entry.title.toStdString());
        CHECK(owed.value(entry.key()).count == lines);
        counted += lines > 0;
    }
    CHECK(counted >= 3);
    CHECK(owed.value(QStringLiteral("supervisor")).sentence.contains(QStringLiteral("包干覆盖 2 项")));
}

TEST_CASE("An import is taken back from its own report and from the list of imports", "[gui]")
{
    WindowDriver driver;
    const auto count = [&] {
        return driver
            .ask<QVector<model::Record>>(
                [](const services::Workspace& w) { return services::listRecords(w, model::kindOf<model::Unit>()); })
            .size();
    };
    const auto import = [&]() -> gui::ImportDialog& {
        driver.prompts.nextPath = sourcePath(QStringLiteral("tests/data/samples/roster.xlsx"));
        gui::ImportDialog::start(driver.dispatcher, model::kindOf<model::Unit>(), &driver.window);
        auto* dialog = driver.dialog<gui::ImportDialog>();
        driver.waitFor([&] {
            return button(*dialog, QStringLiteral("导入")) && button(*dialog, QStringLiteral("导入"))->isEnabled();
        });
        press(*dialog, QStringLiteral("导入"));
        driver.waitFor([&] { return button(*dialog, QStringLiteral("撤销本次导入")) != nullptr; });
        return *dialog;
    };
    gui::ImportDialog& first = import();
    CHECK(count() == 40);
    CHECK(says(first, QStringLiteral("新增 40")));
    driver.waitFor([&] { return button(driver.window, QStringLiteral("撤销本次导入")) != nullptr; }); // at the foot too
    press(first, QStringLiteral("撤销本次导入"));
    driver.waitFor([&] { return says(first, QStringLiteral("已撤销本次导入")); });
    CHECK(count() == 0);
    press(first, QStringLiteral("完成"));
    driver.waitFor([&] { return driver.window.findChildren<gui::ImportDialog*>().isEmpty(); });
    press(import(), QStringLiteral("完成"));
    gui::ImportHistory::start(driver.dispatcher, &driver.window);
    auto* history = driver.dialog<gui::ImportHistory>();
    auto* table = history->findChild<gui::TextTable*>();
    driver.waitFor([&] { return table->rowCount() == 2; });
    CHECK(table->item(0, 2)->text() == QStringLiteral("roster.xlsx"));
    table->selectRow(1); // the one taken back already
    CHECK_FALSE(button(*history, QStringLiteral("撤销这一批"))->isEnabled());
    table->selectRow(0);
    press(*history, QStringLiteral("撤销这一批"));
    driver.waitFor([&] { return count() == 0; });
    CHECK(driver.prompts.errors.isEmpty());
}

TEST_CASE("Undo at the foot goes back step by step and says when nothing is left", "[gui]")
{
    WindowDriver driver;
    const auto count = [&] {
        return driver
            .ask<QVector<model::Record>>(
                [](const services::Workspace& w) { return services::listRecords(w, model::kindOf<model::Unit>()); })
            .size();
    };
    for (const char* name : {"甲店", "乙店"}) {
        model::Unit unit;
        unit.name = QString::fromUtf8(name);
        unit.trade = model::Trade::Shop;
        driver.dispatcher.write<services::Written>(
            &driver.window, [unit](services::Workspace& w) { return services::addRecord(w, model::toRecord(unit)); },
            [](const Result<services::Written>& written) { need(written); });
    }
    driver.waitFor([&] { return count() == 2; });
    QTest::keyClick(&driver.window, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(&driver.window, Qt::Key_Z, Qt::ControlModifier); // before the first has answered
    driver.waitFor([&] { return count() == 0; });
    QTest::keyClick(&driver.window, Qt::Key_Z, Qt::ControlModifier);
    driver.waitFor([&] { return says(driver.window, QStringLiteral("没有可以再撤销的了")); });
    CHECK(count() == 0);
    CHECK(driver.prompts.errors.isEmpty());
}

TEST_CASE("The sheet of shortcuts lists every action that has one", "[gui]")
{
    WindowDriver driver;
    driver.page<gui::Page>("unit");
    QTest::keyClick(&driver.window, Qt::Key_Slash, Qt::ControlModifier);
    auto* sheet = driver.dialog<gui::ShortcutSheet>();
    QStringList listed;
    auto* table = sheet->findChild<gui::TextTable*>();
    for (int row = 0; row < table->rowCount(); ++row)
        listed << table->item(row, 0)->text() + QLatin1Char(' ') + table->item(row, 1)->text();
    for (const QAction* action : driver.window.windowActions())
        if (!action->shortcut().isEmpty())
            CHECK(listed.contains(action->shortcut().toString(QKeySequence::NativeText) + QLatin1Char(' ')
                                  + action->text()));
    CHECK(listed.contains(QStringLiteral("Ctrl+K 去到…")));
}

TEST_CASE("Keys lead to pages, to the search and to actions", "[gui]")
{
    WindowDriver driver;
    QTest::keyClick(&driver.window, Qt::Key_4, Qt::ControlModifier);
    CHECK(driver.window.currentPage()->key() == gui::allPages().at(3).key());
    driver.page<gui::Page>("unit");
    QTest::keyClick(&driver.window, Qt::Key_F, Qt::ControlModifier);
    driver.waitFor([&] { return qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr; });
    QTest::keyClick(&driver.window, Qt::Key_K, Qt::ControlModifier);
    auto* palette = driver.dialog<gui::SearchPalette>();
    auto* text = palette->findChild<QLineEdit*>();
    text->setText(QStringLiteral("drjl"));
    QTest::keyClick(text, Qt::Key_Return);
    CHECK(driver.dialog<gui::ImportHistory>());
}

TEST_CASE("The head says in words when the day is not today", "[gui]")
{
    gui::PageHead head(day("2024-09-30"));
    head.QWidget::show();
    CHECK_FALSE(says(head, QStringLiteral("不是今天")));
    head.setDay(day("2024-08-01"));
    CHECK(says(head, QStringLiteral("2024-08-01")));
    press(head, QStringLiteral("回到今天"));
    CHECK(head.findChild<gui::DayEdit*>()->date() == day("2024-09-30"));
    CHECK_FALSE(says(head, QStringLiteral("不是今天")));
    head.resize(700, 60);
    const QString sentence = QStringLiteral(
        "40 家已登记，其中 3 家承诺书未张贴，12 家还没有检查评分，5 个问题超过整改期限，另有 8 件器具超周期。");
    head.setSentence(sentence);
    for (const auto* label : head.findChildren<QLabel*>())
        if (label->text() == sentence)
            CHECK(label->heightForWidth(label->width()) <= qMax(label->height(), head.sizeHint().height()));
}

TEST_CASE("A window left open over night is at the new day in the morning", "[gui]")
{
    WindowDriver driver;
    auto* day = driver.window.findChild<gui::PageHead*>()->findChild<gui::DayEdit*>();
    const auto comeBack = [&] {
        QEvent event(QEvent::ActivationChange);
        driver.window.activateWindow();
        WindowDriver::waitFor([&] { return driver.window.isActiveWindow(); });
        QCoreApplication::sendEvent(&driver.window, &event);
    };
    driver.clock->set(QDateTime(test::day("2024-10-01"), QTime(8, 30)));
    comeBack();
    CHECK(day->date() == test::day("2024-10-01"));
    day->setDate(test::day("2024-08-01")); // chosen by hand: stays
    driver.clock->set(QDateTime(test::day("2024-10-02"), QTime(8, 30)));
    comeBack();
    CHECK(day->date() == test::day("2024-08-01"));
    CHECK(says(driver.window, QStringLiteral("不是今天")));
}

TEST_CASE("Services of libpq can be chosen by name", "[gui]")
{
    const QTemporaryDir folder;
    QFile services(folder.filePath(QStringLiteral("services.conf")));
    REQUIRE(services.open(QIODevice::WriteOnly));
    services.write("# shared office\n[office]\nhost=db.example\n\n[training]\nhost=db.example\n");
    services.close();
    qputenv("PGSERVICEFILE", services.fileName().toUtf8());
    qputenv("PGSYSCONFDIR", folder.path().toUtf8());
    CHECK(gui::serverNames() == QStringList{QStringLiteral("office"), QStringLiteral("training")});
    qunsetenv("PGSERVICEFILE");
    qunsetenv("PGSYSCONFDIR");
}

TEST_CASE("Ctrl+S saves the changed record in front, once", "[gui]")
{
    WindowDriver driver;
    QLineEdit* name = firstOfficesName(driver);
    auto& offices = driver.page<gui::Page>("organisation");
    driver.window.activateWindow();
    driver.waitFor([&] { return driver.window.isActiveWindow(); });
    QSignalSpy wrote(&driver.dispatcher, &gui::Dispatcher::wrote);
    QTest::keyClick(name, Qt::Key_S, Qt::ControlModifier); // nothing to save
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("renamed"));
    REQUIRE(offices.hasUnsavedChanges());
    QTest::keyClick(name, Qt::Key_S, Qt::ControlModifier);
    driver.waitFor([&] { return !offices.hasUnsavedChanges() && driver.dispatcher.isSettled(); });
    CHECK(wrote.size() == 1);
    const auto records = driver.ask<QVector<model::Record>>([](const services::Workspace& workspace) {
        return services::listRecords(workspace, model::kindOf<model::Organisation>());
    });
    CHECK(std::any_of(records.begin(), records.end(),
                      [](const model::Record& each) { return each.name() == QStringLiteral("renamed"); }));
}

TEST_CASE("The window comes back where and as large as it was left", "[gui]")
{
    QSettings().clear();
    AnsweringPrompts prompts;
    gui::Dispatcher dispatcher;
    const auto clock = std::make_shared<FixedClock>(day("2024-09-30"));
    const QRect left(40, 30, 700, 520);
    {
        gui::MainWindow window(dispatcher, clock);
        window.showAsLeft();
        window.showNormal();
        window.setGeometry(left);
        window.close();
    }
    gui::MainWindow next(dispatcher, clock);
    next.showAsLeft();
    CHECK(next.isVisible());
    CHECK(next.size() == left.size().expandedTo(next.minimumSizeHint()));
}

TEST_CASE("F1 opens the manual at the page's own chapter and closes it again", "[gui]")
{
    WindowDriver driver;
    driver.page<gui::Page>("problem");
    const auto press = [&] { QTest::keyClick(&driver.window, Qt::Key_F1); };
    press();
    auto* help = driver.window.findChild<gui::HelpDock*>();
    REQUIRE(help);
    const auto* text = help->findChild<QTextBrowser*>();
    const QString chapter = driver.window.findChild<gui::PageHead*>()->title();
    CHECK(help->isVisible());
    CHECK(text->source().path().endsWith(chapter + QStringLiteral(".md")));
    CHECK(text->toPlainText().startsWith(chapter));
    driver.window.activateWindow();
    press();
    CHECK_FALSE(help->isVisible());
    driver.page<gui::Page>("instrument");
    press();
    CHECK(text->source().path().endsWith(driver.window.findChild<gui::PageHead*>()->title() + QStringLiteral(".md")));
}

TEST_CASE("我的待办 is narrowed by what is due when and by what it speaks of", "[gui]")
{
    WindowDriver driver;
    model::Problem problem;
    problem.fault = QStringLiteral("其他");
    problem.description = QStringLiteral("今天到期的问题");
    problem.foundOn = day("2024-09-02");
    problem.dueOn = day("2024-09-30");
    problem.source = model::ProblemSource::Other;
    bool isEntered = false;
    driver.dispatcher.write<services::Written>(
        &driver.window,
        [problem](services::Workspace& workspace) { return services::addRecord(workspace, model::toRecord(problem)); },
        [&](const Result<services::Written>& written) { isEntered = need(written).seq > 0; });
    driver.waitFor([&] { return isEntered; });
    auto& page = driver.page<gui::SummaryPage>("owed");
    auto* rows = page.findChild<gui::ListView*>();
    driver.waitFor([&] { return rows->model()->rowCount() > 0; });
    const int all = rows->model()->rowCount();
    auto* chips = page.findChild<gui::StateChips*>();
    REQUIRE(chips);
    int counted = 0;
    QStringList names;
    for (auto* chip : chips->findChildren<QPushButton*>()) {
        names << chip->text().section(QLatin1Char(' '), 0, 0);
        const int count = chip->text().section(QLatin1Char(' '), 1).toInt();
        chip->click();
        CHECK(rows->model()->rowCount() == count);
        counted += count;
    }
    CHECK(counted == 2 * all); // those of all groups, and all
    CHECK(names
          == QStringList{QStringLiteral("全部"), QStringLiteral("今天"), QStringLiteral("本周"),
                         QStringLiteral("等待批准、办理"), QStringLiteral("不得使用的器具"), QStringLiteral("已逾期"),
                         QStringLiteral("以后")});
    chips->findChildren<QPushButton*>().first()->click();
    auto* kinds = named<QComboBox>(page, QStringLiteral("类别"));
    REQUIRE(kinds->count() > 2);
    int ofKinds = 0;
    for (int place = 1; place < kinds->count(); ++place) {
        kinds->setCurrentIndex(place);
        CHECK(kinds->itemText(place).endsWith(QStringLiteral(" %1").arg(rows->model()->rowCount())));
        ofKinds += rows->model()->rowCount();
    }
    CHECK(ofKinds == all);
}

TEST_CASE("Who works decides what is offered: the office is not asked to order", "[gui]")
{
    WindowDriver driver;
    const QString path = driver.folder.filePath(QStringLiteral("journey.chc"));
    driver.window.closeCampaign();
    driver.waitFor([&] { return driver.window.currentPage() == nullptr && driver.dispatcher.isSettled(); });
    driver.window.openCampaign(
        [path, clock = driver.clock] {
            services::Actor actor;
            actor.name = QStringLiteral("办公室小李");
            actor.role = services::Role::Clerk;
            return services::Workspace::open(services::Place::ofFile(path), actor, clock);
        },
        path);
    driver.waitFor([&] { return driver.window.currentPage() != nullptr; });
    auto& page = driver.page<gui::RegisterPage>("list_entry");
    const auto* bar = page.findChild<gui::ActionBar*>();
    int refused = 0;
    for (const auto* button : bar->findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("镇政府批准") || button->text() == QStringLiteral("区局批准")) {
            ++refused;
            CHECK_FALSE(button->isEnabled());
            CHECK(button->toolTip().contains(QStringLiteral("办公室小李")));
        }
    CHECK(refused == 2);
    page.primaryAction()->trigger();
    auto* dialog = driver.dialog<gui::FormDialog>();
    CHECK_FALSE(dialog->findChild<QLineEdit*>(QStringLiteral("town_approved_on"))->isEnabled());
    CHECK(dialog->findChild<QLineEdit*>(QStringLiteral("drafted_on"))->text() == QStringLiteral("2024-09-30"));
}

TEST_CASE("A list says when a search found nothing", "[gui]")
{
    WindowDriver driver;
    auto& page = driver.page<gui::RegisterPage>("organisation");
    auto* list = page.findChild<gui::RecordList*>();
    auto* rows = list->findChild<gui::ListView*>();
    driver.waitFor([&] { return rows->model()->rowCount() > 0; });
    const auto* note = rows->findChild<gui::EmptyNote*>();
    REQUIRE(note);
    CHECK_FALSE(note->isVisible());
    list->setSearchText(QStringLiteral("没有这样的单位"));
    driver.waitFor([&] { return rows->model()->rowCount() == 0; });
    CHECK(note->isVisible());
    CHECK(note->text().contains(QStringLiteral("没有符合条件")));
}
