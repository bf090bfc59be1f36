// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/summary.h"

namespace chengheng::rules {

/// What of a campaign is a reader's own business: of an officer his station, its units and what belongs to them; of
/// everybody else all of it. `facts` are those of the day and outlive the scope.
class ReaderScope
{
public:
    ReaderScope(const model::CampaignFacts& facts, const SummaryReader& reader);

    bool isLimited() const { return m_isLimited; }
    bool concernsUnit(const Uid& unit) const { return !m_isLimited || m_units.contains(unit); }
    bool concernsOrganisation(const QString& name) const { return !m_isLimited || name == m_stationName; }
    /// By the unit it belongs to, through its instrument where it has one; else by its organisation.
    bool concerns(const model::Record& record) const;

private:
    bool m_isLimited;
    Uid m_station;
    QString m_stationName;
    QSet<Uid> m_units;
    QSet<Uid> m_instruments;
};

/// Days of approval in a register that only this role gives (Field::onlyBy).
QVector<const model::Field*> approvalsBy(model::Role role, const model::RecordKind& kind);

} // namespace chengheng::rules
