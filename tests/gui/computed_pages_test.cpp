// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_office.h"

#include "base/text.h"
#include "documents/code_reader.h"
#include "documents/pdf_file.h"
#include "gui/pages/dashboard_page.h"
#include "gui/pages/ledger_page.h"
#include "gui/print_preview.h"
#include "gui/record_list.h"
#include "gui/summary_page.h"
#include "gui/text_table.h"
#include "services/issued_papers.h"

#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolBar>
#include <QToolButton>

using namespace chengheng;
using namespace chengheng::test;

namespace {

using Office = SampleOffice;

QToolButton* chip(QWidget& page, const QString& beginning)
{
    for (auto* button : page.findChildren<QToolButton*>())
        if (button->text().startsWith(beginning))
            return button;
    return nullptr;
}

} // namespace

TEST_CASE("The dashboard shows what the services count, and a figure leads to its list", "[gui][BUR-6]")
{
    Office office;
    auto& page = office.driver.page<gui::DashboardPage>("dashboard");
    auto* rate = [&] {
        for (auto* label : page.findChildren<QLabel*>())
            if (label->accessibleName() == QStringLiteral("有效率"))
                return label;
        return static_cast<QLabel*>(nullptr);
    }();
    REQUIRE(rate);
    const auto report = office.report();
    office.driver.waitFor([&] { return rate->text().contains(report.figures.validityRate().toPercent()); });
    auto* trades = [&] {
        for (auto* table : page.findChildren<gui::TextTable*>())
            if (table->accessibleName() == QStringLiteral("各业态"))
                return table;
        return static_cast<gui::TextTable*>(nullptr);
    }();
    REQUIRE(trades);
    qint64 shown = 0;
    for (int row = 0; row < trades->rowCount(); ++row)
        for (const QVariant& count : trades->item(row, 2)->data(Qt::UserRole).toList())
            shown += count.toLongLong();
    qint64 counted = 0;
    for (const qint64 count : report.figures.counts)
        counted += count;
    CHECK(shown == counted);
    page.printAction()->trigger();
    office.driver.waitFor([&] { return !office.driver.prompts.printed.isEmpty(); });
    const documents::Paper paper = office.driver.prompts.printed.first();
    const auto& printed = std::get<documents::KeyValues>(paper.blocks.first()).rows;
    CHECK(printed[2].second.startsWith(report.figures.validityRate().toPercent()));
    CHECK(need(documents::writePdf(office.driver.folder.filePath(QStringLiteral("a.pdf")), {paper}, day("2024-09-30")))
          == 1);
    Q_EMIT rate->linkActivated(QStringLiteral("instrument"));
    CHECK(office.driver.window.currentPage()->key() == QStringLiteral("instrument"));
    auto* rows = office.driver.window.currentPage()->findChild<gui::ListView*>();
    const auto ledger = office.driver.ask<services::LedgerView>(
        [](const services::Workspace& workspace) { return services::ledgerOn(workspace, day("2024-09-30")); });
    const qsizetype behindRate = rules::listsBehind(ledger.report, rules::RateKind::Validity).denominator.size();
    REQUIRE(behindRate < ledger.report.lines.size());
    office.driver.waitFor([&] { return rows->model()->rowCount() == behindRate; });
    CHECK(chip(*office.driver.window.currentPage(), QStringLiteral("只看：有效率"))->isVisible());
    chip(*office.driver.window.currentPage(), QStringLiteral("只看：有效率"))->click();
    CHECK(rows->model()->rowCount() == ledger.report.lines.size());
}

TEST_CASE("A trade's row leads to the units it counts", "[gui]")
{
    Office office;
    auto& page = office.driver.page<gui::DashboardPage>("dashboard");
    auto* trades = named<gui::TextTable>(page, QStringLiteral("各业态"));
    office.driver.waitFor([&] { return trades->rowCount() > 0; });
    const QString counted = trades->item(0, 1)->text().section(QLatin1Char(' '), 0, 0);
    trades->setCurrentCell(0, 0);
    Q_EMIT trades->cellActivated(0, 0);
    CHECK(office.driver.window.currentPage()->key() == QStringLiteral("unit"));
    const auto* list = office.driver.window.currentPage()->findChild<gui::RecordList*>();
    office.driver.waitFor([&] { return list->shown().size() == counted.toInt(); });
}

TEST_CASE("A paper printed from a page gets its number in the preview, and every page bears it", "[gui][papers]")
{
    Office office;
    auto& driver = office.driver;
    auto& page = driver.page<gui::DashboardPage>("dashboard");
    driver.waitFor([&] { return driver.dispatcher.isSettled(); });
    page.printAction()->trigger();
    driver.waitFor([&] { return !driver.prompts.previewed.isEmpty(); });
    gui::PrintPreview preview(driver.prompts.previewed.first(), nullptr);
    preview.setAttribute(Qt::WA_DeleteOnClose, false);
    preview.show();
    press(preview, QStringLiteral("编号登记"));
    const auto remark = [&] {
        for (const auto* label : preview.findChildren<QLabel*>())
            if (label->text().contains(QStringLiteral("2024-00001")))
                return true;
        return false;
    };
    driver.waitFor(remark);
    for (const auto* button : preview.findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("编号登记"))
            CHECK_FALSE(button->isVisible()); // no paper gets two
    driver.prompts.nextPath = driver.folder.filePath(QStringLiteral("编号.pdf"));
    press(preview, QStringLiteral("另存为 PDF…"));
    driver.waitFor([&] { return QFileInfo::exists(driver.prompts.nextPath); });
    const auto codes = need(documents::codesOnPages(readFile(driver.prompts.nextPath)));
    CHECK(codes.size() == preview.pageCount());
    for (const QStringList& onPage : codes) {
        REQUIRE(onPage.size() == 1);
        CHECK(onPage.first().contains(QStringLiteral("-2024-00001-")));
    }
    const auto kept = driver.ask<QVector<model::Record>>([](const services::Workspace& workspace) {
        return services::listRecords(workspace, model::kindOf<model::IssuedPaper>());
    });
    REQUIRE(kept.size() == 1);
    CHECK(kept.first().name() == driver.prompts.printed.first().title);
}

TEST_CASE("The ledger's chips keep what they count, and bookings stand by their last day", "[gui][PLAN-4]")
{
    Office office;
    auto& page = office.driver.page<gui::LedgerPage>("instrument");
    auto* rows = page.findChild<gui::ListView*>();
    office.driver.waitFor([&] { return rows->model()->rowCount() == 489; });
    const QString overdue = QStringLiteral("▲ 超周期");
    REQUIRE(chip(page, overdue));
    const qint64 wanted = office.report().figures.count(rules::VerificationStatus::Overdue);
    CHECK(chip(page, overdue)->text() == QStringLiteral("%1 %2").arg(overdue).arg(wanted));
    chip(page, overdue)->click();
    for (int row = 0; row < rows->model()->rowCount(); ++row)
        CHECK(rows->model()->index(row, 4).data().toString() == overdue);
    chip(page, QStringLiteral("一个月内预约"))->click();
    REQUIRE(rows->model()->rowCount() > 1);
    for (int row = 1; row < rows->model()->rowCount(); ++row)
        CHECK(rows->model()->index(row - 1, 6).data().toString() <= rows->model()->index(row, 6).data().toString());
}

TEST_CASE("A computed list is searched by initials, sorted by value and copied for WeChat", "[gui]")
{
    Office office;
    auto& page = office.driver.page<gui::SummaryPage>("dossiers");
    auto* rows = page.findChild<gui::ListView*>();
    office.driver.waitFor([&] { return rows->model()->rowCount() == 40; });
    page.focusSearch();
    auto* search = named<QLineEdit>(page, QStringLiteral("搜索"));
    CHECK(page.isAncestorOf(office.driver.window.focusWidget()));
    search->setText(QStringLiteral("yjd")); // 眼镜店
    office.driver.waitFor([&] { return rows->model()->rowCount() < 40; });
    REQUIRE(rows->model()->rowCount() > 1);
    for (int row = 0; row < rows->model()->rowCount(); ++row)
        CHECK(cell(*rows, row, 0).contains(QStringLiteral("眼镜店")));
    rows->sortByColumn(0, Qt::DescendingOrder);
    CHECK(compareNames(cell(*rows, 0, 0), cell(*rows, 1, 0)) >= 0);
    const QString text = rows->plainText(page.title());
    CHECK(text.startsWith(QStringLiteral("【%1】共 %2 条").arg(page.title()).arg(rows->model()->rowCount())));
    CHECK(text.contains(cell(*rows, 0, 0)));
}
