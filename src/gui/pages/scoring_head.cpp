// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/scoring_head.h"

#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace chengheng::gui {

ScoringHead::ScoringHead(QDate on, QWidget* parent)
    : QWidget(parent), m_unit(new QComboBox), m_kind(new QComboBox), m_on(new QDateEdit(on)), m_inspectors(new QLineEdit)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_unit->setEditable(true);
    m_unit->setInsertPolicy(QComboBox::NoInsert);
    m_unit->setMinimumContentsLength(12);
    m_unit->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_unit->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_unit->completer()->setFilterMode(Qt::MatchContains);
    for (const model::Choice& choice : model::choicesOf<model::InspectionKind>())
        m_kind->addItem(choice.label, choice.key);
    m_on->setCalendarPopup(true);
    m_on->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_inspectors->setObjectName(QStringLiteral("inspectors"));
    m_inspectors->setPlaceholderText(tr("两人以上用“、”隔开"));
    addField(tr("单位"), m_unit, 3);
    addField(tr("检查类型"), m_kind, 0);
    addField(tr("日期"), m_on, 0);
    addField(tr("检查人员"), m_inspectors, 2);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &ScoringHead::unitChosen);
    connect(m_unit->lineEdit(), &QLineEdit::editingFinished, this, &ScoringHead::takeTypedUnit);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ScoringHead::edited);
    connect(m_inspectors, &QLineEdit::textChanged, this, &ScoringHead::edited);
    connect(m_on, &QDateEdit::dateChanged, this, &ScoringHead::edited);
    connect(m_on, &QDateEdit::dateChanged, this, &ScoringHead::dayChosen);
}

void ScoringHead::addField(const QString& label, QWidget* widget, int stretch)
{
    auto* row = static_cast<QHBoxLayout*>(layout());
    auto* name = new QLabel(label);
    name->setBuddy(widget);
    row->addWidget(name);
    row->addWidget(widget, stretch);
}

void ScoringHead::setUnits(const QVector<model::Unit>& units, const Uid& chosen)
{
    const QSignalBlocker blocker(m_unit);
    m_unit->clear();
    m_trades.clear();
    m_unit->addItem(tr("组织者（表 1）"), QString());
    for (const model::Unit& each : units) {
        m_unit->addItem(each.name, each.uid.toString());
        m_trades.insert(each.uid, each.trade);
    }
    m_unit->setCurrentIndex(qMax(0, m_unit->findData(chosen.toString())));
}

/// A name typed in full is chosen; anything else gives way to the unit whose sheet is on screen.
void ScoringHead::takeTypedUnit()
{
    const int named = m_unit->findText(m_unit->currentText().trimmed(), Qt::MatchFixedString);
    if (named >= 0)
        m_unit->setCurrentIndex(named);
    else
        m_unit->setEditText(unitName());
}

Uid ScoringHead::unit() const
{
    return Uid(m_unit->currentData().toString());
}

QString ScoringHead::unitName() const
{
    return m_unit->itemText(m_unit->currentIndex());
}

model::Trade ScoringHead::trade() const
{
    return m_trades.value(unit());
}

QDate ScoringHead::on() const
{
    return m_on->date();
}

QString ScoringHead::inspectors() const
{
    return m_inspectors->text().trimmed();
}

void ScoringHead::setInspectors(const QString& names)
{
    m_inspectors->setText(names);
}

void ScoringHead::write(ScoringDraft& draft) const
{
    draft.kind = *model::wordOf<model::InspectionKind>(m_kind->currentData().toString());
    draft.on = on();
    draft.inspectors = inspectors();
}

void ScoringHead::showFrom(const ScoringDraft& draft)
{
    const QSignalBlocker blocker(this);
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(model::keyOf(draft.kind))));
    if (draft.on.isValid())
        m_on->setDate(draft.on);
    m_inspectors->setText(draft.inspectors);
}

void ScoringHead::focusUnit()
{
    m_unit->setFocus();
    m_unit->lineEdit()->selectAll();
}

void ScoringHead::focusInspectors()
{
    m_inspectors->setFocus();
}

} // namespace chengheng::gui
