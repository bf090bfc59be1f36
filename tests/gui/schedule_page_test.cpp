// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "documents/pdf_file.h"
#include "documents/schedule_paper.h"
#include "gui/form_dialog.h"
#include "gui/pages/schedule_page.h"
#include "gui/record_form.h"
#include "gui/text_table.h"
#include "gui/theme.h"
#include "gui/time_bars.h"
#include "services/overview.h"

#include <QDialogButtonBox>
#include <QPainter>
#include <QPushButton>
#include <QSettings>

#include <algorithm>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// The schedule of a campaign in which nothing is registered yet.
struct ScheduleOnScreen {
    WindowDriver driver;
    gui::SchedulePage* page = nullptr;
    gui::TextTable* timeLine = nullptr;
    gui::TextTable* table = nullptr;

    ScheduleOnScreen()
    {
        QSettings().remove(QStringLiteral("views"));
        page = &driver.page<gui::SchedulePage>("schedule");
        for (auto* view : page->findChildren<gui::TextTable*>())
            (view->accessibleName() == QStringLiteral("时间线") ? timeLine : table) = view;
        REQUIRE((timeLine && table));
        driver.waitFor([&] { return timeLine->rowCount() > 0; });
    }

    rules::Status status()
    {
        return driver.ask<rules::Status>(
            [](const services::Workspace& workspace) { return services::statusOn(workspace, day("2024-09-30")); });
    }

    documents::TimeBar bar(int row) const
    {
        return timeLine->item(row, 2)->data(Qt::UserRole).value<documents::TimeBar>();
    }

    int rowOf(const QString& key) const
    {
        for (int row = 0; row < timeLine->rowCount(); ++row)
            if (timeLine->item(row, 0)->data(Qt::UserRole).toString() == key)
                return row;
        return -1;
    }
};

} // namespace

TEST_CASE("The time line shows every phase and milestone, what is late in red with a word", "[gui][PLAN-4]")
{
    ScheduleOnScreen schedule;
    CHECK(schedule.timeLine->isVisible());
    const auto status = schedule.status();
    qsizetype wanted = status.phases.size();
    int late = 0;
    for (const auto& phase : status.phases) {
        wanted += phase.milestones.size();
        for (const auto& milestone : phase.milestones) {
            if (milestone.state != rules::MilestoneState::Missed)
                continue;
            ++late;
            const int row = schedule.rowOf(milestone.key);
            REQUIRE(row >= 0);
            CHECK(schedule.bar(row).word.startsWith(QStringLiteral("逾期 ")));
            CHECK(schedule.timeLine->item(row, 1)->text() == QStringLiteral("▲ 未按期完成"));
            CHECK(schedule.timeLine->item(row, 2)->toolTip().endsWith(milestone.why));
        }
    }
    CHECK(late > 0);
    CHECK(schedule.timeLine->rowCount() == wanted);
}

TEST_CASE("A milestone that was done early, in time, late or not at all is painted as such", "[gui][PLAN-4]")
{
    documents::TimeChart chart{day("2024-01-01"), day("2024-07-01"), day("2024-06-15"), {}};
    documents::TimeBar bar;
    bar.key = QStringLiteral("m");
    bar.from = day("2024-03-01");
    bar.to = day("2024-03-31");
    bar.tone = documents::Tone::Warning;
    bar.lateUntil = chart.day;
    gui::TextTable table(QStringLiteral("x"), {QStringLiteral("x"), QStringLiteral("x")});
    gui::TimeBars bars;
    bars.setChart(chart);
    table.setItemDelegateForColumn(1, &bars);
    table.setRows({{{QStringLiteral("x")}, {QStringLiteral("x"), {}, false, {}, gui::TimeBars::cellOf(bar)}}});
    QImage image(620, 24, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    bars.paint(&painter, option, table.model()->index(0, 1));
    painter.end();
    const QRectF inside(10, 0, 600, 24);
    const auto colourOn = [&](const char* when) {
        return image.pixelColor(int(gui::xOf(chart, day(when), inside)), 12);
    };
    CHECK(colourOn("2024-02-15") == QColor(Qt::white));
    CHECK(colourOn("2024-03-15") == documents::fillOf(documents::Tone::Warning));
    CHECK(colourOn("2024-05-15") == documents::fillOf(documents::Tone::Fault));
    CHECK(colourOn("2024-06-15") == gui::faultColour()); // today's line
    CHECK(colourOn("2024-06-28") == QColor(Qt::white));
}

TEST_CASE("Enter on the time line records a milestone as done, and its mark appears", "[gui][PLAN-4]")
{
    ScheduleOnScreen schedule;
    schedule.timeLine->setCurrentCell(0, 0); // a phase
    schedule.page->primaryAction()->trigger();
    CHECK(schedule.driver.prompts.said.last().contains(QStringLiteral("请先选中一个节点")));
    const auto status = schedule.status();
    const auto milestones = status.phases.first().milestones;
    const auto byHand =
        std::find_if(milestones.begin(), milestones.end(), [](const auto& each) { return !each.isCountable; });
    REQUIRE(byHand != milestones.end());
    const int row = schedule.rowOf(byHand->key);
    schedule.timeLine->setCurrentCell(row, 0);
    Q_EMIT schedule.timeLine->itemActivated(schedule.timeLine->item(row, 0));
    auto* dialog = schedule.driver.dialog<gui::FormDialog>();
    CHECK(dialog->windowTitle() == QStringLiteral("登记完成：%1").arg(byHand->title));
    dialog->form().setValues({{QStringLiteral("on"), day("2024-09-29")}});
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
    schedule.driver.waitFor([&] { return schedule.bar(row).doneOn == day("2024-09-29"); });
    CHECK(schedule.bar(row).word.startsWith(QStringLiteral("迟 ")));
    CHECK(schedule.timeLine->currentKey() == byHand->key);
}

TEST_CASE("Time line and table change places and keep the chosen milestone, the paper lies across", "[gui]")
{
    ScheduleOnScreen schedule;
    const QString key = schedule.status().phases.last().milestones.last().key;
    schedule.timeLine->makeCurrent(key);
    press(*schedule.page, QStringLiteral("表格"));
    CHECK(schedule.table->isVisible());
    CHECK(schedule.table->currentKey() == key);
    press(*schedule.page, QStringLiteral("时间线"));
    CHECK(schedule.timeLine->currentKey() == key);
    schedule.page->printAction()->trigger();
    schedule.driver.waitFor([&] { return !schedule.driver.prompts.printed.isEmpty(); });
    const documents::Paper paper = schedule.driver.prompts.printed.first();
    CHECK(paper.isLandscape);
    CHECK(std::get<documents::TimeChart>(paper.blocks.first()).bars.size() == schedule.timeLine->rowCount());
    const QString file = schedule.driver.folder.filePath(QStringLiteral("schedule.pdf"));
    CHECK(need(documents::writePdf(file, {paper}, day("2024-09-30"))) > 1);
}
