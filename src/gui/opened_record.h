// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/record_panel.h"

#include <QDate>

namespace chengheng::gui {

/// One record opened beside a list that does not hold records itself (the ledger): reads it with what its form offers,
/// and closes again. Its panel is built when something is first opened.
class OpenedRecord : public QWidget
{
    Q_OBJECT

public:
    OpenedRecord(Dispatcher& dispatcher, const model::RecordKind& kind, QWidget* parent = nullptr);

    /// Shows the record as of a day, after asking what to do with unsaved changes of the one before.
    void open(const Uid& uid, QDate day);
    /// Reads it again.
    void refresh(QDate day);
    void close();
    Uid uid() const { return m_uid; } ///< null: closed
    /// Puts the cursor into its form.
    void focusForm();

    bool hasUnsavedChanges() const { return m_panel && m_panel->hasUnsavedChanges(); }
    void save(std::function<void(bool)> then);
    void dropChanges();

Q_SIGNALS:
    void actionAsked(const services::Action& action, const Uid& uid);
    void left(); ///< Esc: back to the list
    /// The list has to go along: first back to a record with unsaved changes, then on to the one that was asked for.
    void movedTo(const Uid& uid);

private:
    struct Contents {
        model::Record record;
        ReferenceNames names;
        FieldPicks picks;
    };

    void buildPanel();
    void read(QDate day);
    void show(Contents contents, QDate day);

    Dispatcher& m_dispatcher;
    const model::RecordKind& m_kind;
    RecordPanel* m_panel = nullptr;
    Uid m_uid;
    QDate m_day;
    bool m_isFocusWanted = false; ///< once it has been read
};

} // namespace chengheng::gui
