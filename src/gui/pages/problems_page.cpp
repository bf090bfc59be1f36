// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/problems_page.h"

#include "gui/theme.h"
#include "model/as_of.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace chengheng::gui {

namespace {

using rules::ProblemState;
using Standings = QHash<Uid, rules::ProblemStanding>;

constexpr int everyState = 99; // a group gives -1 a meaning of its own
constexpr int overdueOnly = 100;

const QVector<ProblemState>& allStates()
{
    static const QVector<ProblemState> states{ProblemState::Open, ProblemState::Demanded, ProblemState::Rectified,
                                              ProblemState::RecheckPassed, ProblemState::Closed};
    return states;
}

} // namespace

ProblemsPage::ProblemsPage(AppState& state, QWidget* parent)
    : RegisterPage(state, model::kindOf<model::Problem>(), parent), m_states(new QButtonGroup(this)), m_standing(new QLabel)
{
    auto* chips = new QWidget;
    auto* row = new QHBoxLayout(chips);
    row->setContentsMargins(0, 0, 0, 0);
    const auto addChip = [&](int id) {
        auto* chip = new QPushButton;
        chip->setCheckable(true);
        m_states->addButton(chip, id);
        row->addWidget(chip);
    };
    addChip(everyState);
    for (const ProblemState each : allStates())
        addChip(int(each));
    addChip(overdueOnly);
    row->addStretch(1);
    m_states->button(everyState)->setChecked(true);
    static_cast<QBoxLayout*>(layout())->insertWidget(0, chips);
    m_standing->setWordWrap(true);
    addBelowTitle(m_standing);
    connect(m_states, &QButtonGroup::idClicked, this, [this] { filterAgain(); });
    showCounts();
}

void ProblemsPage::refresh()
{
    // The standings are asked for first, so that they are there when the rows come.
    read<Standings>(
        [on = day()](const services::Workspace& workspace) -> Result<Standings> {
            auto facts = workspace.facts();
            if (!facts)
                return fail(facts.error());
            const model::CampaignFacts then = model::asOf(std::move(*facts), on);
            const auto steps = rules::stepsByProblem(then);
            Standings standings;
            for (const model::Problem& problem : then.problems)
                standings.insert(problem.uid, rules::problemStanding(problem, steps.value(problem.uid), on));
            return standings;
        },
        [this](const Standings& standings) { m_standings = standings; });
    RegisterPage::refresh();
}

void ProblemsPage::prepare(const QVector<model::Record>& records)
{
    m_problems = records;
    showCounts();
}

void ProblemsPage::showCounts()
{
    QHash<int, int> counts;
    for (const model::Record& problem : m_problems) {
        const auto standing = m_standings.constFind(problem.uid);
        if (standing == m_standings.cend())
            continue; // found after the day
        ++counts[everyState];
        ++counts[int(standing->state)];
        counts[overdueOnly] += standing->isOverdue;
    }
    m_states->button(everyState)->setText(tr("全部 %1").arg(counts[everyState]));
    for (const ProblemState each : allStates())
        m_states->button(int(each))->setText(QStringLiteral("%1 %2").arg(rules::labelOf(each)).arg(counts[int(each)]));
    m_states->button(overdueOnly)->setText(tr("▲ 逾期 %1").arg(counts[overdueOnly]));
}

bool ProblemsPage::isShown(const model::Record& record) const
{
    const auto standing = m_standings.constFind(record.uid);
    if (standing == m_standings.cend())
        return false;
    const int chosen = m_states->checkedId();
    return chosen == everyState || (chosen == overdueOnly ? standing->isOverdue : int(standing->state) == chosen);
}

void ProblemsPage::showDetails(const model::Record& record)
{
    const rules::ProblemStanding standing = m_standings.value(record.uid);
    QPalette palette = m_standing->palette();
    palette.setColor(QPalette::WindowText, standing.isOverdue ? faultColour() : mutedColour());
    m_standing->setPalette(palette);
    m_standing->setText(QStringLiteral("%1：%2").arg(rules::labelOf(standing.state), standing.why));
}

} // namespace chengheng::gui
