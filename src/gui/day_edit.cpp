// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/day_edit.h"

#include "base/dates.h"
#include "gui/calendar_popup.h"

#include <QKeyEvent>

namespace chengheng::gui {

DayEdit::DayEdit(QWidget* parent) : QLineEdit(parent)
{
    offerCalendar(this);
    constexpr int button = 34; // the calendar's and the frame
    setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("2024-00-00")) + button);
    connect(this, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (QDate::fromString(text, Qt::ISODate).isValid()) // whole: the work need not be left to see it
            takeTyped(text);
    });
    connect(this, &QLineEdit::editingFinished, this, [this] {
        takeTyped(text());
        showDate();
    });
}

void DayEdit::setDate(QDate date)
{
    const bool isNew = date != m_date;
    m_date = date;
    showDate();
    if (isNew)
        Q_EMIT dateChanged(m_date);
}

void DayEdit::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    if (isPlain && event->key() == Qt::Key_Up)
        setDate(m_date.addDays(1));
    else if (isPlain && event->key() == Qt::Key_Down)
        setDate(m_date.addDays(-1));
    else
        QLineEdit::keyPressEvent(event);
}

void DayEdit::takeTyped(const QString& text)
{
    const auto typed = parseDate(text);
    if (typed && typed->isValid() && *typed != m_date) {
        m_date = *typed;
        Q_EMIT dateChanged(m_date);
    }
}

void DayEdit::showDate()
{
    if (const QString shown = screenDate(m_date); shown != text())
        setText(shown);
}

} // namespace chengheng::gui
