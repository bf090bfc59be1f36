// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/register_page.h"
#include "rules/ledger_match.h"

namespace chengheng::gui {

/// 反馈涉及器具: the register with the way to the ledger's row, suggested and accepted, or made anew.
class SeenInstrumentsPage : public RegisterPage
{
    Q_OBJECT

public:
    explicit SeenInstrumentsPage(AppState& state, QWidget* parent = nullptr);

private:
    void askForMatch();
    void offer(const Uid& seen, const QVector<rules::LedgerMatch>& matches);
};

} // namespace chengheng::gui
