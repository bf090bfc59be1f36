// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/printing.h"

#include "gui/asking.h"
#include "gui/print_preview.h"
#include "services/record_papers.h"

#include <QWidget>

namespace chengheng::gui {

namespace {

Printable numbered(const documents::Paper& paper, services::IssuedPages pages)
{
    Printable shown{paper.title, std::move(pages.laid),
                    [pdf = std::move(pages.issued.pdf)]() -> Result<QByteArray> { return pdf; }};
    shown.remark = numberedRemark(pages.issued.identity.number);
    shown.paper = paper;
    return shown;
}

/// Labels and the like, set from edge to edge, have no place for a number and are no papers that leave.
Printable numberable(Dispatcher& dispatcher, const documents::Paper& paper)
{
    Printable shown = printableOf(paper);
    if (paper.isBare)
        return shown;
    shown.number = [&dispatcher, paper, intent = Uid::create()](QWidget* preview,
                                                                std::function<void(Result<Printable>)> then) {
        dispatcher.write<services::IssuedPages>(
            preview,
            [paper, intent](services::Workspace& workspace) { return services::issueSet(workspace, paper, intent); },
            [paper, then = std::move(then)](Result<services::IssuedPages> pages) {
                then(pages ? Result<Printable>(numbered(paper, std::move(*pages)))
                           : Result<Printable>(fail(pages.error())));
            });
    };
    return shown;
}

} // namespace

void printPaper(Dispatcher& dispatcher, QWidget* parent,
                std::function<Result<documents::Paper>(const services::Workspace&)> make)
{
    askFor<documents::Paper>(dispatcher, parent, std::move(make), [&dispatcher, parent](const documents::Paper& paper) {
        Prompts::current().preview(parent, numberable(dispatcher, paper));
    });
}

void printList(Dispatcher& dispatcher, QWidget* parent, documents::PrintedList list, QDate asOf)
{
    list.asOf = asOf;
    printPaper(dispatcher, parent,
               [list = std::move(list)](const services::Workspace& workspace) mutable -> Result<documents::Paper> {
                   list.campaign = workspace.plan().title;
                   return documents::listPaper(list);
               });
}

} // namespace chengheng::gui
