// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/ledger_writes.h"

#include "base/json.h"
#include "model/service_records.h"

namespace chengheng::services {

namespace {

/// As a dated change keeps it.
QString storedText(const model::Value& value)
{
    return QString::fromUtf8(canonicalJson(model::toJson(value)));
}

/// The first day a unit was taken in as a participant; invalid where it was one from the start.
QDate confirmedOn(const QVector<model::DatedChange>& changes)
{
    const QString participating = storedText(model::keyOf(model::Participation::Participating));
    QDate first;
    for (const model::DatedChange& change : changes)
        if (change.field == QLatin1String("participation") && change.value == participating
            && (!first.isValid() || change.from < first))
            first = change.from;
    return first;
}

} // namespace

Result<void> followEvent(const Writing& writing, const model::Record& record)
{
    const auto event = model::fromRecord<model::InstrumentEvent>(record);
    const bool isMoved = event.kind == model::InstrumentEventKind::Moved;
    if (!isMoved && event.kind != model::InstrumentEventKind::Resealed)
        return {};
    model::DatedChange change;
    change.subjectKind = model::kindOf<model::Instrument>().key;
    change.subject = event.instrument;
    change.field = isMoved ? QStringLiteral("place") : QStringLiteral("seal_number");
    change.from = event.on;
    change.value = storedText(isMoved ? event.place : event.sealNumber);
    change.reason = event.reason;
    const auto added = writing.intent.insert(model::toRecord(change));
    return added ? Result<void>() : Result<void>(fail(added.error()));
}

Result<void> openDossier(const Writing& writing, const model::Record& record)
{
    auto stored = writing.intent.find(model::kindOf<model::Unit>(), record.uid);
    if (!stored)
        return fail(stored.error());
    auto unit = model::fromRecord<model::Unit>(*stored);
    const auto changes = changesOfSubject(writing.intent, record.uid);
    if (!changes)
        return fail(changes.error());
    const QDate on = confirmedOn(*changes);
    if (unit.dossierOn.isValid() || !on.isValid() || model::takesPart(unit)) // it did so from the start
        return {};
    unit.dossierOn = on;
    return writing.intent.update(model::toRecord(unit));
}

} // namespace chengheng::services
