// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/register_page.h"
#include "services/handover.h"

namespace chengheng::gui {

/// 工作交接: the register of handovers, and the handing over itself: who leaves, what is open under their name,
/// who takes it.
class HandoverPage : public RegisterPage
{
    Q_OBJECT

public:
    explicit HandoverPage(AppState& state, QWidget* parent = nullptr);

private:
    void askWho();
    void showOpenWork(const QString& person, QDate on);
    void askSuccessor(const QString& person, QDate on, const QVector<rules::OpenWork>& work);
    void printList(const Uid& handover);
};

} // namespace chengheng::gui
