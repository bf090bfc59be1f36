// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/record_panel.h"

#include "gui/asking.h"
#include "gui/attachment_panel.h"
#include "gui/offered_action.h"
#include "gui/record_form.h"
#include "gui/record_history.h"
#include "gui/records_below.h"
#include "gui/revising.h"
#include "ui_RecordPanel.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

namespace chengheng::gui {

namespace {

services::FieldValues valuesOf(const model::Record& record)
{
    services::FieldValues values;
    for (qsizetype i = 0; i < record.values.size(); ++i)
        values.insert(record.kind->fields[i].key, record.values[i]);
    return values;
}

} // namespace

RecordPanel::RecordPanel(Dispatcher& dispatcher, const model::RecordKind& kind, QWidget* designed, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::RecordPanel>()), m_dispatcher(dispatcher), m_kind(kind),
      m_form(designed ? new RecordForm(kind.fields, designed, nullptr) : new RecordForm(kind.fields))
{
    m_ui->setupUi(this);
    m_ui->area->setWidget(m_form);
    m_form->setRole(dispatcher.actor().role);
    for (QWidget* shown : {static_cast<QWidget*>(m_form), m_ui->area->viewport()})
        shown->setAutoFillBackground(false); // the tab's white shines through
    buildActions();
    buildPapers();
    buildTabs();
    connect(m_ui->save, &QPushButton::clicked, this, [this] { save(); });
    connect(m_form, &RecordForm::edited, this, [this] { m_ui->save->setEnabled(hasUnsavedChanges()); });
    showNothing();
}

RecordPanel::~RecordPanel() = default;

QVector<const model::RecordKind*> RecordPanel::childKinds() const
{
    return RecordsBelow::kindsBelow(m_kind);
}

void RecordPanel::buildActions()
{
    QVector<QAction*> allowed;
    QVector<QAction*> refused;
    for (const services::Action& action : services::actionsOf(m_kind)) {
        if (action.isPlain) // those stand beside the records they add
            continue;
        auto* shown = new QAction(action.title, this);
        connect(shown, &QAction::triggered, this, [this, action] { Q_EMIT actionAsked(action); });
        const bool isAllowed = offerTo(m_dispatcher.actor(), action, *shown);
        m_offers.append({action.key, shown, isAllowed});
        (isAllowed ? allowed : refused).append(shown);
    }
    m_ui->actions->setActions(allowed + refused, false);
    m_ui->actions->setVisible(!m_offers.isEmpty());
}

/// The papers that are about such a record.
void RecordPanel::buildPapers()
{
    const auto papers = services::papersAbout(m_kind.key);
    auto* menu = new QMenu(this);
    for (const services::PaperKind& paper : papers)
        menu->addAction(paper.title, this, [this, paper] { Q_EMIT paperAsked(paper); });
    m_ui->makePaper->setMenu(menu);
    m_ui->makePaper->setVisible(!papers.isEmpty());
}

void RecordPanel::buildTabs()
{
    if (!childKinds().isEmpty())
        addLater<RecordsBelow>(
            tr("相关登记"), m_below,
            [this] {
                auto* below = new RecordsBelow(m_dispatcher, m_kind);
                connect(below, &RecordsBelow::left, this, &RecordPanel::left);
                connect(below, &RecordsBelow::actionAsked, this, &RecordPanel::actionAsked);
                return below;
            },
            [this] { m_record ? m_below->show(m_record->uid, m_day) : m_below->showNothing(); });
    addLater<AttachmentPanel>(
        tr("附件"), m_attachments, [this] { return new AttachmentPanel(m_dispatcher); },
        [this] { m_record ? m_attachments->showRecord(m_kind.key, m_record->uid) : m_attachments->showNothing(); });
    addLater<RecordHistory>(
        tr("操作留痕"), m_history,
        [this] {
            auto* history = new RecordHistory(m_dispatcher, m_kind);
            connect(history, &RecordHistory::left, this, &RecordPanel::left);
            return history;
        },
        [this] { m_record ? m_history->showRecord(m_record->uid) : m_history->showNothing(); });
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, &RecordPanel::lookAtTab);
}

template <class Panel>
void RecordPanel::addLater(const QString& title, Panel*& panel, std::function<Panel*()> make,
                           std::function<void()> show)
{
    auto* place = new QWidget;
    auto* layout = new QVBoxLayout(place);
    layout->setContentsMargins({});
    m_ui->tabs->addTab(place, title);
    m_laterTabs.append({place, [this, &panel, layout, make = std::move(make), show = std::move(show)] {
                            if (!panel) {
                                panel = make();
                                layout->addWidget(panel);
                                panel->setVisible(true);
                                nameReferences();
                            }
                            show();
                        }});
}

void RecordPanel::lookAtTab()
{
    for (const LaterTab& tab : std::as_const(m_laterTabs))
        if (tab.place == m_ui->tabs->currentWidget())
            tab.show();
}

void RecordPanel::nameReferences()
{
    if (m_below)
        m_below->setNames(m_names);
    if (m_history)
        m_history->setNames(m_names);
}

void RecordPanel::addTab(QWidget* widget, const QString& title)
{
    m_ui->tabs->insertTab(1, widget, title);
}

void RecordPanel::addBelowTitle(QWidget* widget)
{
    m_ui->outer->insertWidget(1, widget);
}

void RecordPanel::setNames(const Names& names)
{
    m_form->setNames(names);
    if (const model::Field* parent = m_kind.field(m_kind.parentField))
        m_owners = names.value(parent->refers);
    m_names = names;
    nameReferences();
}

void RecordPanel::setWords(const FieldWords& words)
{
    m_words = words;
    m_form->setWords(words);
}

void RecordPanel::setPicks(const FieldPicks& picks)
{
    m_form->setPicks(picks);
}

/// A record that belongs to another is called by both: “顾村菜场 · 2024-03-05”.
QString RecordPanel::titleOf(const model::Record& record) const
{
    const QString owner = m_owners.value(Uid(model::textOf(record.value(m_kind.parentField))));
    const QString name = m_words.value(m_kind.nameField).value(record.name(), record.name());
    if (owner.isEmpty() || name.isEmpty())
        return owner + name;
    return tr("%1 · %2").arg(owner, name);
}

void RecordPanel::show(const model::Record& record, QDate day)
{
    if (m_record && m_record->uid == record.uid && hasUnsavedChanges())
        return;
    m_record = record;
    m_ui->recordTitle->setText(titleOf(record));
    m_form->setValues(valuesOf(record));
    m_form->setReadOnly(false);
    m_ui->save->setEnabled(false);
    offerActions(true);
    m_day = day;
    lookAtTab();
}

void RecordPanel::showNothing()
{
    m_record.reset();
    m_ui->recordTitle->setText(tr("未选择"));
    m_form->setValues({});
    m_form->setReadOnly(true);
    m_ui->save->setEnabled(false);
    offerActions(false);
    lookAtTab();
}

void RecordPanel::offerActions(bool isOffered)
{
    for (const Offer& offer : std::as_const(m_offers))
        offer.shown->setEnabled(isOffered && offer.isAllowed);
    m_ui->makePaper->setEnabled(isOffered);
}

void RecordPanel::offerSteps(const QStringList& actionKeys)
{
    QVector<QAction*> allowed;
    QVector<QAction*> refused;
    for (const QString& key : actionKeys)
        for (const Offer& offer : std::as_const(m_offers))
            if (offer.key == key)
                (offer.isAllowed ? allowed : refused).append(offer.shown);
    m_ui->actions->setActions(allowed + refused, !allowed.isEmpty());
}

bool RecordPanel::hasUnsavedChanges() const
{
    return m_record && m_form->isChanged();
}

void RecordPanel::dropChanges()
{
    if (m_record)
        m_form->setValues(valuesOf(*m_record));
    m_ui->save->setEnabled(false);
}

void RecordPanel::settle(const services::Written& written, const services::FieldValues& saved)
{
    if (!m_record || m_record->uid != written.uid)
        return; // another is shown by now
    for (auto it = saved.begin(); it != saved.end(); ++it)
        m_record->set(it.key(), it.value());
    m_record->version = qMax(m_record->version, written.version);
    if (const auto typed = m_form->values();
        typed && changedValues(*m_record, *typed).isEmpty()) // nothing typed meanwhile
        m_form->setValues(*typed);
    m_ui->save->setEnabled(hasUnsavedChanges());
}

void RecordPanel::save(std::function<void(bool)> then)
{
    if (!then)
        then = [](bool) {};
    if (m_isSaving) { // what was typed meanwhile is saved after it
        m_nextSaves.append(std::move(then));
        return;
    }
    const auto values = hasUnsavedChanges() ? m_form->values() : Result<services::FieldValues>();
    if (!values || values->isEmpty()) {
        then(bool(values));
        return;
    }
    m_isSaving = true;
    const services::FieldValues changed = changedValues(*m_record, *values);
    revise(m_dispatcher, this, *m_record, changed,
           [this, changed, then = std::move(then)](const Result<services::Written>& written) {
               m_isSaving = false;
               if (written && !written->remark.isEmpty())
                   Prompts::current().inform(this, written->remark);
               if (written) {
                   settle(*written, changed);
                   if (const QWidget* focus = focusWidget(); focus && m_form->isAncestorOf(focus))
                       m_ui->tabs->setFocus(); // a line would keep Ctrl+Z for its own letters
               } else if (written.error().kind != ErrorKind::Cancelled && !m_form->showFault(written.error()))
                   Prompts::current().show(this, written.error());
               then(bool(written));
               if (m_nextSaves.isEmpty())
                   return;
               save([waiting = std::exchange(m_nextSaves, {})](bool isSaved) {
                   for (const auto& next : waiting)
                       next(isSaved);
               });
           });
}

void RecordPanel::leave(std::function<void()> then)
{
    if (!hasUnsavedChanges()) {
        then();
        return;
    }
    Prompts::current().askToSave(
        this, tr("“%1”的修改还没有保存。").arg(m_record->name()),
        [this, then] {
            save([then](bool isSaved) {
                if (isSaved)
                    then();
            });
        },
        [this, then] {
            dropChanges();
            then();
        });
}

void RecordPanel::focusForm()
{
    m_ui->tabs->setCurrentIndex(0);
    m_form->focusFirst();
}

void RecordPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace chengheng::gui
