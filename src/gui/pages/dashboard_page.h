// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "services/overview.h"

class QLabel;

namespace chengheng::gui {

class TextTable;

/// 创建总览: the three rates, scores, problems, quotas, phases and what threatens acceptance.
class DashboardPage : public Page
{
    Q_OBJECT

public:
    explicit DashboardPage(AppState& state, QWidget* parent = nullptr);
    void refresh() override;

private:
    struct Figure {
        QLabel* value = nullptr;
        QLabel* note = nullptr;
    };
    struct Picture {
        rules::Status now;
        rules::Status monthAgo;
        services::ReadinessReport readiness;
    };

    Figure addFigure(QLayout* row, const QString& title);
    void show(const Picture& picture);
    void showFigures(const rules::Status& now, const rules::Status& monthAgo);

    Figure m_verification;
    Figure m_pass;
    Figure m_validity;
    Figure m_scored;
    Figure m_problems;
    TextTable* m_phases;
    TextTable* m_quotas;
    TextTable* m_threats;
};

} // namespace chengheng::gui
