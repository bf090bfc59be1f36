// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/day_edit.h"

#include "gui/form_dialog.h"
#include "gui/pages/draft_keeper.h"
#include "gui/pages/item_asking.h"
#include "gui/pages/scoring_page.h"
#include "gui/pages/sheet_table.h"
#include "gui/print_preview.h"
#include "services/inspections.h"
#include "services/tables.h"

#include <QDialogButtonBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace chengheng;
using namespace chengheng::test;

namespace {

QJsonObject draftOf(WindowDriver& driver, const Uid& unit)
{
    return driver.ask<QJsonObject>([unit](const services::Workspace& workspace) {
        return services::loadDraft(workspace, QStringLiteral("scoring/") + unit.toString());
    });
}

qint64 inspectionsIn(WindowDriver& driver)
{
    return driver
        .ask<QVector<model::Record>>([](const services::Workspace& workspace) {
            return services::listRecords(workspace, model::kindOf<model::Inspection>());
        })
        .size();
}

/// Two restaurants, the first one's sheet on screen.
struct Restaurants {
    WindowDriver driver;
    QVector<model::Record> units;
    gui::ScoringPage* page = nullptr;
    gui::SheetTable* sheet = nullptr;

    Restaurants()
    {
        std::optional<int> imported;
        driver.dispatcher.write<services::ImportReport>(
            &driver.window,
            [](services::Workspace& workspace) {
                return services::importClipboard(workspace, model::kindOf<model::Unit>(),
                                                 QStringLiteral("单位名称\t业态\n甲店\t餐饮\n乙店\t餐饮\n"), {});
            },
            [&](const Result<services::ImportReport>& report) { imported = need(report).accepted; });
        driver.waitFor([&] { return imported == 2; });
        units = driver.ask<QVector<model::Record>>([](const services::Workspace& workspace) {
            return services::listRecords(workspace, model::kindOf<model::Unit>());
        });
        page = &driver.page<gui::ScoringPage>("scoring");
        sheet = page->findChild<gui::SheetTable*>();
        show(0);
    }

    void show(int unit)
    {
        page->reveal(units[unit].uid);
        driver.waitFor([&] { return sheet->itemCount() == 21 && driver.dispatcher.isSettled(); });
    }

    template <class R>
    Uid add(const R& record)
    {
        std::optional<Uid> uid;
        driver.dispatcher.write<services::Written>(
            &driver.window,
            [record](services::Workspace& workspace) {
                return services::addRecord(workspace, model::toRecord(record));
            },
            [&](const Result<services::Written>& written) { uid = need(written).uid; });
        driver.waitFor([&] { return uid.has_value(); });
        return *uid;
    }

    int rowOf(const char* id) const
    {
        for (int row = 0; row < sheet->rowCount(); ++row)
            if (sheet->idAt(row) == QLatin1String(id))
                return row;
        return -1;
    }

    /// Goes to a row by the arrow keys.
    void goTo(const char* id)
    {
        const int row = rowOf(id);
        REQUIRE(row >= 0);
        while (sheet->currentRow() != row)
            press(sheet->currentRow() < row ? Qt::Key_Down : Qt::Key_Up);
    }

    void press(Qt::Key key)
    {
        QTest::keyClick(sheet, key);
        QCoreApplication::processEvents(); // the screen follows each key
    }
    QString given(const char* id) const { return sheet->item(rowOf(id), 3)->text(); }
    QLineEdit* inspectors() const { return page->findChild<QLineEdit*>(QStringLiteral("inspectors")); }

    bool says(const QString& words) const
    {
        for (const QLabel* label : page->findChildren<QLabel*>())
            if (label->text().contains(words))
                return true;
        return false;
    }

    /// What waits to be saved is saved, as it would be after its delay.
    void saveDraftNow()
    {
        page->findChild<gui::DraftKeeper*>()->flush();
        driver.waitFor([this] { return driver.dispatcher.isSettled(); });
    }

    QPushButton* saveButton(gui::FormDialog* dialog) const
    {
        return dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save);
    }
};

} // namespace

TEST_CASE("Answers typed just before another unit is chosen stay with their own unit", "[gui]")
{
    Restaurants shop;
    shop.sheet->selectRow(0);
    shop.press(Qt::Key_Space);
    REQUIRE(shop.sheet->answers().answers.size() == 1);
    shop.page->reveal(shop.units[1].uid); // at once, before the draft's delay
    shop.driver.waitFor([&] { return !draftOf(shop.driver, shop.units[0].uid).isEmpty(); });
    shop.saveDraftNow();
    CHECK(need(rules::parseAnswers(draftOf(shop.driver, shop.units[0].uid), 4)).answers.size() == 1);
    CHECK(draftOf(shop.driver, shop.units[1].uid).isEmpty()); // looking is not typing
    shop.page->reveal(shop.units[0].uid);
    shop.driver.waitFor([&] { return shop.sheet->answers().answers.size() == 1; });
}

TEST_CASE("Another date or other names alone make no draft", "[gui]")
{
    Restaurants shop;
    shop.page->findChild<gui::DayEdit*>()->setDate(day("2024-09-12"));
    shop.inspectors()->setText(QStringLiteral("张虚构"));
    shop.saveDraftNow();
    CHECK(draftOf(shop.driver, shop.units[0].uid).isEmpty());
    shop.press(Qt::Key_Space);
    shop.driver.waitFor([&] { return !draftOf(shop.driver, shop.units[0].uid).isEmpty(); });
    const QJsonObject draft = draftOf(shop.driver, shop.units[0].uid);
    CHECK(draft.value(QStringLiteral("date")).toString() == QStringLiteral("2024-09-12"));
    CHECK(draft.value(QStringLiteral("inspectors")).toString() == QStringLiteral("张虚构"));
    shop.press(Qt::Key_Delete); // what was emptied again is no draft either
    shop.driver.waitFor([&] { return draftOf(shop.driver, shop.units[0].uid).isEmpty(); });
}

TEST_CASE("A unit's draft comes back with its day and inspectors, another unit keeps the usual ones", "[gui]")
{
    Restaurants shop;
    auto* date = shop.page->findChild<gui::DayEdit*>();
    shop.inspectors()->setText(QStringLiteral("张虚构"));
    date->setDate(day("2024-09-12"));
    shop.press(Qt::Key_Space);
    shop.show(1);
    CHECK(shop.inspectors()->text() == QStringLiteral("张虚构"));
    date->setDate(day("2024-09-20"));
    shop.inspectors()->setText(QStringLiteral("李虚构"));
    shop.show(0);
    CHECK(date->date() == day("2024-09-12"));
    CHECK(shop.inspectors()->text() == QStringLiteral("张虚构"));
    shop.show(1);
    CHECK(date->date() == day("2024-09-20"));
    CHECK(shop.inspectors()->text() == QStringLiteral("李虚构"));
}

TEST_CASE("A whole-sheet veto is stated with its finding and two inspectors, kept and filed", "[gui][PLAN-4]")
{
    Restaurants shop;
    shop.inspectors()->setText(QStringLiteral("张虚构"));
    shop.goTo("G2");
    shop.press(Qt::Key_V);
    auto* dialog = shop.driver.dialog<gui::FormDialog>();
    auto* finding = dialog->findChild<QPlainTextEdit*>(QStringLiteral("finding"));
    auto* names = dialog->findChild<QLineEdit*>(QStringLiteral("inspectors"));
    REQUIRE(finding);
    REQUIRE(names);
    CHECK(names->text() == QStringLiteral("张虚构"));
    shop.saveButton(dialog)->click(); // without a finding
    CHECK(dialog->isVisible());
    QTest::keyClicks(finding, QStringLiteral("locked the door"));
    shop.saveButton(dialog)->click(); // signed by one
    CHECK(dialog->isVisible());
    CHECK(shop.given("G2") == QStringLiteral("—"));
    names->setText(QStringLiteral("张虚构、李虚构"));
    shop.saveButton(dialog)->click();
    shop.driver.waitFor([&] { return shop.given("G2") == QStringLiteral("否决"); });
    CHECK(shop.inspectors()->text() == QStringLiteral("张虚构、李虚构"));
    shop.driver.waitFor([&] { return shop.says(QStringLiteral("一票否决（G2）成立，判为不合格")); });

    shop.show(1); // the draft keeps it
    CHECK(shop.given("G2") == QStringLiteral("—"));
    shop.show(0);
    CHECK(shop.given("G2") == QStringLiteral("否决"));
    CHECK(shop.sheet->findingAt(shop.rowOf("G2")) == QStringLiteral("locked the door"));

    shop.goTo("G3"); // and one taken back is gone
    shop.press(Qt::Key_V);
    auto* second = shop.driver.dialog<gui::FormDialog>();
    second->findChild<QPlainTextEdit*>(QStringLiteral("finding"))->setPlainText(QStringLiteral("x"));
    shop.saveButton(second)->click();
    shop.driver.waitFor([&] { return shop.given("G3") == QStringLiteral("否决"); });
    shop.press(Qt::Key_Delete);
    CHECK(shop.given("G3") == QStringLiteral("—"));

    shop.page->primaryAction()->trigger();
    shop.driver.waitFor([&] { return inspectionsIn(shop.driver) == 1; });
    const auto filed = shop.driver.ask<services::InspectionForm>(
        [](const services::Workspace& workspace) -> Result<services::InspectionForm> {
            const auto records = services::listRecords(workspace, model::kindOf<model::Inspection>());
            return services::inspectionForm(workspace, records->first().uid);
        });
    CHECK(filed.answers.globalVetoes == QStringList{QStringLiteral("G2")});
    CHECK(filed.answers.globalFindings.value(QStringLiteral("G2")) == QStringLiteral("locked the door"));
    CHECK(filed.inspectors == QStringLiteral("张虚构、李虚构"));
    CHECK(draftOf(shop.driver, shop.units[0].uid).isEmpty());
}

TEST_CASE("A whole sheet is scored and filed without the mouse", "[gui][PLAN-4]")
{
    Restaurants shop;
    shop.sheet->setFocus();
    CHECK(shop.sheet->currentRow() == 0);
    shop.press(Qt::Key_1); // 1 then 2 is twelve
    shop.press(Qt::Key_2);
    CHECK(shop.given("4.01") == QStringLiteral("12 次"));
    shop.press(Qt::Key_Delete);
    shop.press(Qt::Key_2);
    CHECK(shop.given("4.01") == QStringLiteral("2 次"));
    shop.press(Qt::Key_Return);
    CHECK(shop.sheet->currentRow() == 1);
    shop.press(Qt::Key_Space);
    CHECK(shop.given("4.02") == QStringLiteral("符合"));
    shop.press(Qt::Key_Space);
    CHECK(shop.given("4.02") == QStringLiteral("不符合"));
    shop.press(Qt::Key_N); // does not allow it
    CHECK(shop.given("4.02") == QStringLiteral("不符合"));

    shop.press(Qt::Key_Return);
    shop.press(Qt::Key_3); // a ratio asks for its numbers
    auto* ratio = shop.driver.dialog<gui::FormDialog>();
    QTest::keyClicks(ratio->findChild<QLineEdit*>(QStringLiteral("num")), QStringLiteral("4"));
    QTest::keyClicks(ratio->findChild<QLineEdit*>(QStringLiteral("den")), QStringLiteral("3"));
    shop.saveButton(ratio)->click();
    CHECK(ratio->isVisible()); // more than all
    ratio->findChild<QLineEdit*>(QStringLiteral("den"))->setText(QStringLiteral("5"));
    ratio->findChild<QLineEdit*>(QStringLiteral("den"))->setFocus();
    QTest::keyClick(ratio->findChild<QLineEdit*>(QStringLiteral("den")), Qt::Key_Return);
    shop.driver.waitFor([&] { return shop.given("4.03") == QStringLiteral("4/5"); });

    for (const char* id : {"4.05", "4.07", "4.08"}) {
        shop.goTo(id);
        shop.press(Qt::Key_N);
        auto* reason = shop.driver.dialog<gui::FormDialog>();
        auto* words = reason->findChild<QLineEdit*>(QStringLiteral("reason"));
        CHECK(words->text() == QStringLiteral("无贸易结算用计量器具"));
        QTest::keyClick(words, Qt::Key_Return);
        shop.driver.waitFor([&] { return shop.given(id) == QStringLiteral("缺项"); });
        QTest::qWait(50); // the form is gone before the next one
    }

    shop.goTo("4.09");
    shop.press(Qt::Key_V);
    auto* veto = shop.driver.dialog<gui::FormDialog>();
    QTest::keyClicks(veto->findChild<QPlainTextEdit*>(QStringLiteral("finding")), QStringLiteral("chip found"));
    veto->findChild<QLineEdit*>(QStringLiteral("inspectors"))->setText(QStringLiteral("张虚构、李虚构"));
    shop.saveButton(veto)->click();
    shop.driver.waitFor([&] { return shop.given("4.09") == QStringLiteral("不符合 否决"); });
    shop.press(Qt::Key_Space); // contradicts the veto: nothing happens
    CHECK(shop.given("4.09") == QStringLiteral("不符合 否决"));

    shop.goTo("G3"); // everything has been on screen by now
    shop.press(Qt::Key_R);
    CHECK(shop.given("4.21") == QStringLiteral("符合"));
    CHECK(shop.given("4.01") == QStringLiteral("2 次")); // what was found stays
    const qsizetype held = shop.driver.prompts.said.last().count(QLatin1Char('\n'));
    CHECK(shop.sheet->answers().answers.size() == 21 - held); // what is not on record is left to the inspector
    shop.driver.window.activateWindow();
    shop.driver.waitFor([&] { return shop.sheet->hasFocus(); }); // it comes back from each form
    QTest::keyClick(shop.sheet, Qt::Key_Return, Qt::ControlModifier);
    shop.driver.waitFor([&] { return inspectionsIn(shop.driver) == 1; });
    shop.driver.waitFor([&] { return shop.sheet->answers().answers.isEmpty(); }); // a clean sheet
}

TEST_CASE("Photographs on an item wait with the draft and are filed with the inspection", "[gui]")
{
    Restaurants shop;
    QImage picture(4, 4, QImage::Format_RGB32);
    picture.fill(Qt::white);
    shop.driver.prompts.nextPath = shop.driver.folder.filePath(QStringLiteral("seal.png"));
    REQUIRE(picture.save(shop.driver.prompts.nextPath));
    shop.inspectors()->setText(QStringLiteral("张虚构"));
    const auto count = [&](const char* id) { return shop.sheet->item(shop.rowOf(id), 5)->text(); };
    shop.goTo("4.09");
    shop.press(Qt::Key_Space);
    shop.press(Qt::Key_P);
    shop.press(Qt::Key_P); // the same once more
    CHECK(shop.driver.prompts.said.last().contains(QStringLiteral("已经附在 4.09 上")));
    picture.fill(Qt::black);
    shop.driver.prompts.nextPath = shop.driver.folder.filePath(QStringLiteral("scale.png"));
    REQUIRE(picture.save(shop.driver.prompts.nextPath));
    shop.press(Qt::Key_P);
    CHECK(count("4.09") == QStringLiteral("2 张"));
    shop.goTo("4.10");
    shop.press(Qt::Key_P);
    CHECK(count("4.10") == QStringLiteral("1 张"));
    press(*shop.page, QStringLiteral("移除照片"));
    CHECK(count("4.10").isEmpty());
    shop.show(1);
    CHECK(count("4.09").isEmpty());
    shop.show(0);
    CHECK(count("4.09") == QStringLiteral("2 张"));
    shop.page->primaryAction()->trigger();
    shop.driver.waitFor([&] { return inspectionsIn(shop.driver) == 1; });
    const auto facts =
        shop.driver.ask<model::CampaignFacts>([](const services::Workspace& workspace) { return workspace.facts(); });
    REQUIRE(facts.attachments.size() == 2);
    CHECK(facts.attachments[0].item == QStringLiteral("4.09"));
    CHECK(facts.attachments[0].subject == facts.inspections[0].uid);
    shop.driver.waitFor([&] { return count("4.09").isEmpty(); });
}

TEST_CASE("The rest is good only when signed and when every row has been on screen", "[gui]")
{
    Restaurants shop;
    shop.driver.window.resize(1366, 520);
    shop.press(Qt::Key_R);
    CHECK(shop.driver.prompts.said.last().contains(QStringLiteral("署名")));
    shop.inspectors()->setText(QStringLiteral("张虚构"));
    shop.sheet->scrollToBottom(); // leaps over the middle
    QTest::qWait(50);
    shop.press(Qt::Key_R);
    CHECK(shop.sheet->answers().answers.isEmpty());
    CHECK(shop.driver.prompts.said.last().contains(QStringLiteral("每一行")));
    const int unseen = shop.sheet->currentRow();
    CHECK(unseen > 0);
    while (shop.sheet->currentRow() + 1 < shop.sheet->rowCount())
        shop.press(Qt::Key_Down);
    shop.press(Qt::Key_R);
    // Three ratios are counted, not judged; a commitment nobody has seen and other records that are not there stay
    // open.
    const QString said = shop.driver.prompts.said.last();
    const qsizetype held = said.count(QLatin1Char('\n'));
    CHECK(held > 0);
    CHECK(shop.sheet->answers().answers.size() == 21 - held);
    CHECK(said.contains(QStringLiteral("没有承诺书已张贴的记录")));
}

TEST_CASE("A commitment that is on record and was seen passes with the rest", "[gui]")
{
    Restaurants shop;
    shop.inspectors()->setText(QStringLiteral("张虚构"));
    const auto commitmentItems = [&] {
        QStringList open;
        for (const QString& line : shop.driver.prompts.said.last().split(QLatin1Char('\n')))
            if (line.contains(QStringLiteral("没有承诺书")))
                open << line.section(QStringLiteral("："), 0, 0);
        return open;
    };
    while (shop.sheet->currentRow() + 1 < shop.sheet->rowCount())
        shop.press(Qt::Key_Down);
    shop.press(Qt::Key_R);
    REQUIRE(commitmentItems().size() == 1);
    const QByteArray item = commitmentItems().first().toLatin1();
    CHECK(shop.given(item.constData()) == QStringLiteral("—"));
    model::Commitment letter;
    letter.unit = shop.units[0].uid;
    letter.signedOn = day("2024-09-01");
    letter.displayed = model::Presence::Present;
    letter.seenOn = day("2024-09-02");
    shop.add(letter);
    shop.driver.waitFor([&] { return shop.sheet->suggestionAt(shop.rowOf(item.constData())) != nullptr; });
    shop.press(Qt::Key_R);
    CHECK(shop.given(item.constData()) == QStringLiteral("符合"));
}

TEST_CASE("What was scored comes back as a draft when its filing is undone", "[gui]")
{
    Restaurants shop;
    shop.inspectors()->setText(QStringLiteral("张虚构"));
    shop.press(Qt::Key_3);
    shop.press(Qt::Key_Down);
    shop.press(Qt::Key_Space);
    shop.page->primaryAction()->trigger();
    shop.driver.waitFor([&] { return inspectionsIn(shop.driver) == 1; });
    shop.driver.waitFor([&] { return shop.sheet->answers().answers.isEmpty(); });
    shop.driver.waitFor([&] { // how it came out is told
        const QStringList& said = shop.driver.prompts.said;
        return std::any_of(said.begin(), said.end(),
                           [](const QString& each) { return each.startsWith(QStringLiteral("评分已提交：实得")); });
    });
    shop.driver.window.activateWindow();
    shop.driver.waitFor([&] { return shop.driver.window.isActiveWindow() && shop.driver.dispatcher.isSettled(); });
    for (int step = 0; step < 5 && inspectionsIn(shop.driver) > 0; ++step) { // the problems it led to go first
        QTest::keyClick(&shop.driver.window, Qt::Key_Z, Qt::ControlModifier);
        shop.driver.waitFor([&] { return shop.driver.dispatcher.isSettled(); });
    }
    shop.driver.waitFor([&] { return shop.sheet->answers().answers.size() == 2; });
    CHECK(inspectionsIn(shop.driver) == 0);
    CHECK(shop.given("4.01") == QStringLiteral("3 次"));
    CHECK(shop.inspectors()->text() == QStringLiteral("张虚构"));
    CHECK(shop.driver.prompts.said.last().contains(QStringLiteral("回到这家单位的草稿")));
    CHECK_FALSE(draftOf(shop.driver, shop.units[0].uid).isEmpty());
}

TEST_CASE("The running grade is held at 合格 by an overdue instrument", "[gui][STA-3]")
{
    Restaurants shop;
    model::Instrument scale;
    scale.unit = shop.units[0].uid;
    scale.name = QStringLiteral("电子计价秤");
    scale.serial = QStringLiteral("S-1");
    scale.cycleMonths = 12;
    model::Verification old;
    old.instrument = shop.add(scale);
    old.verifiedOn = day("2023-01-10");
    shop.add(old);
    rules::SheetAnswers answers;
    answers.sheet = 4;
    const auto edition = shop.driver.ask<rules::SheetEdition>(
        [](const services::Workspace& workspace) -> Result<rules::SheetEdition> { return workspace.sheets(); });
    for (const rules::SheetItem& item : edition.sheet(4)->items)
        answers.answers.append(rules::goodAnswer(item));
    shop.sheet->setAnswers(answers);
    shop.driver.waitFor([&] { return shop.says(QStringLiteral("得分100，建议等级合格。在用强检器具中有1台超周期")); });
    CHECK_FALSE(shop.says(QStringLiteral("建议等级最高为合格。 在用"))); // said once
    auto* date = shop.page->findChild<gui::DayEdit*>();
    date->setDate(day("2023-06-01")); // still valid then
    shop.driver.waitFor([&] { return shop.says(QStringLiteral("得分100，建议等级优秀。")); });
    shop.show(1); // another unit has no such instrument
    shop.sheet->setAnswers(answers);
    shop.driver.waitFor([&] { return shop.says(QStringLiteral("得分100，建议等级优秀。")); });
}

TEST_CASE("Awards and checklists are asked for as their items say", "[gui]")
{
    QWidget parent;
    parent.show();
    rules::SheetItem item;
    item.id = QStringLiteral("9.01");
    item.max = Points::whole(3);
    std::optional<rules::Answer> given;
    const auto ask = [&] {
        given.reset();
        gui::askValue(&parent, item, std::nullopt, [&](const rules::Answer& answer) { given = answer; });
        gui::FormDialog* dialog = nullptr;
        WindowDriver::waitFor([&] {
            for (auto* each : parent.findChildren<gui::FormDialog*>())
                if (each->isVisible())
                    dialog = each;
            return dialog != nullptr;
        });
        return dialog;
    };
    const auto save = [](gui::FormDialog* dialog) {
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
    };
    SECTION("an award, in its steps and no more than full")
    {
        item.method.type = rules::MethodType::Award;
        item.method.step = Points::fromHundredths(50);
        auto* dialog = ask();
        auto* points = dialog->findChild<QLineEdit*>(QStringLiteral("points"));
        for (const char* wrong : {"viel", "3.5", "1.25", "-1"}) {
            points->setText(QLatin1String(wrong));
            save(dialog);
            CHECK_FALSE(given);
        }
        points->setText(QStringLiteral("1.5"));
        save(dialog);
        REQUIRE(given);
        CHECK(given->points == Points::fromHundredths(150));
    }
    SECTION("a checklist, none met is an answer too")
    {
        item.method.type = rules::MethodType::Checklist;
        item.method.checks = {QStringLiteral("上墙"), QStringLiteral("公示")};
        save(ask());
        REQUIRE(given);
        CHECK(given->isChecklist);
        CHECK(given->checks.isEmpty());
        WindowDriver::waitFor([&] { return parent.findChildren<gui::FormDialog*>().isEmpty(); });
        auto* dialog = ask();
        dialog->findChild<QAbstractButton*>(QStringLiteral("check1"))->setChecked(true);
        save(dialog);
        REQUIRE(given);
        CHECK(given->checks == QStringList{QStringLiteral("公示")});
    }
}

TEST_CASE("The sheet prints as it stands, blank, and as filed", "[gui]")
{
    Restaurants shop;
    auto& printed = shop.driver.prompts.printed;
    QTest::keyClick(&shop.driver.window, Qt::Key_P, Qt::ControlModifier);
    shop.driver.waitFor([&] { return printed.size() == 1; });
    CHECK(printed[0].mark == QStringLiteral("参考稿（非官方评分表）"));
    CHECK_FALSE(printed[0].isLandscape);
    const auto choose = [&](const char* text) {
        for (QAction* action : shop.page->findChildren<QAction*>())
            if (action->text() == QString::fromUtf8(text)) {
                action->trigger();
                return;
            }
        FAIL(text);
    };
    choose("打印空白评分表（带到现场）");
    shop.driver.waitFor([&] { return printed.size() == 2; });
    CHECK(printed[1].isLandscape);
    shop.inspectors()->setText(QStringLiteral("张虚构"));
    shop.press(Qt::Key_Space);
    shop.page->primaryAction()->trigger();
    shop.driver.waitFor([&] { return inspectionsIn(shop.driver) == 1 && shop.driver.dispatcher.isSettled(); });
    choose("打印刚提交的评分表");
    shop.driver.waitFor([&] { return printed.size() == 3; });
    const auto& head = std::get<documents::KeyValues>(printed[2].blocks.first());
    CHECK(head.rows.contains({QStringLiteral("检查人员"), QStringLiteral("张虚构")}));
}

TEST_CASE("A preview shows each page and saves as PDF", "[gui]")
{
    AnsweringPrompts prompts;
    QTemporaryDir folder;
    prompts.nextPath = folder.filePath(QStringLiteral("sheet"));
    documents::Paper paper;
    paper.title = QStringLiteral("检查评分");
    paper.asOf = day("2024-09-30");
    paper.blocks = {documents::Paragraph{QStringLiteral("第一")}, documents::PageBreak{},
                    documents::Paragraph{QStringLiteral("第二")}};
    auto* preview = new gui::PrintPreview(gui::printableOf(paper), nullptr);
    preview->open();
    CHECK(preview->pageCount() == 2);
    press(*preview, QStringLiteral("下一页"));
    press(*preview, QStringLiteral("另存为 PDF…"));
    WindowDriver::waitFor([&] { return !prompts.said.isEmpty(); });
    CHECK(prompts.errors.isEmpty());
    CHECK(readFile(folder.filePath(QStringLiteral("sheet.pdf"))).startsWith("%PDF"));
    preview->close();
}
