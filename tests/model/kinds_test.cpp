// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include "base/text.h"
#include "model/application_records.h"
#include "model/campaign_facts.h"
#include "model/closing_records.h"
#include "model/complaint_records.h"
#include "model/dossier_records.h"
#include "model/inspection_records.h"
#include "model/money_records.h"
#include "model/office_records.h"
#include "model/outside_records.h"
#include "model/paper_records.h"
#include "model/publicity_records.h"
#include "model/service_records.h"
#include "model/supervisor_records.h"
#include "model/survey_records.h"
#include "model/training_records.h"

#include <QRegularExpression>
#include <QSet>

using namespace chengheng;
using namespace chengheng::model;

namespace {

/// A value the field takes; `turn` walks through its choices.
Value sampleOf(const Field& field, int turn)
{
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Money:
        return Value(qBound(field.minimum, qint64(7), field.maximum));
    case FieldType::Date:
        return Value(QDate(2024, 3, 5));
    case FieldType::Choice:
        return Value(field.choices[turn % field.choices.size()].key);
    case FieldType::Flag:
        return Value(turn % 2 == 0);
    case FieldType::Reference:
        return Value(QStringLiteral("0f8fad5b-d9cb-469f-a165-70867728950e"));
    case FieldType::Document:
        return Value(QStringLiteral("{}"));
    case FieldType::Text:
    case FieldType::LongText:
        break;
    }
    return Value(QStringLiteral("顾村"));
}

template <class R>
void checkRoundTrip()
{
    const RecordKind& kind = kindOf<R>();
    CAPTURE(kind.key);
    for (int turn = 0; turn < 8; ++turn) {
        Record record(kind);
        record.uid = Uid::create();
        record.version = turn;
        for (qsizetype i = 0; i < kind.fields.size(); ++i)
            record.values[i] = sampleOf(kind.fields[i], turn);
        const R typed = fromRecord<R>(record);
        for (qsizetype i = 0; i < kind.fields.size(); ++i) {
            CAPTURE(kind.fields[i].key, turn);
            CHECK((kind.fields[i].get(&typed) == record.values[i]));
        }
        const Record again = toRecord(typed);
        CHECK(again.uid == record.uid);
        CHECK(again.version == record.version);
        CHECK((again.values == record.values));
        CHECK(test::need(withJson(Record(kind), toJson(record))).values == record.values);
    }
}

template <class R>
void checkFreshRecord()
{
    const Record fresh = toRecord(R{});
    CAPTURE(fresh.kind->key);
    for (qsizetype i = 0; i < fresh.values.size(); ++i) {
        const Field& field = fresh.kind->fields[i];
        CAPTURE(field.key);
        CHECK((fresh.values[i] == field.initial));
        const bool mayBeBlank = field.type == FieldType::Text || field.type == FieldType::Date
                                || field.type == FieldType::Reference || field.type == FieldType::Document;
        if (mayBeBlank)
            CHECK(isEmpty(fresh.values[i]));
    }
}

template <class... R>
int checkAll()
{
    (checkRoundTrip<R>(), ...);
    (checkFreshRecord<R>(), ...);
    return sizeof...(R);
}

} // namespace

TEST_CASE("every record goes through its description and back unchanged", "[model]")
{
    const int checked =
        checkAll<Campaign, Edition, Organisation, Seat, SeatHolder, Unit, UnitAlias, Stallholder, Commitment,
                 Instrument, Verification, Inspection, Problem, ProblemStep, MilestoneFact, DatedChange, ImportBatch,
                 Attachment, Account, Liaison, Guidance, Task, CorrectionSlip, Handover, Survey, SurveyInstrument,
                 CreationMode, UnitReport, Department, RuleTemplate, ManagementRule, UnitComplaint, FairScaleCheck,
                 StallContract, Booking, InstrumentEvent, ServicePoint, ServiceVisit, ResidentService, InspectionPlan,
                 SelfCheckRequest, WeighingCheck, NozzleCheck, RectificationNotice, Supervisor, Assignment,
                 SupervisorReport, ReportInstrument, Complaint, ComplaintStep, EnforcementCase, TrainingTopic, Training,
                 TrainingAttendance, Activity, ActivityAttendance, FollowUp, MediaItem, Material, Handout, ColumnPost,
                 PublicNotice, AwarenessSurvey, ListEntry, Application, ApplicationStep, AcceptanceVisit, DrawnUnit,
                 AcceptanceOpinion, AnnualReport, BudgetLine, Allotment, Expense, Setting, PastFigure, Commendation,
                 Experience, ArchiveVolume, ArchivePiece, OutsideFile, IssuedPaper, IssuedPaperStep>();
    CHECK(checked == allKinds().size());
}

TEST_CASE("keys are snake_case and unique, labels are there", "[model]")
{
    static const QRegularExpression snake(QStringLiteral("^[a-z][a-z0-9]*(_[a-z0-9]+)*$"));
    QSet<QString> kinds;
    for (const RecordKind* kind : allKinds()) {
        CAPTURE(kind->key);
        CHECK(snake.match(kind->key).hasMatch());
        CHECK_FALSE(kinds.contains(kind->key));
        kinds.insert(kind->key);
        CHECK_FALSE(kind->title.isEmpty());
        CHECK(kind->field(kind->nameField) != nullptr);
        CHECK(findKind(kind->key) == kind);
        QSet<QString> keys;
        for (const Field& field : kind->fields) {
            CAPTURE(field.key);
            CHECK(snake.match(field.key).hasMatch());
            CHECK_FALSE(keys.contains(field.key));
            keys.insert(field.key);
            CHECK_FALSE(field.label.isEmpty());
            CHECK((field.type == FieldType::Choice) == !field.choices.isEmpty());
            CHECK(field.minimum <= field.maximum);
        }
    }
    CHECK(findKind("no_such_kind") == nullptr);
}

TEST_CASE("references name kinds that come before", "[model]")
{
    QSet<QString> before;
    for (const RecordKind* kind : allKinds()) {
        before.insert(kind->key);
        for (const Field& field : kind->fields) {
            CAPTURE(kind->key, field.key, field.refers);
            CHECK((field.type == FieldType::Reference) == !field.refers.isEmpty());
            if (!field.refers.isEmpty())
                CHECK(before.contains(field.refers));
        }
        if (!kind->parentField.isEmpty()) {
            CAPTURE(kind->key);
            REQUIRE(kind->field(kind->parentField));
            CHECK(kind->field(kind->parentField)->type == FieldType::Reference);
        }
    }
}

TEST_CASE("no heading or synonym of a table means two fields", "[model]")
{
    for (const RecordKind* kind : allKinds()) {
        QHash<QString, QString> owners;
        for (const Field& field : kind->fields) {
            if (field.heading.isEmpty())
                continue;
            for (const QString& heading : QStringList(field.heading) + field.synonyms) {
                CAPTURE(kind->key, field.key, heading, owners.value(foldName(heading)));
                CHECK_FALSE(owners.contains(foldName(heading)));
                owners.insert(foldName(heading), field.key);
            }
        }
    }
}

TEST_CASE("the words of a choice cannot be mistaken for each other", "[model]")
{
    for (const RecordKind* kind : allKinds()) {
        for (const Field& field : kind->fields) {
            QSet<QString> keys;
            QHash<QString, QString> owners;
            for (const Choice& choice : field.choices) {
                CAPTURE(kind->key, field.key, choice.key);
                CHECK_FALSE(keys.contains(choice.key));
                keys.insert(choice.key);
                for (const QString& word : QStringList{choice.key, choice.label} + choice.synonyms) {
                    CHECK(owners.value(foldName(word), choice.key) == choice.key);
                    owners.insert(foldName(word), choice.key);
                }
            }
        }
    }
}

TEST_CASE("a record and its values say from which day they hold by a date, or by the record they came with",
          "[model][as_of]")
{
    for (const RecordKind* kind : allKinds()) {
        CAPTURE(kind->key);
        if (!kind->sinceField.isEmpty()) {
            const Field* since = kind->field(kind->sinceField);
            REQUIRE(since);
            const RecordKind* origin = since->type == FieldType::Reference ? findKind(since->refers) : kind;
            CHECK(origin->field(origin->sinceField)->type == FieldType::Date);
        }
        for (const Field& field : kind->fields) {
            CAPTURE(field.key);
            if (!field.sinceField.isEmpty()) {
                REQUIRE(kind->field(field.sinceField));
                CHECK(kind->field(field.sinceField)->type == FieldType::Date);
                CHECK_FALSE(field.isRequired); // an earlier day shows it blank
            }
        }
        for (const auto& [due, done] : kind->owed) // what was done later had not been done
            CHECK(kind->field(done)->sinceField == done);
    }
}

TEST_CASE("a reservation names a word of its choice, or any value of a field that may be blank", "[model]")
{
    for (const RecordKind* kind : allKinds())
        for (const Field& field : kind->fields)
            for (const Reservation& reservation : field.reserved) {
                CAPTURE(kind->key, field.key, reservation.word);
                const bool isWord = std::any_of(field.choices.begin(), field.choices.end(),
                                                [&](const Choice& choice) { return choice.key == reservation.word; });
                CHECK(isWord == (field.type == FieldType::Choice));
                CHECK((isWord || (reservation.word.isEmpty() && !field.isRequired)));
            }
}
