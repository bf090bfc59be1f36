// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/printing.h"

#include "gui/asking.h"

#include <QWidget>

namespace chengheng::gui {

void printPaper(Dispatcher& dispatcher, QWidget* parent,
                std::function<Result<documents::Paper>(const services::Workspace&)> make)
{
    askFor<documents::Paper>(dispatcher, parent, std::move(make),
                             [parent](const documents::Paper& paper) { Prompts::current().print(parent, paper); });
}

void printList(Dispatcher& dispatcher, QWidget* parent, documents::PrintedList list, QDate asOf)
{
    list.asOf = asOf;
    printPaper(dispatcher, parent, [list = std::move(list)](const services::Workspace& workspace) mutable -> Result<documents::Paper> {
        list.campaign = workspace.plan().title;
        return documents::listPaper(list);
    });
}

} // namespace chengheng::gui
