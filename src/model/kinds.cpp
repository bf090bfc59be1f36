// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/application_records.h"
#include "model/campaign_records.h"
#include "model/closing_records.h"
#include "model/complaint_records.h"
#include "model/dossier_records.h"
#include "model/inspection_records.h"
#include "model/instrument_records.h"
#include "model/money_records.h"
#include "model/office_records.h"
#include "model/outside_records.h"
#include "model/paper_records.h"
#include "model/publicity_records.h"
#include "model/service_records.h"
#include "model/supervision_records.h"
#include "model/supervisor_records.h"
#include "model/survey_records.h"
#include "model/training_records.h"
#include "model/unit_records.h"

#include <QSet>

namespace chengheng::model {

const QVector<const RecordKind*>& allKinds()
{
    static const QVector<const RecordKind*> kinds = [] {
        QVector<const RecordKind*> all{
            &kindOf<Campaign>(),    &kindOf<Edition>(),     &kindOf<Organisation>(),  &kindOf<Seat>(),
            &kindOf<SeatHolder>(),  &kindOf<Unit>(),        &kindOf<UnitAlias>(),     &kindOf<Stallholder>(),
            &kindOf<Commitment>(),  &kindOf<Instrument>(),  &kindOf<Verification>(),  &kindOf<Inspection>(),
            &kindOf<Problem>(),     &kindOf<ProblemStep>(), &kindOf<MilestoneFact>(), &kindOf<DatedChange>(),
            &kindOf<ImportBatch>(), &kindOf<Attachment>(),
        };
        return all + bookKinds();
    }();
    return kinds;
}

const QVector<const RecordKind*>& bookKinds()
{
    static const QVector<const RecordKind*> kinds{
        &kindOf<Setting>(),
        &kindOf<Account>(),
        &kindOf<IssuedPaper>(),
        &kindOf<IssuedPaperStep>(),
        &kindOf<Liaison>(),
        &kindOf<Guidance>(),
        &kindOf<Task>(),
        &kindOf<CorrectionSlip>(),
        &kindOf<Handover>(),
        &kindOf<Survey>(),
        &kindOf<SurveyInstrument>(),
        &kindOf<CreationMode>(),
        &kindOf<UnitReport>(),
        &kindOf<Department>(),
        &kindOf<RuleTemplate>(),
        &kindOf<ManagementRule>(),
        &kindOf<UnitComplaint>(),
        &kindOf<FairScaleCheck>(),
        &kindOf<StallContract>(),
        &kindOf<Booking>(),
        &kindOf<InstrumentEvent>(),
        &kindOf<ServicePoint>(),
        &kindOf<ServiceVisit>(),
        &kindOf<ResidentService>(),
        &kindOf<InspectionPlan>(),
        &kindOf<SelfCheckRequest>(),
        &kindOf<WeighingCheck>(),
        &kindOf<NozzleCheck>(),
        &kindOf<RectificationNotice>(),
        &kindOf<Supervisor>(),
        &kindOf<Assignment>(),
        &kindOf<SupervisorReport>(),
        &kindOf<ReportInstrument>(),
        &kindOf<Complaint>(),
        &kindOf<ComplaintStep>(),
        &kindOf<EnforcementCase>(),
        &kindOf<TrainingTopic>(),
        &kindOf<Training>(),
        &kindOf<TrainingAttendance>(),
        &kindOf<Activity>(),
        &kindOf<ActivityAttendance>(),
        &kindOf<FollowUp>(),
        &kindOf<MediaItem>(),
        &kindOf<Material>(),
        &kindOf<Handout>(),
        &kindOf<ColumnPost>(),
        &kindOf<PublicNotice>(),
        &kindOf<AwarenessSurvey>(),
        &kindOf<ListEntry>(),
        &kindOf<Application>(),
        &kindOf<ApplicationStep>(),
        &kindOf<AcceptanceVisit>(),
        &kindOf<DrawnUnit>(),
        &kindOf<AcceptanceOpinion>(),
        &kindOf<AnnualReport>(),
        &kindOf<BudgetLine>(),
        &kindOf<Allotment>(),
        &kindOf<Expense>(),
        &kindOf<PastFigure>(),
        &kindOf<Commendation>(),
        &kindOf<Experience>(),
        &kindOf<ArchiveVolume>(),
        &kindOf<ArchivePiece>(),
        &kindOf<OutsideFile>(),
    };
    return kinds;
}

bool isReferredTo(const RecordKind& kind)
{
    static const QSet<QString> referredTo = [] {
        QSet<QString> keys;
        for (const RecordKind* other : allKinds())
            for (const Field& field : other->fields)
                if (field.type == FieldType::Reference)
                    keys.insert(field.refers);
        return keys;
    }();
    return referredTo.contains(kind.key);
}

const RecordKind* findKind(const QString& key)
{
    for (const RecordKind* kind : allKinds())
        if (kind->key == key)
            return kind;
    return nullptr;
}

} // namespace chengheng::model
