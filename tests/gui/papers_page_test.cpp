// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/figure_check_dialog.h"
#include "gui/form_dialog.h"
#include "gui/pages/papers_page.h"
#include "gui/record_form.h"
#include "gui/record_list.h"
#include "gui/scan_dialog.h"
#include "gui/text_table.h"
#include "model/paper_records.h"
#include "services/issued_papers.h"
#include "services/registers.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPdfWriter>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace chengheng;
using namespace chengheng::test;

namespace {

QString pdfAt(const WindowDriver& driver, const char* name)
{
    const QString path = driver.folder.filePath(QString::fromUtf8(name));
    QPdfWriter writer(path);
    QPainter painter(&writer);
    painter.drawRect(500, 3000, 1000, 1000);
    return path;
}

QVector<model::Record> recordsOf(WindowDriver& driver, const model::RecordKind& kind)
{
    return driver.ask<QVector<model::Record>>(
        [&kind](const services::Workspace& workspace) { return services::listRecords(workspace, kind); });
}

QString cell(const gui::TextTable& table, int row, int column)
{
    return table.item(row, column)->text();
}

/// The chip of a state, with its count.
bool hasChip(const gui::PapersPage& page, const QString& text)
{
    const auto chips = page.findChildren<QPushButton*>();
    return std::any_of(chips.begin(), chips.end(), [&](const QPushButton* chip) { return chip->text() == text; });
}

} // namespace

TEST_CASE("A PDF is numbered in the window, and its scan is shown where it goes before it is filed", "[gui][TOWN-7]")
{
    WindowDriver driver;
    auto& page = driver.page<gui::PapersPage>("issued_paper");
    driver.prompts.nextPath = pdfAt(driver, "会议通知.pdf");
    press(page, QStringLiteral("给 PDF 编号…"));
    auto* form = driver.dialog<gui::FormDialog>();
    const QString stamped = driver.folder.filePath(QStringLiteral("带编码.pdf"));
    driver.prompts.nextPath = stamped;
    CHECK(form->form().findChild<QLineEdit*>(QStringLiteral("title"))->text() == QStringLiteral("会议通知"));
    form->form().findChild<QLineEdit*>(QStringLiteral("paper_kind"))->setText(QStringLiteral("通知"));
    form->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
    driver.waitFor([&] { return QFileInfo::exists(stamped); });
    driver.waitFor([&] { return hasChip(page, QStringLiteral("待打印 1")); });
    CHECK(hasChip(page, QStringLiteral("未办结 1")));
    CHECK(recordsOf(driver, model::kindOf<model::IssuedPaper>()).first().value(QStringLiteral("number"))
          == model::Value(QStringLiteral("2024-00001")));

    driver.prompts.nextPaths = {pdfAt(driver, "没有编码.pdf"), stamped};
    press(page, QStringLiteral("导入扫描件…"));
    auto* scan = driver.dialog<gui::ScanDialog>();
    auto& table = *scan->findChild<gui::TextTable*>();
    REQUIRE(table.rowCount() == 2);
    CHECK(cell(table, 0, 0) == QStringLiteral("2"));
    CHECK(cell(table, 0, 1) == QStringLiteral("2024-00001"));
    CHECK(cell(table, 0, 3).contains(QStringLiteral("还没有登记已打印、送签、已盖章")));
    CHECK(cell(table, 1, 0) == QStringLiteral("1"));
    CHECK(cell(table, 1, 3).startsWith(QStringLiteral("不归档")));
    QPushButton* file = nullptr;
    for (auto* button : scan->findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("归档"))
            file = button;
    REQUIRE(file);
    CHECK_FALSE(file->isEnabled());
    scan->findChildren<QCheckBox*>().first()->setChecked(true);
    CHECK(cell(table, 0, 3) == QStringLiteral("归到这份文书"));
    REQUIRE(file->isEnabled());
    file->click();
    driver.waitFor([&] { return hasChip(page, QStringLiteral("已扫描 1")); });
    CHECK(driver.prompts.said.last()
          == QStringLiteral("已归档 1 份文书，1 页。还有 1 页没有归档，仍在“没有编码.pdf”里。"));
    CHECK(driver.prompts.errors.isEmpty());
    CHECK(recordsOf(driver, model::kindOf<model::IssuedPaperStep>()).size() == 4);

    press(page, QStringLiteral("未办结 0"));
    CHECK(page.findChild<gui::RecordList*>()->shown().isEmpty());
}

TEST_CASE("A file that is no scan is refused in a sentence", "[gui]")
{
    WindowDriver driver;
    auto& page = driver.page<gui::PapersPage>("issued_paper");
    const QString path = driver.folder.filePath(QStringLiteral("坏的.pdf"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("不是 PDF");
    file.close();
    driver.prompts.nextPath = path;
    press(page, QStringLiteral("导入扫描件…"));
    driver.waitFor([&] { return !driver.prompts.errors.isEmpty(); });
    CHECK(driver.prompts.errors.first().endsWith(QStringLiteral("。")));
}

TEST_CASE("Figures of a report are checked in the window before it leaves", "[gui][BUR-6]")
{
    WindowDriver driver;
    auto& page = driver.page<gui::PapersPage>("issued_paper");
    press(page, QStringLiteral("报送数字核对…"));
    auto* dialog = driver.dialog<gui::FigureCheckDialog>();
    dialog->findChild<QPlainTextEdit*>(QStringLiteral("report"))
        ->setPlainText(QStringLiteral("参建单位 999 家，发放资料 30 份。"));
    press(*dialog, QStringLiteral("核对"));
    auto* table = dialog->findChild<gui::TextTable*>();
    driver.waitFor([&] { return table->rowCount() == 2; });
    CHECK(cell(*table, 0, 0).contains(QStringLiteral("不一致")));
    CHECK(cell(*table, 0, 2) == QStringLiteral("999家"));
    CHECK(cell(*table, 1, 0).contains(QStringLiteral("没有核对")));
    CHECK(dialog->findChild<QLabel*>(QStringLiteral("sentence"))->text().contains(QStringLiteral("1 个与")));
    dialog->reject();
}
