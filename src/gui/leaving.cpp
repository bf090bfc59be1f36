// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/leaving.h"

#include <QCoreApplication>

namespace chengheng::gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Leaving)
};

/// Saves one page after the other; goes on when all are saved.
void saveEach(QVector<Page*> pages, const std::function<void()>& then)
{
    if (pages.isEmpty()) {
        then();
        return;
    }
    Page* page = pages.takeFirst();
    page->saveChanges([pages, then](bool isSaved) {
        if (isSaved)
            saveEach(pages, then);
    });
}

void leaveJobs(QWidget* window, const Dispatcher& dispatcher, const std::function<void()>& then)
{
    if (dispatcher.isWorking())
        Prompts::current().confirm(window, Text::tr("还有一项工作没有做完，离开会取消它，它做的部分不会留下。"),
                                   Text::tr("取消它并离开"), then);
    else
        then();
}

} // namespace

void leavePages(QWidget* window, Dispatcher& dispatcher, const QVector<Page*>& pages, std::function<void()> then)
{
    QVector<Page*> unsaved;
    QStringList titles;
    for (Page* page : pages)
        if (page->hasUnsavedChanges()) {
            unsaved << page;
            titles << Text::tr("“%1”").arg(page->title());
        }
    const auto goOn = [window, &dispatcher, then = std::move(then)] { leaveJobs(window, dispatcher, then); };
    if (unsaved.isEmpty()) {
        goOn();
        return;
    }
    Prompts::current().askToSave(
        window, Text::tr("%1里有改过还没有保存的内容。要先保存吗？").arg(titles.join(QStringLiteral("、"))),
        [unsaved, goOn] { saveEach(unsaved, goOn); },
        [unsaved, goOn] {
            for (Page* page : unsaved)
                page->dropChanges();
            goOn();
        });
}

} // namespace chengheng::gui
