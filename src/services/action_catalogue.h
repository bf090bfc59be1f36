// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/registers.h"

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

/// The child's field that names the record it is done to; none where the record names the child.
QString linkFieldOf(const Action& action);

/// Fields a person fills in for an action: of the child without its parent and the given ones; those that are
/// filled in; for a change the two fields from and reason.
QVector<model::Field> inputsOf(const Action& action);

/// What its form begins with: what something new begins with. With a record also what is taken over from it.
FieldValues presetsOf(const Action& action, const FillingIn& now, const model::Record* record = nullptr);

} // namespace chengheng::services
