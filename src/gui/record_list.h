// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/list_paper.h"
#include "gui/counted.h"
#include "gui/record_table_model.h"
#include "services/actions.h"

#include <QWidget>

#include <memory>

class QLabel;
class QTimer;

namespace chengheng::gui {

namespace Ui {
class RecordList;
}
class EmptyRegister;
class FilterChips;
class NameOrder;

/// The list of a register: search, filter chips, rows, bulk actions on many chosen rows, totals, and
/// what to do where nothing is registered yet. It holds rows; who owns it reads and writes.
class RecordList : public QWidget
{
    Q_OBJECT

public:
    explicit RecordList(const model::RecordKind& kind, QWidget* parent = nullptr);
    ~RecordList() override;

    void setNames(const QHash<Uid, QString>& names);
    void setWords(const FieldWords& words);
    /// `isRegisterEmpty`: there is nothing to show because nothing is registered yet.
    void setRecords(QVector<model::Record> records, bool isRegisterEmpty);

    QString searchText() const;
    void setSearchText(const QString& text);
    /// Narrowed to what a figure counts, until its chip is taken off.
    const Counted& only() const { return m_only; }
    void showOnly(const Counted& only);
    QVector<QPair<QString, model::Value>> conditions() const;
    void clearChips();
    /// Whose role some of the actions are not for: those say so.
    void setActor(const services::Actor& actor);
    bool isNarrowed() const; ///< by search, chips or a figure

    /// The current row; null where none is.
    const model::Record* current() const;
    QVector<Uid> chosen() const;
    QVector<Uid> shown() const;
    bool makeCurrent(const Uid& uid); ///< false where it is not shown
    void focusSearch();
    void focusRows();

    /// Another view of the same rows, in the place of the table while it is shown. Its owner keeps its choice
    /// and the list's alike.
    void setOtherView(QWidget* view);
    void showOtherView(bool isOther);

    /// A further button beside the search (导入…).
    void addButton(const QString& text, std::function<void()> clicked);
    /// An entry of the menu 更多.
    void addToMenu(const QString& text, std::function<void()> clicked);
    /// What to do first, shown as a button where the register is empty.
    void addFirstStep(const QString& text, std::function<void()> clicked);
    /// The shown or chosen rows as plain text that reads well in WeChat.
    QString plainText() const;
    /// The shown or chosen rows with the columns on screen, for printing.
    documents::PrintedList printed() const;

Q_SIGNALS:
    void queryChanged();
    void currentChanged();
    void opened(); ///< Enter or double click on the current row
    void left();   ///< Esc: away from the list
    void bulkActionAsked(const services::Action& action);

private:
    void showTable();
    void buildMenu();
    void buildBulkBar();
    void showCounts();
    void showBody();
    QModelIndexList chosenRows() const;

    std::unique_ptr<Ui::RecordList> m_ui;
    const model::RecordKind& m_kind;
    RecordTableModel* m_model;
    NameOrder* m_sorted;
    FilterChips* m_chips;
    QTimer* m_delay;
    EmptyRegister* m_empty;
    Counted m_only;
    QLabel* m_bulkText = nullptr;
    QVector<QPair<services::Action, QAction*>> m_bulk;
    QWidget* m_lastButton = nullptr; ///< beside the search
    QWidget* m_other = nullptr;
    bool m_isOther = false;
    bool m_isRegisterEmpty = false;
    bool m_isFitted = false;
};

} // namespace chengheng::gui
