// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ledger_matching.h"

#include "model/instrument_records.h"
#include "services/internal/record_writes.h"
#include "services/internal/run_writing.h"

#include <QCoreApplication>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LedgerMatching)
};

using model::Instrument;
using model::ReportInstrument;
using model::SupervisorReport;

/// What was seen, with the report it stands in.
struct Sighting {
    model::Record record;
    ReportInstrument seen;
    SupervisorReport report;
};

/// `find` reads one record of a kind.
template <class Find>
Result<Sighting> sightingOf(const Uid& uid, Find find)
{
    const auto record = find(model::kindOf<ReportInstrument>(), uid);
    if (!record)
        return fail(record.error());
    Sighting sighting{*record, model::fromRecord<ReportInstrument>(*record), {}};
    const auto report = find(model::kindOf<SupervisorReport>(), sighting.seen.supervisorReport);
    if (!report)
        return fail(report.error());
    sighting.report = model::fromRecord<SupervisorReport>(*report);
    return sighting;
}

Result<Sighting> sightingIn(storage::Intent& intent, const Uid& uid)
{
    return sightingOf(uid, [&](const model::RecordKind& kind, const Uid& one) { return intent.find(kind, one); });
}

Result<void> link(const Workspace& workspace, storage::Intent& intent, Sighting& sighting, const Uid& instrument)
{
    sighting.record.set(QStringLiteral("instrument"), instrument.toString());
    return updateChecked(workspace, intent, sighting.record);
}

Result<void> accept(const Workspace& workspace, storage::Intent& intent, const Uid& seen, const Uid& uid)
{
    auto sighting = sightingIn(intent, seen);
    if (!sighting)
        return fail(sighting.error());
    const auto instrument = intent.find(model::kindOf<Instrument>(), uid);
    if (!instrument)
        return fail(instrument.error());
    if (model::fromRecord<Instrument>(*instrument).unit != sighting->report.unit)
        return fail(ErrorKind::Invalid, "other_unit", Text::tr("这台器具不是被反馈单位的，请在这家的台账里选。"),
                    uid.toString());
    return link(workspace, intent, *sighting, uid);
}

Result<void> checkNotThere(storage::Intent& intent, const Sighting& sighting)
{
    const ReportInstrument& seen = sighting.seen;
    if (!seen.instrument.isNull())
        return fail(ErrorKind::Conflict, "already_there", Text::tr("这一条已经对应到台账里的器具，不必再登记。"));
    if (seen.name.isEmpty())
        return fail(ErrorKind::Invalid, "required",
                    Text::tr("还没有器具名称，请先在反馈涉及器具里补填，再登记到台账。"), QStringLiteral("name"));
    if (seen.serial.isEmpty())
        return {};
    const auto same =
        intent.count(model::kindOf<Instrument>(), {.where = {{QStringLiteral("unit"), sighting.report.unit.toString()},
                                                             {QStringLiteral("serial"), seen.serial}}});
    if (!same)
        return fail(same.error());
    if (*same > 0)
        return fail(ErrorKind::Conflict, "already_there",
                    Text::tr("这家的台账里已有出厂编号为“%1”的器具，请对应到那一台。").arg(seen.serial),
                    QStringLiteral("serial"));
    return {};
}

Instrument rowFrom(const Workspace& workspace, const Sighting& sighting)
{
    Instrument row;
    row.unit = sighting.report.unit;
    row.name = sighting.seen.name;
    row.serial = sighting.seen.serial;
    row.place = sighting.seen.place;
    if (const rules::CatalogueEntry* entry = workspace.catalogue().find(row.name)) {
        row.legalKind = entry->legalKind;
        if (entry->cycleMonths > 0)
            row.cycleMonths = entry->cycleMonths;
    }
    return row;
}

Result<Uid> enter(const Workspace& workspace, storage::Intent& intent, const Uid& seen)
{
    auto sighting = sightingIn(intent, seen);
    if (!sighting)
        return fail(sighting.error());
    if (auto absent = checkNotThere(intent, *sighting); !absent)
        return fail(absent.error());
    const auto row = insertChecked(workspace, intent, model::toRecord(rowFrom(workspace, *sighting)));
    if (!row)
        return row;
    if (auto linked = link(workspace, intent, *sighting, *row); !linked)
        return fail(linked.error());
    return row;
}

} // namespace

Result<QVector<rules::LedgerMatch>> suggestMatches(const Workspace& workspace, const Uid& seen)
{
    const auto sighting = sightingOf(
        seen, [&](const model::RecordKind& kind, const Uid& one) { return findRecord(workspace, kind, one); });
    if (!sighting)
        return fail(sighting.error());
    const QDate day = sighting->report.on;
    const auto facts = workspace.factsOn(day);
    if (!facts)
        return fail(facts.error());
    return rules::ledgerMatches(sighting->seen, sighting->report.unit, *facts, day);
}

Result<Written> acceptMatch(Workspace& workspace, const Uid& seen, const Uid& instrument, const Uid& intent)
{
    const auto seq = runIntent(workspace, QStringLiteral("report_instrument.match"), intent,
                               [&](storage::Intent& open) { return accept(workspace, open, seen, instrument); });
    if (!seq)
        return fail(seq.error());
    return Written{seen, *seq};
}

Result<Written> enterInLedger(Workspace& workspace, const Uid& seen, const Uid& intent)
{
    return runWriting(workspace, QStringLiteral("report_instrument.enter"), intent, model::kindOf<model::Instrument>(),
                      [&](storage::Intent& open) { return enter(workspace, open, seen); });
}

} // namespace chengheng::services
