// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "model/record.h"
#include "services/actions.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace chengheng::gui {

class ListView;
class RecordTableModel;

/// The records that belong to one record: a register at a time, chosen by name and count, with the way
/// to enter a further one and to correct one that is there.
class RecordsBelow : public QWidget
{
    Q_OBJECT

public:
    RecordsBelow(Dispatcher& dispatcher, const model::RecordKind& parent, QWidget* widgetParent = nullptr);

    /// Registers whose records belong to the parent's.
    QVector<const model::RecordKind*> kinds() const;
    /// Names behind References: of all kinds together, and by kind for choosing.
    void setNames(const QHash<QString, QHash<Uid, QString>>& names);
    void show(const Uid& parent, QDate day);
    void showNothing();

Q_SIGNALS:
    void actionAsked(const services::Action& action);
    void left(); ///< Esc: back to the list

private:
    struct Book {
        const model::RecordKind* kind;
        RecordTableModel* model;
        ListView* view;
        std::optional<services::Action> adding; ///< the one way to enter a further record, where there is one
    };

    Book book(const model::RecordKind& kind);
    void count(int place);
    void offerAdding();
    /// Opens a form with the chosen record's values; what is changed was wrong.
    void correctChosen();

    Dispatcher& m_dispatcher;
    const model::RecordKind& m_parentKind;
    QComboBox* m_choice;
    QPushButton* m_add;
    QStackedWidget* m_views;
    QVector<Book> m_books;
    QHash<QString, QHash<Uid, QString>> m_names;
    Uid m_parent;
};

} // namespace chengheng::gui
