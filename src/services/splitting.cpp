// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/splitting.h"

#include "model/instrument_records.h"
#include "model/service_records.h"
#include "rules/splitting.h"
#include "services/internal/record_writes.h"

#include <QCoreApplication>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SplitInstrument)
};

using model::Instrument;
using model::Record;

/// What every single row takes over from the row that is split.
struct Row {
    Record instrument;
    QVector<Record> history; ///< verifications and events
    QVector<model::DatedChange> changes;
};

Result<Row> readRow(storage::Intent& intent, const Uid& uid)
{
    const auto instrument = intent.find(model::kindOf<Instrument>(), uid);
    if (!instrument)
        return fail(instrument.error());
    QVector<Record> history;
    for (const model::RecordKind* kind :
         {&model::kindOf<model::Verification>(), &model::kindOf<model::InstrumentEvent>()}) {
        const auto rows = intent.list(*kind, {.where = {{kind->parentField, uid.toString()}}});
        if (!rows)
            return fail(rows.error());
        history += *rows;
    }
    const auto changes = changesOfSubject(intent, uid);
    if (!changes)
        return fail(changes.error());
    return Row{*instrument, history, *changes};
}

Result<QStringList> numbersTaken(storage::Intent& intent, const Instrument& row)
{
    const auto others =
        intent.list(model::kindOf<Instrument>(), {.where = {{QStringLiteral("unit"), row.unit.toString()}}});
    if (!others)
        return fail(others.error());
    QStringList taken;
    for (const Record& other : *others)
        if (const QString serial = model::fromRecord<Instrument>(other).serial;
            other.uid != row.uid && !serial.isEmpty())
            taken.append(serial);
    return taken;
}

/// A new record with the values of another.
Record copyOf(const Record& source)
{
    Record copy(*source.kind);
    for (const model::Field& field : source.kind->fields)
        if (!field.isDerived)
            copy.set(field.key, source.value(field.key));
    return copy;
}

/// Changes first: a verification's end follows from the cycle of its own day.
Result<void> addSingle(const Workspace& workspace, storage::Intent& intent, const Row& row, const QString& number)
{
    Record single = copyOf(row.instrument);
    single.set(QStringLiteral("quantity"), qint64(1));
    single.set(QStringLiteral("serial"), number);
    const auto uid = insertChecked(workspace, intent, single);
    if (!uid)
        return fail(uid.error());
    for (const model::DatedChange& change : row.changes) {
        Record own = copyOf(model::toRecord(change));
        own.set(QStringLiteral("subject"), uid->toString());
        if (const auto added = intent.insert(own); !added)
            return fail(added.error());
    }
    for (const Record& past : row.history) {
        Record own = copyOf(past);
        own.set(own.kind->parentField, uid->toString());
        if (const auto added = insertChecked(workspace, intent, own); !added)
            return fail(added.error());
    }
    return {};
}

Result<void> split(const Workspace& workspace, storage::Intent& intent, const Uid& uid, const QStringList& typed)
{
    const auto row = readRow(intent, uid);
    if (!row)
        return fail(row.error());
    if (auto allowed = checkMayWrite(workspace, intent, row->instrument); !allowed)
        return allowed;
    const Instrument instrument = model::fromRecord<Instrument>(row->instrument);
    const auto taken = numbersTaken(intent, instrument);
    if (!taken)
        return fail(taken.error());
    const auto numbers = rules::splitNumbers(instrument, typed, *taken);
    if (!numbers)
        return fail(numbers.error());
    Record first = row->instrument;
    first.set(QStringLiteral("quantity"), qint64(1));
    first.set(QStringLiteral("serial"), numbers->first());
    intent.setReason(Text::tr("一行%1台（件）逐台拆分登记").arg(instrument.quantity));
    if (auto kept = updateChecked(workspace, intent, first); !kept)
        return kept;
    for (qsizetype i = 1; i < numbers->size(); ++i)
        if (auto added = addSingle(workspace, intent, *row, numbers->at(i)); !added)
            return added;
    return {};
}

} // namespace

Result<Written> splitInstrument(Workspace& workspace, const Uid& uid, const QStringList& numbers, const Uid& intent)
{
    const auto seq = runIntent(workspace, QStringLiteral("instrument.split"), intent,
                               [&](storage::Intent& open) { return split(workspace, open, uid, numbers); });
    if (!seq)
        return fail(seq.error());
    return Written{uid, *seq};
}

} // namespace chengheng::services
