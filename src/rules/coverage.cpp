// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/coverage.h"

#include "rules/settings.h"
#include "rules/summary.h"

#include <QCoreApplication>

namespace chengheng::rules {

using model::Unit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Coverage)
};

bool isInForce(QDate from, QDate to, QDate day)
{
    return (!from.isValid() || from <= day) && (!to.isValid() || to >= day);
}

/// Numbers of those who look after a unit, and each one's load.
QStringList codesFor(const Unit& unit, const QVector<model::Assignment>& inForce,
                     const QHash<Uid, model::Supervisor>& serving, QHash<Uid, qsizetype>& load)
{
    QStringList codes;
    for (const model::Assignment& assignment : inForce) {
        const QString code = codeOf(serving.value(assignment.supervisor));
        if (!covers(assignment, unit) || codes.contains(code))
            continue;
        codes << code;
        ++load[assignment.supervisor];
    }
    return codes;
}

QStringList overloaded(const QHash<Uid, qsizetype>& load, const QHash<Uid, model::Supervisor>& serving, int most)
{
    QStringList heavy;
    for (auto it = load.cbegin(); it != load.cend(); ++it)
        if (it.value() > most)
            heavy << Text::tr("%1（%2 家）").arg(codeOf(serving.value(it.key()))).arg(it.value());
    heavy.sort();
    return heavy;
}

} // namespace

QString codeOf(const model::Supervisor& supervisor)
{
    return Text::tr("%1号").arg(supervisor.number);
}

QHash<Uid, model::Supervisor> servingSupervisors(const model::CampaignFacts& facts, QDate day)
{
    QHash<Uid, model::Supervisor> serving;
    for (const model::Supervisor& supervisor : bookOf<model::Supervisor>(facts))
        if (supervisor.appointedOn.isValid() && isInForce(supervisor.appointedOn, supervisor.termTo, day)
            && isInForce({}, supervisor.endedOn, day))
            serving.insert(supervisor.uid, supervisor);
    return serving;
}

bool covers(const model::Assignment& assignment, const Unit& unit)
{
    return assignment.unit == unit.uid || (!assignment.road.isEmpty() && assignment.road == unit.road)
           || (!assignment.community.isEmpty() && assignment.community == unit.community)
           || (assignment.trade != model::Trade::None && assignment.trade == unit.trade);
}

QVector<model::Assignment> assignmentsInForce(const model::CampaignFacts& facts, QDate day)
{
    const auto serving = servingSupervisors(facts, day);
    QVector<model::Assignment> inForce;
    for (const model::Assignment& assignment : bookOf<model::Assignment>(facts))
        if (isInForce(assignment.from, assignment.to, day) && serving.contains(assignment.supervisor))
            inForce.append(assignment);
    return inForce;
}

Summary coverageSummary(const SummaryInput& input)
{
    const auto serving = servingSupervisors(input.facts, input.day);
    const auto inForce = assignmentsInForce(input.facts, input.day);
    Summary summary;
    summary.columns = {Text::tr("单位名称"), Text::tr("路段"), Text::tr("村居"), Text::tr("业态"), Text::tr("监督员")};
    QHash<Uid, qsizetype> load;
    qint64 covered = 0;
    const auto units = unitsTakingPart(input.facts);
    for (const Unit& unit : units) {
        const QStringList codes = codesFor(unit, inForce, serving, load);
        covered += !codes.isEmpty();
        summary.rows.append(
            {{unit.name, unit.road, unit.community, model::labelOf(unit.trade), codes.join(Text::tr("、"))},
             model::kindOf<Unit>().key,
             unit.uid,
             codes.isEmpty()});
    }
    summary.sentence = Text::tr("%1 家参建单位，有人包干 %2 家。").arg(units.size()).arg(covered);
    const QStringList heavy = overloaded(load, serving, daysOf(input.facts, model::SettingName::SupervisorLoad));
    if (!heavy.isEmpty())
        summary.sentence += Text::tr("包干过多的监督员：%1。").arg(heavy.join(Text::tr("、")));
    return summary;
}

} // namespace chengheng::rules
