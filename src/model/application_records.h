// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

/// Applications, the acceptance visit and the yearly report.
namespace chengheng::model {

/// 申请. TOWN-0, PLAN-1, PLAN-7.
struct Application : RecordHead {
    QString title;
    ApplicationKind kind = ApplicationKind::Creation;
    QDate draftedOn;
    QString drafter;
    QString remarks;
};

/// 申请办理. TOWN-9, BUR-0: sealed, co-signed, submitted, returned, revised, accepted.
struct ApplicationStep : RecordHead {
    Uid application;
    ApplicationStepKind kind = ApplicationStepKind::Sealed;
    QDate on;
    Uid organisation;
    QString persons;
    QString opinion;
};

/// 考核验收. PLAN-7, BUR-5.
struct AcceptanceVisit : RecordHead {
    QDate on;
    QString team;
    QString drawn;
    QString organiserPoints;
    Conclusion conclusion = Conclusion::None;
    QString remarks;
};

/// 抽查单位: drawn on the spot; its score is that of its acceptance inspection. PLAN-7, BUR-5.
struct DrawnUnit : RecordHead {
    Uid acceptanceVisit;
    Uid unit;
    std::optional<qint64> place; ///< in the order drawn
    QString remarks;
};

/// 验收意见. PLAN-7: 意见建议及时改正.
struct AcceptanceOpinion : RecordHead {
    Uid acceptanceVisit;
    Uid unit;
    QString content;
    QDate dueOn;
    QDate doneOn;
    QString result;
    Uid problem; ///< that it was entered as
};

/// 年度总结. BUR-6.
struct AnnualReport : RecordHead {
    QString title;
    std::optional<qint64> year;
    QDate on;
    QString content;
    QDate sentOn;
};

} // namespace chengheng::model
