// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/risk_link.h"

namespace chengheng::gui {

QString pageOf(rules::RiskKind kind)
{
    using rules::RiskKind;
    switch (kind) {
    case RiskKind::InstrumentsLapsed:
    case RiskKind::InstrumentsFailed:
    case RiskKind::InstrumentsUnrecorded:
        return QStringLiteral("instrument");
    case RiskKind::ProblemsPastDue:
        return QStringLiteral("problem");
    case RiskKind::MilestonesMissed:
        return QStringLiteral("schedule");
    case RiskKind::InspectionsMissing:
    case RiskKind::SelfChecksMissing:
    case RiskKind::CommitmentsNotDisplayed:
    case RiskKind::QuotaNotFilled:
        return QStringLiteral("unit");
    case RiskKind::PapersAbsent:
        return QStringLiteral("acceptance");
    }
    return {};
}

Counted countedBy(const rules::Risk& risk)
{
    return risk.records.isEmpty() ? Counted() : Counted{rules::labelOf(risk.kind), risk.records};
}

} // namespace chengheng::gui
