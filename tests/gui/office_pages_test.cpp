// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/form_dialog.h"
#include "gui/new_campaign_dialog.h"
#include "gui/pages/task_time_page.h"
#include "gui/pick_box.h"
#include "gui/record_form.h"
#include "gui/register_page.h"
#include "gui/start_page.h"
#include "gui/text_table.h"
#include "model/complaint_records.h"
#include "model/office_records.h"
#include "services/actions.h"
#include "services/registers.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// Enters a record as the services do, and waits for it.
Uid enter(WindowDriver& driver, const model::Record& record)
{
    std::optional<Uid> uid;
    driver.dispatcher.write<services::Written>(
        &driver.window, [record](services::Workspace& workspace) { return services::addRecord(workspace, record); },
        [&](const Result<services::Written>& written) { uid = need(written).uid; });
    driver.waitFor([&] { return uid.has_value(); });
    return *uid;
}

gui::FormDialog& openDialog(WindowDriver& driver)
{
    return *driver.dialog<gui::FormDialog>();
}

} // namespace

TEST_CASE("A pick is stored by its key and shown by its label; several stand one after the other", "[gui]")
{
    gui::PickBox one;
    one.setPicks({{QStringLiteral("a"), QStringLiteral("甲"), {}}, {QStringLiteral("b"), QStringLiteral("乙"), {}}});
    one.setText(QStringLiteral("b"));
    CHECK(one.currentText() == QStringLiteral("乙"));
    CHECK(one.text() == QLatin1String("b"));
    one.setText(QStringLiteral("别的"));
    CHECK(one.text() == QStringLiteral("别的")); // what the list does not hold is kept as it is

    gui::PickBox many(QStringLiteral("；"));
    many.setPicks({{QStringLiteral("第一条"), QStringLiteral("第一条　要点"), {}},
                   {QStringLiteral("第二条"), QStringLiteral("第二条　要点"), {}}});
    for (const int place : {0, 1, 1}) {
        many.setCurrentIndex(place);
        Q_EMIT many.activated(place);
    }
    CHECK(many.text() == QStringLiteral("第一条；第二条"));
}

TEST_CASE("立案 from a complaint opens with what is known and offers the articles in force", "[gui][STA-4]")
{
    WindowDriver driver;
    model::Complaint complaint;
    complaint.kind = model::ComplaintKind::Report;
    complaint.receivedOn = day("2024-09-20");
    complaint.respondent = QStringLiteral("路边水果摊");
    complaint.subject = QStringLiteral("使用未检定的秤");
    enter(driver, model::toRecord(complaint));
    auto& page = driver.page<gui::RegisterPage>("complaint");
    auto* panel = page.findChild<gui::RecordPanel*>();
    driver.waitFor([&] { return panel->record().has_value(); });
    driver.waitFor([&] { // what is owed next, and by when, stands above the form
        const auto labels = panel->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel* each) {
            return each->text().startsWith(QStringLiteral("要办：移交监管所，最迟 2024-09-23"));
        });
    });
    const auto& file = *services::findAction(model::kindOf<model::Complaint>(), QStringLiteral("file_case"));
    Q_EMIT panel->actionAsked(file);
    auto& dialog = openDialog(driver);
    CHECK(dialog.findChild<QLineEdit*>(QStringLiteral("party"))->text() == complaint.respondent);
    CHECK(dialog.findChild<QLineEdit*>(QStringLiteral("facts"))->text() == complaint.subject);
    auto* basis = dialog.findChild<gui::PickBox*>(QStringLiteral("legal_basis"));
    REQUIRE(basis);
    CHECK(basis->count() > 50);
    dialog.findChild<QLineEdit*>(QStringLiteral("number"))->setText(QStringLiteral("演示案1号"));
    basis->setCurrentIndex(basis->findData(QStringLiteral("《中华人民共和国计量法》第二十五条")));
    Q_EMIT basis->activated(basis->currentIndex());
    const auto typed = need(dialog.form().values());
    CHECK(model::textOf(typed.value(QStringLiteral("legal_basis")))
          == QStringLiteral("《中华人民共和国计量法》第二十五条"));
}

TEST_CASE("Tasks stand on a time line under their goals, and a task opens in its register", "[gui][TOWN-1]")
{
    QSettings().remove(QStringLiteral("views"));
    WindowDriver driver;
    const auto organisations = driver.ask<QVector<model::Record>>([](const services::Workspace& workspace) {
        return services::listRecords(workspace, model::kindOf<model::Organisation>());
    });
    model::Task task;
    task.goal = QStringLiteral("通过考核验收");
    task.title = QStringLiteral("整理一户一档");
    task.organisation = organisations.first().uid;
    task.setOn = day("2024-03-12");
    task.dueOn = day("2024-08-30");
    const Uid uid = enter(driver, model::toRecord(task));
    auto& page = driver.page<gui::TaskTimePage>("task_time");
    const auto* timeLine = named<gui::TextTable>(page, QStringLiteral("时间线"));
    driver.waitFor([&] { return timeLine->rowCount() == 2; });
    CHECK(timeLine->item(0, 0)->text() == task.goal);
    CHECK(timeLine->item(1, 1)->text().contains(QStringLiteral("未按期完成")));
    const QString key = timeLine->item(1, 0)->data(Qt::UserRole).toString();
    CHECK(key == uid.toString());
    page.printAction()->trigger();
    driver.waitFor([&] { return driver.prompts.printed.size() == 1; });
    CHECK(driver.prompts.printed.first().title == QStringLiteral("任务时间线"));
}

TEST_CASE("A new campaign goes on from the round before, which then only opens to be read", "[gui][LONG-1][SCOPE-3]")
{
    QSettings().clear();
    QTemporaryDir folder;
    const QString before = folder.filePath(QStringLiteral("上一轮.chc"));
    const auto clock = std::make_shared<FixedClock>(day("2024-09-30"));
    {
        auto old = need(services::Workspace::create(services::Place::ofFile(before), {}, clock,
                                                    need(services::RuleTexts::builtIn(QStringLiteral("gucun-2024")))));
        model::Unit unit;
        unit.name = QStringLiteral("甲菜场");
        unit.trade = model::Trade::Market;
        unit.participation = model::Participation::Participating;
        need(services::addRecord(*old, model::toRecord(unit)));
    }
    AnsweringPrompts prompts;
    gui::Dispatcher dispatcher;
    gui::MainWindow window(dispatcher, clock);
    window.show();
    press(*window.findChild<gui::StartPage*>(), QStringLiteral("新建活动…"));
    auto* dialog = window.findChild<gui::NewCampaignDialog*>();
    prompts.nextPath = before;
    dialog->findChild<QPushButton*>(QStringLiteral("predecessor"))->click();
    prompts.nextPath = folder.filePath(QStringLiteral("新一轮.chc"));
    press(*dialog, QStringLiteral("选择位置并新建…"));
    WindowDriver::waitFor([&] { return window.currentPage() != nullptr; });
    CHECK(prompts.errors.isEmpty());
    const auto old = need(services::Workspace::open(services::Place::ofFile(before), {}, clock));
    CHECK(old->isReadOnly());
    CHECK(old->closedSentence().contains(QStringLiteral("只能查看")));
}
