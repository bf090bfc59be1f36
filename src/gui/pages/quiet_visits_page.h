// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "rules/quiet_visits.h"

namespace chengheng::gui {

namespace Ui {
class QuietVisitsPage;
}

/// 暗访名单: units drawn to be visited without announcement, and by which volunteer's number.
class QuietVisitsPage : public Page
{
    Q_OBJECT

public:
    explicit QuietVisitsPage(AppState& state, QWidget* parent = nullptr);
    ~QuietVisitsPage() override;

    void refresh() override;
    QAction* primaryAction() override { return m_draw; }
    QAction* printAction() override { return m_print; }
    void focusSearch() override;

private:
    rules::DrawRequest drawAsked() const;
    void show(const rules::QuietVisits& list);
    void printShown();

    std::unique_ptr<Ui::QuietVisitsPage> m_ui;
    QAction* m_draw;
    QAction* m_print;
};

} // namespace chengheng::gui
