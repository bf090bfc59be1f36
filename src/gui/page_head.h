// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

#include <memory>

class QAction;

namespace chengheng::gui {

namespace Ui {
class PageHead;
}

/// What stands over every page: its title, one sentence on the state, 数据截至 and the one primary
/// action. Tinted, and saying so, where the day is not today.
class PageHead : public QWidget
{
    Q_OBJECT

public:
    explicit PageHead(QDate today, QWidget* parent = nullptr);
    ~PageHead() override;

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

    std::unique_ptr<Ui::PageHead> m_ui;
    QDate m_today;
    QMetaObject::Connection m_primaryClicked;
    QMetaObject::Connection m_primaryChanged;
};

} // namespace chengheng::gui
