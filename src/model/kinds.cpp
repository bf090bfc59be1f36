// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/campaign_records.h"
#include "model/instrument_records.h"
#include "model/supervision_records.h"
#include "model/unit_records.h"

namespace chengheng::model {

const QVector<const RecordKind*>& allKinds()
{
    static const QVector<const RecordKind*> kinds{
        &kindOf<Campaign>(),    &kindOf<Edition>(),     &kindOf<Organisation>(), &kindOf<Seat>(),
        &kindOf<SeatHolder>(),  &kindOf<Unit>(),        &kindOf<UnitAlias>(),    &kindOf<Stallholder>(),
        &kindOf<Commitment>(),  &kindOf<Instrument>(),  &kindOf<Verification>(), &kindOf<Inspection>(),
        &kindOf<Problem>(),     &kindOf<ProblemStep>(), &kindOf<MilestoneFact>(), &kindOf<DatedChange>(),
        &kindOf<ImportBatch>(), &kindOf<Attachment>(),
    };
    return kinds;
}

const RecordKind* findKind(const QString& key)
{
    for (const RecordKind* kind : allKinds())
        if (kind->key == key)
            return kind;
    return nullptr;
}

} // namespace chengheng::model
