// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "services/inspections.h"

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace chengheng::gui {

class SheetTable;

/// 检查评分: one unit's (or the organiser's) sheet on a day. What is typed is kept as a draft within a
/// second; the running score and what it still can reach stay in view.
class ScoringPage : public Page
{
    Q_OBJECT

public:
    explicit ScoringPage(AppState& state, QWidget* parent = nullptr);
    void refresh() override;
    void reveal(const Uid& unit) override;
    QAction* primaryAction() override { return m_submit; }

private:
    void buildHead(QLayout* layout);
    void chooseUnit();
    void loadSuggestionsAndDraft();
    void onChanged();
    void showScore(const rules::Score& score);
    void saveDraft();
    void askReason(int row, bool isVeto);
    void askRatio(int row);
    void submit();
    void offerProblems(const Uid& inspection);
    services::InspectionForm form() const;
    Uid unit() const;
    QString keyOfChosen() const;

    QAction* m_submit;
    QComboBox* m_unit;
    QComboBox* m_kind;
    QDateEdit* m_on;
    QLineEdit* m_inspectors;
    SheetTable* m_table;
    QLabel* m_title;
    QLabel* m_running;
    QTimer* m_draftTimer;
    std::optional<rules::SheetEdition> m_edition;
    const rules::Sheet* m_sheet = nullptr;
    QHash<Uid, model::Trade> m_trades;
    Uid m_toReveal;
    QString m_draftKey; ///< of the unit whose answers are on screen
    bool m_isLoading = false;
};

} // namespace chengheng::gui
