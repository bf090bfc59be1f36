// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shortcut_sheet.h"

#include "gui/list_view.h"
#include "gui/pages/sheet_table.h"
#include "ui_ShortcutSheet.h"

#include <QAbstractButton>
#include <QAction>

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

/// Keys that a list or a sheet on the page takes itself.
void addParts(Rows& rows, const QWidget* page)
{
    if (!page)
        return;
    const auto addAll = [&rows](const QString& where, const QVector<HandledKey>& keys) {
        for (const HandledKey& key : keys)
            rows.append({{key.keys}, {key.what}, {where}});
    };
    if (page->findChild<SheetTable*>())
        addAll(ShortcutSheet::tr("评分表"), SheetTable::keys());
    if (page->findChild<ListView*>())
        addAll(ShortcutSheet::tr("清单"), ListView::keys());
}

} // namespace

ShortcutSheet::ShortcutSheet(const QList<QAction*>& window, const QWidget* page, const QString& pageTitle,
                             QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ShortcutSheet>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    Rows rows;
    if (page)
        addPage(rows, tr("本页（%1）").arg(pageTitle), *page);
    for (const QAction* action : window)
        add(rows, tr("各页"), action->text(), action->shortcut());
    addParts(rows, page);
    m_ui->keys->setRows(rows);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

ShortcutSheet::~ShortcutSheet() = default;

} // namespace chengheng::gui
