// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/training_page.h"

#include "model/training_records.h"
#include "services/sign_in_sheet.h"

namespace chengheng::gui {

TrainingPage::TrainingPage(AppState& state, QWidget* parent)
    : RegisterPage(state, model::kindOf<model::Training>(), parent)
{
    addListButton(tr("签到表…"), [this] { saveSignInSheet(); });
}

void TrainingPage::saveSignInSheet()
{
    const model::Record* training = list().current();
    if (!training) {
        Prompts::current().inform(this, tr("请先选中一次培训，再出签到表。"));
        return;
    }
    Prompts::current().saveFile(
        this, tr("签到表"), tr("%1-签到表.xlsx").arg(training->name()), tr("表格 (*.xlsx *.csv)"),
        [this, uid = training->uid](const QString& path) {
            dispatcher().job<qint64>(
                tr("出签到表"), this,
                [uid, path](services::Workspace& workspace, const services::Progress&) {
                    return services::writeSignInSheet(workspace, uid, path);
                },
                [this, path](const Result<qint64>& names) {
                    if (names)
                        Prompts::current().inform(
                            this, tr("签到表已列出 %1 人：%2。填好后在“培训签到”中导入。").arg(*names).arg(path));
                    else
                        Prompts::current().show(this, names.error());
                });
        });
}

} // namespace chengheng::gui
