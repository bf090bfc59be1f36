// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/seen_instruments_page.h"

#include "model/supervisor_records.h"
#include "services/ledger_matching.h"

namespace chengheng::gui {

SeenInstrumentsPage::SeenInstrumentsPage(AppState& state, QWidget* parent)
    : RegisterPage(state, model::kindOf<model::ReportInstrument>(), parent)
{
    addListButton(tr("对应台账…"), [this] { askForMatch(); });
}

void SeenInstrumentsPage::askForMatch()
{
    const model::Record* current = list().current();
    if (!current) {
        Prompts::current().inform(this, tr("请先选中一条反馈涉及器具。"));
        return;
    }
    const Uid seen = current->uid;
    read<QVector<rules::LedgerMatch>>(
        [seen](const services::Workspace& workspace) { return services::suggestMatches(workspace, seen); },
        [this, seen](const QVector<rules::LedgerMatch>& matches) { offer(seen, matches); });
}

void SeenInstrumentsPage::offer(const Uid& seen, const QVector<rules::LedgerMatch>& matches)
{
    const QString asNew = tr("台账里没有这台，登记为新器具");
    QStringList names;
    for (const rules::LedgerMatch& match : matches)
        names.append(tr("%1. %2：%3").arg(names.size() + 1).arg(match.label, match.why));
    names.append(asNew);
    const QString label = matches.isEmpty() ? tr("这家的台账里没有相符的器具。") : tr("最相符的排在最前，选一台：");
    Prompts::current().choose(
        this, tr("对应台账"), label, names, [this, seen, matches, names, asNew](const QString& chosen) {
            const qsizetype place = names.indexOf(chosen);
            if (place < 0) {
                Prompts::current().inform(this, tr("请在列出的器具里选一台。"));
                return;
            }
            const Uid instrument = chosen == asNew ? Uid() : matches.at(place).instrument;
            write<services::Written>(
                [seen, instrument](services::Workspace& workspace) {
                    return instrument.isNull() ? services::enterInLedger(workspace, seen)
                                               : services::acceptMatch(workspace, seen, instrument);
                },
                [this](const services::Written&) { refresh(); });
        });
}

} // namespace chengheng::gui
