// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "rules/organisation_view.h"

namespace chengheng::gui {

namespace Ui {
class OrganisationPage;
}

/// 组织机构: who holds each seat on the day; natural replacement.
class OrganisationPage : public Page
{
    Q_OBJECT

public:
    explicit OrganisationPage(AppState& state, QWidget* parent = nullptr);
    ~OrganisationPage() override;

    void refresh() override;
    QAction* primaryAction() override { return m_replace; }
    QAction* printAction() override { return m_print; }

private:
    void show(const QVector<rules::SeatView>& seats);
    void replace();
    void print();

    std::unique_ptr<Ui::OrganisationPage> m_ui;
    QAction* m_replace;
    QAction* m_print;
};

} // namespace chengheng::gui
