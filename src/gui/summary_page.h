// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "gui/summary_model.h"

class QComboBox;
class QTimer;

namespace chengheng::gui {

namespace Ui {
class SummaryPage;
}
class EmptyNote;
class NameOrder;
class StateChips;

/// A table that the rules compute from the registers on the day; a line leads to the record it speaks of.
class SummaryPage : public Page
{
    Q_OBJECT

public:
    SummaryPage(AppState& state, const rules::SummaryKind& kind, QWidget* parent = nullptr);
    ~SummaryPage() override;

    void refresh() override;
    void focusSearch() override;
    Spot spot() const override;
    void goTo(const Spot& spot) override;
    QAction* primaryAction() override { return m_take ? m_take : m_export; }
    QAction* printAction() override { return m_print; }

private:
    void buildMenu();
    void show(const std::shared_ptr<const ReadySummary>& ready);
    void showGroups(const rules::Summary& summary);
    void buildGroups(const QStringList& groups);
    void filter();
    void fitRows();
    void openCurrent();
    void takeAll(); ///< enters what the lines propose
    void exportShown();
    void printShown();
    void copyShown(); ///< as text for WeChat
    bool mayLeave();  ///< says why not: a draft never leaves the office
    Uid currentRecord() const;
    void makeCurrent(const Uid& record);

    std::unique_ptr<Ui::SummaryPage> m_ui;
    const rules::SummaryKind& m_kind;
    QAction* m_export;
    QAction* m_print;
    QAction* m_take = nullptr; ///< only where the summary proposes something
    SummaryModel* m_model;
    NameOrder* m_sorted;
    QTimer* m_delay;
    EmptyNote* m_note = nullptr;
    StateChips* m_groups = nullptr; ///< null: its rows fall into none
    QComboBox* m_kinds = nullptr;
    QStringList m_groupNames;
    Uid m_toReveal;
};

} // namespace chengheng::gui
