// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "rules/summary.h"

class QCheckBox;
class QLabel;

namespace chengheng::gui {

class TextTable;

/// A table that the rules compute from the registers on the day; a line leads to the record it speaks of.
class SummaryPage : public Page
{
    Q_OBJECT

public:
    SummaryPage(AppState& state, const rules::SummaryKind& kind, QWidget* parent = nullptr);

    void refresh() override;
    QAction* primaryAction() override { return m_take ? m_take : m_export; }
    QAction* printAction() override { return m_print; }

private:
    void show(rules::Summary summary);
    void showRows();
    void openCurrent();
    void takeAll(); ///< enters what the lines propose
    void exportShown();
    void printShown();
    QVector<rules::SummaryRow> shown() const;

    const rules::SummaryKind& m_kind;
    QAction* m_export;
    QAction* m_print;
    QAction* m_take = nullptr; ///< only where the summary proposes something
    QLabel* m_sentence;
    QCheckBox* m_onlyPressing;
    TextTable* m_table;
    rules::Summary m_summary;
};

} // namespace chengheng::gui
