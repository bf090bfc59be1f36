// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/action_bar.h"
#include "gui/form_dialog.h"
#include "gui/list_view.h"
#include "gui/pages/problem_board.h"
#include "gui/pages/problems_page.h"
#include "gui/record_form.h"
#include "gui/record_list.h"
#include "gui/record_panel.h"
#include "services/actions.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>

using namespace chengheng;
using namespace chengheng::test;

namespace {

using rules::ProblemState;

struct Sample {
    const char* unit;
    const char* due;
    QVector<const char*> steps; ///< keys of actions, one a day from 2024-09-02 on
};

const QVector<Sample>& samples()
{
    static const QVector<Sample> all{
        {"甲店", "2024-10-02", {}},
        {"甲店", "2024-09-25", {}},
        {"乙店", "2024-10-20", {"advise"}},
        {"乙店", "2024-09-10", {"advise", "rectify"}},
        {"乙店", "2024-09-10", {"advise", "rectify", "recheck_pass", "close"}},
    };
    return all;
}

model::Record made(const model::RecordKind& kind, const services::FieldValues& values)
{
    services::FieldValues all = services::presumedValues(kind);
    for (auto it = values.begin(); it != values.end(); ++it)
        all.insert(it.key(), it.value());
    return services::recordOf(kind, all);
}

Result<void> take(services::Workspace& workspace, const Uid& problem, const Sample& sample)
{
    QDate on = day("2024-09-01");
    for (const char* key : sample.steps) {
        const services::Action* action = services::findAction(model::kindOf<model::Problem>(), QLatin1String(key));
        on = on.addDays(1);
        const bool isRectified = QLatin1String(key) == QLatin1String("rectify");
        services::FieldValues inputs{
            {QStringLiteral("on"), on},
            {QStringLiteral("persons"), isRectified ? QStringLiteral("赵六") : QStringLiteral("张三")}};
        if (isRectified)
            inputs.insert(QStringLiteral("evidence"), QStringLiteral("照片"));
        if (const auto done = services::doAction(workspace, *action, problem, inputs); !done)
            return fail(done.error());
    }
    return {};
}

/// Two stations with a unit each, and the sample problems.
Result<int> fill(services::Workspace& workspace)
{
    QHash<QString, Uid> units;
    for (const char* name : {"甲店", "乙店"}) {
        const QString unit = QString::fromUtf8(name);
        const QString stationName = unit.left(1) + QStringLiteral("所");
        const auto station = services::addRecord(
            workspace,
            made(model::kindOf<model::Organisation>(),
                 {{QStringLiteral("name"), stationName}, {QStringLiteral("kind"), QStringLiteral("station")}}));
        if (!station)
            return fail(station.error());
        const auto added =
            services::addRecord(workspace, made(model::kindOf<model::Unit>(),
                                                {{QStringLiteral("name"), unit},
                                                 {QStringLiteral("trade"), model::keyOf(model::Trade::Market)},
                                                 {QStringLiteral("station"), station->uid.toString()}}));
        if (!added)
            return fail(added.error());
        units.insert(unit, added->uid);
    }
    for (const Sample& sample : samples()) {
        const auto problem = services::addRecord(
            workspace,
            made(model::kindOf<model::Problem>(),
                 {{QStringLiteral("unit"), units.value(QString::fromUtf8(sample.unit)).toString()},
                  {QStringLiteral("fault"), QStringLiteral("承诺书未张贴")},
                  {QStringLiteral("description"), QStringLiteral("期限%1的问题").arg(QLatin1String(sample.due))},
                  {QStringLiteral("found_on"), day("2024-09-01")},
                  {QStringLiteral("due_on"), day(sample.due)},
                  {QStringLiteral("source"), model::keyOf(model::ProblemSource::Opinion)}}));
        if (!problem)
            return fail(problem.error());
        if (const auto taken = take(workspace, problem->uid, sample); !taken)
            return fail(taken.error());
    }
    return int(samples().size());
}

/// The page of the problems with the samples on its board.
struct ProblemsOnScreen {
    WindowDriver driver;
    gui::ProblemsPage* page = nullptr;
    gui::ProblemBoard* board = nullptr;
    gui::RecordPanel* panel = nullptr;

    ProblemsOnScreen()
    {
        QSettings().remove(QStringLiteral("views"));
        bool isDone = false;
        driver.dispatcher.write<int>(
            &driver.window, [](services::Workspace& workspace) { return fill(workspace); },
            [&](const Result<int>& count) {
                need(count);
                isDone = true;
            });
        driver.waitFor([&] { return isDone; });
        page = &driver.page<gui::ProblemsPage>("problem");
        board = page->findChild<gui::ProblemBoard*>();
        panel = page->findChild<gui::RecordPanel*>();
        driver.waitFor([&] { return cards() == 5; });
    }

    QListView* column(ProblemState state) const
    {
        for (auto* view : board->findChildren<QListView*>())
            if (view->accessibleName() == rules::labelOf(state))
                return view;
        return nullptr;
    }

    int cards() const
    {
        int count = 0;
        for (auto* view : board->findChildren<QListView*>())
            count += view->model()->rowCount();
        return count;
    }

    QString said(ProblemState state, int row) const
    {
        return column(state)->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }

    QStringList heads() const
    {
        QStringList texts;
        for (auto* label : board->findChildren<QLabel*>())
            texts << label->text();
        return texts;
    }

    QComboBox* filter(const QString& name) const
    {
        for (auto* box : page->findChildren<QComboBox*>())
            if (box->accessibleName() == name)
                return box;
        return nullptr;
    }

    QString chosen() const { return panel->record() ? panel->record()->name() : QString(); }
};

} // namespace

TEST_CASE("The board has a column for each state, with counts and the most pressing card first", "[gui][PLAN-7]")
{
    const ProblemsOnScreen problems;
    REQUIRE(problems.board->isVisible());
    CHECK(problems.heads().size() == 5);
    CHECK(problems.heads()[0].startsWith(QStringLiteral("待处理 2")));
    CHECK(problems.heads()[0].contains(QStringLiteral("▲ 逾期 1")));
    CHECK(problems.heads()[3] == QStringLiteral("待销号 0"));
    CHECK(problems.said(ProblemState::Open, 0) == QStringLiteral("甲店，承诺书未张贴，逾期 5 天，专家或验收意见"));
    CHECK(problems.said(ProblemState::Open, 1).contains(QStringLiteral("还有 2 天")));
    CHECK(problems.said(ProblemState::Demanded, 0).contains(QStringLiteral("还有 20 天")));
    CHECK(problems.said(ProblemState::Rectified, 0).contains(QStringLiteral("等复查 27 天，已整改：赵六")));
    CHECK(problems.said(ProblemState::Closed, 0).contains(QStringLiteral("2024-09-05 销号")));
}

TEST_CASE("Arrow keys go over the board, Enter opens a record beside it, Esc puts it away", "[gui]")
{
    ProblemsOnScreen problems;
    CHECK_FALSE(problems.panel->isVisible());
    CHECK(problems.chosen() == QStringLiteral("期限2024-09-25的问题")); // the most pressing
    const auto press = [&](Qt::Key key) { QTest::keyClick(problems.driver.window.focusWidget(), key); };
    problems.page->findChild<gui::RecordList*>()->focusRows();
    REQUIRE(problems.driver.window.focusWidget() == problems.column(ProblemState::Open));
    press(Qt::Key_Down);
    CHECK(problems.chosen() == QStringLiteral("期限2024-10-02的问题"));
    press(Qt::Key_Right);
    CHECK(problems.chosen() == QStringLiteral("期限2024-10-20的问题"));
    CHECK_FALSE(problems.column(ProblemState::Open)->currentIndex().isValid());
    press(Qt::Key_Right);
    press(Qt::Key_Right); // over the empty column
    CHECK(problems.driver.window.focusWidget() == problems.column(ProblemState::Closed));
    press(Qt::Key_Left);
    CHECK(problems.driver.window.focusWidget() == problems.column(ProblemState::Rectified));
    press(Qt::Key_Return);
    REQUIRE(problems.panel->isVisible());
    CHECK(problems.panel->isAncestorOf(problems.driver.window.focusWidget()));
    press(Qt::Key_Escape);
    CHECK_FALSE(problems.panel->isVisible());
    CHECK(problems.driver.window.focusWidget() == problems.column(ProblemState::Rectified));
}

TEST_CASE("A card offers the steps that may follow, and a step moves it to its column", "[gui][PLAN-7]")
{
    ProblemsOnScreen problems;
    QListView* open = problems.column(ProblemState::Open);
    open->setCurrentIndex(open->model()->index(0, 0));
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(open, &asked);
    auto* menu = problems.page->findChild<QMenu*>({}, Qt::FindDirectChildrenOnly);
    REQUIRE(menu);
    QStringList offered;
    for (const QAction* action : menu->actions())
        if (!action->isSeparator())
            offered << action->text();
    CHECK(offered
          == QStringList{QStringLiteral("打开（回车）"), QStringLiteral("提出整改建议"), QStringLiteral("责令改正"),
                         QStringLiteral("登记整改")});
    menu->actions().at(2)->trigger();
    menu->close();
    auto* dialog = problems.driver.dialog<gui::FormDialog>();
    dialog->form().setValues(
        {{QStringLiteral("on"), day("2024-09-30")}, {QStringLiteral("persons"), QStringLiteral("张三")}});
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
    problems.driver.waitFor([&] { return problems.column(ProblemState::Demanded)->model()->rowCount() == 2; });
    CHECK(problems.heads()[1].startsWith(QStringLiteral("整改中 2")));
    CHECK(problems.chosen() == QStringLiteral("期限2024-09-25的问题")); // still chosen in its new column
    CHECK(problems.column(ProblemState::Demanded)->currentIndex().row() == 0);
}

TEST_CASE("Overdue, station and unit narrow board and list alike", "[gui]")
{
    ProblemsOnScreen problems;
    auto* rows = problems.page->findChild<gui::RecordList*>()->findChild<gui::ListView*>();
    press(*problems.page, QStringLiteral("▲ 逾期 1"));
    CHECK(problems.cards() == 1);
    CHECK(rows->model()->rowCount() == 1);
    press(*problems.page, QStringLiteral("全部 5"));
    const std::tuple<const char*, const char*, int> cases[] = {{"全部监管所", "乙所", 3},
                                                               {"全部监管所", "全部监管所", 5},
                                                               {"全部单位", "甲店", 2},
                                                               {"全部单位", "全部单位", 5}};
    for (const auto& [name, entry, left] : cases) {
        QComboBox* filter = problems.filter(QString::fromUtf8(name));
        REQUIRE(filter);
        filter->setCurrentIndex(filter->findText(QString::fromUtf8(entry)));
        CHECK(problems.cards() == left);
        CHECK(rows->model()->rowCount() == left);
    }
}

TEST_CASE("The list with its states and bulk actions stands behind the switch, which is remembered", "[gui]")
{
    ProblemsOnScreen problems;
    press(*problems.page, QStringLiteral("列表"));
    auto* rows = problems.page->findChild<gui::RecordList*>()->findChild<gui::ListView*>();
    CHECK(rows->isVisible());
    CHECK(problems.panel->isVisible());
    CHECK_FALSE(problems.board->isVisible());
    press(*problems.page, QStringLiteral("待处理 2"));
    CHECK(rows->model()->rowCount() == 2);
    rows->selectAll();
    CHECK(problems.page->findChild<QWidget*>(QStringLiteral("bulkBar"))->isVisible());
    CHECK(QSettings().value(QStringLiteral("views/problem")).toInt() == 1);
    press(*problems.page, QStringLiteral("看板"));
    CHECK(problems.cards() == 5); // the columns are the states: no state is left out
    CHECK_FALSE(problems.page->findChild<QWidget*>(QStringLiteral("bulkBar"))->isVisible());
    CHECK_FALSE(problems.panel->isVisible());
}

TEST_CASE("What is typed into an opened record keeps its card until it is answered for", "[gui]")
{
    ProblemsOnScreen problems;
    problems.page->findChild<gui::RecordList*>()->focusRows();
    QTest::keyClick(problems.driver.window.focusWidget(), Qt::Key_Return);
    auto* form = problems.panel->findChild<gui::RecordForm*>();
    auto* fault = form->findChild<QLineEdit*>(QStringLiteral("fault"));
    REQUIRE(fault);
    fault->setText(QStringLiteral("其他"));
    Q_EMIT fault->textEdited(fault->text());
    QListView* demanded = problems.column(ProblemState::Demanded);
    demanded->setCurrentIndex(demanded->model()->index(0, 0)); // the answer is to give the change up
    problems.driver.waitFor([&] { return problems.chosen() == QStringLiteral("期限2024-10-20的问题"); });
    CHECK(problems.driver.prompts.said.size() == 1);
    CHECK(problems.board->current() == problems.panel->record()->uid);
}

TEST_CASE("Two thousand cards are rows of a model, none of them a widget", "[gui]")
{
    gui::ProblemBoard board;
    board.resize(1100, 500);
    board.show();
    const qsizetype widgets = board.findChildren<QWidget*>().size();
    QVector<gui::ProblemCard> cards(2000);
    for (int i = 0; i < cards.size(); ++i) {
        cards[i].uid = Uid::create();
        cards[i].unit = QStringLiteral("单位%1").arg(i);
        cards[i].standing.state = i % 2 ? ProblemState::Closed : ProblemState::Demanded;
        cards[i].standing.dueOn = cards[i].standing.closedOn = day("2024-01-01").addDays((i * 37) % 400);
    }
    board.setCards(cards, day("2024-09-30"));
    board.grab(); // painted
    CHECK(board.findChildren<QWidget*>().size() == widgets);
    board.makeCurrent(cards[1500].uid);
    CHECK(board.current() == cards[1500].uid);
    for (auto* view : board.findChildren<QListView*>()) {
        const auto* column = static_cast<const gui::ProblemCards*>(view->model());
        for (int row = 1; row < column->rowCount(); ++row) {
            const auto& before = column->card(row - 1).standing;
            const auto& after = column->card(row).standing;
            CHECK((after.isClosed() ? after.closedOn <= before.closedOn : before.dueOn <= after.dueOn));
        }
    }
}

TEST_CASE("The next step with a problem is a button in sight, first of what may follow", "[gui][PLAN-7]")
{
    ProblemsOnScreen problems;
    problems.page->findChild<gui::RecordList*>()->focusRows();
    auto* bar = problems.panel->findChild<gui::ActionBar*>();
    const std::tuple<ProblemState, const char*, const char*> cases[] = {{ProblemState::Open, "提出整改建议", "销号"},
                                                                        {ProblemState::Demanded, "登记整改", "销号"},
                                                                        {ProblemState::Rectified, "复查通过", "销号"},
                                                                        {ProblemState::Closed, "重新打开", "登记整改"}};
    for (const auto& [state, next, never] : cases) {
        INFO(next);
        QListView* column = problems.column(state);
        column->setCurrentIndex(column->model()->index(0, 0));
        problems.page->reveal(problems.board->current());
        problems.driver.waitFor([&] { return bar->width() > 0 && problems.driver.dispatcher.isSettled(); });
        QStringList inSight;
        const QPushButton* primary = nullptr;
        for (const auto* button : bar->findChildren<QPushButton*>()) {
            if (button->property("primary").toBool())
                primary = button;
            inSight << button->text();
        }
        REQUIRE(primary);
        CHECK(primary->text() == QString::fromUtf8(next));
        CHECK(primary->isVisible());
        INFO(bar->width() << 'x' << bar->height() << ' ' << primary->width() << 'x' << primary->height());
        CHECK(bar->rect().contains(primary->geometry()));
        CHECK_FALSE(inSight.contains(QString::fromUtf8(never)));
    }
}

TEST_CASE("Closing over an instrument that is not in order is warned of before and asks for a reason", "[gui][PLAN-7]")
{
    ProblemsOnScreen problems;
    WindowDriver& driver = problems.driver;
    std::optional<Uid> problem;
    driver.dispatcher.write<services::Written>(
        &driver.window,
        [](services::Workspace& workspace) -> Result<services::Written> {
            const auto units = services::listRecords(workspace, model::kindOf<model::Unit>());
            const QString unit = units->first().uid.toString();
            const auto scale =
                services::addRecord(workspace, made(model::kindOf<model::Instrument>(),
                                                    {{QStringLiteral("unit"), unit},
                                                     {QStringLiteral("name"), QStringLiteral("电子秤")},
                                                     {QStringLiteral("serial"), QStringLiteral("S-1")}}));
            if (!scale)
                return scale;
            auto found = services::addRecord(
                workspace, made(model::kindOf<model::Problem>(),
                                {{QStringLiteral("unit"), unit},
                                 {QStringLiteral("instrument"), scale->uid.toString()},
                                 {QStringLiteral("fault"), QStringLiteral("超周期")},
                                 {QStringLiteral("description"), QStringLiteral("秤没有检定")},
                                 {QStringLiteral("found_on"), day("2024-09-01")},
                                 {QStringLiteral("due_on"), day("2024-09-29")},
                                 {QStringLiteral("source"), model::keyOf(model::ProblemSource::Opinion)}}));
            if (!found)
                return found;
            const auto taken =
                take(workspace, found->uid, {"甲店", "2024-09-29", {"advise", "rectify", "recheck_pass"}});
            return taken ? found : Result<services::Written>(fail(taken.error()));
        },
        [&](const Result<services::Written>& written) { problem = need(written).uid; });
    driver.waitFor([&] { return problem && problems.cards() == 6; });
    problems.page->reveal(*problem);
    driver.waitFor([&] {
        return problems.panel->isVisible() && problems.panel->record() && problems.panel->record()->uid == *problem;
    });
    driver.waitFor([&] { return driver.dispatcher.isSettled(); });
    press(*problems.panel, QStringLiteral("销号"));
    auto* dialog = driver.dialog<gui::FormDialog>();
    auto* caution = dialog->findChild<QLabel*>(QStringLiteral("caution"));
    driver.waitFor([&] { return caution->isVisible(); });
    CHECK(caution->text().contains(QStringLiteral("电子秤 S-1")));
    CHECK(caution->text().contains(QStringLiteral("无检定记录")));
    CHECK(dialog->findChild<QLineEdit*>(QStringLiteral("persons"))->text() == QStringLiteral("王霄凌"));
    QPointer<gui::FormDialog> shown = dialog;
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
    driver.waitFor([&] { return driver.dispatcher.isSettled(); });
    REQUIRE(shown); // refused: no reason was given
    shown->findChild<QPlainTextEdit*>(QStringLiteral("remarks"))->setPlainText(QStringLiteral("已预约检定"));
    shown->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
    driver.waitFor([&] { return problems.column(ProblemState::Closed)->model()->rowCount() == 2; });
    CHECK(driver.prompts.said.last().contains(QStringLiteral("电子秤 S-1")));
}
