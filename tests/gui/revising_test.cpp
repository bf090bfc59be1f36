// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_office.h"

#include "gui/form_dialog.h"
#include "gui/pages/draft_keeper.h"
#include "gui/pages/units_page.h"
#include "gui/record_form.h"
#include "gui/record_panel.h"
#include "gui/records_below.h"
#include "gui/upkeep.h"
#include "model/instrument_records.h"
#include "services/registers.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTabWidget>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// A unit with instruments, on screen.
struct OpenUnit {
    SampleOffice office;
    gui::UnitsPage& page = office.driver.page<gui::UnitsPage>("unit");
    gui::RecordPanel& panel = *page.findChild<gui::RecordPanel*>();
    Uid unit;

    OpenUnit()
    {
        unit = Uid(model::textOf(instruments().first().value(QStringLiteral("unit"))));
        page.reveal(unit);
        office.driver.waitFor(
            [this] { return panel.record() && panel.record()->uid == unit && office.driver.dispatcher.isSettled(); });
    }

    QVector<model::Record> instruments()
    {
        return office.driver.ask<QVector<model::Record>>(
            [](const services::Workspace& w) { return services::listRecords(w, model::kindOf<model::Instrument>()); });
    }

    model::Record stored()
    {
        return office.driver.ask<model::Record>([unit = unit](const services::Workspace& w) {
            return services::findRecord(w, model::kindOf<model::Unit>(), unit);
        });
    }
};

} // namespace

TEST_CASE("What is typed while a save is under way is saved after it, without a quarrel", "[gui]")
{
    OpenUnit open;
    auto* head = open.panel.findChild<QLineEdit*>(QStringLiteral("head"));
    auto* phone = open.panel.findChild<QLineEdit*>(QStringLiteral("head_phone"));
    head->setText(QStringLiteral("张三"));
    open.panel.save();
    phone->setText(QStringLiteral("56040001"));
    open.panel.save(); // before the first has answered
    const auto isSaved = [&] { return !open.panel.hasUnsavedChanges() && open.office.driver.dispatcher.isSettled(); };
    open.office.driver.waitFor(isSaved);
    CHECK(model::textOf(open.stored().value(QStringLiteral("head_phone"))) == QStringLiteral("56040001"));
    head->setText(QStringLiteral("李四"));
    open.panel.save();
    open.office.driver.waitFor(isSaved);
    CHECK(model::textOf(open.stored().value(QStringLiteral("head"))) == QStringLiteral("李四"));
    CHECK(open.office.driver.prompts.errors.join(QLatin1Char('\n')) == QString());
    CHECK_FALSE(open.panel.hasUnsavedChanges());
}

TEST_CASE("Correcting what moves a figure below a record asks since when and why", "[gui]")
{
    OpenUnit open;
    auto& below = *tab<gui::RecordsBelow>(open.panel, QStringLiteral("相关登记"));
    auto* choice = named<QComboBox>(below, QStringLiteral("相关登记"));
    const QString kind = model::kindOf<model::Instrument>().title;
    for (int place = 0; place < choice->count(); ++place)
        if (choice->itemText(place).startsWith(kind))
            choice->setCurrentIndex(place);
    auto* rows = named<gui::ListView>(below, kind);
    open.office.driver.waitFor([&] { return rows->model()->rowCount() > 0; });
    rows->selectRow(0);
    Q_EMIT rows->opened();
    auto* form = open.office.driver.dialog<gui::FormDialog>();
    auto* legalKind = form->form().findChild<QComboBox*>(QStringLiteral("legal_kind"));
    legalKind->setCurrentIndex(legalKind->findData(QStringLiteral("voluntary")));
    Q_EMIT form->submitted(need(form->form().values()));
    gui::FormDialog* asked = nullptr;
    open.office.driver.waitFor([&] {
        for (auto* each : form->findChildren<gui::FormDialog*>())
            if (each->isVisible())
                asked = each;
        return asked != nullptr;
    });
    asked->form().findChild<QLineEdit*>(QStringLiteral("reason"))->setText(QStringLiteral("登记时看错了"));
    Q_EMIT asked->submitted(need(asked->form().values()));
    open.office.driver.waitFor([&] {
        const auto all = open.instruments();
        return std::any_of(all.begin(), all.end(), [&](const model::Record& one) {
            return model::textOf(one.value(QStringLiteral("unit"))) == open.unit.toString()
                   && model::textOf(one.value(QStringLiteral("legal_kind"))) == QStringLiteral("voluntary");
        });
    });
    CHECK(open.office.driver.prompts.errors.isEmpty());
}

TEST_CASE("A draft that cannot be read lets one begin anew", "[gui]")
{
    AnsweringPrompts prompts;
    gui::Dispatcher closed;
    QWidget page;
    gui::DraftKeeper keeper(closed, [] { return gui::ScoringDraft(); }, &page);
    std::optional<QJsonObject> read;
    keeper.open(QStringLiteral("scoring/organiser"), [&](const QJsonObject& json) { read = json; });
    WindowDriver::waitFor([&] { return read.has_value(); });
    CHECK(read->isEmpty());
    CHECK(prompts.errors.size() == 1);
}

TEST_CASE("The day's backup says nothing where the campaign was closed again", "[gui]")
{
    AnsweringPrompts prompts;
    gui::Dispatcher closed;
    QWidget window;
    gui::keepSafe(closed, &window);
    QTest::qWait(50);
    CHECK(prompts.errors.isEmpty());
    CHECK(closed.isSettled());
}
