// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

/// What belongs into a unit's dossier beside its ledger and inspections.
namespace chengheng::model {

/// 制度范本. OFF-3: management rules expected of a trade.
struct RuleTemplate : RecordHead {
    Trade trade = Trade::None;
    QString name;
    QString content;
};

/// 计量管理制度. OFF-3, STD-0: management rules in force at a unit.
struct ManagementRule : RecordHead {
    Uid unit;
    QString name;
    QDate inForceFrom;
    QDate inForceTo;
    QString keeper;
    QDate seenOn;
    QString remarks;
};

/// 单位投诉与复秤登记. UNIT-1: the unit's own register of complaints and re-weighings.
struct UnitComplaint : RecordHead {
    Uid unit;
    QDate on;
    UnitCaseKind kind = UnitCaseKind::Complaint;
    QString subject;
    QString handling;
    QDate handledOn;
    std::optional<Money> refunded;
    QString remarks;
};

/// 摊位合同. 集贸市场计量监督管理办法(总局令94号)5(3): the stall contract states measurement
/// duties.
struct StallContract : RecordHead {
    Uid stallholder;
    QString number;
    QDate from;
    QDate to;
    bool measurementTerms = false;
    QDate committedOn;
};

/// 公平秤核查. 集贸市场计量监督管理办法(总局令94号)5(6): the host checks the scale for re-weighing with weights.
struct FairScaleCheck : RecordHead {
    Uid unit;
    QDate on;
    Uid instrument;
    std::optional<qint64> weightGrams; ///< of the weights laid on
    std::optional<qint64> shownGrams;
    VerificationResult result = VerificationResult::Passed;
    QString checker;
    QString remarks;
};

} // namespace chengheng::model
