// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/action_bar.h"
#include "gui/day_edit.h"
#include "gui/empty_note.h"
#include "gui/form_dialog.h"
#include "gui/new_campaign_dialog.h"
#include "gui/pick_dialog.h"
#include "gui/record_form.h"
#include "gui/theme.h"
#include "model/complaint_records.h"
#include "model/inspection_records.h"
#include "model/publicity_records.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTranslator>
#include <QTreeView>
#include <QWheelEvent>

using namespace chengheng;
using namespace chengheng::test;

namespace {

QStringList entriesOf(const QComboBox& box)
{
    QStringList entries;
    for (int place = 0; place < box.count(); ++place)
        entries << box.itemText(place);
    return entries;
}

bool isChoosable(const QComboBox& box, const QString& key)
{
    const int place = box.findData(key);
    REQUIRE(place >= 0);
    return box.model()->flags(box.model()->index(place, 0)) & Qt::ItemIsEnabled;
}

} // namespace

TEST_CASE("A form asks before what was typed is given up, and closes at once where nothing was", "[gui]")
{
    AnsweringPrompts prompts;
    prompts.agrees = false;
    QWidget parent;
    const auto& kind = model::kindOf<model::Commitment>();
    QPointer<gui::FormDialog> dialog = new gui::FormDialog(QStringLiteral("登记承诺书"), kind.fields, &parent);
    dialog->form().setValues(services::presumedValues(kind, {{}, day("2024-09-30")}));
    dialog->open();
    SECTION("prefilled is not typed")
    {
        QTest::keyClick(dialog, Qt::Key_Escape);
        CHECK_FALSE(dialog->isVisible());
        CHECK(prompts.said.isEmpty());
    }
    SECTION("typed is asked about")
    {
        dialog->findChild<QLineEdit*>(QStringLiteral("signed_on"))->setText(QStringLiteral("2024-09-01"));
        QTest::keyClick(dialog, Qt::Key_Escape);
        CHECK(dialog->isVisible());
        CHECK(prompts.said.size() == 1);
        prompts.agrees = true;
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Cancel)->click();
        CHECK_FALSE(dialog->isVisible());
    }
}

TEST_CASE("Pressing again after an answer was lost writes nothing twice", "[gui]")
{
    WindowDriver driver;
    const auto count = [&] {
        return driver
            .ask<QVector<model::Record>>([](const services::Workspace& workspace) {
                return services::listRecords(workspace, model::kindOf<model::Activity>());
            })
            .size();
    };
    const auto& kind = model::kindOf<model::Activity>();
    QPointer<gui::FormDialog> dialog = new gui::FormDialog(kind.title, kind.fields, &driver.window);
    dialog->form().setValues({{QStringLiteral("title"), QStringLiteral("例会")},
                              {QStringLiteral("kind"), QStringLiteral("meeting")},
                              {QStringLiteral("on"), day("2024-06-20")}});
    bool isLost = true; // written, but the line breaks before it is told
    dialog->submitTo(driver.dispatcher,
                     [&](services::Workspace& workspace, const services::FieldValues& values,
                         const Uid& intent) -> Result<services::Written> {
                         auto written = services::addRecord(workspace, services::recordOf(kind, values), intent);
                         if (std::exchange(isLost, false))
                             return fail(ErrorKind::Unavailable, "no_server", QStringLiteral("连接断开。"));
                         return written;
                     });
    dialog->open();
    auto* save = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save);
    save->click();
    driver.waitFor([&] { return driver.dispatcher.isSettled(); });
    REQUIRE(dialog);
    CHECK(dialog->isVisible());
    save->click();
    driver.waitFor([&] { return driver.dispatcher.isSettled() && dialog.isNull(); });
    CHECK(count() == 1);
}

TEST_CASE("Records that belong to units are offered of the chosen unit alone, what is chosen stays", "[gui]")
{
    const Uid one(QStringLiteral("one"));
    const Uid other(QStringLiteral("other"));
    const Uid scale(QStringLiteral("scale"));
    const Uid pump(QStringLiteral("pump"));
    gui::RecordForm form(model::kindOf<model::Problem>().fields);
    form.setChoices(QStringLiteral("unit"), {{one, QStringLiteral("甲店")}, {other, QStringLiteral("乙店")}});
    form.setChoices(QStringLiteral("instrument"),
                    {{scale, QStringLiteral("电子秤 · S-1 · 收银台")}, {pump, QStringLiteral("加油机 · P-1 · 1号岛")}});
    form.setChoices(gui::unitsOf(QStringLiteral("instrument")), {{scale, one.toString()}, {pump, other.toString()}});
    auto* unit = form.findChild<QComboBox*>(QStringLiteral("unit"));
    auto* instrument = form.findChild<QComboBox*>(QStringLiteral("instrument"));
    CHECK(entriesOf(*instrument) == QStringList{QString()}); // the whole ledger is no choice
    CHECK(instrument->lineEdit()->placeholderText() == QStringLiteral("请先选单位"));
    unit->setCurrentIndex(unit->findData(one.toString()));
    CHECK(entriesOf(*instrument) == QStringList{QString(), QStringLiteral("电子秤 · S-1 · 收银台")});
    instrument->setCurrentIndex(1);
    unit->setCurrentIndex(unit->findData(other.toString()));
    CHECK(instrument->currentData().toString() == scale.toString()); // to be seen and taken out
    CHECK(instrument->count() == 3);
    unit->setCurrentIndex(0);
    CHECK(instrument->count() == 2);
}

TEST_CASE("What is missing far down in a form comes into sight", "[gui]")
{
    QWidget parent;
    QPointer<gui::FormDialog> dialog =
        new gui::FormDialog(QStringLiteral("登记投诉举报"), model::kindOf<model::Complaint>().fields, &parent);
    dialog->show();
    QWidget* first = dialog->form().findChild<QWidget*>(QStringLiteral("kind"));
    CHECK(dialog->form().focusWidget() == first); // the number is given by the program
    dialog->form().setValues({{QStringLiteral("kind"), QStringLiteral("complaint")},
                              {QStringLiteral("received_on"), day("2024-05-27")},
                              {QStringLiteral("receiver"), QStringLiteral("town")},
                              {QStringLiteral("channel"), QStringLiteral("hotline_12345")}});
    auto* subject = dialog->form().findChild<QWidget*>(QStringLiteral("subject"));
    REQUIRE(subject);
    REQUIRE(subject->visibleRegion().isEmpty());
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
    CHECK(QTest::qWaitFor([&] { return !subject->visibleRegion().isEmpty(); }));
    CHECK(subject->hasFocus());
    dialog->close();
}

TEST_CASE("What is being written can no longer be given up", "[gui]")
{
    AnsweringPrompts prompts;
    QWidget parent;
    QPointer<gui::FormDialog> dialog = new gui::FormDialog(
        QStringLiteral("登记参建单位"), {*model::kindOf<model::Unit>().field(QStringLiteral("name"))}, &parent);
    dialog->show();
    dialog->form().findChild<QLineEdit*>(QStringLiteral("name"))->setText(QStringLiteral("甲店"));
    auto* buttons = dialog->findChild<QDialogButtonBox*>();
    buttons->button(QDialogButtonBox::Save)->click();
    dialog->reject(); // Esc
    CHECK(dialog->isVisible());
    CHECK(prompts.said.isEmpty()); // nothing is said to be lost that will be saved
    dialog->showFault(Error{ErrorKind::Conflict, QStringLiteral("x"), QStringLiteral("已有同名单位。"), {}});
    CHECK(buttons->button(QDialogButtonBox::Save)->isEnabled());
    dialog->reject();
    CHECK_FALSE(dialog->isVisible());
    CHECK(prompts.said.size() == 1);
}

TEST_CASE("What a record refers to is kept when it is looked at, offered or not", "[gui]")
{
    const Uid scale(QStringLiteral("scale"));
    const services::FieldValues values{{QStringLiteral("instrument"), scale.toString()}};
    for (const bool isNamed : {false, true}) {
        INFO(isNamed);
        gui::RecordForm form(model::kindOf<model::Problem>().fields);
        if (isNamed) {
            form.setChoices(QStringLiteral("instrument"), {{scale, QStringLiteral("电子秤 · S-1")}});
            form.setChoices(gui::unitsOf(QStringLiteral("instrument")), {{scale, QStringLiteral("one")}});
        }
        form.setValues(values); // names no unit, so that no instrument is offered
        CHECK_FALSE(form.isChanged());
        auto* instrument = form.findChild<QComboBox*>(QStringLiteral("instrument"));
        CHECK(instrument->currentData().toString() == scale.toString());
        form.setChoices(QStringLiteral("instrument"), {{scale, QStringLiteral("电子秤 · S-1")}});
        CHECK(instrument->currentText() == QStringLiteral("电子秤 · S-1"));
        form.setChoices(QStringLiteral("instrument"), {}); // cleared away meanwhile
        CHECK(instrument->currentData().toString() == scale.toString());
        CHECK_FALSE(form.isChanged());
        form.setValues({}); // the next record
        CHECK(instrument->findData(scale.toString()) < 0);
    }
}

TEST_CASE("What is not for a role to say cannot be filled in and says for whom it is", "[gui]")
{
    gui::RecordForm notice(model::kindOf<model::RectificationNotice>().fields);
    auto* kind = notice.findChild<QComboBox*>(QStringLiteral("issuer"));
    REQUIRE(kind);
    notice.setRole(model::Role::Clerk);
    CHECK_FALSE(isChoosable(*kind, QStringLiteral("order")));
    CHECK(isChoosable(*kind, QStringLiteral("advice")));
    CHECK(kind->itemData(kind->findData(QStringLiteral("order")), Qt::ToolTipRole)
              .toString()
              .contains(QStringLiteral("监管所")));
    gui::RecordForm entry(model::kindOf<model::ListEntry>().fields);
    entry.setRole(model::Role::Clerk);
    auto* approved = entry.findChild<QLineEdit*>(QStringLiteral("town_approved_on"));
    CHECK_FALSE(approved->isEnabled());
    CHECK(approved->toolTip().contains(QStringLiteral("领导")));
    entry.setReadOnly(false);
    CHECK_FALSE(approved->isEnabled());
    gui::RecordForm ordered(model::kindOf<model::RectificationNotice>().fields);
    ordered.setRole(model::Role::Officer);
    CHECK(isChoosable(*ordered.findChild<QComboBox*>(QStringLiteral("issuer")), QStringLiteral("order")));
}

TEST_CASE("Actions that do not fit stand under 更多, the first is always in sight", "[gui]")
{
    gui::ActionBar bar;
    QVector<QAction*> actions;
    for (const char* text : {"提出整改建议", "责令改正", "登记整改", "立案"})
        actions << new QAction(QString::fromUtf8(text), &bar);
    actions[1]->setEnabled(false);
    bar.setActions(actions, true);
    bar.resize(1000, bar.sizeHint().height());
    bar.show();
    const auto inSight = [&] {
        QStringList texts;
        for (const auto* button : bar.findChildren<QPushButton*>())
            if (button->isVisible())
                texts << button->text();
        return texts;
    };
    CHECK(inSight().size() == 4);
    bar.resize(bar.minimumSizeHint());
    CHECK(inSight().size() == 2);
    CHECK(inSight().contains(QStringLiteral("提出整改建议")));
    CHECK(inSight().contains(QStringLiteral("更多")));
    CHECK(bar.findChild<QMenu*>()->actions() == actions.mid(1));
    QSignalSpy done(actions[0], &QAction::triggered);
    press(bar, QStringLiteral("提出整改建议"));
    CHECK(done.size() == 1);
    for (const auto* button : bar.findChildren<QPushButton*>())
        if (button->text() == actions[1]->text())
            CHECK_FALSE(button->isEnabled());
}

TEST_CASE("An empty list says so until it has a row", "[gui]")
{
    QListWidget list;
    list.show();
    gui::EmptyNote note(&list, QStringLiteral("没有符合条件的记录。"));
    CHECK(note.isVisible());
    CHECK(note.width() == list.viewport()->width());
    list.addItem(QStringLiteral("甲"));
    CHECK_FALSE(note.isVisible());
    list.clear();
    CHECK(note.isVisible());
}

TEST_CASE("A day typed over counts once it is whole, and what is no day gives way to the one before", "[gui]")
{
    gui::DayEdit edit;
    edit.show();
    edit.setDate(day("2024-09-30"));
    QSignalSpy changed(&edit, &gui::DayEdit::dateChanged);
    edit.selectAll();
    QTest::keyClicks(&edit, QStringLiteral("2024-03-0"));
    CHECK(edit.date() == day("2024-09-30"));
    CHECK(changed.isEmpty());
    QTest::keyClicks(&edit, QStringLiteral("5"));
    CHECK(edit.date() == day("2024-03-05"));
    CHECK(changed.size() == 1);
    edit.selectAll();
    QTest::keyClicks(&edit, QStringLiteral("gibberish"));
    QTest::keyClick(&edit, Qt::Key_Return);
    CHECK(edit.text() == QStringLiteral("2024-03-05"));
    QTest::keyClick(&edit, Qt::Key_Up);
    CHECK(edit.date() == day("2024-03-06"));
    CHECK(changed.size() == 2);
}

TEST_CASE("Of what is offered the ticked ones are taken, and at least one", "[gui]")
{
    QVector<int> taken;
    auto* dialog = new gui::PickDialog(
        QStringLiteral("登记哪些问题？"), {QStringLiteral("甲"), QStringLiteral("乙")}, QStringLiteral("登记"),
        [&](const QVector<int>& places) { taken = places; }, nullptr);
    dialog->open();
    auto* names = dialog->findChild<QListWidget*>();
    const auto button = [&](const char* text) {
        for (auto* each : dialog->findChildren<QPushButton*>())
            if (each->text() == QString::fromUtf8(text))
                return each;
        return static_cast<QPushButton*>(nullptr);
    };
    for (int row = 0; row < 2; ++row)
        names->item(row)->setCheckState(Qt::Unchecked);
    CHECK_FALSE(button("登记")->isEnabled());
    auto* all = dialog->findChild<QCheckBox*>();
    CHECK_FALSE(all->isChecked());
    all->click();
    CHECK(names->item(0)->checkState() == Qt::Checked);
    all->click();
    CHECK_FALSE(button("登记")->isEnabled());
    names->item(1)->setCheckState(Qt::Checked);
    REQUIRE(button("登记")->isEnabled());
    button("登记")->click();
    CHECK(taken == QVector<int>{1});
    CHECK_FALSE(dialog->isVisible());
    auto* later = new gui::PickDialog(
        QStringLiteral("登记哪些问题？"), {QStringLiteral("甲")}, QStringLiteral("登记"),
        [&](const QVector<int>&) { FAIL("was put off"); }, nullptr);
    later->open();
    press(*later, QStringLiteral("以后再说"));
    CHECK_FALSE(later->isVisible());
}

TEST_CASE("The wheel over a field scrolls the form and leaves the field as it is", "[gui]")
{
    gui::RecordForm form(model::kindOf<model::Problem>().fields);
    form.show();
    auto* severity = form.findChild<QComboBox*>(QStringLiteral("severity"));
    severity->setCurrentIndex(1);
    severity->setFocus();
    QWheelEvent turned(QPointF(4, 4), severity->mapToGlobal(QPointF(4, 4)), {}, QPoint(0, -120), Qt::NoButton,
                       Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(severity, &turned);
    CHECK(severity->currentIndex() == 1);
    CHECK_FALSE(turned.isAccepted()); // goes on to the scroll area
}

TEST_CASE("The packet goes into an archive or, by the kind that is chosen, into a folder", "[gui]")
{
    QWidget parent;
    QTemporaryDir folder;
    gui::Prompts standard;
    standard.saveFile(&parent, QStringLiteral("导出验收材料"),
                      folder.filePath(QStringLiteral("验收材料-2024-09-30.zip")),
                      QStringLiteral("压缩包 (*.zip);;文件夹 (*)"), [](const QString&) {});
    auto* dialog = parent.findChild<QFileDialog*>();
    REQUIRE(dialog);
    CHECK(dialog->defaultSuffix() == QStringLiteral("zip"));
    const auto choose = [&](const char* kind) {
        dialog->selectNameFilter(QString::fromUtf8(kind));
        Q_EMIT dialog->filterSelected(QString::fromUtf8(kind));
        return QFileInfo(dialog->selectedFiles().value(0)).fileName();
    };
    CHECK(choose("文件夹 (*)") == QStringLiteral("验收材料-2024-09-30"));
    CHECK(dialog->defaultSuffix().isEmpty());
    choose("压缩包 (*.zip)");
    CHECK(dialog->defaultSuffix() == QStringLiteral("zip"));
}

TEST_CASE("A file dialog begins where the last one ended", "[gui]")
{
    QTemporaryDir folder;
    gui::Prompts standard;
    QString saved;
    {
        QWidget parent;
        standard.saveFile(&parent, QStringLiteral("导出"), folder.filePath(QStringLiteral("名册.xlsx")),
                          QStringLiteral("表格 (*.xlsx)"), [&saved](const QString& path) { saved = path; });
        static_cast<QDialog*>(parent.findChild<QFileDialog*>())->accept();
        REQUIRE(QFileInfo(saved).path() == folder.path());
    }
    QWidget parent;
    standard.openFile(&parent, QStringLiteral("导入"), QStringLiteral("表格 (*.xlsx)"), [](const QString&) {});
    CHECK(parent.findChild<QFileDialog*>()->directory().absolutePath() == folder.path());
    QSettings().remove(QStringLiteral("files/folder"));
}

TEST_CASE("File dialogs and message boxes say nothing in English", "[gui]")
{
    QTranslator texts;
    REQUIRE(texts.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
    QCoreApplication::installTranslator(&texts);
    static const QRegularExpression english(QStringLiteral("[A-Za-z]{3,}"));
    const auto englishIn = [](const QWidget& dialog) {
        QStringList found;
        for (const auto* label : dialog.findChildren<QLabel*>())
            found << label->text();
        for (const auto* button : dialog.findChildren<QAbstractButton*>())
            found << button->text() << button->toolTip();
        for (const auto* action : dialog.findChildren<QAction*>())
            found << action->text();
        for (const auto* view : dialog.findChildren<QTreeView*>())
            for (int column = 0; view->model() && column < view->model()->columnCount(); ++column)
                found << view->model()->headerData(column, Qt::Horizontal).toString();
        return found.filter(english);
    };
    QWidget parent;
    gui::Prompts standard;
    standard.openFile(&parent, QStringLiteral("导入"), QStringLiteral("表格 (*.xlsx)"), [](const QString&) {});
    standard.saveFile(&parent, QStringLiteral("导出"), QStringLiteral("台账.xlsx"), QStringLiteral("表格 (*.xlsx)"),
                      [](const QString&) {});
    standard.folder(&parent, QStringLiteral("选择文件夹"), [](const QString&) {});
    standard.confirm(&parent, QStringLiteral("撤销？"), QStringLiteral("撤销"), [] {});
    standard.askToSave(&parent, QStringLiteral("还没有保存。"), [] {}, [] {});
    standard.inform(&parent, QStringLiteral("已导出。"));
    const auto dialogs = parent.findChildren<QDialog*>();
    CHECK(dialogs.size() == 6);
    for (const QDialog* dialog : dialogs)
        CHECK(englishIn(*dialog).join(QLatin1Char('\n')).toStdString() == "");
    QCoreApplication::removeTranslator(&texts);
}

TEST_CASE("A plan whose days have all gone by says so before a campaign is made from it", "[gui]")
{
    AnsweringPrompts prompts;
    const QString gone = QStringLiteral("已经过去");
    for (const auto& [on, isGone] : {std::pair("2024-05-01", false), std::pair("2030-05-01", true)}) {
        gui::NewCampaignDialog dialog(day(on), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        CHECK(dialog.findChild<QLabel*>(QStringLiteral("summary"))->text().contains(gone) == isGone);
    }
}
