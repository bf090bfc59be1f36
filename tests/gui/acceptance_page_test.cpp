// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/page_registry.h"
#include "gui/pages/acceptance_page.h"
#include "gui/text_table.h"
#include "window_driver.h"

#include "documents/packet_catalogue.h"
#include "services/packets.h"
#include "services/registers.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>

using namespace chengheng;
using namespace chengheng::test;

namespace {

gui::TextTable* tableNamed(const QWidget& page, const char* name)
{
    for (auto* table : page.findChildren<gui::TextTable*>())
        if (table->accessibleName() == QString::fromUtf8(name))
            return table;
    FAIL("no table " << name);
    return nullptr;
}

} // namespace

TEST_CASE("The gap list leads, and each gap opens the page where it is filled", "[gui][PLAN-7]")
{
    WindowDriver driver;
    auto& acceptance = driver.page<gui::AcceptancePage>("acceptance");
    CHECK(acceptance.findChild<QTabWidget*>()->tabText(0) == QStringLiteral("材料缺口"));
    auto* gaps = tableNamed(acceptance, "材料缺口");
    driver.waitFor([&] { return gaps->rowCount() > 20; });
    const int rows = gaps->rowCount();
    for (int row = 0; row < rows; ++row) {
        INFO(gaps->item(row, 0)->text().toStdString());
        const QString place = gaps->item(row, 3)->text();
        CHECK_FALSE(place.isEmpty());
        driver.page<gui::AcceptancePage>("acceptance");
        gaps->selectRow(row);
        gaps->setCurrentCell(row, 0);
        Q_EMIT gaps->cellActivated(row, 0);
        gui::Page* front = driver.window.currentPage();
        REQUIRE(front);
        if (const auto* chapter = qobject_cast<gui::ChapterPage*>(front))
            front = chapter->current();
        CHECK(front->title() == place);
    }
    CHECK(driver.prompts.errors.join(QLatin1Char('\n')) == QString());
}

TEST_CASE("Papers show have, missing and stale with their pages", "[gui][PLAN-7]")
{
    WindowDriver driver;
    auto& acceptance = driver.page<gui::AcceptancePage>("acceptance");
    auto* papers = tableNamed(acceptance, "材料目录");
    driver.waitFor([&] { return driver.dispatcher.isSettled(); });
    CHECK(papers->rowCount() == 0); // nobody looks: nothing is laid out
    auto* tabs = acceptance.findChild<QTabWidget*>();
    tabs->setCurrentIndex(1);
    REQUIRE(tabs->tabText(1) == QStringLiteral("材料目录"));
    const auto catalogue = need(documents::parsePacketCatalogue(
        readFile(sourcePath(QStringLiteral("resources/packet/catalogue.json"))), QStringLiteral("catalogue.json")));
    driver.waitFor([&] { return papers->rowCount() == catalogue.papers.size(); });
    CHECK(papers->item(0, 1)->text() == QStringLiteral("● 有"));
    CHECK(papers->item(0, 2)->text().startsWith(QStringLiteral("1")));
    QStringList states;
    for (int row = 0; row < papers->rowCount(); ++row)
        states << papers->item(row, 1)->text();
    CHECK(states.contains(QStringLiteral("▲ 缺")));
    driver.prompts.nextPath = driver.folder.filePath(QStringLiteral("packet.zip"));
    acceptance.primaryAction()->trigger();
    driver.waitFor([&] {
        return !driver.prompts.said.isEmpty() && driver.prompts.said.last().contains(QStringLiteral("核验单"));
    });
    CHECK(QFile::exists(driver.folder.filePath(QStringLiteral("packet-核验单.pdf"))));
    CHECK(driver.prompts.errors.join(QLatin1Char('\n')) == QString());
}

TEST_CASE("A folder that was exported is compared with by its manifest", "[gui][PLAN-7]")
{
    WindowDriver driver;
    const QString folder = driver.folder.filePath(QStringLiteral("packet"));
    driver.ask<services::PacketReport>([folder](const services::Workspace& workspace) {
        return services::writePacket(workspace, folder, day("2024-06-30"));
    });
    auto& acceptance = driver.page<gui::AcceptancePage>("acceptance");
    auto* papers = tableNamed(acceptance, "材料目录");
    const auto states = [&] {
        QStringList all;
        for (int row = 0; row < papers->rowCount(); ++row)
            all << papers->item(row, 1)->text();
        return all.join(QLatin1Char(' '));
    };
    acceptance.findChild<QTabWidget*>()->setCurrentIndex(1); // only for who looks the pages are laid out
    driver.waitFor([&] { return papers->rowCount() > 20; });
    CHECK_FALSE(states().contains(QStringLiteral("过时")));
    driver.prompts.nextPath = folder + QStringLiteral("/manifest.json");
    press(acceptance, QStringLiteral("与上次的材料比…"));
    driver.waitFor([&] { return states().contains(QStringLiteral("过时")); }); // three months old
    CHECK(driver.prompts.errors.join(QLatin1Char('\n')) == QString());
}

TEST_CASE("The rehearsal's route and what to fix first are printed from its draw", "[gui][PLAN-7]")
{
    WindowDriver driver;
    bool isAdded = false;
    driver.dispatcher.write<services::Written>(
        &driver.window,
        [](services::Workspace& workspace) {
            model::Unit unit;
            unit.name = QStringLiteral("甲店");
            unit.trade = model::Trade::Shop;
            return services::addRecord(workspace, model::toRecord(unit));
        },
        [&](const Result<services::Written>& written) { isAdded = written.has_value(); });
    driver.waitFor([&] { return isAdded; });
    auto& acceptance = driver.page<gui::AcceptancePage>("acceptance");
    acceptance.findChild<QSpinBox*>(QStringLiteral("count"))->setValue(1);
    acceptance.findChild<QLineEdit*>(QStringLiteral("seed"))->setText(QStringLiteral("7"));
    const std::pair<const char*, const char*> buttons[] = {{"printRoute", "模拟抽查"}, {"printFirst", "先改哪几家"}};
    for (const auto& [name, title] : buttons) {
        INFO(name);
        const qsizetype before = driver.prompts.printed.size();
        acceptance.findChild<QPushButton*>(QLatin1String(name))->click();
        driver.waitFor([&] { return driver.prompts.printed.size() > before; });
        CHECK(driver.prompts.printed.last().title.contains(QString::fromUtf8(title)));
    }
    CHECK(driver.prompts.errors.join(QLatin1Char('\n')) == QString());
}
