// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/inspections_page.h"

#include "gui/pages/filed_sheet_dialog.h"
#include "gui/pages/problem_offer.h"

namespace chengheng::gui {

InspectionsPage::InspectionsPage(AppState& state, QWidget* parent)
    : RegisterPage(state, model::kindOf<model::Inspection>(), parent)
{
    addListButton(tr("打开评分表…"), [this] {
        if (const model::Record* current = list().current())
            (new FiledSheetDialog(dispatcher(), current->uid, this))->open();
        else
            Prompts::current().inform(this, tr("请先选中一次检查。"));
    });
    addListButton(tr("扣分提示…"), [this] {
        if (const model::Record* current = list().current())
            offerProblems(dispatcher(), this, current->uid);
        else
            Prompts::current().inform(this, tr("请先选中一次检查。"));
    });
}

std::function<FieldWords(const services::Workspace&)> InspectionsPage::wordsReader() const
{
    return [](const services::Workspace& workspace) {
        const rules::SheetEdition& edition = workspace.sheets();
        const QString mark = rules::markOf(edition);
        return FieldWords{{QStringLiteral("edition"), {{edition.name, mark.isEmpty() ? tr("自备评分表") : mark}}}};
    };
}

void InspectionsPage::addNew()
{
    Q_EMIT pageAsked(QStringLiteral("scoring"));
}

} // namespace chengheng::gui
