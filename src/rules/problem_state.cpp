// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/problem_state.h"

#include "base/dates.h"
#include "base/text.h"
#include "rules/verification.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace chengheng::rules {

using model::Problem;
using model::ProblemStep;
using model::StepKind;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ProblemRules)
};

struct Transition {
    ProblemState from;
    StepKind step;
    ProblemState to;
};

/// Every step that may be taken; what is not here is refused.
constexpr Transition transitions[] = {
    {ProblemState::Open, StepKind::Advised, ProblemState::Demanded},
    {ProblemState::Open, StepKind::Ordered, ProblemState::Demanded},
    {ProblemState::Open, StepKind::Rectified, ProblemState::Rectified},
    {ProblemState::Demanded, StepKind::Advised, ProblemState::Demanded},
    {ProblemState::Demanded, StepKind::Ordered, ProblemState::Demanded},
    {ProblemState::Demanded, StepKind::Extended, ProblemState::Demanded},
    {ProblemState::Demanded, StepKind::Rectified, ProblemState::Rectified},
    {ProblemState::Rectified, StepKind::Rectified, ProblemState::Rectified},
    {ProblemState::Rectified, StepKind::RecheckPassed, ProblemState::RecheckPassed},
    {ProblemState::Rectified, StepKind::RecheckFailed, ProblemState::Demanded},
    {ProblemState::RecheckPassed, StepKind::Rectified, ProblemState::Rectified},
    {ProblemState::RecheckPassed, StepKind::RecheckPassed, ProblemState::RecheckPassed},
    {ProblemState::RecheckPassed, StepKind::RecheckFailed, ProblemState::Demanded},
    {ProblemState::RecheckPassed, StepKind::Closed, ProblemState::Closed},
    {ProblemState::Closed, StepKind::Reopened, ProblemState::Open},
};

QVector<const ProblemStep*> upTo(const QVector<ProblemStep>& steps, QDate day)
{
    QVector<const ProblemStep*> ordered;
    for (const ProblemStep& step : steps)
        if (step.on <= day)
            ordered.append(&step);
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const ProblemStep* a, const ProblemStep* b) { return a->on < b->on; });
    return ordered;
}

void beginNewRound(ProblemStanding& standing)
{
    standing.rectifiedOn = {};
    standing.rectifiedBy.clear();
    standing.recheckedBy.clear();
    standing.hasEvidence = false;
    standing.closedOn = {};
}

void addNames(QStringList& names, const QString& persons)
{
    names += personsIn(persons);
    names.removeDuplicates();
}

void apply(ProblemStanding& standing, const ProblemStep& step)
{
    const auto next = nextState(standing.state, step.kind);
    if (!next)
        return;
    if (step.kind == StepKind::Rectified) {
        standing.recheckedBy.clear();
        standing.rectifiedOn = step.on;
        addNames(standing.rectifiedBy, step.persons);
        standing.hasEvidence |= !step.evidence.trimmed().isEmpty();
    } else if (step.kind == StepKind::RecheckPassed) {
        addNames(standing.recheckedBy, step.persons);
    } else if (step.kind == StepKind::RecheckFailed || step.kind == StepKind::Reopened) {
        beginNewRound(standing);
    } else if (step.kind == StepKind::Closed) {
        standing.closedOn = step.on;
    }
    if (step.newDueOn.isValid())
        standing.dueOn = step.newDueOn;
    standing.state = *next;
}

bool isUnderWay(ProblemState state)
{
    return state == ProblemState::Open || state == ProblemState::Demanded;
}

QString sentence(const Problem& problem, const ProblemStanding& standing, QDate day)
{
    const QString found = paperDate(problem.foundOn);
    switch (standing.state) {
    case ProblemState::Closed:
        return Text::tr("%1发现，%2整改，%3销号。")
            .arg(found, paperDate(standing.rectifiedOn), paperDate(standing.closedOn));
    case ProblemState::RecheckPassed:
        return Text::tr("%1发现，%2整改，复查已通过，等待推进办公室确认销号。")
            .arg(found, paperDate(standing.rectifiedOn));
    case ProblemState::Rectified:
        return Text::tr("%1发现，%2整改，等待复查。").arg(found, paperDate(standing.rectifiedOn));
    case ProblemState::Open:
    case ProblemState::Demanded:
        break;
    }
    const QString demand = standing.state == ProblemState::Open ? Text::tr("尚未提出整改要求") : Text::tr("已要求整改");
    if (!standing.dueOn.isValid())
        return Text::tr("%1发现，%2，未定整改期限。").arg(found, demand);
    const QString due = paperDate(standing.dueOn);
    if (standing.isOverdue)
        return Text::tr("%1发现，%2，整改期限%3，已逾期%4天。").arg(found, demand, due).arg(standing.dueOn.daysTo(day));
    return Text::tr("%1发现，%2，整改期限%3，还有%4天。").arg(found, demand, due).arg(day.daysTo(standing.dueOn));
}

bool namesSomebodyElse(const QStringList& inspectors, const QStringList& rectifiers)
{
    return std::any_of(inspectors.cbegin(), inspectors.cend(),
                       [&](const QString& name) { return !rectifiers.contains(name); });
}

tl::unexpected<Error> refuse(const char* code, const QString& message, const char* field)
{
    return fail(ErrorKind::Invalid, code, message, QString::fromLatin1(field));
}

tl::unexpected<Error> refuseTransition(ProblemState state, StepKind kind)
{
    const QString step = model::labelOf(kind);
    switch (state) {
    case ProblemState::Open:
        return refuse("step_not_allowed",
                      Text::tr("问题尚未提出整改要求，不能登记“%1”。请先登记整改建议、责令改正或已整改。").arg(step),
                      "kind");
    case ProblemState::Demanded:
        return refuse("step_not_allowed", Text::tr("问题正在整改，不能登记“%1”。请先登记已整改。").arg(step), "kind");
    case ProblemState::Rectified:
        return refuse("step_not_allowed", Text::tr("问题已报整改，不能登记“%1”。请先登记复查结果。").arg(step), "kind");
    case ProblemState::RecheckPassed:
        return refuse("step_not_allowed", Text::tr("复查已经通过，不能登记“%1”。请由推进办公室确认销号。").arg(step),
                      "kind");
    case ProblemState::Closed:
        break;
    }
    return refuse("step_not_allowed", Text::tr("问题已经销号，不能登记“%1”。如问题重现，请先重新打开。").arg(step),
                  "kind");
}

Result<void> checkDates(const Problem& problem, const QVector<const ProblemStep*>& before, const ProblemStep& next)
{
    if (!next.on.isValid())
        return refuse("required", Text::tr("请填写步骤的日期。"), "on");
    if (next.on < problem.foundOn)
        return refuse("date_runs_backwards",
                      Text::tr("步骤日期早于发现日期%1，请核对。").arg(paperDate(problem.foundOn)), "on");
    if (!before.isEmpty() && next.on < before.constLast()->on)
        return refuse("date_runs_backwards",
                      Text::tr("步骤日期早于上一步的日期%1，请核对。").arg(paperDate(before.constLast()->on)), "on");
    if (next.newDueOn.isValid() && next.newDueOn < next.on)
        return refuse("date_runs_backwards", Text::tr("新期限不能早于步骤日期。"), "new_due_on");
    return {};
}

Result<void> checkExtension(const ProblemStanding& standing, const ProblemStep& next)
{
    if (!next.newDueOn.isValid())
        return refuse("required", Text::tr("延期须写明新期限。"), "new_due_on");
    if (standing.dueOn.isValid() && next.newDueOn <= standing.dueOn)
        return refuse("not_an_extension", Text::tr("新期限须晚于现有期限%1。").arg(paperDate(standing.dueOn)),
                      "new_due_on");
    return {};
}

Result<void> checkRecheck(const ProblemStanding& standing, const ProblemStep& next)
{
    const QStringList inspectors = personsIn(next.persons);
    if (inspectors.isEmpty())
        return refuse("recheck_without_inspector", Text::tr("复查须写明复查人员。"), "persons");
    if (next.kind == StepKind::RecheckPassed && !namesSomebodyElse(inspectors, standing.rectifiedBy))
        return refuse(
            "recheck_not_independent",
            Text::tr("复查人员须至少有一人不是整改人（%1）。").arg(standing.rectifiedBy.join(QStringLiteral("、"))),
            "persons");
    return {};
}

Result<void> checkClosing(const ProblemStanding& standing)
{
    if (!standing.hasEvidence)
        return refuse("no_evidence", Text::tr("整改没有依据材料，不能销号。请补充整改材料后再复查。"), "evidence");
    if (standing.recheckedBy.isEmpty())
        return refuse("recheck_without_inspector", Text::tr("复查没有写明复查人员，不能销号。"), "persons");
    if (!namesSomebodyElse(standing.recheckedBy, standing.rectifiedBy))
        return refuse("recheck_not_independent", Text::tr("复查人员都是整改人，不能销号。请由其他人员再次复查。"),
                      "persons");
    return {};
}

} // namespace

QString keyOf(ProblemState state)
{
    switch (state) {
    case ProblemState::Open:
        return QStringLiteral("open");
    case ProblemState::Demanded:
        return QStringLiteral("demanded");
    case ProblemState::Rectified:
        return QStringLiteral("rectified");
    case ProblemState::RecheckPassed:
        return QStringLiteral("recheck_passed");
    case ProblemState::Closed:
        return QStringLiteral("closed");
    }
    return {};
}

QString labelOf(ProblemState state)
{
    switch (state) {
    case ProblemState::Open:
        return Text::tr("待处理");
    case ProblemState::Demanded:
        return Text::tr("整改中");
    case ProblemState::Rectified:
        return Text::tr("待复查");
    case ProblemState::RecheckPassed:
        return Text::tr("待销号");
    case ProblemState::Closed:
        return Text::tr("已销号");
    }
    return {};
}

QString againstClosing(const model::Problem& problem, const model::CampaignFacts& facts, QDate day)
{
    const auto named = std::find_if(facts.instruments.begin(), facts.instruments.end(),
                                    [&](const auto& each) { return each.uid == problem.instrument; });
    if (problem.instrument.isNull() || named == facts.instruments.end())
        return {};
    const InstrumentStanding standing = standingOf(*named, historiesOn(facts, day).value(named->uid), day);
    if (standing.status != VerificationStatus::Overdue && standing.status != VerificationStatus::Failed
        && standing.status != VerificationStatus::NeverVerified)
        return {};
    const QString called = named->serial.isEmpty() ? named->name : Text::tr("%1 %2").arg(named->name, named->serial);
    return Text::tr("所涉器具“%1”%2为%3：%4").arg(called, paperDate(day), labelOf(standing.status), standing.why);
}

std::optional<ProblemState> nextState(ProblemState state, StepKind step)
{
    for (const Transition& transition : transitions)
        if (transition.from == state && transition.step == step)
            return transition.to;
    return std::nullopt;
}

ProblemStanding problemStanding(const Problem& problem, const QVector<ProblemStep>& steps, QDate day)
{
    ProblemStanding standing;
    standing.dueOn = problem.dueOn;
    for (const ProblemStep* step : upTo(steps, day))
        apply(standing, *step);
    standing.isOverdue = isUnderWay(standing.state) && standing.dueOn.isValid() && standing.dueOn < day;
    standing.why = sentence(problem, standing, day);
    return standing;
}

Result<void> mayTakeStep(const Problem& problem, const QVector<ProblemStep>& steps, const ProblemStep& next)
{
    const QDate endOfTime(9999, 12, 31);
    const QVector<const ProblemStep*> before = upTo(steps, endOfTime);
    if (const auto dates = checkDates(problem, before, next); !dates)
        return dates;
    if (personsIn(next.persons).isEmpty())
        return refuse("required", Text::tr("请填写经办人。"), "persons");
    const ProblemStanding standing = problemStanding(problem, steps, endOfTime);
    if (!nextState(standing.state, next.kind))
        return refuseTransition(standing.state, next.kind);
    if (next.kind == StepKind::Extended)
        return checkExtension(standing, next);
    if (next.kind == StepKind::RecheckPassed || next.kind == StepKind::RecheckFailed)
        return checkRecheck(standing, next);
    if (next.kind == StepKind::Closed)
        return checkClosing(standing);
    return {};
}

QHash<Uid, QVector<ProblemStep>> stepsByProblem(const model::CampaignFacts& facts)
{
    QHash<Uid, QVector<ProblemStep>> byProblem;
    for (const ProblemStep& step : facts.problemSteps)
        byProblem[step.problem].append(step);
    return byProblem;
}

QStringList namesIn(const QString& text)
{
    static const QRegularExpression separators(QStringLiteral("[、，,；;/\\n]"));
    QStringList names;
    for (const QString& part : text.split(separators, Qt::SkipEmptyParts))
        if (!foldName(part).isEmpty())
            names.append(part.trimmed());
    return names;
}

QStringList personsIn(const QString& text)
{
    QStringList names = namesIn(text);
    for (QString& name : names)
        name = foldName(name);
    return names;
}

} // namespace chengheng::rules
