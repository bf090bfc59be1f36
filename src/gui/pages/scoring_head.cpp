// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/scoring_head.h"

#include "ui_ScoringHead.h"

#include <QCompleter>

namespace chengheng::gui {

ScoringHead::ScoringHead(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::ScoringHead>())
{
    m_ui->setupUi(this);
    m_ui->unit->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_ui->unit->completer()->setFilterMode(Qt::MatchContains);
    connect(m_ui->unit, &QComboBox::currentIndexChanged, this, &ScoringHead::unitChosen);
    connect(m_ui->unit->lineEdit(), &QLineEdit::editingFinished, this, &ScoringHead::takeTypedUnit);
    connect(m_ui->kind, &QComboBox::currentIndexChanged, this, &ScoringHead::edited);
    connect(m_ui->inspectors, &QLineEdit::textChanged, this, &ScoringHead::edited);
    connect(m_ui->on, &DayEdit::dateChanged, this, &ScoringHead::edited);
    connect(m_ui->on, &DayEdit::dateChanged, this, &ScoringHead::dayChosen);
}

ScoringHead::~ScoringHead() = default;

void ScoringHead::setOn(QDate on)
{
    const QSignalBlocker blocker(this);
    m_ui->on->setDate(on);
}

void ScoringHead::setKinds(const QVector<model::InspectionKind>& kinds)
{
    const QSignalBlocker blocker(m_ui->kind);
    m_ui->kind->clear();
    for (const model::InspectionKind kind : kinds)
        m_ui->kind->addItem(model::labelOf(kind), model::keyOf(kind));
}

void ScoringHead::setUnits(const QVector<model::Unit>& units, const Uid& chosen)
{
    const QSignalBlocker blocker(m_ui->unit);
    m_ui->unit->clear();
    m_trades.clear();
    m_ui->unit->addItem(tr("组织者（表 1）"), QString());
    for (const model::Unit& each : units) {
        m_ui->unit->addItem(each.name, each.uid.toString());
        m_trades.insert(each.uid, each.trade);
    }
    m_ui->unit->setCurrentIndex(qMax(0, m_ui->unit->findData(chosen.toString())));
}

/// A name typed in full is chosen; anything else gives way to the unit whose sheet is on screen.
void ScoringHead::takeTypedUnit()
{
    const int named = m_ui->unit->findText(m_ui->unit->currentText().trimmed(), Qt::MatchFixedString);
    if (named >= 0)
        m_ui->unit->setCurrentIndex(named);
    else
        m_ui->unit->setEditText(unitName());
}

Uid ScoringHead::unit() const
{
    return Uid(m_ui->unit->currentData().toString());
}

QString ScoringHead::unitName() const
{
    return m_ui->unit->itemText(m_ui->unit->currentIndex());
}

model::Trade ScoringHead::trade() const
{
    return m_trades.value(unit());
}

QDate ScoringHead::on() const
{
    return m_ui->on->date();
}

QString ScoringHead::inspectors() const
{
    return m_ui->inspectors->text().trimmed();
}

void ScoringHead::setInspectors(const QString& names)
{
    m_ui->inspectors->setText(names);
}

void ScoringHead::write(ScoringDraft& draft) const
{
    draft.kind = *model::wordOf<model::InspectionKind>(m_ui->kind->currentData().toString());
    draft.on = on();
    draft.inspectors = inspectors();
}

void ScoringHead::showFrom(const ScoringDraft& draft)
{
    const QSignalBlocker blocker(this);
    m_ui->kind->setCurrentIndex(qMax(0, m_ui->kind->findData(model::keyOf(draft.kind))));
    if (draft.on.isValid())
        m_ui->on->setDate(draft.on);
    m_ui->inspectors->setText(draft.inspectors);
}

void ScoringHead::focusUnit()
{
    m_ui->unit->setFocus();
    m_ui->unit->lineEdit()->selectAll();
}

void ScoringHead::focusInspectors()
{
    m_ui->inspectors->setFocus();
}

} // namespace chengheng::gui
