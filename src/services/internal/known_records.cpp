// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/known_records.h"

#include "model/as_of.h"
#include "services/internal/row_judge.h"
#include "services/internal/workspace_data.h"

#include <algorithm>

namespace chengheng::services {

namespace {

bool isInstrument(const model::RecordKind& kind)
{
    return kind.key == model::kindOf<model::Instrument>().key;
}

bool isInUse(const model::Record& instrument)
{
    return instrument.value(QStringLiteral("status")) == model::Value(model::keyOf(model::InstrumentStatus::InUse));
}

/// Changes of status by instrument; none for other kinds.
Result<QHash<Uid, QVector<model::DatedChange>>> statusChanges(storage::Snapshot& snapshot,
                                                              const model::RecordKind& kind)
{
    QHash<Uid, QVector<model::DatedChange>> bySubject;
    if (!isInstrument(kind))
        return bySubject;
    const auto changes = snapshot.all<model::DatedChange>(
        {.where = {{QStringLiteral("subject_kind"), kind.key}, {QStringLiteral("field"), QStringLiteral("status")}}});
    if (!changes)
        return fail(changes.error());
    for (const model::DatedChange& change : *changes)
        bySubject[change.subject].append(change);
    return bySubject;
}

} // namespace

bool isGuarded(const model::RecordKind& kind)
{
    return isInstrument(kind) || std::any_of(kind.fields.begin(), kind.fields.end(), [](const model::Field& field) {
               return !field.reserved.isEmpty();
           });
}

Result<KnownRecords> KnownRecords::read(const Workspace& workspace, const model::RecordKind& kind,
                                        const ImportOptions& options)
{
    const QDate today = workspace.clock().today();
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    auto names = NameBook::read(*snapshot, kind, today);
    if (!names)
        return fail(names.error());
    const auto rows = snapshot->list(kind);
    if (!rows)
        return fail(rows.error());
    const auto changes = statusChanges(*snapshot, kind);
    if (!changes)
        return fail(changes.error());
    KnownRecords known{std::move(*names), {}, {}};
    known.byIdentity.reserve(rows->size());
    const bool keepsGuarded = options.existing == Existing::Update && isGuarded(kind);
    for (const model::Record& row : *rows) {
        for (const QString& key : RowJudge::identityKeys(row))
            known.byIdentity.insert(key, row.uid);
        if (!keepsGuarded)
            continue;
        const model::Record now = model::asOf(row, changes->value(row.uid), today);
        if (!isInstrument(kind) || !isInUse(now))
            known.guarded.insert(row.uid, now);
    }
    return known;
}

} // namespace chengheng::services
