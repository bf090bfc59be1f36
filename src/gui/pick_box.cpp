// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pick_box.h"

#include <QCompleter>
#include <QLineEdit>

namespace chengheng::gui {

PickBox::PickBox(QString between, QWidget* parent) : QComboBox(parent), m_between(std::move(between))
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    connect(this, &QComboBox::activated, this, &PickBox::take);
    connect(lineEdit(), &QLineEdit::textEdited, this, [this](const QString& text) {
        m_typed = text;
        Q_EMIT edited();
    });
}

void PickBox::setPicks(const QVector<model::Choice>& picks)
{
    const QSignalBlocker blocker(this);
    const QString kept = text();
    clear();
    for (const model::Choice& pick : picks) {
        addItem(pick.label, pick.key);
        setItemData(count() - 1, pick.label, Qt::ToolTipRole);
    }
    setText(kept);
}

QString PickBox::text() const
{
    const int place = m_between.isEmpty() ? findText(currentText()) : -1;
    return place < 0 ? currentText().trimmed() : itemData(place).toString();
}

void PickBox::setText(const QString& text)
{
    const int place = m_between.isEmpty() ? findData(text) : -1;
    setCurrentIndex(place);
    if (place < 0)
        setEditText(text);
    m_typed = currentText();
}

void PickBox::take(int index)
{
    if (!m_between.isEmpty()) {
        QStringList all = m_typed.split(m_between, Qt::SkipEmptyParts);
        if (const QString key = itemData(index).toString(); !all.contains(key))
            all << key;
        setCurrentIndex(-1);
        setEditText(all.join(m_between));
    }
    m_typed = currentText();
    Q_EMIT edited();
}

} // namespace chengheng::gui
