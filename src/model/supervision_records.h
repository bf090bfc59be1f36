// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

namespace chengheng::model {

/// A visit scored on a sheet. Without a unit it is the organiser's (sheet 1).
struct Inspection : RecordHead {
    Uid unit;
    InspectionKind kind = InspectionKind::Daily;
    QDate on;
    QString inspectors;  ///< names separated by 、
    QString supervisors; ///< volunteers who took part, by their numbers: 3号、7号
    qint64 sheet = 0;
    QString edition; ///< name of the sheet edition it was scored on
    QString answers; ///< JSON: {"answers":[…],"global_vetoes":[…]} as the command line's answers file
    Conclusion conclusion = Conclusion::None;   ///< the examiners' word; stands beside the score
    Presence displayed = Presence::Unknown;     ///< the commitment letter, as seen
    Presence complaintBook = Presence::Unknown; ///< the unit's own register of complaints and re-weighings, as seen
    QString remarks;
};

struct Problem : RecordHead {
    Uid unit;
    Uid instrument;
    Uid inspection;
    QString item;  ///< sheet item it lost points on
    QString fault; ///< one of the sheet edition's issue codes
    QString description;
    QDate foundOn;
    Severity severity = Severity::Ordinary;
    QDate dueOn;
    ProblemSource source = ProblemSource::LostPoints;
    QString handler; ///< who of the office follows it up
};

/// One dated step on a problem's way; its state is what the steps say (rules/problem_state.h).
struct ProblemStep : RecordHead {
    Uid problem;
    StepKind kind = StepKind::Advised;
    QDate on;
    QString persons; ///< who did it; names separated by 、
    QString evidence;
    QDate newDueOn; ///< for an extension
    QString remarks;
};

} // namespace chengheng::model
