// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

/// Records of the office itself: who to talk to, guidance, goals and tasks, corrections, handing
/// over.
namespace chengheng::model {

/// 人员账号: who a login on the shared server is. In a file of one's own, names are declared instead.
struct Account : RecordHead {
    QString login; ///< of the PostgreSQL server, which asks for the password
    QString name;
    Role role = Role::Clerk;
    Uid station; ///< an officer's own
    QDate from;
    QDate to; ///< last day; open: still
    QString remarks;
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
