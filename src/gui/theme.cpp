// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPalette>
#include <QStyleFactory>
#include <QWidget>

namespace chengheng::gui {

StatusLook lookOf(rules::VerificationStatus status)
{
    using rules::VerificationStatus;
    const QString word = rules::labelOf(status);
    switch (status) {
    case VerificationStatus::Valid:
        return {QStringLiteral("●"), word, QColor(0x1B, 0x7A, 0x3D)};
    case VerificationStatus::DueSoon:
        return {QStringLiteral("◐"), word, QColor(0x8A, 0x5A, 0x00)};
    case VerificationStatus::Overdue:
        return {QStringLiteral("▲"), word, QColor(0xC6, 0x28, 0x28)};
    case VerificationStatus::NeverVerified:
        return {QStringLiteral("◇"), word, QColor(0x6A, 0x3F, 0xA0)};
    case VerificationStatus::Failed:
        return {QStringLiteral("✕"), word, QColor(0x8E, 0x10, 0x10)};
    case VerificationStatus::NotRequired:
        return {QStringLiteral("○"), word, QColor(0x5F, 0x6B, 0x76)};
    case VerificationStatus::Inactive:
        return {QStringLiteral("■"), word, QColor(0x5F, 0x6B, 0x76)};
    }
    return {};
}

StatusLook lookOf(rules::MilestoneState state, bool isLate)
{
    using rules::MilestoneState;
    const QString word = rules::labelOf(state);
    switch (state) {
    case MilestoneState::Done:
        return {QStringLiteral("●"), isLate ? QCoreApplication::translate("Theme", "%1（迟）").arg(word) : word, QColor(0x1B, 0x7A, 0x3D)};
    case MilestoneState::Due:
        return {QStringLiteral("◐"), word, QColor(0x1F, 0x5F, 0xA8)};
    case MilestoneState::AtRisk:
        return {QStringLiteral("◆"), word, QColor(0x8A, 0x5A, 0x00)};
    case MilestoneState::Missed:
        return {QStringLiteral("▲"), word, QColor(0xC6, 0x28, 0x28)};
    case MilestoneState::NotYetDue:
        return {QStringLiteral("○"), word, QColor(0x5F, 0x6B, 0x76)};
    }
    return {};
}

StatusLook lookOf(const rules::MilestoneStanding& milestone)
{
    StatusLook look = lookOf(milestone.state, milestone.isLate);
    if (milestone.isEnteredLater) {
        look.shape = QStringLiteral("◉");
        look.word = QCoreApplication::translate("Theme", "%1（补登）").arg(look.word);
    }
    return look;
}

QColor accentColour()
{
    return {0x1F, 0x5F, 0xA8};
}

QColor mutedColour()
{
    return {0x5F, 0x6B, 0x76};
}

QColor faultColour()
{
    return {0xC6, 0x28, 0x28};
}

void applyTheme(QApplication& application)
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QPalette palette(QColor(0xF5, 0xF7, 0xF9));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xF8, 0xFA, 0xFC));
    palette.setColor(QPalette::Text, QColor(0x1E, 0x27, 0x2E));
    palette.setColor(QPalette::WindowText, QColor(0x1E, 0x27, 0x2E));
    palette.setColor(QPalette::ButtonText, QColor(0x1E, 0x27, 0x2E));
    palette.setColor(QPalette::Highlight, accentColour());
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, mutedColour());
    QApplication::setPalette(palette);
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPointSizeF(10.5);
    QApplication::setFont(font);
    application.setStyleSheet(QStringLiteral(
        "QTableView, QTreeView, QListView { border: 1px solid #D5DBE1; gridline-color: #E6EAEE; }"
        "QHeaderView::section { background: #EDF1F5; border: 0; border-right: 1px solid #D5DBE1;"
        " border-bottom: 1px solid #D5DBE1; padding: 4px 8px; font-weight: bold; }"
        "QPushButton { padding: 4px 12px; }"
        "QPushButton[primary=\"true\"] { background: #1F5FA8; color: white; border: 1px solid #184C87;"
        " border-radius: 3px; padding: 5px 16px; }"
        "QPushButton[primary=\"true\"]:disabled { background: #A9BCD3; border-color: #A9BCD3; }"
        "QToolButton[chip=\"true\"] { background: white; border: 1px solid #C3CCD5; border-radius: 3px;"
        " padding: 3px 20px 3px 10px; }"
        "QToolButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: right center; right: 6px; }"
        "QToolBar { border: 0; spacing: 6px; }"
        "QToolBar QToolButton { background: white; border: 1px solid #C3CCD5; border-radius: 3px; padding: 3px 10px; }"
        "QToolBar QToolButton:hover { background: #EDF1F5; }"
        "QToolBar QToolButton:pressed { background: #E3EDF8; }"
        "QToolBar QToolButton:checked { background: #E3EDF8; border-color: #1F5FA8; color: #184C87; }"
        "QToolBar QToolButton:disabled { color: #8A96A1; }"
        "QToolButton[chip=\"true\"]:focus { border-color: #1F5FA8; }"
        "QToolButton[filtering=\"true\"] { background: #E3EDF8; border-color: #1F5FA8; color: #184C87; }"
        "QToolBar#bulkBar { background: #E3EDF8; border: 1px solid #B5CBE4; border-radius: 3px; padding: 3px 8px; }"
        "QListWidget#rail { background: #22313F; color: #E8EEF4; border: 0; outline: 0; }"
        "QWidget#railPanel { background: #22313F; }"
        "QWidget#railPanel QToolButton { color: #E8EEF4; border: 0; padding: 4px; }"
        "QWidget#railPanel QToolButton:hover { background: #33475A; }"
        "QWidget#railPanel QToolButton::menu-indicator { image: none; }"
        "QListWidget#rail QScrollBar:vertical { background: #22313F; width: 8px; }"
        "QListWidget#rail QScrollBar::handle:vertical { background: #4A6074; border-radius: 4px; min-height: 32px; }"
        "QListWidget#rail QScrollBar::add-line, QListWidget#rail QScrollBar::sub-line { height: 0; }"
        "QListWidget#rail QScrollBar::add-page, QListWidget#rail QScrollBar::sub-page { background: none; }"
        "QListWidget#rail::item:selected { background: #1F5FA8; color: white; }"
        "QListWidget#rail::item:disabled { color: #9FB1C3; }"
        "QFrame#card { background: white; border: 1px solid #D5DBE1; border-radius: 4px; }"
        "QWidget#pageHead[past=\"true\"] { background: #FFF4DC; }"));
}

QIcon iconNamed(const QString& name)
{
    const QString file = QStringLiteral(":/icons/%1.svg").arg(name);
    QIcon icon(file);
    icon.addFile(file, {}, QIcon::Selected); // not blended with the highlight
    return icon;
}

void makeTitle(QWidget* widget)
{
    QFont font = widget->font();
    font.setPointSizeF(14);
    font.setBold(true);
    widget->setFont(font);
}

void makeHeading(QWidget* widget)
{
    QFont font = widget->font();
    font.setBold(true);
    widget->setFont(font);
}

} // namespace chengheng::gui
