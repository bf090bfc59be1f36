// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "gui/pages/ledger_model.h"
#include "services/actions.h"

class QActionGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QTimer;
class QToolBar;

namespace chengheng::gui {

class FormDialog;
class ListView;

/// 计量器具台账: the whole ledger on the day, by status and by when it must be booked, with the reason of
/// the chosen line; verification and changes of many at once; import, export, print.
class LedgerPage : public Page
{
    Q_OBJECT

public:
    explicit LedgerPage(AppState& state, QWidget* parent = nullptr);
    void refresh() override;
    QAction* primaryAction() override { return m_verify; }
    QAction* printAction() override { return m_print; }
    void focusSearch() override;
    void reveal(const Uid& uid) override;

private:
    QHBoxLayout* buildTools();
    QMenu* changesMenu();
    QMenu* moreMenu();
    void show(const std::shared_ptr<const ReadyLedger>& ledger);
    void showChips(const ReadyLedger& ledger);
    LedgerModel::Kept chosenChip() const;
    void applyFilter();
    void showWhy();
    void showTotals();
    void verifyChosen();
    void addInstrument();
    void changeChosen(const services::Action& action);
    FormDialog* changeForm(const services::Action& action, const QVector<Uid>& instruments);
    /// With photographs, which it needs.
    void putOutOfUse(const services::Action& action, const QVector<Uid>& instruments, const QStringList& photographs);
    void splitChosen();
    void exportLedger();
    void printShown();
    void printLabels();
    void findByLabel();
    QString plainText() const;
    QVector<Uid> chosen() const;
    /// Several chosen rows, else all that are shown.
    QVector<int> rowsToGiveOut() const;

    QAction* m_verify;
    QAction* m_print;
    LedgerModel* m_model;
    ListView* m_list;
    QLineEdit* m_search;
    QToolBar* m_chips;
    QActionGroup* m_chipGroup;
    QVector<LedgerModel::Kept> m_chipKinds; ///< what each chip keeps
    QLabel* m_why;
    QLabel* m_totals;
    QTimer* m_delay;
    Uid m_toReveal;
};

} // namespace chengheng::gui
