// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLineEdit>

namespace chengheng::gui {

/// One day that is always there: typed in any of the usual ways, picked from the calendar, or moved by a day with ↑
/// and ↓. What is no day goes back to the day before the typing.
class DayEdit : public QLineEdit
{
    Q_OBJECT
    Q_PROPERTY(QDate date READ date WRITE setDate NOTIFY dateChanged USER true)

public:
    explicit DayEdit(QWidget* parent = nullptr);

    QDate date() const { return m_date; }
    void setDate(QDate date);

Q_SIGNALS:
    void dateChanged(QDate date);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void takeTyped(const QString& text);
    void showDate();

    QDate m_date;
};

} // namespace chengheng::gui
