// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "gui/pages/ledger_model.h"

class QTimer;

namespace chengheng::gui {

namespace Ui {
class LedgerPage;
}
class EmptyRegister;
class LedgerDeeds;
class OpenedRecord;

/// 计量器具台账: the whole ledger on the day, by status and by when it must be booked, with the reason of the chosen
/// line; opened (Enter), an instrument with all its fields, verifications and files beside the list. Verification and
/// changes of many at once; import, export, print.
class LedgerPage : public Page
{
    Q_OBJECT

public:
    explicit LedgerPage(AppState& state, QWidget* parent = nullptr);
    ~LedgerPage() override;

    void refresh() override;
    QAction* primaryAction() override { return m_verify; }
    QAction* printAction() override { return m_print; }
    void focusSearch() override;
    void reveal(const Uid& uid) override;
    Spot spot() const override;
    void goTo(const Spot& spot) override;
    bool hasUnsavedChanges() const override;
    void saveChanges(std::function<void(bool)> then) override;
    void dropChanges() override;

private:
    void buildMenus();
    void buildEmpty();
    void connectParts();
    void show(const std::shared_ptr<const ReadyLedger>& ledger);
    void showOnly(const Counted& only);
    void applyFilter();
    void showWhy();
    void showTotals();
    QVector<Uid> chosen() const;
    Uid current() const;
    void choose(const QVector<Uid>& instruments, const Uid& current);
    QVector<Uid> uidsToGiveOut() const;
    void printShown();
    void findByLabel();
    QString plainText() const;
    void openCurrent();
    void followCurrent();
    void putAway();

    std::unique_ptr<Ui::LedgerPage> m_ui;
    QAction* m_verify;
    QAction* m_add;
    QAction* m_print;
    LedgerModel* m_model;
    LedgerDeeds* m_deeds;
    EmptyRegister* m_empty;
    OpenedRecord* m_opened;
    Counted m_only;
    QTimer* m_delay;
    Uid m_toReveal;
    bool m_isFollowing = true; ///< another current row is another instrument to open
};

} // namespace chengheng::gui
