// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "model/record.h"
#include "services/actions.h"

#include <QWidget>

#include <memory>

namespace chengheng::gui {

namespace Ui {
class RecordsBelow;
}

class FormDialog;
class ListView;
class RecordTableModel;

/// The records that belong to one record, and those of other registers that speak of a unit: a register at a time,
/// chosen by name and count, with the way to enter a further one and to correct one that is there.
class RecordsBelow : public QWidget
{
    Q_OBJECT

public:
    RecordsBelow(Dispatcher& dispatcher, const model::RecordKind& parent, QWidget* widgetParent = nullptr);
    ~RecordsBelow() override;

    /// Registers whose records are shown with one of such a kind.
    static QVector<const model::RecordKind*> kindsBelow(const model::RecordKind& parent);
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
        QString link; ///< the field by which its records speak of the parent
        RecordTableModel* model;
        std::optional<services::Action> adding; ///< the one way to enter a further record, where there is one
        ListView* view = nullptr;               ///< made when the register is first chosen: a unit has dozens
    };

    Book book(const model::RecordKind& kind, const QString& link);
    void showBook(int place);
    ListView* makeView(const Book& book);
    void count(int place);
    void offerAdding();
    const Book& current() const;
    services::FieldValues given() const;
    QVector<model::Record> chosen() const;
    void fillDown();
    void askFilling(const model::Field& field, const QVector<model::Record>& records);
    /// Opens a form with the chosen record's values; what is changed was wrong.
    void correctChosen();
    void correct(const model::Record& record, const services::FieldValues& changed, FormDialog* dialog);

    std::unique_ptr<Ui::RecordsBelow> m_ui;
    Dispatcher& m_dispatcher;
    const model::RecordKind& m_parentKind;
    QVector<Book> m_books;
    QHash<QString, QHash<Uid, QString>> m_names;
    Uid m_parent;
};

} // namespace chengheng::gui
