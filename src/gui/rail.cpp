// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rail.h"

#include "gui/page_registry.h"
#include "gui/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QStyledItemDelegate>
#include <QToolButton>

namespace chengheng::gui {

namespace {

constexpr int railWidth = 176;
constexpr int foldedWidth = 56;
constexpr int railRow = 36;
constexpr int foldedHeading = 12;
constexpr int mostShown = 999;
constexpr int padding = 12;
constexpr int iconSize = 22;
constexpr int focusWidth = 3;
constexpr QColor wordColour(0xE8, 0xEE, 0xF4);
constexpr QColor headingColour(0x9F, 0xB1, 0xC3);
constexpr QColor hoverColour(0x33, 0x47, 0x5A);
constexpr int keyRole = Qt::UserRole;
constexpr int titleRole = Qt::UserRole + 1;
constexpr int countRole = Qt::UserRole + 2;
constexpr int shortcutRole = Qt::UserRole + 3;

QString foldedSetting()
{
    return QStringLiteral("rail/folded");
}

/// Draws a row: icon, word and how much is owed; a heading is a word alone.
class RailDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (index.data(keyRole).toString().isEmpty()) {
            painter->setPen(headingColour);
            painter->drawText(option.rect.adjusted(padding, 0, 0, -4), Qt::AlignLeft | Qt::AlignBottom,
                              index.data().toString());
        } else {
            paintPage(*painter, option, index);
        }
        painter->restore();
    }

private:
    static void paintPage(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index)
    {
        const bool isChosen = option.state & QStyle::State_Selected;
        if (isChosen)
            painter.fillRect(option.rect, accentColour());
        else if (option.state & QStyle::State_MouseOver)
            painter.fillRect(option.rect, hoverColour);
        if (isChosen && (option.state & QStyle::State_HasFocus))
            painter.fillRect(QRect(option.rect.topLeft(), QSize(focusWidth, option.rect.height())), Qt::white);
        const QString title = index.data().toString();
        const bool isFolded = title.isEmpty();
        QRect icon(0, 0, iconSize, iconSize);
        icon.moveCenter(option.rect.center());
        if (!isFolded)
            icon.moveLeft(option.rect.left() + padding);
        index.data(Qt::DecorationRole).value<QIcon>().paint(&painter, icon);
        painter.setPen(wordColour);
        painter.drawText(option.rect.adjusted(icon.right() + spacing, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         title);
        if (const qint64 count = index.data(countRole).toLongLong(); count > 0)
            paintCount(painter, option, isFolded, count);
    }

    static void paintCount(QPainter& painter, const QStyleOptionViewItem& option, bool isFolded, qint64 count)
    {
        const QString text = count > mostShown ? QString::number(mostShown) + QLatin1Char('+') : QString::number(count);
        QFont font = option.font;
        font.setPointSizeF(9);
        const QFontMetrics metrics(font);
        const int height = metrics.height() + 2;
        const int width = qMax(height, metrics.horizontalAdvance(text) + spacing);
        const int right = option.rect.right() - (isFolded ? 2 : spacing);
        const QRect pill(right - width, isFolded ? option.rect.top() + 1 : option.rect.center().y() - height / 2, width,
                         height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(faultColour());
        painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
        painter.setPen(Qt::white);
        painter.setFont(font);
        painter.drawText(pill, Qt::AlignCenter, text);
    }
};

} // namespace

Rail::Rail(QWidget* parent) : QWidget(parent), m_list(new QListWidget)
{
    setObjectName(QStringLiteral("railPanel"));
    setAttribute(Qt::WA_StyledBackground);
    m_list->setObjectName(QStringLiteral("rail"));
    m_list->setAccessibleName(tr("工作区"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new RailDelegate(m_list));
    m_list->setMouseTracking(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(buildFoot());
    addPages();
    setFolded(QSettings().value(foldedSetting()).toBool());
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item)
            Q_EMIT pageChosen(item->data(keyRole).toString());
    });
}

QKeySequence Rail::shortcutOf(qsizetype place)
{
    constexpr int digits = 10;
    return place < digits ? QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + (int(place) + 1) % digits)) : QKeySequence();
}

void Rail::addPages()
{
    QString group;
    qsizetype place = 0;
    for (const PageEntry& entry : allPages()) {
        if (entry.group != group) {
            auto* heading = new QListWidgetItem(m_list);
            heading->setData(titleRole, entry.group);
            heading->setFlags(Qt::NoItemFlags);
            group = entry.group;
        }
        auto* item = new QListWidgetItem(iconNamed(entry.icon), {}, m_list);
        item->setData(keyRole, entry.key());
        item->setData(titleRole, entry.title);
        item->setData(shortcutRole, shortcutOf(place++).toString(QKeySequence::NativeText));
    }
}

QWidget* Rail::buildFoot()
{
    auto* foot = new QWidget;
    m_foot = new QBoxLayout(QBoxLayout::LeftToRight, foot);
    m_foot->setContentsMargins(spacing, spacing, spacing, spacing);
    m_menu = new QToolButton;
    m_menu->setIcon(iconNamed(QStringLiteral("menu")));
    m_menu->setText(tr("更多"));
    m_menu->setAccessibleName(tr("更多"));
    m_menu->setToolTip(tr("关闭活动、导入记录、快捷键、帮助"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setAutoRaise(true);
    m_fold = new QAction(this);
    m_fold->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    connect(m_fold, &QAction::triggered, this, [this] { setFolded(!m_isFolded); });
    auto* fold = new QToolButton;
    fold->setDefaultAction(m_fold);
    fold->setAutoRaise(true);
    m_foot->addWidget(m_menu);
    m_foot->addStretch(1);
    m_foot->addWidget(fold);
    return foot;
}

void Rail::setMenu(QMenu* menu)
{
    m_menu->setMenu(menu);
}

void Rail::setFolded(bool isFolded)
{
    m_isFolded = isFolded;
    QSettings().setValue(foldedSetting(), isFolded);
    setFixedWidth(isFolded ? foldedWidth : railWidth);
    m_foot->setDirection(isFolded ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (int i = 0; i < m_foot->count(); ++i)
        m_foot->itemAt(i)->setAlignment(isFolded ? Qt::AlignHCenter : Qt::Alignment());
    m_menu->setToolButtonStyle(isFolded ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_fold->setIcon(iconNamed(isFolded ? QStringLiteral("expand") : QStringLiteral("collapse")));
    m_fold->setText(isFolded ? tr("展开左侧栏") : tr("收起左侧栏"));
    m_fold->setToolTip(tr("%1（%2）").arg(m_fold->text(), m_fold->shortcut().toString(QKeySequence::NativeText)));
    dress();
}

void Rail::setOwed(const OwedByPage& owed)
{
    m_owed = owed;
    dress();
}

void Rail::dress()
{
    const QSignalBlocker blocker(m_list);
    for (int row = 0; row < m_list->count(); ++row)
        dress(m_list->item(row));
}

void Rail::dress(QListWidgetItem* item)
{
    const QString key = item->data(keyRole).toString();
    const QString title = item->data(titleRole).toString();
    const bool isHeading = key.isEmpty();
    item->setText(m_isFolded ? QString() : title);
    item->setSizeHint({0, isHeading && m_isFolded ? foldedHeading : railRow});
    if (isHeading)
        return;
    const Owed owed = m_owed.value(key);
    item->setData(countRole, owed.count);
    item->setData(Qt::AccessibleTextRole, owed.sentence.isEmpty() ? title : tr("%1，%2").arg(title, owed.sentence));
    const QString shortcut = item->data(shortcutRole).toString();
    QString tip = shortcut.isEmpty() ? title : tr("%1（%2）").arg(title, shortcut);
    if (!owed.sentence.isEmpty())
        tip += QLatin1Char('\n') + owed.sentence;
    item->setToolTip(tip);
}

void Rail::setCurrent(const QString& pageKey)
{
    const QSignalBlocker blocker(m_list);
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(keyRole).toString() == pageKey)
            m_list->setCurrentRow(row);
}

} // namespace chengheng::gui
