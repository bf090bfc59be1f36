// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/record_history.h"

#include "base/dates.h"
#include "gui/asking.h"
#include "gui/empty_note.h"
#include "gui/form_dialog.h"
#include "gui/record_form.h"
#include "ui_RecordHistory.h"

#include <QItemSelectionModel>
#include <QStandardItemModel>

#include <algorithm>

namespace chengheng::gui {

namespace {

QStandardItem* itemOf(const QString& text)
{
    auto* item = new QStandardItem(text);
    item->setToolTip(text);
    return item;
}

QStandardItemModel* tableOf(const QStringList& headings, QObject* parent)
{
    auto* table = new QStandardItemModel(0, int(headings.size()), parent);
    table->setHorizontalHeaderLabels(headings);
    return table;
}

/// What the correction of a change asks: the day, the value, why.
QVector<model::Field> inputsFor(const model::Field& changed)
{
    const model::RecordKind& kind = model::kindOf<model::DatedChange>();
    model::Field value = changed;
    value.key = QStringLiteral("value");
    QVector<model::Field> inputs{*kind.field(QStringLiteral("from")), value, *kind.field(QStringLiteral("reason"))};
    inputs.last().label = RecordHistory::tr("更正原因");
    inputs.last().isRequired = true;
    return inputs;
}

} // namespace

RecordHistory::RecordHistory(Dispatcher& dispatcher, const model::RecordKind& kind, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::RecordHistory>()), m_dispatcher(dispatcher), m_kind(kind),
      m_changes(tableOf({tr("自何日起"), tr("项目"), tr("新值"), tr("原因")}, this)),
      m_timeline(tableOf({tr("时间"), tr("经手人"), tr("内容")}, this))
{
    m_ui->setupUi(this);
    m_ui->changesBox->setVisible(
        std::any_of(kind.fields.begin(), kind.fields.end(), [](const model::Field& field) { return field.isDated; }));
    m_ui->changes->setModel(m_changes);
    m_ui->timeline->setModel(m_timeline);
    new EmptyNote(m_ui->changes, tr("还没有按日期的变更。改动影响统计的内容时并填写“自何日起”，就列在这里。"));
    new EmptyNote(m_ui->timeline, tr("选中一条记录，这里列出谁在什么时候对它做了什么。"));
    for (ListView* view : {m_ui->changes, m_ui->timeline})
        connect(view, &ListView::left, this, &RecordHistory::left);
    connect(m_ui->changes, &ListView::opened, this, &RecordHistory::correctChosen);
    connect(m_ui->correct, &QPushButton::clicked, this, &RecordHistory::correctChosen);
    connect(m_ui->changes->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { m_ui->correct->setEnabled(current.isValid()); });
}

RecordHistory::~RecordHistory() = default;

void RecordHistory::showRecord(const Uid& uid)
{
    m_uid = uid;
    struct Past {
        QVector<services::DatedFact> facts;
        QVector<services::TimelineEntry> timeline;
    };
    askFor<Past>(
        m_dispatcher, this,
        [uid, &kind = m_kind](const services::Workspace& workspace) -> Result<Past> {
            auto facts = services::datedFactsOf(workspace, kind, uid);
            if (!facts)
                return fail(facts.error());
            auto timeline = services::timelineOf(workspace, uid);
            if (!timeline)
                return fail(timeline.error());
            return Past{std::move(*facts), std::move(*timeline)};
        },
        [this, uid](const Past& past) {
            if (m_uid != uid)
                return;
            showChanges(past.facts);
            showTimeline(past.timeline);
        });
}

void RecordHistory::showNothing()
{
    m_uid = {};
    showChanges({});
    showTimeline({});
}

void RecordHistory::showChanges(const QVector<services::DatedFact>& facts)
{
    m_facts = facts;
    m_changes->removeRows(0, m_changes->rowCount());
    for (const services::DatedFact& fact : facts)
        m_changes->appendRow(
            {itemOf(screenDate(fact.from)), itemOf(fact.field.label), itemOf(fact.shown), itemOf(fact.reason)});
    m_ui->changes->fitColumns();
    m_ui->correct->setEnabled(m_ui->changes->currentIndex().isValid());
}

void RecordHistory::showTimeline(const QVector<services::TimelineEntry>& entries)
{
    m_timeline->removeRows(0, m_timeline->rowCount());
    for (const services::TimelineEntry& entry : entries)
        m_timeline->appendRow({itemOf(entry.when.toString(QStringLiteral("yyyy-MM-dd HH:mm"))), itemOf(entry.who),
                               itemOf(entry.sentence)});
    m_ui->timeline->fitColumns();
}

void RecordHistory::correctChosen()
{
    const QModelIndex current = m_ui->changes->currentIndex();
    if (current.isValid() && current.row() < m_facts.size())
        correct(m_facts[current.row()]);
}

void RecordHistory::correct(const services::DatedFact& fact)
{
    auto* dialog = new FormDialog(tr("更正“%1”的变更").arg(fact.field.label), inputsFor(fact.field), this);
    if (fact.field.type == model::FieldType::Reference)
        dialog->form().setChoices(fact.field.refers, m_names.value(fact.field.refers));
    dialog->form().setValues({{QStringLiteral("from"), fact.from}, {QStringLiteral("value"), fact.value}});
    dialog->submitTo(m_dispatcher, [uid = fact.uid, version = fact.version](services::Workspace& workspace,
                                                                            const services::FieldValues& asked,
                                                                            const Uid& intent) {
        return services::correctChange(workspace, uid, version, model::dateOf(asked.value(QStringLiteral("from"))),
                                       asked.value(QStringLiteral("value")),
                                       model::textOf(asked.value(QStringLiteral("reason"))), intent);
    });
    dialog->open();
}

} // namespace chengheng::gui
