// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/opened_record.h"

#include "gui/asking.h"
#include "gui/made_paper.h"
#include "services/registers.h"

#include <QVBoxLayout>

namespace chengheng::gui {

OpenedRecord::OpenedRecord(Dispatcher& dispatcher, const model::RecordKind& kind, QWidget* parent)
    : QWidget(parent), m_dispatcher(dispatcher), m_kind(kind)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    hide();
}

void OpenedRecord::buildPanel()
{
    m_panel = new RecordPanel(m_dispatcher, m_kind, nullptr);
    layout()->addWidget(m_panel);
    connect(m_panel, &RecordPanel::left, this, &OpenedRecord::left);
    connect(m_panel, &RecordPanel::actionAsked, this,
            [this](const services::Action& action) { Q_EMIT actionAsked(action, m_uid); });
    connect(m_panel, &RecordPanel::paperAsked, this,
            [this](const services::PaperKind& paper) { showMadePaper(m_dispatcher, this, paper, m_uid, m_day); });
}

void OpenedRecord::open(const Uid& uid, QDate day)
{
    if (!m_panel)
        buildPanel();
    if (uid == m_uid && isVisible())
        return;
    const bool isKept = hasUnsavedChanges();
    if (isKept)
        Q_EMIT movedTo(m_uid);
    m_panel->leave([this, uid, day, isKept] {
        m_uid = uid;
        m_panel->showNothing();
        QWidget::show();
        read(day);
        if (isKept)
            Q_EMIT movedTo(uid);
    });
}

void OpenedRecord::refresh(QDate day)
{
    if (!m_uid.isNull())
        read(day);
}

/// Names of the other records of its own kind are not offered: there may be very many.
void OpenedRecord::read(QDate day)
{
    QVector<const model::RecordKind*> kinds = m_panel->childKinds();
    kinds.append(&m_kind);
    askFor<Contents>(
        m_dispatcher, this,
        [kinds, day, uid = m_uid, &kind = m_kind](const services::Workspace& workspace) -> Result<Contents> {
            auto record = services::findRecord(workspace, kind, uid, day);
            if (!record)
                return fail(record.error());
            auto names = namesOfReferences(workspace, kinds, kind.key);
            if (!names)
                return fail(names.error());
            names->insert(kind.key, {{uid, record->name()}});
            auto picks = picksOfFields(workspace, {&kind}, day);
            if (!picks)
                return fail(picks.error());
            return Contents{*std::move(record), *std::move(names), *std::move(picks)};
        },
        [this, uid = m_uid, day](Contents contents) {
            if (uid == m_uid)
                show(std::move(contents), day);
        });
}

void OpenedRecord::show(Contents contents, QDate day)
{
    m_day = day;
    m_panel->setNames(contents.names);
    m_panel->setPicks(contents.picks);
    m_panel->show(contents.record, day);
    if (std::exchange(m_isFocusWanted, false))
        m_panel->focusForm();
}

void OpenedRecord::focusForm()
{
    m_isFocusWanted = !m_panel->record();
    if (!m_isFocusWanted)
        m_panel->focusForm();
}

void OpenedRecord::close()
{
    if (!m_panel)
        return;
    m_panel->leave([this] {
        m_uid = {};
        hide();
        m_panel->showNothing();
    });
}

void OpenedRecord::save(std::function<void(bool)> then)
{
    if (m_panel)
        m_panel->save(std::move(then));
    else
        then(true);
}

void OpenedRecord::dropChanges()
{
    if (m_panel)
        m_panel->dropChanges();
}

} // namespace chengheng::gui
