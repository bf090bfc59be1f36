// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/form_dialog.h"
#include "gui/pages/ledger_page.h"
#include "gui/pages/seen_instruments_page.h"
#include "gui/record_form.h"
#include "gui/record_list.h"
#include "model/supervisor_records.h"
#include "services/registers.h"
#include "support/pictures.h"

#include <QAction>
#include <QFile>
#include <QInputDialog>
#include <QTableView>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// A shop with a scale, and what a supervisor named there.
struct Office : WindowDriver {
    Office()
    {
        bool isDone = false;
        dispatcher.write<services::Written>(
            &window, &Office::fill, [&](const Result<services::Written>& filled) { isDone = need(filled).seq > 0; });
        waitFor([&] { return isDone; });
    }

    static Result<services::Written> fill(services::Workspace& workspace)
    {
        const auto add = [&](const auto& typed) {
            return need(services::addRecord(workspace, model::toRecord(typed)));
        };
        model::Unit unit;
        unit.name = QStringLiteral("甲店");
        unit.trade = model::Trade::Shop;
        model::Instrument scale;
        scale.unit = add(unit).uid;
        scale.name = QStringLiteral("电子计价秤");
        scale.serial = QStringLiteral("SC-0012");
        add(scale);
        model::Supervisor supervisor;
        supervisor.name = QStringLiteral("监督员甲");
        supervisor.recruitedOn = day("2024-03-01");
        model::SupervisorReport report;
        report.supervisor = add(supervisor).uid;
        report.unit = scale.unit;
        report.on = report.receivedOn = day("2024-09-11");
        model::ReportInstrument seen;
        seen.supervisorReport = add(report).uid;
        seen.name = QStringLiteral("计价秤");
        seen.serial = QStringLiteral("SC-0012");
        seen.description = QStringLiteral("标贴过期");
        return add(seen);
    }

    template <class R>
    R only()
    {
        return model::fromRecord<R>(ask<QVector<model::Record>>([](const services::Workspace& workspace) {
                                        return services::listRecords(workspace, model::kindOf<R>());
                                    }).first());
    }
};

} // namespace

TEST_CASE("What a supervisor named is matched to the ledger in one step", "[gui][SUP-2]")
{
    Office office;
    auto& page = office.page<gui::SeenInstrumentsPage>("report_instrument");
    auto* list = page.findChild<gui::RecordList*>();
    WindowDriver::waitFor([&] { return list->shown().size() == 1; });
    REQUIRE(list->makeCurrent(list->shown().first()));
    press(page, QStringLiteral("对应台账…"));
    auto* choice = office.dialog<QInputDialog>();
    CHECK(choice->comboBoxItems().size() == 2);
    CHECK(choice->textValue().contains(QStringLiteral("出厂编号相同")));
    choice->accept();
    const auto scale = office.only<model::Instrument>();
    WindowDriver::waitFor([&] { return office.only<model::ReportInstrument>().instrument == scale.uid; });
    CHECK(office.prompts.errors.isEmpty());
}

TEST_CASE("The ledger asks for a photograph before an instrument leaves use", "[gui][BUR-2]")
{
    Office office;
    office.prompts.nextPath = office.folder.filePath(QStringLiteral("封签.png"));
    QFile file(office.prompts.nextPath);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(picture(60, 40));
    file.close();
    auto& page = office.page<gui::LedgerPage>("instrument");
    auto* rows = page.findChild<QTableView*>();
    WindowDriver::waitFor([&] { return rows->model()->rowCount() == 1; });
    rows->selectRow(0);
    for (QAction* action : page.findChildren<QAction*>())
        if (action->text() == QStringLiteral("停用"))
            action->trigger();
    auto* form = office.dialog<gui::FormDialog>();
    form->form().setValues(
        {{QStringLiteral("from"), day("2024-09-30")}, {QStringLiteral("reason"), QStringLiteral("失准")}});
    Q_EMIT form->submitted(need(form->form().values()));
    WindowDriver::waitFor([&] { return office.only<model::Instrument>().status == model::InstrumentStatus::Stopped; });
    CHECK(office.only<model::Attachment>().subject == office.only<model::Instrument>().uid);
}
