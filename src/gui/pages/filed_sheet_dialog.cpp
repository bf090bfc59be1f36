// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/filed_sheet_dialog.h"

#include "base/dates.h"
#include "gui/asking.h"
#include "gui/attachment_panel.h"
#include "gui/printing.h"
#include "gui/theme.h"
#include "services/registers.h"
#include "services/sheet_papers.h"
#include "ui_FiledSheetDialog.h"

namespace chengheng::gui {

FiledSheetDialog::FiledSheetDialog(Dispatcher& dispatcher, const Uid& inspection, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::FiledSheetDialog>()), m_dispatcher(dispatcher)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* photographs = new AttachmentPanel(dispatcher);
    photographs->showRecord(model::kindOf<model::Inspection>().key, inspection);
    m_ui->tabs->addTab(photographs, tr("照片"));
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->print, &QPushButton::clicked, this, [this, inspection] {
        printPaper(m_dispatcher, this, [inspection](const services::Workspace& workspace) {
            return services::filedSheet(workspace, inspection);
        });
    });
    askFor<Filed>(
        dispatcher, this,
        [inspection](const services::Workspace& workspace) { return readFiled(workspace, inspection); },
        [this](const Filed& filed) { show(filed); });
}

FiledSheetDialog::~FiledSheetDialog() = default;

Result<FiledSheetDialog::Filed> FiledSheetDialog::readFiled(const services::Workspace& workspace, const Uid& inspection)
{
    auto form = services::inspectionForm(workspace, inspection);
    if (!form)
        return fail(form.error());
    Filed filed;
    filed.form = *std::move(form);
    if (!filed.form.unit.isNull()) {
        const auto unit = services::findRecord(workspace, model::kindOf<model::Unit>(), filed.form.unit);
        if (!unit)
            return fail(unit.error());
        filed.unitName = unit->name();
    }
    filed.score = services::scoreOf(workspace, inspection);
    if (const rules::Sheet* sheet = workspace.sheets().sheet(filed.form.answers.sheet))
        for (const rules::SheetItem& item : sheet->items)
            filed.criteria.insert(item.id, item.criterion);
    return filed;
}

void FiledSheetDialog::show(const Filed& filed)
{
    const QString whom = filed.unitName.isEmpty() ? tr("组织者") : filed.unitName;
    setWindowTitle(tr("%1 %2：%3").arg(screenDate(filed.form.on), model::labelOf(filed.form.kind), whom));
    QStringList head{tr("表 %1").arg(filed.form.answers.sheet), tr("检查人员：%1").arg(filed.form.inspectors)};
    if (filed.form.conclusion != model::Conclusion::None)
        head << tr("结论：%1").arg(model::labelOf(filed.form.conclusion));
    if (!filed.form.remarks.isEmpty())
        head << filed.form.remarks;
    m_ui->head->setText(head.join(QStringLiteral("；")));
    m_ui->why->setText(filed.score ? filed.score->why : filed.score.error().message);
    if (filed.score)
        showItems(filed);
}

/// Each item; the points that were lost stand out.
void FiledSheetDialog::showItems(const Filed& filed)
{
    QVector<QVector<TextCell>> rows;
    for (const rules::ItemScore& item : filed.score->items) {
        const bool isLost = item.points && *item.points < item.max;
        const QString points = item.isNotApplicable ? tr("缺项") : item.points ? item.points->toString() : tr("未评");
        rows.append({{item.item, {}, false, item.item},
                     {filed.criteria.value(item.item)},
                     {points, isLost ? faultColour() : QColor(), true},
                     {item.max.toString(), {}, true},
                     {item.why}});
    }
    m_ui->items->setRows(rows);
}

} // namespace chengheng::gui
