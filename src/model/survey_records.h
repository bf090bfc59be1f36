// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

/// What was found out before units were chosen, and what has been reported since.
namespace chengheng::model {

/// 摸底排查. STA-1, PLAN-1: size, instruments and management state of a candidate.
struct Survey : RecordHead {
    Uid unit;
    QDate on;
    QString surveyor;
    std::optional<qint64> area;
    std::optional<qint64> staff;
    std::optional<qint64> instruments;
    std::optional<qint64> mandatory;
    ManagementState management = ManagementState::None;
    SurveyOpinion opinion = SurveyOpinion::None;
    QString reason;
    QString remarks;
};

/// 排摸器具: how many of a kind the survey found. STA-1.
struct SurveyInstrument : RecordHead {
    Uid survey;
    QString name;
    std::optional<qint64> quantity;
    bool isMandatory = false;
};

/// 创建模式. PLAN-1: 按业态制定创建模式.
struct CreationMode : RecordHead {
    Trade trade = Trade::None;
    QString mode;
    QString focus;
    QDate decidedOn;
};

/// 信息更新. STA-2: what a station reported about a unit, also that nothing changed.
struct UnitReport : RecordHead {
    Uid unit;
    QDate on;
    Uid organisation;
    QString reporter;
    QString content;
    bool entered = false;
};

} // namespace chengheng::model
