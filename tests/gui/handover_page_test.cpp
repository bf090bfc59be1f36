// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/form_dialog.h"
#include "gui/pages/handover_page.h"
#include "gui/text_table.h"
#include "model/complaint_records.h"
#include "model/office_records.h"
#include "services/registers.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>

using namespace chengheng;
using namespace chengheng::test;

namespace {

void fill(gui::FormDialog& dialog, const char* field, const QString& text)
{
    auto* line = dialog.form().findChild<QLineEdit*>(QLatin1String(field));
    REQUIRE(line);
    line->setText(text);
}

void save(gui::FormDialog& dialog)
{
    dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
}

} // namespace

TEST_CASE("Who leaves sees what is open, names the successor and gets the list to sign", "[gui][HAND-1]")
{
    WindowDriver driver;
    model::Complaint complaint;
    complaint.receivedOn = day("2024-09-10");
    complaint.respondent = QStringLiteral("某店");
    complaint.subject = QStringLiteral("少称");
    complaint.handler = QStringLiteral("王某");
    bool isAdded = false;
    driver.dispatcher.write<services::Written>(
        &driver.window,
        [&](services::Workspace& workspace) { return services::addRecord(workspace, model::toRecord(complaint)); },
        [&](const Result<services::Written>& written) { isAdded = written.has_value(); });
    driver.waitFor([&] { return isAdded; });

    auto& page = driver.page<gui::HandoverPage>("handover");
    press(page, QStringLiteral("移交…"));
    auto* who = driver.dialog<gui::FormDialog>();
    fill(*who, "from_person", QStringLiteral("王某"));
    save(*who);
    gui::FormDialog* successor = nullptr;
    driver.waitFor([&] {
        for (auto* dialog : page.findChildren<gui::FormDialog*>())
            if (dialog->findChild<gui::TextTable*>() && dialog->isVisible())
                successor = dialog;
        return successor != nullptr;
    });
    auto& work = *successor->findChild<gui::TextTable*>();
    REQUIRE(work.rowCount() == 1);
    CHECK(work.item(0, 1)->text() == QStringLiteral("少称"));
    CHECK(work.item(0, 3)->text() == QStringLiteral("改由接交人承办"));
    fill(*successor, "to_person", QStringLiteral("李某"));
    successor->form().setValues(
        {{QStringLiteral("to_person"), QStringLiteral("李某")}, {QStringLiteral("remarks"), QStringLiteral("轮岗")}});
    save(*successor);
    driver.waitFor([&] {
        return !driver.prompts.printed.isEmpty() || !driver.prompts.previewed.isEmpty()
               || !driver.prompts.errors.isEmpty();
    });
    CHECK(driver.prompts.errors.isEmpty());
    const auto rows = driver.ask<QVector<model::Record>>([](const services::Workspace& workspace) {
        return services::listRecords(workspace, model::kindOf<model::Complaint>());
    });
    CHECK(rows.first().value(QStringLiteral("handler")) == model::Value(QStringLiteral("李某")));
}
