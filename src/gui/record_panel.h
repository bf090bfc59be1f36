// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "gui/reference_names.h"
#include "model/record.h"
#include "services/actions.h"
#include "services/papers.h"

#include <QWidget>

#include <memory>

class QAction;

namespace chengheng::gui {

namespace Ui {
class RecordPanel;
}

class AttachmentPanel;
class RecordForm;
class RecordHistory;
class RecordsBelow;

/// One record of a register: title, actions, form, the records below it and its timeline. It asks the
/// user what saving needs to know and saves.
class RecordPanel : public QWidget
{
    Q_OBJECT

public:
    using Names = ReferenceNames;

    /// `designed`: a Designer form, its widgets named after field keys; else a plain one.
    RecordPanel(Dispatcher& dispatcher, const model::RecordKind& kind, QWidget* designed, QWidget* parent = nullptr);
    ~RecordPanel() override;

    /// Kinds whose records are shown below this one's.
    QVector<const model::RecordKind*> childKinds() const;

    void setNames(const Names& names);
    void setWords(const FieldWords& words);
    void setPicks(const FieldPicks& picks);
    /// Shows a record and what lies below it on a day; what is being typed stays.
    void show(const model::Record& record, QDate day);
    /// Offers some actions only, what comes next first; until it is told, all are offered. What the actor's role may
    /// not do comes last.
    void offerSteps(const QStringList& actionKeys);
    void showNothing();
    const std::optional<model::Record>& record() const { return m_record; }

    bool hasUnsavedChanges() const;
    void dropChanges();
    /// Saves what was changed; `then` hears whether it was.
    void save(std::function<void(bool)> then = {});
    /// Asks what to do with unsaved changes, and goes on with `then` once they are saved or given up.
    void leave(std::function<void()> then);
    void focusForm();

    void addTab(QWidget* widget, const QString& title);
    void addBelowTitle(QWidget* widget);

Q_SIGNALS:
    void actionAsked(const services::Action& action);
    void paperAsked(const services::PaperKind& paper);
    void left(); ///< Esc: back to the list

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildActions();
    void buildPapers();
    void buildTabs();
    /// A tab that is made and read when it is first looked at: most records are only read in their form.
    struct LaterTab {
        QWidget* place;
        std::function<void()> show; ///< the record, or that there is none
    };
    template <class Panel>
    void addLater(const QString& title, Panel*& panel, std::function<Panel*()> make, std::function<void()> show);
    void lookAtTab();
    void nameReferences();
    /// An action's button; one that the actor's role may not take says why.
    struct Offer {
        QString key;
        QAction* shown = nullptr;
        bool isAllowed = true;
    };
    void offerActions(bool isOffered);
    QString titleOf(const model::Record& record) const;
    void settle(const services::Written& written,
                const services::FieldValues& saved); ///< what was sent is what is stored

    std::unique_ptr<Ui::RecordPanel> m_ui;
    Dispatcher& m_dispatcher;
    const model::RecordKind& m_kind;
    RecordForm* m_form;
    QVector<LaterTab> m_laterTabs;
    RecordHistory* m_history = nullptr; // these three: null until they are looked at
    AttachmentPanel* m_attachments = nullptr;
    RecordsBelow* m_below = nullptr;
    Names m_names;
    QDate m_day;
    FieldWords m_words;
    QHash<Uid, QString> m_owners; ///< names of the records that these belong to
    std::optional<model::Record> m_record;
    QVector<Offer> m_offers;
    bool m_isSaving = false;
    QVector<std::function<void(bool)>> m_nextSaves; ///< asked for while one is under way
};

} // namespace chengheng::gui
