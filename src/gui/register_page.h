// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "gui/record_table_model.h"
#include "services/actions.h"

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;
class QTabWidget;
class QTimer;
class QVBoxLayout;

namespace chengheng::gui {

class RecordForm;

/// A whole page from the description of a kind: list with search and choice filters at the left, the
/// chosen record with its form, actions, children and timeline at the right. A register needs no more
/// code than its description; pages with something of their own derive from it.
class RegisterPage : public Page
{
    Q_OBJECT

public:
    /// `designed`: a Designer form for the record, its widgets named after field keys; else a plain one.
    RegisterPage(AppState& state, const model::RecordKind& kind, QWidget* parent = nullptr,
                 QWidget* designed = nullptr);

    void refresh() override;
    void reveal(const Uid& uid) override;
    QAction* primaryAction() override { return m_add; }

protected:
    /// A further button above the list (导入名册 …).
    void addListButton(const QString& text, std::function<void()> clicked);
    /// A further tab of the chosen record.
    void addTab(QWidget* widget, const QString& title);
    /// A widget between the chosen record's title and its actions.
    void addBelowTitle(QWidget* widget);
    /// Keeps only some of the rows that were read; all where a derived page does not say.
    virtual bool isShown(const model::Record&) const { return true; }
    /// Lays the rows out anew after isShown() has changed its mind.
    void filterAgain();
    /// Called with each reading of the list, before rows are shown.
    virtual void prepare(const QVector<model::Record>&) {}
    /// Shows what a derived page has to say of the chosen record.
    virtual void showDetails(const model::Record& record);
    const model::RecordKind& kind() const { return m_kind; }

private:
    struct Contents {
        QVector<model::Record> records;
        QHash<Uid, QString> names;
        QHash<QString, QHash<Uid, QString>> namesByKind;
    };

    QWidget* buildList();
    QWidget* buildRecord(QWidget* designed);
    void buildActions(QHBoxLayout* row);
    void buildFilters(QHBoxLayout* row);
    void showContents(Contents contents);
    void showRows();
    void showChosen();
    /// Goes back to the record with unsaved changes and asks whether to drop them for the next one.
    void askBeforeLeaving(const Uid& next);
    void showChildren(const Uid& uid);
    void showTimeline(const Uid& uid);
    void addNew();
    void save();
    void askSinceWhen(const services::FieldValues& changed);
    void perform(const services::Action& action);
    void exportShown();
    services::RegisterQuery query() const;

    const model::RecordKind& m_kind;
    QAction* m_add;
    RecordTableModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_list = nullptr;
    QLineEdit* m_search = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_empty = nullptr;
    RecordForm* m_form = nullptr;
    QPushButton* m_save = nullptr;
    QTabWidget* m_tabs = nullptr;
    QTableView* m_timeline = nullptr;
    QHBoxLayout* m_listButtons = nullptr;
    QTimer* m_delay;
    QVector<QPair<QString, RecordTableModel*>> m_children; ///< by child kind key
    QHash<QString, QHash<Uid, QString>> m_namesByKind;
    QVector<QPair<QString, QString>> m_filters;
    QVector<QWidget*> m_actionButtons;
    QVBoxLayout* m_recordLayout = nullptr;
    QVector<model::Record> m_read; ///< as read, before isShown()
    std::optional<model::Record> m_chosen;
    Uid m_toReveal;
};

} // namespace chengheng::gui
