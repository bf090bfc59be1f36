// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/pages/ledger_model.h"

#include <QToolBar>

class QActionGroup;

namespace chengheng::gui {

/// A chip for each status and each booking that there is, with how many instruments it keeps.
class LedgerChips : public QToolBar
{
    Q_OBJECT

public:
    explicit LedgerChips(QWidget* parent = nullptr);

    /// Counts anew; the chip that was chosen stays chosen.
    void setLedger(const ReadyLedger& ledger);
    LedgerModel::Kept chosen() const;
    QString words() const; ///< of the chosen chip
    /// No signal.
    void chooseAll();

Q_SIGNALS:
    void changed();

private:
    void add(const LedgerModel::Kept& kept, const LedgerModel::Kept& before, const QString& text, qint64 count);

    QActionGroup* m_group;
    QVector<LedgerModel::Kept> m_kinds; ///< what each chip keeps
};

} // namespace chengheng::gui
