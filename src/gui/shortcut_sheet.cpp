// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shortcut_sheet.h"

#include "gui/text_table.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace chengheng::gui {

namespace {

using Rows = QVector<QVector<TextCell>>;

void add(Rows& rows, const QString& where, const QString& what, const QKeySequence& keys)
{
    if (!keys.isEmpty() && !what.isEmpty())
        rows.append({{keys.toString(QKeySequence::NativeText)}, {what}, {where}});
}

/// Buttons and actions of a page that have keys of their own.
void addPage(Rows& rows, const QString& where, const QWidget& page)
{
    QList<QAction*> actions = page.findChildren<QAction*>();
    actions += page.actions();
    QSet<const QAction*> seen;
    for (const QAction* action : std::as_const(actions))
        if (!seen.contains(action)) {
            seen << action;
            add(rows, where, action->text(), action->shortcut());
        }
    for (const auto* button : page.findChildren<QAbstractButton*>())
        add(rows, where, button->text(), button->shortcut());
}

} // namespace

ShortcutSheet::ShortcutSheet(const QList<QAction*>& window, const QWidget* page, const QString& pageTitle, QWidget* parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("快捷键一览"));
    resize(560, 560);
    Rows rows;
    if (page)
        addPage(rows, tr("本页（%1）").arg(pageTitle), *page);
    for (const QAction* action : window)
        add(rows, tr("各页"), action->text(), action->shortcut());
    auto* table = new TextTable(windowTitle(), {tr("键"), tr("做什么"), tr("在哪里")});
    table->setRows(rows);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
}

} // namespace chengheng::gui
