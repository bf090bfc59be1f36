// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "gui/record_list.h"
#include "gui/record_panel.h"

namespace chengheng::gui {

namespace Ui {
class RegisterPage;
}
class FormDialog;

/// A whole page from the description of a kind: the list at the left, the chosen record at the right. A
/// register needs no more code than its description; pages with something of their own derive from it.
class RegisterPage : public Page
{
    Q_OBJECT

public:
    /// `designed`: a Designer form for the record, its widgets named after field keys; else a plain one.
    RegisterPage(AppState& state, const model::RecordKind& kind, QWidget* parent = nullptr,
                 QWidget* designed = nullptr);
    ~RegisterPage() override;

    void refresh() override;
    void reveal(const Uid& uid) override;
    Spot spot() const override;
    void goTo(const Spot& spot) override;
    void focusSearch() override { m_list->focusSearch(); }
    QAction* primaryAction() override { return m_add; }
    QAction* printAction() override { return m_print; }
    bool hasUnsavedChanges() const override { return m_panel->hasUnsavedChanges(); }
    void saveChanges(std::function<void(bool)> then) override { m_panel->save(std::move(then)); }
    void dropChanges() override { m_panel->dropChanges(); }

protected:
    /// A further button above the list.
    void addListButton(const QString& text, std::function<void()> clicked);
    /// A widget above the list and the record.
    void addAbove(QWidget* widget);
    /// A further tab of the chosen record.
    void addTab(QWidget* widget, const QString& title) { m_panel->addTab(widget, title); }
    /// A widget between the chosen record's title and its actions.
    void addBelowTitle(QWidget* widget) { m_panel->addBelowTitle(widget); }
    /// Keeps only some of the rows that were read; all where a derived page does not say.
    virtual bool isShown(const model::Record&) const { return true; }
    /// Takes off the filters of the page's own.
    virtual void clearFilters();
    /// Lays the rows out anew after isShown() has changed its mind.
    void filterAgain();
    /// Called with each reading of the list, before rows are shown.
    virtual void prepare(const QVector<model::Record>&) {}
    /// Shows what a derived page has to say of the chosen record.
    virtual void showDetails(const model::Record&) {}
    /// Reads what values of text fields are called; nothing: those of closed lists as there, others speak for
    /// themselves.
    virtual std::function<FieldWords(const services::Workspace&)> wordsReader() const { return {}; }
    /// Asks for a new record; a page where they come about otherwise leads there.
    virtual void addNew();
    /// The sentence in the page head.
    virtual QString stateSentence() const;
    /// Called with the rows that isShown() kept; gives the one to choose where none is chosen.
    virtual Uid showKept(const QVector<model::Record>& kept) { return kept.isEmpty() ? Uid() : kept.first().uid; }
    /// Asks for what an action needs to know and does it.
    void perform(const services::Action& action, const QVector<Uid>& uids);
    RecordList& list() const { return *m_list; }
    RecordPanel& panel() const { return *m_panel; }
    const model::RecordKind& kind() const { return m_kind; }
    /// Names behind References, by the kind they point to.
    const RecordPanel::Names& names() const { return m_names; }
    /// As read for the day, before isShown().
    const QVector<model::Record>& records() const { return m_read; }

private:
    struct Contents {
        QVector<model::Record> records;
        RecordPanel::Names names;
        QHash<Uid, QString> allNames; ///< of all kinds together
        FieldWords words;
        FieldPicks picks;
    };

    void offerTables();
    void showContents(Contents contents);
    void showRows();
    void showChosen();
    /// Goes back to the record with unsaved changes and asks what to do with them before the next one.
    void askBeforeLeaving(const Uid& next);
    FormDialog* newForm(const QString& title, const QVector<model::Field>& fields);
    void sayCaution(const services::Action& action, const Uid& uid, FormDialog* dialog);
    void exportShown();
    void printShown();
    void printPhotographs();                        ///< of the chosen record
    void correctWithSlip();                         ///< the chosen record
    void saveAll(const services::PaperKind& paper); ///< one PDF of all whose day has come
    services::RegisterQuery query() const;

    std::unique_ptr<Ui::RegisterPage> m_ui;
    const model::RecordKind& m_kind;
    QAction* m_add;
    QAction* m_print;
    RecordList* m_list;
    RecordPanel* m_panel;
    RecordPanel::Names m_names;
    FieldWords m_words;
    FieldPicks m_picks;
    QVector<model::Record> m_read;
    Uid m_toReveal;
};

} // namespace chengheng::gui
