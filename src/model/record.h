// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/field.h"

#include <QJsonObject>
#include <QMap>

namespace chengheng::model {

/// What every record has before its fields.
struct RecordHead {
    Uid uid;
    qint64 version = 0; ///< 0: not stored yet; a save names the version it read
};

struct Record;

/// Who writes a register: everybody but leaders; the office and the section; the bureau's people; the
/// administrator alone.
enum class Keepers { Everybody, Office, Bureau, Administrator };

/// The description of one register: its name, its fields and what holds across them. All generic code
/// (storage, services, command line, forms, lists) works from this.
struct RecordKind {
    QString key;   ///< "unit"; also the table's name and the command line's KIND
    QString title; ///< 参建单位
    QVector<Field> fields;
    QString nameField;            ///< the field people call a record by
    QStringList toldApartBy = {}; ///< fields by which records of one name are told apart where one is to be chosen
    QString parentField = {};     ///< Reference to the record this one belongs to, or empty
    /// What names one record in a table: alternatives, each a list of field keys of which the first must be
    /// filled in. A kind without any cannot be filled by tables.
    QVector<QStringList> identities = {};
    Keepers keepers = Keepers::Everybody; ///< who writes it
    bool isConfidential = false;          ///< read by the office only
    /// The day from which a record holds, or the record (a Reference) with which it came about: figures and lists
    /// of an earlier day leave it out. Empty: always.
    QString sinceField = {};
    /// What is owed by a day: the field with the day and the field that says when it was done.
    QVector<QPair<QString, QString>> owed = {};
    /// Days of which the second must not lie before the first.
    QVector<QPair<QString, QString>> inOrder = {};
    /// Fields without which a record is a draft and never leaves the office: it stands on no paper, list or table.
    QStringList releasedBy = {};
    bool isInternal = false; ///< kept by the program; not offered in lists and on the command line
    /// Checks across fields; each fault names a field key in `where`.
    std::function<QVector<Error>(const Record&)> check = {};

    int indexOf(const QString& fieldKey) const; ///< -1 where there is none
    const Field* field(const QString& fieldKey) const;
    /// Places of some fields, of all where none is named; unknown keys are left out.
    QVector<int> placesOf(const QStringList& keys) const;
    /// True where nothing of `releasedBy` is missing.
    bool isReleased(const Record& record) const;
};

/// A record of any kind: the values in the order of its kind's fields.
struct Record : RecordHead {
    const RecordKind* kind = nullptr;
    QVector<Value> values;

    explicit Record(const RecordKind& ofKind) : kind(&ofKind), values(ofKind.fields.size()) {}
    Record() = default;

    const Value& value(const QString& fieldKey) const; ///< empty for an unknown key
    void set(const QString& fieldKey, Value value);    ///< ignores an unknown key
    QString name() const;                              ///< text of the kind's name field
    /// Blank fields that are presumed take their initial value; for new records, never for stored ones.
    void fillPresumed();
};

/// All kinds, in the order in which they may refer to each other (parents first).
const QVector<const RecordKind*>& allKinds();
/// Kinds that CampaignFacts holds as books: registers no rule needs as structs.
const QVector<const RecordKind*>& bookKinds();
/// The kind of a key, or nullptr.
const RecordKind* findKind(const QString& key);

/// Whether a role reads a register at all: who the volunteer supervisors are stays in the office.
bool mayRead(Role role, const RecordKind& kind);
/// 领导, 区局计量科, 监管所, 推进办公室.
QString labelOf(Authority authority);
/// Whether a role may say what is reserved to an authority (Field::onlyBy).
bool speaksFor(Role role, Authority authority);

/// True where records of some kind refer to those of this one.
bool isReferredTo(const RecordKind& kind);

/// Description of a typed record: kindOf<Unit>(). Defined beside each record's field list.
template <class R>
const RecordKind& kindOf();

/// The struct of a record from some of its fields, by place; the others are as in a new struct.
template <class R>
R fromRecord(const Record& record, const QVector<int>& places)
{
    R typed;
    typed.uid = record.uid;
    typed.version = record.version;
    const auto& fields = kindOf<R>().fields;
    for (const int place : places)
        fields[place].set(&typed, record.values[place]);
    return typed;
}

template <class R>
R fromRecord(const Record& record)
{
    static const QVector<int> all = kindOf<R>().placesOf({});
    return fromRecord<R>(record, all);
}

template <class R>
Record toRecord(const R& typed)
{
    Record record(kindOf<R>());
    record.uid = typed.uid;
    record.version = typed.version;
    for (qsizetype i = 0; i < record.values.size(); ++i)
        record.values[i] = record.kind->fields[i].get(&typed);
    return record;
}

/// Everything wrong with a record on a day: each field's fault, then those across fields.
QVector<Error> faultsOf(const Record& record, QDate today = {});

/// The record's values as JSON by field key; journal, bundles and `show` use this.
QJsonObject toJson(const Record& record);
/// Values present in `json` laid over `base`; an unknown key or a wrong type is an error that names it.
Result<Record> withJson(Record base, const QJsonObject& json);

} // namespace chengheng::model
