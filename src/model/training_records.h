// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

/// Training of units, supervisors and inspectors.
namespace chengheng::model {

/// 培训. BUR-1, BUR-4, PLAN-2.
struct Training : RecordHead {
    QString title;
    Audience audience = Audience::Units;
    QString batch;
    QDate on;
    QString place;
    QString topics; ///< names of topics, one after the other (、)
    QString teacher;
    Uid organisation;
    std::optional<qint64> hours;
    QString remarks;
};

/// 培训课题: what each role is expected to have heard. BUR-1.
struct TrainingTopic : RecordHead {
    QString name;
    AttendeeRole role = AttendeeRole::Manager;
    QDate from; ///< expected since; open: from the beginning
    QString remarks;
};

/// 培训签到. BUR-1: person in charge, measurement manager, supervisor.
struct TrainingAttendance : RecordHead {
    Uid training;
    Uid unit;
    Uid supervisor;
    QString person;
    AttendeeRole role = AttendeeRole::Head;
    bool present = false;
};

} // namespace chengheng::model
