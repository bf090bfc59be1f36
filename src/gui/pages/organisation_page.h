// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "rules/organisation_view.h"

namespace chengheng::gui {

class TextTable;

/// 组织机构: who holds each seat on the day; natural replacement.
class OrganisationPage : public Page
{
    Q_OBJECT

public:
    explicit OrganisationPage(AppState& state, QWidget* parent = nullptr);
    void refresh() override;
    QAction* primaryAction() override { return m_replace; }

private:
    void show(const QVector<rules::SeatView>& seats);
    void replace();

    QAction* m_replace;
    TextTable* m_table;
};

} // namespace chengheng::gui
