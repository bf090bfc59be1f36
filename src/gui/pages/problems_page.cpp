// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/problems_page.h"

#include "gui/offered_action.h"
#include "gui/pages/problem_board.h"
#include "gui/state_chips.h"
#include "gui/theme.h"
#include "gui/view_switch.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace chengheng::gui {

namespace {

using rules::ProblemState;

constexpr int boardView = 0;
constexpr int lettersOfFilter = 9;

const QVector<ProblemState>& allStates()
{
    static const QVector<ProblemState> states{ProblemState::Open, ProblemState::Demanded, ProblemState::Rectified,
                                              ProblemState::RecheckPassed, ProblemState::Closed};
    return states;
}

int chipOf(ProblemState state)
{
    return StateChips::firstState + int(allStates().indexOf(state));
}

int overdueOnly()
{
    return StateChips::firstState + int(allStates().size());
}

/// Who acted last on a problem; before anybody did, who found it.
QString whoOf(const model::Problem& problem, const QVector<model::ProblemStep>& steps, const QString& inspectors)
{
    if (!steps.isEmpty()) {
        const auto last =
            std::max_element(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.on <= b.on; });
        return ProblemsPage::tr("%1：%2").arg(model::labelOf(last->kind), last->persons);
    }
    return inspectors.isEmpty() ? model::labelOf(problem.source) : ProblemsPage::tr("发现：%1").arg(inspectors);
}

/// Offers the names, sorted, behind the entry that keeps all; what was chosen stays chosen.
void fill(QComboBox* box, const QHash<Uid, QString>& names)
{
    QVector<QPair<QString, QString>> entries;
    for (auto it = names.begin(); it != names.end(); ++it)
        entries.append({it.value(), it.key().toString()});
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.first.localeAwareCompare(b.first) < 0; });
    const QSignalBlocker quiet(box);
    const QString chosen = box->currentData().toString();
    while (box->count() > 1)
        box->removeItem(1);
    for (const auto& [name, uid] : entries)
        box->addItem(name, uid);
    box->setCurrentIndex(qMax(0, box->findData(chosen)));
}

bool keeps(const QComboBox* box, const Uid& uid)
{
    const QString chosen = box->currentData().toString();
    return chosen.isEmpty() || chosen == uid.toString();
}

} // namespace

ProblemsPage::ProblemsPage(AppState& state, QWidget* parent)
    : RegisterPage(state, model::kindOf<model::Problem>(), parent),
      m_states(new StateChips(int(allStates().size()) + 1)), m_station(buildFilter(tr("全部监管所"))),
      m_unit(buildFilter(tr("全部单位"))), m_view(new ViewSwitch(QStringLiteral("problem"), {tr("看板"), tr("列表")})),
      m_board(new ProblemBoard), m_standing(new QLabel), m_close(new QToolButton)
{
    addAbove(m_states);
    m_states->addBeside(m_station);
    m_states->addBeside(m_unit);
    m_states->addAtEnd(m_view);
    addBelowTitle(buildStanding());
    list().setOtherView(m_board);
    connect(m_states, &StateChips::changed, this, &ProblemsPage::filterAgain);
    connect(m_view, &ViewSwitch::changed, this, [this] {
        showView();
        filterAgain();
    });
    connectBoard();
    showCounts();
    showView();
}

QComboBox* ProblemsPage::buildFilter(const QString& name)
{
    auto* box = new QComboBox;
    box->setEditable(true); // finds by typing any part of a name
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(lettersOfFilter);
    box->setAccessibleName(name);
    box->addItem(name, QString());
    connect(box, &QComboBox::currentIndexChanged, this, [this] {
        showCounts();
        filterAgain();
    });
    return box;
}

QWidget* ProblemsPage::buildStanding()
{
    auto* below = new QWidget;
    auto* row = new QHBoxLayout(below);
    row->setContentsMargins(0, 0, 0, 0);
    m_standing->setWordWrap(true);
    row->addWidget(m_standing, 1);
    m_close->setText(tr("✕ 收起"));
    m_close->setToolTip(tr("回到看板（Esc）"));
    m_close->setAutoRaise(true);
    row->addWidget(m_close, 0, Qt::AlignTop);
    return below;
}

void ProblemsPage::connectBoard()
{
    connect(m_board, &ProblemBoard::chosen, this, [this](const Uid& uid) {
        RegisterPage::reveal(uid);
        if (const model::Record* now = list().current()) // unsaved changes may have kept the one before
            m_board->makeCurrent(now->uid);
    });
    connect(m_board, &ProblemBoard::opened, this, [this] {
        showPanel(true);
        panel().focusForm();
    });
    connect(m_board, &ProblemBoard::menuAsked, this, &ProblemsPage::offerSteps);
    const auto putAway = [this] {
        if (!isBoard())
            return;
        showPanel(false);
        list().focusRows();
    };
    connect(&panel(), &RecordPanel::left, this, putAway);
    connect(m_close, &QToolButton::clicked, this, putAway);
}

Result<ProblemsPage::Picture> ProblemsPage::readPicture(const services::Workspace& workspace, QDate on)
{
    const auto facts = workspace.factsOn(on);
    if (!facts)
        return fail(facts.error());
    const model::CampaignFacts& then = *facts;
    QHash<Uid, const model::Unit*> units;
    for (const model::Unit& unit : then.units)
        units.insert(unit.uid, &unit);
    QHash<Uid, QString> inspectors;
    for (const model::Inspection& inspection : then.inspections)
        inspectors.insert(inspection.uid, inspection.inspectors);
    const auto steps = rules::stepsByProblem(then);
    const auto instruments = services::choicesOf(workspace, model::kindOf<model::Instrument>());
    if (!instruments)
        return fail(instruments.error());
    Picture picture;
    for (const model::Organisation& organisation : then.organisations)
        picture.stations.insert(organisation.uid, organisation.name);
    for (const model::Problem& problem : then.problems) {
        const QVector<model::ProblemStep> taken = steps.value(problem.uid);
        const model::Unit* unit = units.value(problem.unit);
        picture.problems.insert(problem.uid,
                                {rules::problemStanding(problem, taken, on),
                                 whoOf(problem, taken, inspectors.value(problem.inspection)), problem.unit,
                                 unit ? unit->name : tr("没有写单位"), instruments->value(problem.instrument).name,
                                 unit ? unit->station : Uid()});
    }
    return picture;
}

void ProblemsPage::refresh()
{
    // What is said of the problems is asked for first, so that it is there when the rows come.
    read<Picture>([on = day()](const services::Workspace& workspace) { return readPicture(workspace, on); },
                  [this](const Picture& picture) {
                      m_picture = picture;
                      showFilters();
                  });
    RegisterPage::refresh();
}

void ProblemsPage::showFilters()
{
    QHash<Uid, QString> units;
    QHash<Uid, QString> stations;
    for (const Facts& facts : std::as_const(m_picture.problems)) {
        if (!facts.unit.isNull())
            units.insert(facts.unit, facts.unitName);
        if (!facts.station.isNull())
            stations.insert(facts.station, m_picture.stations.value(facts.station));
    }
    fill(m_station, stations);
    fill(m_unit, units);
}

void ProblemsPage::prepare(const QVector<model::Record>&)
{
    showCounts();
}

void ProblemsPage::showCounts()
{
    QHash<int, int> counts;
    for (const model::Record& problem : records()) {
        const auto facts = m_picture.problems.constFind(problem.uid);
        if (facts == m_picture.problems.cend() || !isWanted(*facts))
            continue; // found after the day, or of another station or unit
        ++counts[StateChips::all];
        ++counts[chipOf(facts->standing.state)];
        counts[overdueOnly()] += facts->standing.isOverdue;
    }
    m_states->setText(StateChips::all, tr("全部 %1").arg(counts[StateChips::all]));
    for (const ProblemState each : allStates())
        m_states->setText(chipOf(each), QStringLiteral("%1 %2").arg(rules::labelOf(each)).arg(counts[chipOf(each)]));
    m_states->setText(overdueOnly(), tr("▲ 逾期 %1").arg(counts[overdueOnly()]));
}

bool ProblemsPage::isWanted(const Facts& facts) const
{
    return keeps(m_station, facts.station) && keeps(m_unit, facts.unit);
}

bool ProblemsPage::isShown(const model::Record& record) const
{
    const auto facts = m_picture.problems.constFind(record.uid);
    if (facts == m_picture.problems.cend() || !isWanted(*facts))
        return false;
    const int chosen = m_states->chosen();
    return chosen == StateChips::all
           || (chosen == overdueOnly() ? facts->standing.isOverdue : chipOf(facts->standing.state) == chosen);
}

void ProblemsPage::clearFilters()
{
    RegisterPage::clearFilters();
    m_states->choose(StateChips::all);
    m_station->setCurrentIndex(0);
    m_unit->setCurrentIndex(0);
}

bool ProblemsPage::isBoard() const
{
    return m_view->current() == boardView;
}

/// The board's columns are the states: their chips are the list's.
void ProblemsPage::showView()
{
    for (const ProblemState each : allStates())
        m_states->setShown(chipOf(each), !isBoard());
    if (isBoard() && m_states->chosen() != overdueOnly())
        m_states->choose(StateChips::all);
    list().showOtherView(isBoard());
    m_close->setVisible(isBoard());
    showPanel(!isBoard());
}

void ProblemsPage::showPanel(bool isOpen)
{
    panel().setVisible(isOpen);
}

Uid ProblemsPage::showKept(const QVector<model::Record>& kept)
{
    QVector<ProblemCard> cards;
    for (const model::Record& problem : kept) {
        const Facts facts = m_picture.problems.value(problem.uid);
        cards.append({problem.uid, facts.unitName, model::textOf(problem.value(QStringLiteral("fault"))),
                      facts.instrument, problem.name(), facts.who, facts.standing});
    }
    m_board->setCards(cards, day());
    return isBoard() ? m_board->first() : RegisterPage::showKept(kept);
}

void ProblemsPage::showDetails(const model::Record& record)
{
    m_board->makeCurrent(record.uid);
    const rules::ProblemStanding standing = m_picture.problems.value(record.uid).standing;
    setLook(m_standing, standing.isOverdue ? "fault" : "muted");
    m_standing->setText(QStringLiteral("%1：%2").arg(rules::labelOf(standing.state), standing.why));
    QStringList keys;
    for (const services::Action& action : stepsFrom(standing.state))
        keys << action.key;
    panel().offerSteps(keys);
}

/// A record that was asked for by name is opened, on the board too.
void ProblemsPage::reveal(const Uid& uid)
{
    RegisterPage::reveal(uid);
    showPanel(true);
}

/// What may follow where a problem stands: steps that lead on, other steps, all else.
QVector<services::Action> ProblemsPage::stepsFrom(ProblemState state) const
{
    QVector<services::Action> onward;
    QVector<services::Action> sideways;
    QVector<services::Action> others;
    for (const services::Action& action : services::actionsOf(kind())) {
        const auto step = model::wordOf<model::StepKind>(model::textOf(action.given.value(QStringLiteral("kind"))));
        const auto next = step ? rules::nextState(state, *step) : std::nullopt;
        if (!step && !action.isPlain)
            others.append(action);
        else if (next)
            (*next > state ? onward : sideways).append(action);
    }
    return onward + sideways + others;
}

void ProblemsPage::offerSteps(const Uid& uid, const QPoint& at)
{
    const ProblemState state = m_picture.problems.value(uid).standing.state;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("打开（回车）"), this, [this, uid] { Q_EMIT m_board->opened(uid); });
    menu->addSeparator();
    menu->setToolTipsVisible(true);
    for (const services::Action& action : stepsFrom(state)) {
        if (action.childKind != model::kindOf<model::ProblemStep>().key)
            continue;
        QAction* shown = menu->addAction(action.title, this, [this, action, uid] { perform(action, {uid}); });
        offerTo(dispatcher().actor(), action, *shown);
    }
    menu->popup(at);
}

} // namespace chengheng::gui
