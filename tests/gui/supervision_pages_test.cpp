// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/acceptance_page.h"
#include "gui/pages/quiet_visits_page.h"
#include "gui/pages/scoring_page.h"
#include "gui/record_form.h"
#include "gui/reference_names.h"
#include "gui/text_table.h"
#include "model/supervisor_records.h"
#include "services/tables.h"
#include "window_driver.h"

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// The window on a campaign with the forty units of the sample.
struct Town : WindowDriver {
    Town()
    {
        bool isDone = false;
        dispatcher.write<services::ImportReport>(
            &window,
            [](services::Workspace& workspace) {
                return services::importFile(workspace, model::kindOf<model::Unit>(),
                                            sourcePath(QStringLiteral("tests/data/samples/roster.xlsx")), {});
            },
            [&isDone](const Result<services::ImportReport>& report) { isDone = bool(report); });
        waitFor([&isDone] { return isDone; });
    }
};

} // namespace

TEST_CASE("Quiet visits are drawn in the window by seed and number", "[gui][SUP-4]")
{
    Town town;
    auto& page = town.page<gui::QuietVisitsPage>("quiet_visits");
    auto* visits = named<gui::TextTable>(page, QStringLiteral("暗访名单"));
    town.waitFor([&] { return visits->rowCount() == 5; });
    page.findChild<QSpinBox*>()->setValue(7);
    press(page, QStringLiteral("抽取"));
    town.waitFor([&] { return visits->rowCount() == 7; });
    CHECK(visits->item(0, 3)->text() == QStringLiteral("▲ 没有人包干"));
    page.findChild<QSpinBox*>()->setValue(99);
    press(page, QStringLiteral("抽取"));
    town.waitFor([&] { return visits->rowCount() == 0; }); // more than there are: said on the page
    CHECK(town.prompts.errors.isEmpty());
}

TEST_CASE("As many units are drawn for the rehearsal as is asked, and a drawn one is scored on a page of its own",
          "[gui][BUR-5]")
{
    Town town;
    auto& acceptance = town.page<gui::AcceptancePage>("acceptance");
    auto* drawn = named<gui::TextTable>(acceptance, QStringLiteral("抽中的单位"));
    town.waitFor([&] { return drawn->rowCount() == 12; });
    acceptance.findChild<QSpinBox*>(QStringLiteral("count"))->setValue(5);
    acceptance.findChild<QAbstractButton*>(QStringLiteral("draw"))->click();
    town.waitFor([&] { return drawn->rowCount() == 5; });
    const QString unit = drawn->item(2, 0)->text();
    drawn->setCurrentCell(2, 0);
    Q_EMIT drawn->cellActivated(2, 0);
    auto& scoring = town.page<gui::ScoringPage>("rehearsal");
    CHECK(scoring.findChild<QComboBox*>(QStringLiteral("kind"))->count() == 1);
    CHECK(scoring.findChild<QComboBox*>(QStringLiteral("kind"))->currentText() == QStringLiteral("模拟检查"));
    town.waitFor([&] { return scoring.findChild<QComboBox*>(QStringLiteral("unit"))->currentText() == unit; });
    auto& counted = town.page<gui::ScoringPage>("scoring");
    CHECK(counted.findChild<QComboBox*>(QStringLiteral("kind"))->findText(QStringLiteral("模拟检查")) < 0);
}

TEST_CASE("A form hides what the chosen unit is not asked", "[gui][SUP-3]")
{
    gui::RecordForm form(model::kindOf<model::SupervisorReport>().fields);
    const Uid hospital(QStringLiteral("h"));
    const Uid market(QStringLiteral("m"));
    form.setChoices(QStringLiteral("unit"), {{hospital, QStringLiteral("医院")}, {market, QStringLiteral("菜场")}});
    form.setChoices(gui::tradesOfUnits, {{hospital, QStringLiteral("hospital")}, {market, QStringLiteral("market")}});
    const auto* quantity = form.findChild<QWidget*>(QStringLiteral("quantity"));
    const auto* commitment = form.findChild<QWidget*>(QStringLiteral("commitment"));
    form.setValues({{QStringLiteral("unit"), hospital.toString()}});
    CHECK_FALSE(quantity->isVisibleTo(&form));
    CHECK(commitment->isVisibleTo(&form));
    auto* unit = form.findChild<QComboBox*>(QStringLiteral("unit"));
    unit->setCurrentIndex(unit->findData(market.toString()));
    CHECK(quantity->isVisibleTo(&form));
    form.setValues(
        {{QStringLiteral("unit"), hospital.toString()}, {QStringLiteral("quantity"), QStringLiteral("bad")}});
    CHECK(quantity->isVisibleTo(&form)); // to be taken out again
}
