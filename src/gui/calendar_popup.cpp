// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/calendar_popup.h"

#include "base/dates.h"
#include "gui/theme.h"

#include <QAction>
#include <QCalendarWidget>
#include <QCoreApplication>
#include <QLineEdit>
#include <QMenu>
#include <QWidgetAction>

namespace chengheng::gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CalendarPopup)
};

void setDay(QLineEdit* edit, QDate day)
{
    const QString text = screenDate(day);
    if (edit->text() == text)
        return;
    edit->setText(text);
    Q_EMIT edit->textEdited(text); // as if it had been typed
}

void pickDay(QLineEdit* edit)
{
    auto* menu = new QMenu(edit);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* calendar = new QCalendarWidget;
    calendar->setLocale(QLocale(QLocale::Chinese, QLocale::China));
    calendar->setFirstDayOfWeek(Qt::Monday);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    if (const auto typed = parseDate(edit->text()); typed && typed->isValid())
        calendar->setSelectedDate(*typed);
    auto* holder = new QWidgetAction(menu);
    holder->setDefaultWidget(calendar);
    menu->addAction(holder);
    const auto choose = [edit, menu](QDate day) {
        setDay(edit, day);
        menu->close();
    };
    QObject::connect(calendar, &QCalendarWidget::clicked, edit, choose);
    QObject::connect(calendar, &QCalendarWidget::activated, edit, choose);
    menu->popup(edit->mapToGlobal(QPoint(0, edit->height())));
    calendar->setFocus();
}

} // namespace

void offerCalendar(QLineEdit* edit)
{
    edit->setPlaceholderText(Text::tr("如 2024-03-05"));
    auto* pick = edit->addAction(iconNamed(QStringLiteral("calendar")), QLineEdit::TrailingPosition);
    pick->setText(Text::tr("选日期"));
    pick->setToolTip(Text::tr("选日期（Alt+↓）"));
    pick->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    pick->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(pick, &QAction::triggered, edit, [edit] { pickDay(edit); });
    QObject::connect(edit, &QLineEdit::editingFinished, edit, [edit] {
        if (const auto typed = parseDate(edit->text()); typed && typed->isValid())
            setDay(edit, *typed);
    });
}

} // namespace chengheng::gui
