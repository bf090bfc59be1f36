// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/application_records.h"

namespace chengheng::rules {

/// Where an application is on its way (TOWN-9, BUR-0): drafted by the town, sealed by it, co-signed by the district
/// bureau, submitted to the city bureau, returned with opinions and revised, answered.
enum class ApplicationState { Drafted, Sealed, CoSigned, Submitted, Returned, Revised, Accepted };
/// 起草, 已盖章, 已会签, 已报送, 被退回, 已修改, 已受理.
QString labelOf(ApplicationState state);

struct ApplicationStanding {
    ApplicationState state = ApplicationState::Drafted;
    QDate since;     ///< day of the last step, of drafting where there is none
    QString opinion; ///< with which it was returned last
    QString next;    ///< what is to be done now; "" where it is answered
};

/// Folded from the steps up to the day.
ApplicationStanding applicationStanding(const model::Application& application,
                                        const QVector<model::ApplicationStep>& steps, QDate day);

/// Whether a step may be taken after those before it; a refusal says what comes first.
Result<void> mayTakeApplicationStep(const model::Application& application,
                                    const QVector<model::ApplicationStep>& before, const model::ApplicationStep& next);

} // namespace chengheng::rules
