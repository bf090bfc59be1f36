// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

/// Meetings, activities, media, materials, notices and lists.
namespace chengheng::model {

/// 会议活动. TOWN-3, TOWN-7, PLAN-2, PLAN-3.
struct Activity : RecordHead {
    QString title;
    ActivityKind kind = ActivityKind::Mobilisation;
    QDate on;
    QString place;
    QString host;
    Uid organisation;
    QString minutes;
    QString decisions;
    QString remarks;
};

/// 参加人员. TOWN-3: units, residents and supervisors take part.
struct ActivityAttendance : RecordHead {
    Uid activity;
    AttendeeGroup group = AttendeeGroup::Unit;
    Uid unit;
    QString person;
    std::optional<qint64> heads;
};

/// 会议议定事项. TOWN-7.
struct FollowUp : RecordHead {
    Uid activity;
    QString content;
    Uid organisation;
    QDate dueOn;
    QDate doneOn;
    QString result;
};

/// 媒体报道. TOWN-6: district media, screens, public accounts.
struct MediaItem : RecordHead {
    QString title;
    Medium medium = Medium::Newspaper;
    MediaLevel level = MediaLevel::Town;
    QString outlet;
    QDate on;
    QString link;
    Uid activity;
};

/// 宣传品. OFF-2.
struct Material : RecordHead {
    QString name;
    MaterialKind kind = MaterialKind::Poster;
    std::optional<qint64> quantity;
    QDate madeOn;
    QString remarks;
};

/// 宣传品发放. OFF-2: handed out, with a receipt.
struct Handout : RecordHead {
    Uid material;
    Uid unit;
    QString receiver;
    QDate on;
    std::optional<qint64> quantity;
};

/// 专栏发布. TOWN-10, TOWN-6.
struct ColumnPost : RecordHead {
    QString title;
    PostKind kind = PostKind::Progress;
    QDate on;
    QString link;
};

/// 公示. PLAN-3, TOWN-6: participants and results of inspections made public.
struct PublicNotice : RecordHead {
    QString title;
    PostKind kind = PostKind::Progress;
    QDate from;
    QDate to;
    QString place;
    QString objections;
    Uid issuedPaper; ///< the paper that was put up
};

/// 知晓率调查. AWARE-1.
struct AwarenessSurvey : RecordHead {
    QDate on;
    QString place;
    std::optional<qint64> asked;
    std::optional<qint64> aware;
    QString method;
};

/// 红黑名单. PLAN-3.
struct ListEntry : RecordHead {
    Uid unit;
    ListColour colour = ListColour::Red;
    QString ground;
    QDate draftedOn;
    Uid enforcementCase;
    QString finding;
    QDate notifiedOn;
    QString statement;
    bool hasNoStatement = false; ///< heard, and said nothing
    QDate townApprovedOn;
    QDate bureauApprovedOn;
    QDate publishedOn;
    QDate endOn;
    QDate removedOn;
};

} // namespace chengheng::model
