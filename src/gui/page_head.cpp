// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/page_head.h"

#include "gui/theme.h"

#include <QAction>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace chengheng::gui {

PageHead::PageHead(QDate today, QWidget* parent)
    : QWidget(parent), m_today(today), m_title(new QLabel), m_sentence(new QLabel), m_past(new QLabel),
      m_backToToday(new QPushButton(tr("回到今天"))), m_day(new QDateEdit(today)), m_primary(new QPushButton)
{
    setObjectName(QStringLiteral("pageHead"));
    setAttribute(Qt::WA_StyledBackground);
    makeTitle(m_title);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setWordWrap(true); // the sentence is never cut
    m_past->setWordWrap(true);
    m_past->setObjectName(QStringLiteral("notToday"));
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_day->setToolTip(tr("所有数字按这一天的记录计算"));
    auto* dayLabel = new QLabel(tr("数据截至"));
    dayLabel->setBuddy(m_day);
    m_primary->setProperty("primary", true);
    auto* said = new QVBoxLayout;
    said->setSpacing(2);
    said->addWidget(m_sentence);
    said->addWidget(m_past);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(gutter, spacing, gutter, spacing);
    row->addWidget(m_title);
    row->addSpacing(gutter);
    row->addLayout(said, 1);
    row->addWidget(dayLabel);
    row->addWidget(m_day);
    row->addWidget(m_backToToday);
    row->addSpacing(spacing);
    row->addWidget(m_primary);
    connect(m_day, &QDateEdit::dateChanged, this, [this](QDate day) {
        tint(day);
        Q_EMIT dayChanged(day);
    });
    connect(m_backToToday, &QPushButton::clicked, this, [this] { m_day->setDate(m_today); });
    tint(today);
}

QString PageHead::title() const
{
    return m_title->text();
}

void PageHead::show(const QString& title, QAction* primary)
{
    m_title->setText(title);
    m_sentence->clear();
    disconnect(m_primaryClicked);
    disconnect(m_primaryChanged);
    m_primary->setVisible(primary);
    if (!primary)
        return;
    const auto dress = [this, primary] {
        m_primary->setText(primary->text());
        m_primary->setEnabled(primary->isEnabled());
        const QString keys = primary->shortcut().toString(QKeySequence::NativeText);
        m_primary->setToolTip(keys.isEmpty() ? primary->text() : tr("%1（%2）").arg(primary->text(), keys));
    };
    dress();
    m_primaryClicked = connect(m_primary, &QPushButton::clicked, primary, &QAction::trigger);
    m_primaryChanged = connect(primary, &QAction::changed, this, dress);
}

void PageHead::setSentence(const QString& sentence)
{
    m_sentence->setText(sentence);
}

void PageHead::setDay(QDate day)
{
    m_day->setDate(day);
}

void PageHead::setToday(QDate today)
{
    m_today = today;
    tint(m_day->date());
}

void PageHead::tint(QDate day)
{
    const bool isToday = day == m_today;
    m_past->setText(day < m_today ? tr("不是今天：下面是 %1 当天的样子。").arg(day.toString(Qt::ISODate))
                                  : tr("不是今天：下面按 %1 推算，此后的记录还没有发生。").arg(day.toString(Qt::ISODate)));
    m_past->setVisible(!isToday);
    m_backToToday->setVisible(!isToday);
    setProperty("past", !isToday);
    style()->unpolish(this);
    style()->polish(this);
}

} // namespace chengheng::gui
