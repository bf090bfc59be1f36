// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/attachments.h"

namespace chengheng::services {

/// Something people do to a record beyond filling in its fields: put a problem right, verify an
/// instrument, replace a seat's holder, approve. Each is a new child record with some values given, or some
/// fields of the record filled in, or a dated change of one field; so form and command line come from the
/// description alone.
struct Action {
    QString key;                     ///< "rectify"; unique within the kind
    QString title;                   ///< 登记整改
    QString kind;                    ///< register whose records it is done to
    QString childKind = {};          ///< adds such a record below it …
    FieldValues given = {};          ///< … with these values; or, without childKind, changes or fills in these fields
    QStringList filled = {};         ///< or fills in these fields of the record itself, which must be blank until then
    QStringList requiredInputs = {}; ///< child fields that this action insists on beyond the field list
    bool needsPhotograph = false;    ///< unless the record has one (an instrument put out of use)
    QString linkField = {};          ///< of the child: names the record it is done to; empty: its parent field
    /// What the child takes over from that record unless something else is typed: its field, the record's field.
    QVector<QPair<QString, QString>> carried = {};
    QString backField = {}; ///< of the record: names the child, which has no link of its own; once only (already_there)
    QStringList alsoFilled = {}; ///< fields that are filled in beside `filled` where something is said of them
    bool isPlain = false;        ///< enters a record that belongs to this one, and nothing beyond
    bool isOthers = false;       ///< what others did is entered: who types it is not who did it
};

const QVector<Action>& allActions();
QVector<Action> actionsOf(const model::RecordKind& kind);
const Action* findAction(const model::RecordKind& kind, const QString& key);

/// Fields a person fills in for an action: of the child without its parent and the given ones; those that are
/// filled in; for a change the two fields from and reason.
QVector<model::Field> inputsOf(const Action& action);

/// What its form begins with: what something new begins with. With a record also what is taken over from it.
FieldValues presetsOf(const Action& action, const FillingIn& now, const model::Record* record = nullptr);

/// Whether somebody of that role may do it at all; the error says who may.
Result<void> checkMayDo(const Actor& actor, const Action& action);

/// What speaks against doing it to a record on a day, to be said before: mostly nothing.
Result<QString> cautionAgainst(const Workspace& workspace, const Action& action, const Uid& uid, QDate day);

/// Does it to records of the action's kind as one intent, all or nothing. `inputs` by field key (for a
/// change: "from" and "reason"); what is numbered on (a certificate) counts up from record to record.
/// What is filled in already is a Conflict "filled_in_already". Special rules run here: a problem step must be allowed
/// by rules::mayTakeStep, a replaced holder leaves the day before, a verification gets its effective end; an instrument
/// is put out of use only with a reason and a photograph (Invalid "photograph_required"). `photographs` are attached to
/// each record. Returns the last record written.
Result<Written> doAction(Workspace& workspace, const Action& action, const QVector<Uid>& uids,
                         const FieldValues& inputs, const Uid& intent = Uid::create(),
                         const QVector<LoadedFile>& photographs = {});
/// The same to one record.
Result<Written> doAction(Workspace& workspace, const Action& action, const Uid& uid, const FieldValues& inputs,
                         const Uid& intent = Uid::create(), const QVector<LoadedFile>& photographs = {});

} // namespace chengheng::services
