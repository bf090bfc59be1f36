// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/record_panel.h"

#include "gui/asking.h"
#include "gui/attachment_panel.h"
#include "gui/form_dialog.h"
#include "gui/record_form.h"
#include "gui/record_history.h"
#include "gui/records_below.h"
#include "gui/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QToolBar>

namespace chengheng::gui {

namespace {

services::FieldValues valuesOf(const model::Record& record)
{
    services::FieldValues values;
    for (qsizetype i = 0; i < record.values.size(); ++i)
        values.insert(record.kind->fields[i].key, record.values[i]);
    return values;
}

/// What a change that moves a figure needs to say: since when (or that it was wrong from the start), why.
QVector<model::Field> sinceWhenInputs()
{
    QVector<model::Field> inputs;
    for (const char* key : {"from", "reason"})
        inputs.append(*model::kindOf<model::DatedChange>().field(QLatin1String(key)));
    inputs.first().label = RecordPanel::tr("自何日起（原先登记就错了的，空着）");
    inputs.first().isRequired = false;
    inputs.last().isRequired = true;
    return inputs;
}

} // namespace

RecordPanel::RecordPanel(Dispatcher& dispatcher, const model::RecordKind& kind, QWidget* designed, QWidget* parent)
    : QWidget(parent), m_dispatcher(dispatcher), m_kind(kind), m_layout(new QVBoxLayout(this)),
      m_title(new QLabel(tr("未选择"))), m_tabs(new QTabWidget)
{
    m_layout->setContentsMargins(spacing, 0, 0, 0);
    makeTitle(m_title);
    m_title->setWordWrap(true);
    m_layout->addLayout(buildHead());
    m_layout->addWidget(buildActions());
    buildTabs(designed);
    m_layout->addWidget(m_tabs, 1);
    showNothing();
}

QVector<const model::RecordKind*> RecordPanel::childKinds() const
{
    return m_below ? m_below->kinds() : QVector<const model::RecordKind*>();
}

/// A bar, because it moves what does not fit beside each other into a menu of its own.
QWidget* RecordPanel::buildActions()
{
    auto* bar = new QToolBar;
    for (const services::Action& action : services::actionsOf(m_kind))
        if (!action.isPlain) // those stand beside the records they add
            m_actions.append(bar->addAction(action.title, this, [this, action] { Q_EMIT actionAsked(action); }));
    bar->setVisible(!m_actions.isEmpty());
    return bar;
}

/// The title, and beside it a menu of the papers that are about such a record.
QLayout* RecordPanel::buildHead()
{
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    const auto papers = services::papersAbout(m_kind.key);
    if (papers.isEmpty())
        return head;
    auto* menu = new QMenu(this);
    for (const services::PaperKind& paper : papers)
        menu->addAction(paper.title, this, [this, paper] { Q_EMIT paperAsked(paper); });
    m_papers = new QPushButton(tr("生成文书"));
    m_papers->setMenu(menu);
    head->addWidget(m_papers, 0, Qt::AlignTop);
    return head;
}

QWidget* RecordPanel::buildForm(QWidget* designed)
{
    m_form = designed ? new RecordForm(m_kind.fields, designed, nullptr) : new RecordForm(m_kind.fields);
    auto* panel = new QWidget;
    auto* layout = new QVBoxLayout(panel);
    auto* area = new QScrollArea;
    area->setWidget(m_form);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    for (QWidget* shown : {static_cast<QWidget*>(m_form), area->viewport()})
        shown->setAutoFillBackground(false); // the tab's white shines through
    layout->addWidget(area, 1);
    m_save = new QPushButton(tr("保存"));
    m_save->setProperty("primary", true);
    m_save->setShortcut(QKeySequence::Save);
    m_save->setToolTip(tr("保存（Ctrl+S）"));
    connect(m_save, &QPushButton::clicked, this, [this] { save(); });
    connect(m_form, &RecordForm::edited, this, [this] { m_save->setEnabled(hasUnsavedChanges()); });
    layout->addWidget(m_save, 0, Qt::AlignRight);
    return panel;
}

void RecordPanel::buildTabs(QWidget* designed)
{
    m_tabs->addTab(buildForm(designed), tr("基本信息"));
    auto* below = new RecordsBelow(m_dispatcher, m_kind);
    if (below->kinds().isEmpty()) {
        delete below;
    } else {
        m_below = below;
        m_tabs->addTab(below, tr("相关登记"));
        connect(below, &RecordsBelow::left, this, &RecordPanel::left);
        connect(below, &RecordsBelow::actionAsked, this, &RecordPanel::actionAsked);
    }
    m_attachments = new AttachmentPanel(m_dispatcher);
    m_tabs->addTab(m_attachments, tr("附件"));
    m_history = new RecordHistory(m_dispatcher, m_kind);
    connect(m_history, &RecordHistory::left, this, &RecordPanel::left);
    m_tabs->addTab(m_history, tr("操作留痕"));
}

void RecordPanel::addTab(QWidget* widget, const QString& title)
{
    m_tabs->insertTab(1, widget, title);
}

void RecordPanel::addBelowTitle(QWidget* widget)
{
    m_layout->insertWidget(1, widget);
}

void RecordPanel::setNames(const Names& names)
{
    for (auto it = names.begin(); it != names.end(); ++it)
        m_form->setChoices(it.key(), it.value());
    if (const model::Field* parent = m_kind.field(m_kind.parentField))
        m_owners = names.value(parent->refers);
    if (m_below)
        m_below->setNames(names);
    m_history->setNames(names);
}

void RecordPanel::setPicks(const QHash<QString, QVector<model::Choice>>& picks)
{
    m_form->setPicks(picks);
}

/// A record that belongs to another is called by both: “顾村菜场 · 2024-03-05”.
QString RecordPanel::titleOf(const model::Record& record) const
{
    const QString owner = m_owners.value(Uid(model::textOf(record.value(m_kind.parentField))));
    return owner.isEmpty() ? record.name() : tr("%1 · %2").arg(owner, record.name());
}

void RecordPanel::show(const model::Record& record, QDate day)
{
    if (m_record && m_record->uid == record.uid && hasUnsavedChanges())
        return;
    m_record = record;
    m_title->setText(titleOf(record));
    m_form->setValues(valuesOf(record));
    m_form->setReadOnly(false);
    m_save->setEnabled(false);
    offerActions(true);
    m_attachments->showRecord(m_kind.key, record.uid);
    if (m_below)
        m_below->show(record.uid, day);
    m_history->showRecord(record.uid);
}

void RecordPanel::showNothing()
{
    m_record.reset();
    m_title->setText(tr("未选择"));
    m_form->setValues({});
    m_form->setReadOnly(true);
    m_save->setEnabled(false);
    offerActions(false);
    if (m_below)
        m_below->showNothing();
    m_attachments->showNothing();
    m_history->showNothing();
}

void RecordPanel::offerActions(bool isOffered)
{
    for (QAction* action : std::as_const(m_actions))
        action->setEnabled(isOffered);
    if (m_papers)
        m_papers->setEnabled(isOffered);
}

bool RecordPanel::hasUnsavedChanges() const
{
    return m_record && m_form->isChanged();
}

void RecordPanel::dropChanges()
{
    if (m_record)
        m_form->setValues(valuesOf(*m_record));
    m_save->setEnabled(false);
}

void RecordPanel::settle(const services::FieldValues& saved)
{
    for (auto it = saved.begin(); it != saved.end(); ++it)
        m_record->set(it.key(), it.value());
    if (const auto typed = m_form->values(); typed && changedValues(*typed).isEmpty()) // nothing typed meanwhile
        m_form->setValues(*typed);
    m_save->setEnabled(hasUnsavedChanges());
}

services::FieldValues RecordPanel::changedValues(const services::FieldValues& values) const
{
    services::FieldValues changed;
    for (auto it = values.begin(); it != values.end(); ++it)
        if (m_record->value(it.key()) != it.value())
            changed.insert(it.key(), it.value());
    return changed;
}

void RecordPanel::save(std::function<void(bool)> then)
{
    if (!then)
        then = [](bool) {};
    const auto values = hasUnsavedChanges() ? m_form->values() : Result<services::FieldValues>();
    if (!values || values->isEmpty()) {
        then(bool(values));
        return;
    }
    const services::FieldValues changed = changedValues(*values);
    const QStringList keys = changed.keys();
    const bool movesFigure = std::any_of(keys.begin(), keys.end(),
                                         [this](const QString& key) { return m_kind.field(key)->isDated; });
    if (movesFigure)
        askSinceWhen(changed, std::move(then));
    else
        write(changed, std::move(then));
}

void RecordPanel::write(const services::FieldValues& changed, std::function<void(bool)> then)
{
    m_dispatcher.write<services::Written>(
        this,
        [changed, record = *m_record](services::Workspace& workspace) {
            return services::correctRecord(workspace, *record.kind, record.uid, record.version, changed, {});
        },
        [this, changed, then = std::move(then)](const Result<services::Written>& written) {
            if (written && !written->remark.isEmpty())
                Prompts::current().inform(this, written->remark);
            if (written)
                settle(changed);
            else if (!m_form->showFault(written.error()))
                Prompts::current().show(this, written.error());
            then(bool(written));
        });
}

/// What moves a figure is either wrong from the start or so from a day on; only the user knows which.
void RecordPanel::askSinceWhen(const services::FieldValues& changed, std::function<void(bool)> then)
{
    auto* dialog = new FormDialog(tr("这项改动会影响统计数字"), sinceWhenInputs(), this);
    dialog->submitTo(
        m_dispatcher,
        [changed, record = *m_record](services::Workspace& workspace, const services::FieldValues& asked) {
            return services::reviseRecord(workspace, *record.kind, record.uid, record.version, changed,
                                          model::dateOf(asked.value(QStringLiteral("from"))),
                                          model::textOf(asked.value(QStringLiteral("reason"))));
        },
        [this, changed, then](const services::Written&) {
            settle(changed);
            then(true);
        });
    connect(dialog, &QDialog::rejected, this, [then] { then(false); });
    dialog->open();
}

void RecordPanel::focusForm()
{
    m_tabs->setCurrentIndex(0);
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
