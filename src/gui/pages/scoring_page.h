// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/asked_once.h"
#include "gui/page.h"
#include "gui/pages/scoring_draft.h"
#include "services/inspections.h"

namespace chengheng::gui {

namespace Ui {
class ScoringPage;
}
class DraftKeeper;
class SheetPrinting;

/// 检查评分: one unit's (or the organiser's) sheet on a day. What is typed is kept as a draft within a
/// second; the running score and what it still can reach stay in view.
class ScoringPage : public Page
{
    Q_OBJECT

public:
    explicit ScoringPage(AppState& state, QWidget* parent = nullptr);
    /// `kinds`: the visits that may be filed here; drafts of each page are its own.
    ScoringPage(AppState& state, const QString& key, const QString& title, const QVector<model::InspectionKind>& kinds,
                QWidget* parent = nullptr);
    ~ScoringPage() override;

    void refresh() override;
    void reveal(const Uid& unit) override;
    void focusSearch() override;
    QAction* primaryAction() override { return m_submit; }
    QAction* printAction() override;

protected:
    void hideEvent(QHideEvent* event) override;

private:
    struct Choices {
        rules::SheetEdition edition;
        QVector<model::Unit> units;
    };

    void connectParts();
    void showChoices(const Choices& choices);
    void chooseUnit();
    void showSheet();
    void showDraft(const QJsonObject& json);
    void showSeen(const ScoringDraft& draft);
    void loadSuggestions();
    void onHeadEdited();
    void onChanged();
    void rescore();
    void showScore(const rules::Score& score);
    void askValue(int row);
    void askReason(int row, bool isVeto);
    void askPhotograph(int row);
    void setPhotographs(const QMap<QString, QStringList>& files);
    void answerRest();
    void tellHeldOpen(const QVector<rules::HeldOpen>& held);
    void submit();
    void askAboutOpenItems(const rules::Score& score);
    void file(const QString& outcome);
    /// `outcome` is how it came out, to be told.
    void afterFiling(const Uid& inspection, const QString& key, const ScoringDraft& filed, const QString& outcome);
    void takeBackUndone();
    void restore(const QVector<Uid>& undone);
    ScoringDraft draft() const;
    services::InspectionForm form() const;
    QString keyOfChosen() const;

    std::unique_ptr<Ui::ScoringPage> m_ui;
    QAction* m_submit;
    SheetPrinting* m_printing;
    DraftKeeper* m_keeper;
    std::optional<rules::SheetEdition> m_edition;
    const rules::Sheet* m_sheet = nullptr; ///< null: the unit's trade has none
    Uid m_toReveal;
    /// A sheet as it was filed in this sitting: if the filing is undone it becomes a draft again.
    struct Filed {
        QString key;
        ScoringDraft draft;
    };
    AskedOnce<std::pair<QString, ScoringDraft>> m_asked; ///< for a unit, by the draft's key
    QHash<Uid, Filed> m_filed;                           ///< by inspection
    QMap<QString, QStringList> m_photographs;            ///< waiting to be attached, by item
    ScoringDraft m_usual;     ///< kind, day and inspectors as last typed, for units without a draft
    bool m_isLoading = false; ///< showing is not typing
};

} // namespace chengheng::gui
