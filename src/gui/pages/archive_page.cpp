// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/archive_page.h"

#include "gui/printing.h"
#include "model/closing_records.h"
#include "services/record_papers.h"

namespace chengheng::gui {

ArchivePage::ArchivePage(AppState& state, QWidget* parent)
    : RegisterPage(state, model::kindOf<model::ArchivePiece>(), parent)
{
    list().addToMenu(tr("打印归档文件目录…"), [this] {
        printPaper(dispatcher(), this, [on = day()](const services::Workspace& workspace) {
            return services::archiveCatalogue(workspace, on);
        });
    });
    list().addToMenu(tr("打印盒封面和盒脊…"), [this] {
        printPaper(dispatcher(), this, [on = day()](const services::Workspace& workspace) {
            return services::archiveCovers(workspace, on);
        });
    });
}

} // namespace chengheng::gui
