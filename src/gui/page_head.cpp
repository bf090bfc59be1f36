// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/page_head.h"

#include "ui_PageHead.h"

#include <QAction>
#include <QStyle>

namespace chengheng::gui {

PageHead::PageHead(QDate today, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::PageHead>()), m_today(today)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    m_ui->day->setDate(today);
    connect(m_ui->day, &DayEdit::dateChanged, this, [this](QDate day) {
        tint(day);
        Q_EMIT dayChanged(day);
    });
    connect(m_ui->backToToday, &QPushButton::clicked, this, [this] { m_ui->day->setDate(m_today); });
    tint(today);
}

PageHead::~PageHead() = default;

QString PageHead::title() const
{
    return m_ui->title->text();
}

void PageHead::show(const QString& title, QAction* primary)
{
    m_ui->title->setText(title);
    m_ui->sentence->clear();
    disconnect(m_primaryClicked);
    disconnect(m_primaryChanged);
    m_ui->primary->setVisible(primary);
    if (!primary)
        return;
    const auto dress = [this, primary] {
        m_ui->primary->setText(primary->text());
        m_ui->primary->setEnabled(primary->isEnabled());
        const QString keys = primary->shortcut().toString(QKeySequence::NativeText);
        m_ui->primary->setToolTip(keys.isEmpty() ? primary->text() : tr("%1（%2）").arg(primary->text(), keys));
    };
    dress();
    m_primaryClicked = connect(m_ui->primary, &QPushButton::clicked, primary, &QAction::trigger);
    m_primaryChanged = connect(primary, &QAction::changed, this, dress);
}

void PageHead::setSentence(const QString& sentence)
{
    m_ui->sentence->setText(sentence);
}

void PageHead::setDay(QDate day)
{
    m_ui->day->setDate(day);
}

void PageHead::setToday(QDate today)
{
    m_today = today;
    tint(m_ui->day->date());
}

void PageHead::tint(QDate day)
{
    const bool isToday = day == m_today;
    m_ui->notToday->setText(
        day < m_today ? tr("不是今天：下面是 %1 当天的样子。").arg(day.toString(Qt::ISODate))
                      : tr("不是今天：下面按 %1 推算，此后的记录还没有发生。").arg(day.toString(Qt::ISODate)));
    m_ui->notToday->setVisible(!isToday);
    m_ui->backToToday->setVisible(!isToday);
    setProperty("past", !isToday);
    style()->unpolish(this);
    style()->polish(this);
}

} // namespace chengheng::gui
