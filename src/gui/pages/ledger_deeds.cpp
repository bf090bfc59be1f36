// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/ledger_deeds.h"

#include "gui/asking.h"
#include "gui/form_dialog.h"
#include "model/instrument_records.h"
#include "rules/splitting.h"
#include "services/splitting.h"
#include "services/tables.h"

#include <QPointer>

namespace chengheng::gui {

namespace {

const model::RecordKind& instrumentKind()
{
    return model::kindOf<model::Instrument>();
}

} // namespace

LedgerDeeds::LedgerDeeds(Dispatcher& dispatcher, QWidget* page) : QObject(page), m_dispatcher(dispatcher), m_page(page)
{}

void LedgerDeeds::add()
{
    askFor<Offered>(
        m_dispatcher, m_page,
        [](const services::Workspace& workspace) -> Result<Offered> {
            auto units = services::namesOf(workspace, model::kindOf<model::Unit>());
            auto picks = picksOfFields(workspace, {&instrumentKind()}, QDate());
            if (!units || !picks)
                return fail(units ? picks.error() : units.error());
            return Offered{*std::move(units), *std::move(picks), {}};
        },
        [this](const Offered& offered) {
            auto* dialog = new FormDialog(tr("登记器具"), instrumentKind().fields, m_page);
            dialog->form().setChoices(model::kindOf<model::Unit>().key, offered.units);
            dialog->form().setPicks(offered.picks);
            dialog->form().setValues(services::presumedValues(instrumentKind()));
            dialog->submitTo(
                m_dispatcher,
                [](services::Workspace& workspace, const services::FieldValues& values, const Uid& intent) {
                    return services::addRecord(workspace, services::recordOf(instrumentKind(), values), intent);
                },
                [this](const services::Written& written) { Q_EMIT added(written.uid); });
            dialog->open();
        });
}

void LedgerDeeds::verify(const QVector<Uid>& instruments, QDate today)
{
    if (instruments.isEmpty()) {
        Prompts::current().inform(m_page, tr("请先在台账里选中检定过的器具，可以按住 Ctrl 或 Shift 选多台。"));
        return;
    }
    const services::Action& action = *services::findAction(instrumentKind(), QStringLiteral("verify"));
    FormDialog* dialog = formFor(action, instruments, today, {{QStringLiteral("result"), QStringLiteral("passed")}});
    if (instruments.size() > 1)
        dialog->setWindowTitle(tr("登记检定：%1 台，证书编号逐台加一").arg(instruments.size()));
    dialog->submitTo(m_dispatcher, [&action, instruments](services::Workspace& workspace,
                                                          const services::FieldValues& values, const Uid& intent) {
        return services::doAction(workspace, action, instruments, values, intent);
    });
    dialog->open();
}

void LedgerDeeds::perform(const services::Action& action, const QVector<Uid>& instruments, QDate today)
{
    if (action.key == QLatin1String("verify"))
        verify(instruments, today);
    else
        change(action, instruments, today);
}

void LedgerDeeds::change(const services::Action& action, const QVector<Uid>& instruments, QDate today)
{
    if (instruments.isEmpty()) {
        Prompts::current().inform(m_page, tr("请先在台账里选中器具，可以按住 Ctrl 或 Shift 选多台。"));
        return;
    }
    if (action.needsPhotograph) {
        const QString pictures = tr("照片 (*.jpg *.jpeg *.png *.heic *.heif *.webp *.bmp)");
        Prompts::current().openFiles(m_page, tr("%1要有现场照片，请选照片").arg(action.title), pictures,
                                     [this, action, instruments, today](const QStringList& paths) {
                                         putOutOfUse(action, instruments, paths, today);
                                     });
        return;
    }
    FormDialog* dialog = formFor(action, instruments, today);
    dialog->submitTo(m_dispatcher, [action, instruments](services::Workspace& workspace,
                                                         const services::FieldValues& values, const Uid& intent) {
        return services::doAction(workspace, action, instruments, values, intent);
    });
    dialog->open();
}

FormDialog* LedgerDeeds::formFor(const services::Action& action, const QVector<Uid>& instruments, QDate today,
                                 const services::FieldValues& given)
{
    const QVector<model::Field> inputs = services::inputsOf(action);
    auto* dialog = new FormDialog(tr("%1：%2 台").arg(action.title).arg(instruments.size()), inputs, m_page);
    nameIn(dialog, instruments);
    services::FieldValues start = services::presetsOf(action, {m_dispatcher.actor().name, today});
    start.insert(given);
    dialog->form().setValues(start);
    if (std::any_of(inputs.begin(), inputs.end(), [](const model::Field& field) { return !field.picks.isEmpty(); }))
        offerPicks(dialog, *model::findKind(action.childKind.isEmpty() ? action.kind : action.childKind),
                   instruments.first());
    return dialog;
}

/// Once they are read: which ones the form is about, the first few by name.
void LedgerDeeds::nameIn(FormDialog* dialog, const QVector<Uid>& instruments)
{
    static constexpr qsizetype mostNamed = 3;
    askFor<QStringList>(
        m_dispatcher, dialog,
        [instruments](const services::Workspace& workspace) -> Result<QStringList> {
            const auto choices = services::choicesOf(workspace, instrumentKind());
            if (!choices)
                return fail(choices.error());
            QStringList names;
            for (const Uid& each : instruments.first(qMin(mostNamed, instruments.size())))
                names << choices->value(each).name;
            return names;
        },
        [dialog, count = instruments.size()](const QStringList& names) {
            const QString said = names.join(QStringLiteral("、"));
            dialog->setSubject(count > names.size() ? tr("%1等 %2 台").arg(said).arg(count) : said);
        });
}

/// Once they are read: those of the unit that the first instrument belongs to.
void LedgerDeeds::offerPicks(FormDialog* dialog, const model::RecordKind& kind, const Uid& instrument)
{
    askFor<Offered>(
        m_dispatcher, dialog,
        [&kind, instrument](const services::Workspace& workspace) -> Result<Offered> {
            const auto record = services::findRecord(workspace, instrumentKind(), instrument);
            auto picks = picksOfFields(workspace, {&kind}, QDate());
            if (!record || !picks)
                return fail(record ? picks.error() : record.error());
            return Offered{{}, *std::move(picks), Uid(model::textOf(record->value(QStringLiteral("unit"))))};
        },
        [dialog](const Offered& offered) {
            dialog->form().setPicks(offered.picks);
            dialog->form().setUnit(offered.unit);
        });
}

void LedgerDeeds::putOutOfUse(const services::Action& action, const QVector<Uid>& instruments,
                              const QStringList& photographs, QDate today)
{
    if (photographs.isEmpty())
        return;
    QPointer<FormDialog> dialog = formFor(action, instruments, today);
    connect(
        dialog, &FormDialog::submitted, this,
        [this, action, instruments, photographs, dialog](services::FieldValues values) {
            values.removeIf([](const auto& entry) { return model::isEmpty(entry.value()); });
            m_dispatcher.prepareAndWrite<services::LoadedFiles, services::Written>(
                m_page, [photographs] { return services::loadFiles(photographs); },
                [action, instruments, values, intent = dialog->intentOf(values)](
                    services::Workspace& workspace, const services::LoadedFiles& loaded) -> Result<services::Written> {
                    if (!loaded.refused.isEmpty())
                        return fail(loaded.refused.first());
                    return services::doAction(workspace, action, instruments, values, intent, loaded.files);
                },
                [dialog](const Result<services::Written>& written) {
                    if (dialog && written)
                        dialog->accept();
                    else if (dialog)
                        dialog->showFault(written.error());
                });
        });
    dialog->open();
}

void LedgerDeeds::split(const QVector<Uid>& instruments)
{
    if (instruments.size() != 1) {
        Prompts::current().inform(m_page, tr("请先在台账里选中一行数量大于一的器具。"));
        return;
    }
    model::Field numbers = *instrumentKind().field(QStringLiteral("remarks"));
    numbers.label = tr("出厂编号");
    auto* dialog = new FormDialog(tr("拆分：每行一个出厂编号，不清楚的可以不填"), {numbers}, m_page);
    dialog->submitTo(m_dispatcher, [uid = instruments.first()](services::Workspace& workspace,
                                                               const services::FieldValues& values, const Uid& intent) {
        const QString typed = model::textOf(values.value(QStringLiteral("remarks")));
        return services::splitInstrument(workspace, uid, rules::numbersIn(typed), intent);
    });
    dialog->open();
}

void LedgerDeeds::saveBlankTable()
{
    const QString tables = tr("表格 (*.xlsx *.csv)");
    Prompts::current().saveFile(m_page, tr("空白台账"), tr("计量器具台账-空白.xlsx"), tables,
                                [this](const QString& path) {
                                    if (const auto written = services::writeTemplate(instrumentKind(), path); !written)
                                        Prompts::current().show(m_page, written.error());
                                    else
                                        Prompts::current().inform(m_page, tr("空白表已存到：%1").arg(path));
                                });
}

} // namespace chengheng::gui
