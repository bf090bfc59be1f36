// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/handover_page.h"

#include "base/dates.h"
#include "gui/form_dialog.h"
#include "gui/printing.h"
#include "gui/text_table.h"
#include "model/office_records.h"

#include <QBoxLayout>

namespace chengheng::gui {

namespace {

QVector<model::Field> handoverFields(std::initializer_list<const char*> keys)
{
    QVector<model::Field> fields;
    for (const char* key : keys)
        fields.append(*model::kindOf<model::Handover>().field(QLatin1String(key)));
    return fields;
}

/// The handover's remarks, under the name that is asked for here.
QVector<model::Field> askedOfSuccessor()
{
    QVector<model::Field> fields = handoverFields({"to_person", "remarks", "backup_place", "roles_moved"});
    fields[1].label = HandoverPage::tr("原因");
    fields[1].isRequired = true;
    return fields;
}

TextTable* workTable(const QVector<rules::OpenWork>& work)
{
    auto* table =
        new TextTable(HandoverPage::tr("未办结事项"), {HandoverPage::tr("登记簿"), HandoverPage::tr("事项"),
                                                       HandoverPage::tr("期限"), HandoverPage::tr("怎样移交")});
    QVector<QVector<TextCell>> rows;
    for (const rules::OpenWork& one : work) {
        const model::RecordKind* kind = model::findKind(one.kind);
        rows.append({{kind ? kind->title : HandoverPage::tr("草稿")},
                     {one.what},
                     {screenDate(one.due)},
                     {rules::labelOf(one.way)}});
    }
    table->setRows(rows);
    table->stretch(1);
    table->setMinimumHeight(180);
    return table;
}

} // namespace

HandoverPage::HandoverPage(AppState& state, QWidget* parent)
    : RegisterPage(state, model::kindOf<model::Handover>(), parent)
{
    addListButton(tr("移交…"), [this] { askWho(); });
    list().addToMenu(tr("打印移交清单…"), [this] {
        if (const model::Record* handover = list().current())
            printList(handover->uid);
        else
            Prompts::current().inform(this, tr("请先选中一次工作交接。"));
    });
}

void HandoverPage::askWho()
{
    auto* dialog = new FormDialog(tr("谁要移交"), handoverFields({"from_person", "on"}), this);
    dialog->form().setValues(services::presumedValues(model::kindOf<model::Handover>(), fillingIn()));
    connect(dialog, &FormDialog::submitted, this, [this, dialog](const services::FieldValues& values) {
        dialog->accept();
        showOpenWork(model::textOf(values.value(QStringLiteral("from_person"))).trimmed(),
                     model::dateOf(values.value(QStringLiteral("on"))));
    });
    dialog->open();
}

void HandoverPage::showOpenWork(const QString& person, QDate on)
{
    read<QVector<rules::OpenWork>>(
        [person, on](const services::Workspace& workspace) { return services::openWorkOf(workspace, person, on); },
        [this, person, on](const QVector<rules::OpenWork>& work) { askSuccessor(person, on, work); });
}

void HandoverPage::askSuccessor(const QString& person, QDate on, const QVector<rules::OpenWork>& work)
{
    auto* dialog =
        new FormDialog(tr("%1移交，%2：%3 项").arg(person, paperDate(on)).arg(work.size()), askedOfSuccessor(), this);
    static_cast<QBoxLayout*>(dialog->layout())->insertWidget(0, workTable(work));
    dialog->resize(760, 560);
    dialog->submitTo(
        dispatcher(),
        [person, on](services::Workspace& workspace, const services::FieldValues& values, const Uid& intent) {
            const auto text = [&values](const char* key) { return model::textOf(values.value(QLatin1String(key))); };
            return services::handOver(workspace,
                                      {person, text("to_person"), on, text("remarks"), text("backup_place"),
                                       model::flagOf(values.value(QStringLiteral("roles_moved")))},
                                      intent);
        },
        [this](const services::Written& written) { printList(written.uid); });
    dialog->open();
}

void HandoverPage::printList(const Uid& handover)
{
    printPaper(dispatcher(), this, [handover](const services::Workspace& workspace) {
        return services::handoverList(workspace, handover);
    });
}

} // namespace chengheng::gui
