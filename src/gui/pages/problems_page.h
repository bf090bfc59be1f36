// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/register_page.h"
#include "rules/problem_state.h"

class QButtonGroup;
class QLabel;

namespace chengheng::gui {

/// 问题整改: the register as a board by state. Chips above the list count each state and keep it; the
/// chosen problem says in a sentence where it stands and what is owed next.
class ProblemsPage : public RegisterPage
{
    Q_OBJECT

public:
    explicit ProblemsPage(AppState& state, QWidget* parent = nullptr);
    void refresh() override;

protected:
    bool isShown(const model::Record& record) const override;
    void prepare(const QVector<model::Record>& records) override;
    void showDetails(const model::Record& record) override;

private:
    void showCounts();

    QButtonGroup* m_states;
    QLabel* m_standing;
    QHash<Uid, rules::ProblemStanding> m_standings;
    QVector<model::Record> m_problems;
};

} // namespace chengheng::gui
