// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "model/record.h"
#include "services/actions.h"
#include "services/papers.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QTabWidget;
class QVBoxLayout;

namespace chengheng::gui {

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
    using Names = QHash<QString, QHash<Uid, QString>>; ///< by kind key: what References may be

    /// `designed`: a Designer form, its widgets named after field keys; else a plain one.
    RecordPanel(Dispatcher& dispatcher, const model::RecordKind& kind, QWidget* designed, QWidget* parent = nullptr);

    /// Kinds whose records are shown below this one's.
    QVector<const model::RecordKind*> childKinds() const;

    void setNames(const Names& names);
    void setPicks(const QHash<QString, QVector<model::Choice>>& picks);
    /// Shows a record and what lies below it on a day; what is being typed stays.
    void show(const model::Record& record, QDate day);
    void showNothing();
    const std::optional<model::Record>& record() const { return m_record; }

    bool hasUnsavedChanges() const;
    void dropChanges();
    /// Saves what was changed; `then` hears whether it was.
    void save(std::function<void(bool)> then = {});
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
    QWidget* buildActions();
    QLayout* buildHead();
    QWidget* buildForm(QWidget* designed);
    void buildTabs(QWidget* designed);
    void offerActions(bool isOffered);
    services::FieldValues changedValues(const services::FieldValues& values) const;
    void write(const services::FieldValues& changed, std::function<void(bool)> then);
    void askSinceWhen(const services::FieldValues& changed, std::function<void(bool)> then);
    QString titleOf(const model::Record& record) const;
    void settle(const services::FieldValues& saved); ///< what was sent is what is stored

    Dispatcher& m_dispatcher;
    const model::RecordKind& m_kind;
    QVBoxLayout* m_layout;
    QLabel* m_title;
    QTabWidget* m_tabs;
    RecordForm* m_form = nullptr;
    QPushButton* m_save = nullptr;
    RecordHistory* m_history = nullptr;
    AttachmentPanel* m_attachments = nullptr;
    QVector<QAction*> m_actions;
    QPushButton* m_papers = nullptr; ///< where papers are made of such records
    RecordsBelow* m_below = nullptr; ///< where other registers belong to this one
    QHash<Uid, QString> m_owners; ///< names of the records that these belong to
    std::optional<model::Record> m_record;
};

} // namespace chengheng::gui
