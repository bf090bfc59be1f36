// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/standing.h"

#include "base/dates.h"
#include "rules/latest_inspections.h"
#include "rules/problem_state.h"
#include "rules/verification.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Standing)
};

/// Mandatory instruments in use that are not valid, by quantity.
struct LedgerFaults {
    qint64 overdue = 0;
    qint64 failed = 0;
    qint64 unrecorded = 0;
};

void add(LedgerFaults& faults, const model::Instrument& instrument, VerificationStatus status)
{
    if (status == VerificationStatus::Overdue)
        faults.overdue += instrument.quantity;
    else if (status == VerificationStatus::Failed)
        faults.failed += instrument.quantity;
    else if (status == VerificationStatus::NeverVerified)
        faults.unrecorded += instrument.quantity;
}

QHash<Uid, LedgerFaults> ledgerFaults(const model::CampaignFacts& facts, QDate day)
{
    const auto histories = historiesOn(facts, day);
    QHash<Uid, LedgerFaults> faults;
    for (const model::Instrument& instrument : facts.instruments) {
        if (!isMandatory(instrument.legalKind))
            continue;
        const auto judged = judge(instrument, histories.value(instrument.uid), day);
        add(faults[instrument.unit], instrument, judged.status);
    }
    return faults;
}

QStringList parts(const LedgerFaults& faults)
{
    QStringList named;
    if (faults.overdue > 0)
        named.append(Text::tr("%1台超周期").arg(faults.overdue));
    if (faults.failed > 0)
        named.append(Text::tr("%1台检定不合格").arg(faults.failed));
    if (faults.unrecorded > 0)
        named.append(Text::tr("%1台无检定记录").arg(faults.unrecorded));
    return named;
}

ScoreContext contextFrom(LedgerFaults faults)
{
    faults.unrecorded = 0;
    const QStringList named = parts(faults);
    if (named.isEmpty())
        return {};
    return {Text::tr("在用强检器具中有%1，建议等级最高为合格。").arg(named.join(QStringLiteral("、")))};
}

/// Why an inspection makes the unit fail; "" where it does not. A cap at 合格 never matters here.
QString inspectionFault(const model::Inspection* inspection, const SheetEdition& sheets)
{
    if (!inspection)
        return Text::tr("还没有检查评分记录。");
    const QString on = paperDate(inspection->on);
    const auto scored = score(sheets, *inspection);
    if (!scored)
        return Text::tr("%1的检查无法评分：%2").arg(on, scored.error().message);
    if (!scored->vetoes.isEmpty())
        return Text::tr("%1的检查被一票否决（%2）。").arg(on, scored->vetoes.join(QStringLiteral("、")));
    if (!scored->range)
        return inspection->conclusion == model::Conclusion::Passed
                   ? QString()
                   : Text::tr("%1的检查适用项不足，没有评级，负责人尚未认定通过。").arg(on);
    if (!scored->complete)
        return Text::tr("%1的检查还没有评完。").arg(on);
    if (scored->gradeKey == QLatin1String(failedGradeKey))
        return Text::tr("%1的检查得%2分，低于合格。").arg(on, scored->score->toString());
    return {};
}

QHash<Uid, int> overdueProblems(const model::CampaignFacts& facts, QDate day)
{
    const auto steps = stepsByProblem(facts);
    QHash<Uid, int> overdue;
    for (const model::Problem& problem : facts.problems)
        if (problemStanding(problem, steps.value(problem.uid), day).isOverdue)
            ++overdue[problem.unit];
    return overdue;
}

} // namespace

QVector<UnitStanding> standings(const model::CampaignFacts& facts, const SheetEdition& sheets, QDate day)
{
    const auto ledger = ledgerFaults(facts, day);
    const auto latest = latestInspections(facts);
    const auto overdue = overdueProblems(facts, day);
    QVector<UnitStanding> found;
    for (const model::Unit& unit : facts.units) {
        if (!model::takesPart(unit))
            continue;
        UnitStanding standing{.uid = unit.uid,
                              .registrationNumber = unit.registrationNumber,
                              .name = unit.name,
                              .trade = unit.trade,
                              .fails = false,
                              .reasons = {}};
        if (const QString fault = inspectionFault(latest.value(unit.uid), sheets); !fault.isEmpty())
            standing.reasons.append(fault);
        if (const QStringList named = parts(ledger.value(unit.uid)); !named.isEmpty())
            standing.reasons.append(Text::tr("在用强检器具中有%1。").arg(named.join(QStringLiteral("、"))));
        if (const int count = overdue.value(unit.uid); count > 0)
            standing.reasons.append(Text::tr("有%1个问题超过整改期限。").arg(count));
        standing.fails = !standing.reasons.isEmpty();
        found.append(standing);
    }
    std::stable_sort(found.begin(), found.end(), [](const UnitStanding& a, const UnitStanding& b) {
        return a.registrationNumber < b.registrationNumber;
    });
    return found;
}

ScoreContext scoreContext(const model::CampaignFacts& facts, const Uid& unit, QDate day)
{
    return unit.isNull() ? ScoreContext{} : contextFrom(ledgerFaults(facts, day).value(unit));
}

QHash<Uid, ScoreContext> scoreContexts(const model::CampaignFacts& facts, QDate day)
{
    QHash<Uid, ScoreContext> contexts;
    const auto faults = ledgerFaults(facts, day);
    for (auto it = faults.cbegin(); it != faults.cend(); ++it)
        contexts.insert(it.key(), contextFrom(it.value()));
    return contexts;
}

UnitScores::UnitScores(const model::CampaignFacts& facts, const SheetEdition& sheets, QDate day)
    : m_sheets(sheets), m_latest(latestInspections(facts)), m_contexts(scoreContexts(facts, day))
{}

Result<Score> UnitScores::score(const model::Inspection& inspection) const
{
    return rules::score(m_sheets, inspection, m_contexts.value(inspection.unit));
}

} // namespace chengheng::rules
