// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

class QAction;
class QDateEdit;
class QLabel;
class QPushButton;

namespace chengheng::gui {

/// What stands over every page: its title, one sentence on the state, 数据截至 and the one primary
/// action. Tinted, and saying so, where the day is not today.
class PageHead : public QWidget
{
    Q_OBJECT

public:
    explicit PageHead(QDate today, QWidget* parent = nullptr);

    QString title() const;
    /// The head of another page; `primary` may be null.
    void show(const QString& title, QAction* primary);
    void setSentence(const QString& sentence);
    void setDay(QDate day);
    /// A new day has begun.
    void setToday(QDate today);

Q_SIGNALS:
    void dayChanged(QDate day);

private:
    void tint(QDate day);

    QDate m_today;
    QLabel* m_title;
    QLabel* m_sentence;
    QLabel* m_past;
    QPushButton* m_backToToday;
    QDateEdit* m_day;
    QPushButton* m_primary;
    QMetaObject::Connection m_primaryClicked;
    QMetaObject::Connection m_primaryChanged;
};

} // namespace chengheng::gui
