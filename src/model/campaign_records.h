// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

namespace chengheng::model {

/// The campaign itself; one row a database.
struct Campaign : RecordHead {
    QString title;
    QString campaignType; ///< 初创建, 复评审 … the notice itself mixes the words
    QString applicant;    ///< the town that applies
    QString noticeNumber;
    QString planId;
    QDate from;
    QDate to;
    QString predecessor; ///< the round before this one (SCOPE-3), and when it ended
    QDate predecessorOn;
    QString successor; ///< the round that follows, and since when this one is closed
    QDate closedOn;
    QString civicAssessment; ///< 文明社区创建测评 that this goes along with
    QString remarks;
};

/// A rule text copied in when the campaign was made; a program update never moves a figure.
struct Edition : RecordHead {
    EditionKind kind = EditionKind::Plan;
    QString name;
    QString content; ///< the JSON as it was read
};

struct Organisation : RecordHead {
    QString name;
    OrganisationKind kind = OrganisationKind::Other;
    QString duties;
};

/// A seat in the leading group or the promotion office; people come and go, the seat stays (ORG-1..3).
struct Seat : RecordHead {
    QString body; ///< 领导小组 or 推进办公室
    QString role; ///< 组长, 成员, 主任 …
    Uid organisation;
    QString post;
    qint64 position = 0; ///< order on the printed list
};

struct SeatHolder : RecordHead {
    Uid seat;
    QString person;
    QDate from; ///< open: since the beginning
    QDate to;   ///< last day; open: still
    QString phone;
    QString remarks;
};

/// A milestone test that no register answers yet: "held on", "submitted on", entered by hand.
struct MilestoneFact : RecordHead {
    QString milestone; ///< key in the plan
    QDate on;
    QString evidence;
    QString remarks;
};

/// From a day on a field has a value: the only way a value that moves a figure changes.
struct DatedChange : RecordHead {
    QString subjectKind;
    Uid subject;
    QString field;
    QDate from;
    QString value; ///< as canonical JSON
    QString reason;
    QString reportedBy; ///< who told the office of it
};

/// From a day on the office counts so many days (or units, where the name says so) instead of the built-in figure
/// (rules/settings.h).
struct Setting : RecordHead {
    SettingName name = SettingName::DueSoon;
    qint64 days = 0;
    QDate from;
    QString reason;
};

struct ImportBatch : RecordHead {
    QString kind;
    QString fileName;
    QDate on;
    qint64 rows = 0;
    qint64 accepted = 0;
    qint64 updated = 0;
    qint64 skipped = 0;
    qint64 rejected = 0;
    BatchState state = BatchState::Done;
};

/// A photograph or paper that belongs to a record; its bytes lie in chunks under the SHA-256.
struct Attachment : RecordHead {
    QString subjectKind;
    Uid subject;
    QString item; ///< sheet item it proves, or empty
    QString fileName;
    QString mediaType;
    QString sha256;
    qint64 size = 0;
    QString originalSha256; ///< of the file as it was before it was scaled
    QDate takenOn;
    QString takenAt; ///< place from EXIF, "31.35,121.38"
    QString caption;
};

} // namespace chengheng::model
