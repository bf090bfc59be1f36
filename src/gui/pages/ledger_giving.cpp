// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/ledger_giving.h"

#include "gui/printing.h"
#include "gui/prompts.h"
#include "model/instrument_records.h"
#include "services/record_papers.h"
#include "services/tables.h"

#include <QCoreApplication>

namespace chengheng::gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LedgerGiving)
};

} // namespace

void exportInstruments(Dispatcher& dispatcher, QWidget* page, const QVector<Uid>& instruments, QDate day)
{
    const auto write = [&dispatcher, page, instruments, day](const QString& path) {
        dispatcher.job<qint64>(
            Text::tr("导出台账"), page,
            [path, day, instruments](services::Workspace& workspace, const services::Progress&) {
                return services::exportTable(workspace, model::kindOf<model::Instrument>(), path,
                                             {.among = instruments, .asOf = day});
            },
            [page, path](const Result<qint64>& rows) {
                if (rows)
                    Prompts::current().inform(page, Text::tr("已导出 %1 行：%2").arg(*rows).arg(path));
                else
                    Prompts::current().show(page, rows.error());
            });
    };
    Prompts::current().saveFile(page, Text::tr("导出台账"), Text::tr("计量器具台账.xlsx"),
                                Text::tr("表格 (*.xlsx *.csv)"), write);
}

void printLabels(Dispatcher& dispatcher, QWidget* page, const QVector<Uid>& instruments, QDate day)
{
    if (instruments.isEmpty()) {
        Prompts::current().inform(page, Text::tr("台账里没有显示的器具，没有标签可打印。"));
        return;
    }
    printPaper(dispatcher, page, [instruments, day](const services::Workspace& workspace) {
        return services::instrumentLabels(workspace, instruments, day);
    });
}

} // namespace chengheng::gui
