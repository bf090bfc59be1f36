// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/form_dialog.h"
#include "gui/import_dialog.h"
#include "gui/list_view.h"
#include "gui/near_names.h"
#include "gui/record_list.h"
#include "gui/record_panel.h"
#include "gui/records_below.h"
#include "gui/register_page.h"
#include "gui/text_table.h"
#include "model/instrument_records.h"
#include "model/training_records.h"
#include "services/registers.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTabWidget>
#include <QTableView>

using namespace chengheng;
using namespace chengheng::test;

namespace {

QAbstractButton* visible(const QWidget& below, const QString& text)
{
    for (auto* each : below.findChildren<QAbstractButton*>())
        if (each->text() == text && each->isVisible())
            return each;
    return nullptr;
}

template <class R>
Uid add(WindowDriver& driver, const R& record)
{
    std::optional<Uid> uid;
    driver.dispatcher.write<services::Written>(
        &driver.window, [record](services::Workspace& w) { return services::addRecord(w, model::toRecord(record)); },
        [&](const Result<services::Written>& written) { uid = need(written).uid; });
    driver.waitFor([&] { return uid.has_value(); });
    return *uid;
}

template <class R>
QVector<R> all(WindowDriver& driver)
{
    QVector<R> typed;
    for (const model::Record& record : driver.ask<QVector<model::Record>>(
             [](const services::Workspace& w) { return services::listRecords(w, model::kindOf<R>()); }))
        typed.append(model::fromRecord<R>(record));
    return typed;
}

} // namespace

TEST_CASE("A sign-in list is pasted under its training, and filled down", "[gui][BUR-1]")
{
    WindowDriver driver;
    model::Training training;
    training.title = QStringLiteral("第一批培训");
    training.audience = model::Audience::Units;
    training.on = day("2024-09-20");
    training.topics = QStringLiteral("计量法规");
    const Uid held = add(driver, training);
    auto& page = driver.page<gui::RegisterPage>("training");
    page.reveal(held);
    auto* panel = page.findChild<gui::RecordPanel*>();
    driver.waitFor([&] { return panel->record() && panel->record()->uid == held; });
    auto* below = tab<gui::RecordsBelow>(*panel, QStringLiteral("相关登记"));
    QGuiApplication::clipboard()->setText(QStringLiteral("姓名\t身份\n张三\t计量管理员\n李四\t计量管理员\n"));
    REQUIRE(visible(*below, QStringLiteral("粘贴")));
    visible(*below, QStringLiteral("粘贴"))->click();
    auto* dialog = driver.dialog<gui::ImportDialog>();
    driver.waitFor([&] {
        return visible(*dialog, QStringLiteral("导入")) && visible(*dialog, QStringLiteral("导入"))->isEnabled();
    });
    press(*dialog, QStringLiteral("导入"));
    driver.waitFor([&] { return all<model::TrainingAttendance>(driver).size() == 2; });
    for (const model::TrainingAttendance& one : all<model::TrainingAttendance>(driver))
        CHECK(one.training == held);
    press(*dialog, QStringLiteral("完成"));
    auto* rows = below->findChild<QTableView*>();
    driver.waitFor([&] { return rows->model()->rowCount() == 2; });
    rows->selectAll();
    driver.prompts.chosenName = QStringLiteral("身份");
    press(*below, QStringLiteral("向下填充…"));
    auto* form = driver.dialog<gui::FormDialog>();
    auto* role = form->form().findChild<QComboBox*>(QStringLiteral("role"));
    role->setCurrentIndex(role->findData(QStringLiteral("head")));
    Q_EMIT form->submitted(need(form->form().values()));
    driver.waitFor([&] {
        const auto filled = all<model::TrainingAttendance>(driver);
        return std::all_of(filled.begin(), filled.end(),
                           [](const auto& one) { return one.role == model::AttendeeRole::Head; });
    });
    CHECK(driver.prompts.errors.isEmpty());
}

TEST_CASE("Names that are nearly a unit's are asked for one by one, with all they may mean and none of them", "[gui]")
{
    WindowDriver driver;
    model::Unit unit;
    unit.trade = model::Trade::Shop;
    for (const char* name : {"顾村示例便利店", "顾村示例便利店二", "菊盛示例超市"}) {
        unit.name = QString::fromUtf8(name);
        add(driver, unit);
    }
    QGuiApplication::clipboard()->setText(
        QStringLiteral("单位名称\t器具名称\t出厂编号\n顾村示例便利店一\t电子秤\tA-1\n菊盛示例超市店\t电子秤\tA-2\n"));
    gui::ImportDialog::paste(driver.dispatcher, model::kindOf<model::Instrument>(), &driver.window);
    auto* dialog = driver.dialog<gui::ImportDialog>();
    auto* names = dialog->findChild<gui::NearNames*>();
    driver.waitFor([&] { return names->rowCount() == 2; });
    const auto boxOf = [&](const QString& name) {
        return named<QComboBox>(*names, QStringLiteral("“%1”是哪一家").arg(name));
    };
    const auto answer = [&](const QString& name, const QString& choice) {
        QComboBox* box = boxOf(name);
        REQUIRE(box->findText(choice) >= 0);
        box->setCurrentIndex(box->findText(choice));
        Q_EMIT box->activated(box->currentIndex());
    };
    CHECK(boxOf(QStringLiteral("顾村示例便利店一"))->count() >= 4); // asks, two candidates, none of them
    answer(QStringLiteral("顾村示例便利店一"), QStringLiteral("顾村示例便利店二"));
    answer(QStringLiteral("菊盛示例超市店"), QStringLiteral("都不是，是另一家"));
    auto* faults = named<gui::TextTable>(*dialog, QStringLiteral("需要处理的行"));
    driver.waitFor([&] {
        return faults->rowCount() == 1 && faults->item(0, 3)->text().contains(QStringLiteral("没有登记过名为"));
    });
    CHECK_FALSE(visible(*dialog, QStringLiteral("导入"))->isEnabled());
    CHECK(names->rowCount() == 2); // an answer can be changed
    answer(QStringLiteral("菊盛示例超市店"), QStringLiteral("菊盛示例超市"));
    driver.waitFor([&] { return visible(*dialog, QStringLiteral("导入"))->isEnabled(); });
    press(*dialog, QStringLiteral("导入"));
    driver.waitFor([&] { return all<model::Instrument>(driver).size() == 2; });
    QStringList aliases;
    for (const model::UnitAlias& alias : all<model::UnitAlias>(driver))
        aliases << alias.alias;
    CHECK(aliases.contains(QStringLiteral("顾村示例便利店一")));
    CHECK(aliases.contains(QStringLiteral("菊盛示例超市店")));
    CHECK(driver.prompts.errors.isEmpty());
}

TEST_CASE("What was entered of milestones is listed by the plan's titles and corrected", "[gui][TOWN-1]")
{
    WindowDriver driver;
    const rules::Plan plan =
        driver.ask<rules::Plan>([](const services::Workspace& w) -> Result<rules::Plan> { return w.plan(); });
    const rules::Milestone& milestone = plan.phases.first().milestones.first();
    model::MilestoneFact fact;
    fact.milestone = milestone.key;
    fact.on = day("2024-03-10");
    const Uid entered = add(driver, fact);
    auto& page = driver.page<gui::RegisterPage>("milestone_fact");
    page.reveal(entered);
    auto* panel = page.findChild<gui::RecordPanel*>();
    driver.waitFor([&] { return panel->record() && panel->record()->uid == entered; });
    CHECK(panel->findChild<QComboBox*>(QStringLiteral("milestone"))->currentText() == milestone.title);
    CHECK(page.findChild<gui::ListView*>()->model()->index(0, 0).data().toString() == milestone.title);
    CHECK_FALSE(panel->hasUnsavedChanges());
    panel->findChild<QLineEdit*>(QStringLiteral("on"))->setText(QStringLiteral("2024-03-11"));
    panel->save();
    driver.waitFor([&] { return all<model::MilestoneFact>(driver).first().on == day("2024-03-11"); });
    CHECK(all<model::MilestoneFact>(driver).first().milestone == milestone.key);
    CHECK(driver.prompts.errors.isEmpty());
}

TEST_CASE("A unit's page shows what other registers say of it, without offering to enter it there", "[gui][BUR-1]")
{
    WindowDriver driver;
    model::Unit unit;
    unit.name = QStringLiteral("顾村菜场");
    unit.trade = model::Trade::Market;
    const Uid uid = add(driver, unit);
    model::Training training;
    training.title = QStringLiteral("第一批培训");
    training.audience = model::Audience::Units;
    training.on = day("2024-09-20");
    training.topics = QStringLiteral("计量法规");
    model::TrainingAttendance attendance;
    attendance.training = add(driver, training);
    attendance.unit = uid;
    attendance.person = QStringLiteral("张三");
    attendance.role = model::AttendeeRole::Manager;
    add(driver, attendance);
    auto& page = driver.page<gui::RegisterPage>("unit");
    page.reveal(uid);
    auto* panel = page.findChild<gui::RecordPanel*>();
    driver.waitFor([&] { return panel->record() && panel->record()->uid == uid; });
    auto* below = tab<gui::RecordsBelow>(*panel, QStringLiteral("相关登记"));
    auto* choice = named<QComboBox>(*below, QStringLiteral("相关登记"));
    const QString shown = QStringLiteral("%1（1）").arg(model::kindOf<model::TrainingAttendance>().title);
    driver.waitFor([&] { return choice->findText(shown) >= 0; });
    choice->setCurrentIndex(choice->findText(shown));
    CHECK_FALSE(visible(*below, QStringLiteral("粘贴")));
    CHECK_FALSE(visible(*below, QStringLiteral("导入…")));
}
