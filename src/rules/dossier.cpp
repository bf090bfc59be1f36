// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/dossier.h"

#include "model/dossier_records.h"
#include "model/training_records.h"
#include "rules/milestone_progress.h"
#include "rules/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::Unit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Dossiers)
};

/// The day the plan has self-checks begin; invalid where it has none.
QDate selfChecksFrom(const Plan& plan)
{
    for (const Phase& phase : plan.phases)
        for (const Milestone& milestone : phase.milestones)
            if (milestone.test.kind == MilestoneTestKind::UnitsInspected
                && milestone.test.inspections.contains(model::InspectionKind::SelfCheck))
                return milestone.from;
    return {};
}

/// Since when what was seen last has been so: the first sighting after the last one that said otherwise.
QDate goodSince(const QVector<QPair<QDate, bool>>& seen)
{
    QDate since;
    for (const auto& [on, isGood] : seen) {
        if (!isGood)
            since = {};
        else if (!since.isValid())
            since = on;
    }
    return since;
}

} // namespace

Dossiers::Dossiers(const model::CampaignFacts& facts, const Plan& plan, QDate day)
    : m_day(day), m_asksSelfChecks(day >= selfChecksFrom(plan)), m_sightings(displaySightings(facts))
{
    for (const model::Commitment& commitment : facts.commitments)
        keepEarlier(m_committed, commitment.unit, commitment.signedOn);
    for (const model::Stallholder& stallholder : facts.stallholders)
        m_openStalls[stallholder.unit] += !stallholder.hasCommitted;
    for (const model::Instrument& instrument : facts.instruments)
        m_withLedger.insert(instrument.unit);
    noteRules(facts);
    noteInspections(facts);
    noteTrainings(facts);
}

void Dossiers::noteRules(const model::CampaignFacts& facts)
{
    for (const model::RuleTemplate& expected : bookOf<model::RuleTemplate>(facts))
        m_expected[int(expected.trade)].insert(expected.name);
    for (const model::ManagementRule& rule : bookOf<model::ManagementRule>(facts)) {
        if (rule.inForceTo.isValid() && rule.inForceTo < m_day)
            continue;
        QDate& since = m_rules[rule.unit][rule.name];
        if (!since.isValid() || rule.inForceFrom < since)
            since = rule.inForceFrom;
    }
}

void Dossiers::noteInspections(const model::CampaignFacts& facts)
{
    for (const model::Inspection& visit : facts.inspections) {
        keepEarlier(visit.kind == model::InspectionKind::SelfCheck ? m_selfChecked : m_inspected, visit.unit, visit.on);
        if (visit.complaintBook != model::Presence::Unknown)
            m_complaintBooks[visit.unit].append({visit.on, visit.complaintBook == model::Presence::Present});
    }
    for (auto& seen : m_complaintBooks)
        std::stable_sort(seen.begin(), seen.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

void Dossiers::noteTrainings(const model::CampaignFacts& facts)
{
    QHash<Uid, QDate> held;
    for (const model::Training& training : bookOf<model::Training>(facts))
        held.insert(training.uid, training.on);
    for (const model::TrainingAttendance& attendance : bookOf<model::TrainingAttendance>(facts))
        if (attendance.present && held.contains(attendance.training))
            keepEarlier(m_trained, attendance.unit, held.value(attendance.training));
}

QStringList Dossiers::missingRules(const Unit& unit) const
{
    const auto own = m_rules.value(unit.uid);
    const QSet<QString> expected = m_expected.value(int(unit.trade));
    if (expected.isEmpty())
        return own.isEmpty() ? QStringList{Text::tr("计量管理制度")} : QStringList();
    QStringList missing;
    for (const QString& name : expected)
        if (!own.contains(name))
            missing << name;
    missing.sort();
    return missing;
}

QDate Dossiers::rulesSince(const Unit& unit) const
{
    if (!missingRules(unit).isEmpty())
        return {};
    const auto own = m_rules.value(unit.uid);
    const QSet<QString> expected = m_expected.value(int(unit.trade));
    if (expected.isEmpty())
        return *std::min_element(own.cbegin(), own.cend());
    QDate last;
    for (const QString& name : expected)
        last = last.isValid() ? qMax(last, own.value(name)) : own.value(name);
    return last;
}

std::optional<DisplaySighting> Dossiers::display(const Unit& unit) const
{
    return lastSighting(m_sightings.value(unit.uid), m_day);
}

QVector<Dossiers::Piece> Dossiers::pieces(const Unit& unit) const
{
    const auto dated = [&unit](const QHash<Uid, QDate>& first, const QString& name) {
        return Piece{first.contains(unit.uid), first.value(unit.uid), name};
    };
    QVector<QPair<QDate, bool>> displays;
    for (const DisplaySighting& sighting : m_sightings.value(unit.uid))
        if (sighting.on <= m_day)
            displays.append({sighting.on, sighting.isDisplayed});
    const auto books = m_complaintBooks.value(unit.uid); // nobody has asked for it: it is not missing
    QVector<Piece> pieces{
        {!unit.manager.isEmpty(), {}, Text::tr("计量管理员")},
        dated(m_committed, Text::tr("承诺书")),
        {m_openStalls.value(unit.uid) == 0, {}, Text::tr("%1 户经营户的承诺").arg(m_openStalls.value(unit.uid))},
        {m_withLedger.contains(unit.uid), {}, Text::tr("计量器具台账")},
        dated(m_trained, Text::tr("培训记录")),
        dated(m_inspected, Text::tr("检查记录")),
        {goodSince(displays).isValid(), goodSince(displays), Text::tr("承诺书张贴")},
        {books.isEmpty() || books.last().second, goodSince(books), Text::tr("投诉与复秤登记")},
        {!unit.isBenchmark || !unit.benchmarkReason.isEmpty(), {}, Text::tr("标杆理由")},
    };
    if (m_asksSelfChecks)
        pieces.append(dated(m_selfChecked, Text::tr("自查记录")));
    return pieces;
}

QStringList Dossiers::missingPieces(const Unit& unit) const
{
    QStringList missing = missingRules(unit);
    for (const Piece& piece : pieces(unit))
        if (!piece.isThere)
            missing << piece.name;
    return missing;
}

QDate Dossiers::completeSince(const Unit& unit) const
{
    QDate last = rulesSince(unit);
    for (const Piece& piece : pieces(unit)) {
        if (!piece.isThere || !last.isValid())
            return {};
        if (piece.since.isValid())
            last = qMax(last, piece.since);
    }
    return last;
}

MilestoneProgress progressOfRules(const model::CampaignFacts& facts, const Plan& plan, QDate day)
{
    const Dossiers dossiers(facts, plan, day);
    return progressOverUnits(facts, [&](const Unit& unit) { return dossiers.rulesSince(unit); });
}

MilestoneProgress progressOfDossiers(const model::CampaignFacts& facts, const Plan& plan, QDate day)
{
    const Dossiers dossiers(facts, plan, day);
    return progressOverUnits(facts, [&](const Unit& unit) { return dossiers.completeSince(unit); });
}

} // namespace chengheng::rules
