// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

/// Records of the office itself: who to talk to, guidance, goals and tasks, corrections, handing
/// over.
namespace chengheng::model {

/// What is known of an account's own password; the password itself is no part of any record.
enum class PasswordState { None, OneTime, Own };

/// 人员账号: who works here. A login on the shared server says which account acts; where passwords are switched
/// on, so does signing in; in a file of one's own without them, names are declared.
struct Account : RecordHead {
    QString login; ///< of the PostgreSQL server, or the name to sign in by
    QString name;
    Role role = Role::Clerk;
    Uid station; ///< an officer's own
    QDate from;
    QDate to; ///< last day; open: still
    QString remarks;
    PasswordState passwordState = PasswordState::None;

    bool isInForce(QDate day) const { return from <= day && !(to.isValid() && to < day); }
};

/// 联络员. TOWN-8: a contact of each department, station and unit.
struct Liaison : RecordHead {
    Uid organisation;
    Uid unit;
    QString person;
    QString post;
    QString phone;
    QDate from;
    QDate to;
    QString remarks;
};

/// 业务指导. BUR-7: what the section told an office or a station, and the answer.
struct Guidance : RecordHead {
    Uid organisation;
    QDate on;
    QString adviser;
    QString subject;
    QString content;
    QDate dueOn;
    QDate answeredOn;
    QString answer;
};

/// 任务分解. TOWN-1: annual goals broken into tasks.
struct Task : RecordHead {
    QString goal;
    QString title;
    QString milestone;
    Uid organisation;
    Uid seat;
    QDate setOn;
    QDate from;
    QDate dueOn;
    QString deliverable;
    QDate doneOn;
    QString proof;
    QString remarks;
};

/// 更正单. A figure that was reported wrongly is corrected openly.
struct CorrectionSlip : RecordHead {
    qint64 number = 0;
    QString subject;
    QString was;
    QString now;
    QString reason;
    QString approver;
    QDate on;
    QString papers;
};

/// 工作交接. HAND-1: open work, papers out, files and backups handed to a successor.
struct Handover : RecordHead {
    QDate on;
    QString fromPerson;
    QString toPerson;
    QString openWork;
    QString papersOut;
    QString backupPlace;
    bool rolesMoved = false;
    bool signedByBoth = false;
    QString remarks;
};

} // namespace chengheng::model
