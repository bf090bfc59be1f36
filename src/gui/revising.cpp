// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/revising.h"

#include "gui/form_dialog.h"
#include "model/campaign_records.h"

#include <QCoreApplication>

namespace chengheng::gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Revising)
};

/// What a change that moves a figure needs to say: since when (or that it was wrong from the start), why, and who told.
QVector<model::Field> sinceWhenInputs()
{
    QVector<model::Field> inputs;
    for (const char* key : {"from", "reason"})
        inputs.append(*model::kindOf<model::DatedChange>().field(QLatin1String(key)));
    inputs.first().label = Text::tr("自何日起（原先登记就错了的，空着）");
    inputs.first().isRequired = false;
    inputs.last().isRequired = true;
    inputs.append(*model::kindOf<model::DatedChange>().field(QStringLiteral("reported_by")));
    return inputs;
}

/// Only the user knows whether it is wrong from the start or so from a day on.
void askSinceWhen(Dispatcher& dispatcher, QWidget* parent, const model::Record& record,
                  const services::FieldValues& changed,
                  const std::function<void(const Result<services::Written>&)>& then)
{
    auto* dialog = new FormDialog(Text::tr("这项改动会影响统计数字"), sinceWhenInputs(), parent);
    dialog->submitTo(
        dispatcher,
        [changed, record](services::Workspace& workspace, const services::FieldValues& asked, const Uid& intent) {
            return services::reviseRecord(workspace, *record.kind, record.uid, record.version, changed,
                                          model::dateOf(asked.value(QStringLiteral("from"))),
                                          model::textOf(asked.value(QStringLiteral("reason"))), intent,
                                          model::textOf(asked.value(QStringLiteral("reported_by"))));
        },
        [then](const services::Written& written) { then(written); });
    QObject::connect(dialog, &QDialog::rejected, parent,
                     [then] { then(fail(ErrorKind::Cancelled, "cancelled", Text::tr("没有保存。"))); });
    dialog->open();
}

} // namespace

services::FieldValues changedValues(const model::Record& record, const services::FieldValues& values)
{
    services::FieldValues changed;
    for (auto it = values.begin(); it != values.end(); ++it)
        if (record.value(it.key()) != it.value())
            changed.insert(it.key(), it.value());
    return changed;
}

void revise(Dispatcher& dispatcher, QWidget* parent, const model::Record& record, const services::FieldValues& changed,
            std::function<void(const Result<services::Written>&)> then)
{
    const QStringList keys = changed.keys();
    const bool movesFigure =
        std::any_of(keys.begin(), keys.end(), [&](const QString& key) { return record.kind->field(key)->isDated; });
    if (movesFigure) {
        askSinceWhen(dispatcher, parent, record, changed, then);
        return;
    }
    dispatcher.write<services::Written>(
        parent,
        [changed, record](services::Workspace& workspace) {
            return services::correctRecord(workspace, *record.kind, record.uid, record.version, changed, {});
        },
        std::move(then));
}

} // namespace chengheng::gui
