// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/upkeep.h"

#include "base/dates.h"
#include "base/log.h"
#include "gui/dispatcher.h"
#include "gui/prompts.h"
#include "services/diagnosis.h"
#include "services/upkeep.h"

#include <QCoreApplication>

namespace chengheng::gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Upkeep)
};

void sayWritten(QWidget* window, const QString& path, const Result<void>& written)
{
    if (written)
        Prompts::current().inform(
            window, Text::tr("诊断已存到：%1。里面没有姓名、单位名称和文件位置，可以发给维护人员。").arg(path));
    else
        Prompts::current().show(window, written.error());
}

void writeDiagnosis(Dispatcher& dispatcher, const QDateTime& now, const QString& path, QWidget* window)
{
    if (!dispatcher.isOpen()) {
        sayWritten(window, path, services::exportDiagnosis(nullptr, path, now));
        return;
    }
    dispatcher.job<bool>(
        Text::tr("导出诊断"), window,
        [path, now](services::Workspace& workspace, const services::Progress&) {
            return services::exportDiagnosis(&workspace, path, now).map([] { return true; });
        },
        [path, window](const Result<bool>& written) { sayWritten(window, path, written.map([](bool) {})); });
}

} // namespace

void keepSafe(Dispatcher& dispatcher, QWidget* window)
{
    if (!dispatcher.isOpen())
        return; // closed again meanwhile
    dispatcher.job<bool>(
        Text::tr("自动检查和备份"), window,
        [](services::Workspace& workspace, const services::Progress&) {
            return services::keepSafe(workspace).map([] { return true; });
        },
        [window](const Result<bool>& isSafe) {
            if (!isSafe && isSafe.error().kind != ErrorKind::Cancelled)
                Prompts::current().show(window, isSafe.error());
        });
}

void settleFile(Dispatcher& dispatcher, QObject* window)
{
    if (!dispatcher.isOpen())
        return;
    dispatcher.write<bool>(
        window, [](services::Workspace& workspace) { return services::settleFile(workspace).map([] { return true; }); },
        [](const Result<bool>& settled) {
            if (!settled) // somebody reads: the next pause will do
                log::failure(QStringLiteral("settling the file"), settled.error());
        });
}

void exportDiagnosis(Dispatcher& dispatcher, const Clock& clock, QWidget* window)
{
    const QString suggestion = Text::tr("诚衡诊断-%1.zip").arg(screenDate(clock.today()));
    Prompts::current().saveFile(window, Text::tr("导出诊断"), suggestion, Text::tr("压缩包 (*.zip)"),
                                [&dispatcher, now = clock.now(), window](const QString& path) {
                                    writeDiagnosis(dispatcher, now, path, window);
                                });
}

} // namespace chengheng::gui
