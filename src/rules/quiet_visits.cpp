// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/quiet_visits.h"

#include "base/dates.h"
#include "rules/coverage.h"
#include "rules/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(QuietVisits)
};

/// Units taking part, by registration number, as draw() asks for them; whether one would fail plays no part.
QVector<UnitStanding> population(const model::CampaignFacts& facts)
{
    QVector<UnitStanding> units;
    for (const model::Unit& unit : unitsTakingPart(facts))
        units.append({.uid = unit.uid,
                      .registrationNumber = unit.registrationNumber,
                      .name = unit.name,
                      .trade = unit.trade,
                      .fails = false,
                      .reasons = {}});
    std::stable_sort(units.begin(), units.end(), [](const UnitStanding& a, const UnitStanding& b) {
        return a.registrationNumber < b.registrationNumber;
    });
    return units;
}

QHash<Uid, QDate> lastVisits(const model::CampaignFacts& facts)
{
    QHash<Uid, QDate> last;
    for (const auto& report : bookOf<model::SupervisorReport>(facts)) {
        QDate& known = last[report.unit];
        known = known.isValid() ? qMax(known, report.on) : report.on;
    }
    return last;
}

/// Shares the visits out among those who look after the units.
class Sharing
{
public:
    Sharing(const model::CampaignFacts& facts, QDate day)
        : m_serving(servingSupervisors(facts, day)), m_assignments(assignmentsInForce(facts, day))
    {}

    QString whoGoesTo(const model::Unit& unit)
    {
        const model::Supervisor* chosen = nullptr;
        for (const model::Assignment& assignment : std::as_const(m_assignments)) {
            if (!covers(assignment, unit))
                continue;
            const model::Supervisor& one = *m_serving.constFind(assignment.supervisor);
            if (!chosen || place(one) < place(*chosen))
                chosen = &one;
        }
        if (!chosen)
            return {};
        ++m_given[chosen->uid];
        return codeOf(*chosen);
    }

private:
    std::pair<int, qint64> place(const model::Supervisor& one) const { return {m_given.value(one.uid), one.number}; }

    QHash<Uid, model::Supervisor> m_serving;
    QVector<model::Assignment> m_assignments;
    QHash<Uid, int> m_given;
};

} // namespace

Result<QuietVisits> quietVisits(const model::CampaignFacts& facts, QDate day, const DrawRequest& request)
{
    const auto drawn = draw(population(facts), request);
    if (!drawn)
        return fail(drawn.error());
    QHash<Uid, const model::Unit*> units;
    for (const model::Unit& unit : facts.units)
        units.insert(unit.uid, &unit);
    const auto last = lastVisits(facts);
    Sharing sharing(facts, day);
    QuietVisits list{drawn->seed, {}, {}};
    int uncovered = 0;
    for (const UnitStanding& one : drawn->units) {
        const model::Unit& unit = *units.value(one.uid);
        list.visits.append({unit.uid, unit.name, unit.trade, unit.road, sharing.whoGoesTo(unit), last.value(unit.uid)});
        uncovered += list.visits.last().supervisor.isEmpty();
    }
    list.why = Text::tr("按抽签号“%1”抽出暗访 %2 家").arg(list.seed).arg(list.visits.size());
    list.why += uncovered > 0 ? Text::tr("，其中 %1 家还没有人包干，请先分工。").arg(uncovered)
                              : Text::tr("，各由包干的监督员前往。");
    return list;
}

} // namespace chengheng::rules
