// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/paper_standing.h"

#include "base/dates.h"
#include "rules/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::IssuedPaper;
using model::IssuedPaperStep;
using model::PaperStepKind;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PaperRules)
};

struct Transition {
    PaperState from;
    PaperStepKind step;
    PaperState to;
};

/// Every step that may be taken; what is not here is refused.
constexpr Transition transitions[] = {
    {PaperState::Made, PaperStepKind::Printed, PaperState::Printed},
    {PaperState::Made, PaperStepKind::Voided, PaperState::Voided},
    {PaperState::Printed, PaperStepKind::Sent, PaperState::Sent},
    {PaperState::Printed, PaperStepKind::Voided, PaperState::Voided},
    {PaperState::Sent, PaperStepKind::Sealed, PaperState::Sealed},
    {PaperState::Sent, PaperStepKind::Returned, PaperState::Returned},
    {PaperState::Sent, PaperStepKind::Voided, PaperState::Voided},
    {PaperState::Sealed, PaperStepKind::Scanned, PaperState::Scanned},
    {PaperState::Sealed, PaperStepKind::Voided, PaperState::Voided},
    {PaperState::Returned, PaperStepKind::Printed, PaperState::Printed},
    {PaperState::Returned, PaperStepKind::Sent, PaperState::Sent},
    {PaperState::Returned, PaperStepKind::Voided, PaperState::Voided},
};

QVector<const IssuedPaperStep*> upTo(const QVector<IssuedPaperStep>& steps, QDate day)
{
    QVector<const IssuedPaperStep*> ordered;
    for (const IssuedPaperStep& step : steps)
        if (step.on <= day)
            ordered.append(&step);
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const IssuedPaperStep* a, const IssuedPaperStep* b) { return a->on < b->on; });
    return ordered;
}

tl::unexpected<Error> refuse(const char* code, const QString& message, const char* field)
{
    return fail(ErrorKind::Invalid, code, message, QString::fromLatin1(field));
}

bool needsReason(PaperStepKind kind)
{
    return kind == PaperStepKind::Returned || kind == PaperStepKind::Voided;
}

tl::unexpected<Error> refuseTransition(const IssuedPaper& paper, PaperState state, PaperStepKind kind)
{
    const QString step = model::labelOf(kind);
    switch (state) {
    case PaperState::Made:
        return refuse("step_not_allowed",
                      Text::tr("文书“%1”还没有打印，不能登记“%2”。请先登记“已打印”。").arg(paper.title, step), "kind");
    case PaperState::Printed:
        return refuse("step_not_allowed",
                      Text::tr("文书“%1”还没有送签，不能登记“%2”。请先登记“送签”。").arg(paper.title, step), "kind");
    case PaperState::Sent:
        return refuse("step_not_allowed",
                      Text::tr("文书“%1”正在送签，不能登记“%2”。请先登记“已盖章”或“被退回”。").arg(paper.title, step),
                      "kind");
    case PaperState::Sealed:
        return refuse("step_not_allowed",
                      Text::tr("文书“%1”已经盖章，不能登记“%2”。请先登记“已扫描”。").arg(paper.title, step), "kind");
    case PaperState::Returned:
        return refuse("step_not_allowed",
                      Text::tr("文书“%1”被退回，不能登记“%2”。请修改后先登记“已打印”或“送签”。").arg(paper.title, step),
                      "kind");
    case PaperState::Scanned:
        return refuse("step_not_allowed", Text::tr("文书“%1”已经扫描存档，不能再登记“%2”。").arg(paper.title, step),
                      "kind");
    case PaperState::Voided:
        break;
    }
    return refuse("step_not_allowed",
                  Text::tr("文书“%1”已经作废，不能再登记“%2”。请另行制发文书。").arg(paper.title, step), "kind");
}

Result<void> checkDate(const IssuedPaper& paper, const QVector<const IssuedPaperStep*>& before, QDate on)
{
    if (!on.isValid())
        return refuse("required", Text::tr("请填写步骤的日期。"), "on");
    if (on < paper.madeOn)
        return refuse("date_runs_backwards",
                      Text::tr("步骤日期早于文书的制发日期%1，请核对。").arg(paperDate(paper.madeOn)), "on");
    if (!before.isEmpty() && on < before.constLast()->on)
        return refuse("date_runs_backwards",
                      Text::tr("步骤日期早于上一步的日期%1，请核对。").arg(paperDate(before.constLast()->on)), "on");
    return {};
}

} // namespace

QString keyOf(PaperState state)
{
    switch (state) {
    case PaperState::Made:
        return QStringLiteral("made");
    case PaperState::Printed:
        return QStringLiteral("printed");
    case PaperState::Sent:
        return QStringLiteral("sent");
    case PaperState::Sealed:
        return QStringLiteral("sealed");
    case PaperState::Scanned:
        return QStringLiteral("scanned");
    case PaperState::Returned:
        return QStringLiteral("returned");
    case PaperState::Voided:
        return QStringLiteral("voided");
    }
    return {};
}

QString labelOf(PaperState state)
{
    switch (state) {
    case PaperState::Made:
        return Text::tr("待打印");
    case PaperState::Printed:
        return Text::tr("待送签");
    case PaperState::Sent:
        return Text::tr("待盖章");
    case PaperState::Sealed:
        return Text::tr("待扫描");
    case PaperState::Scanned:
        return Text::tr("已扫描");
    case PaperState::Returned:
        return Text::tr("被退回");
    case PaperState::Voided:
        return Text::tr("已作废");
    }
    return {};
}

std::optional<PaperState> nextState(PaperState state, PaperStepKind step)
{
    for (const Transition& transition : transitions)
        if (transition.from == state && transition.step == step)
            return transition.to;
    return std::nullopt;
}

PaperStanding paperStanding(const IssuedPaper& paper, const QVector<IssuedPaperStep>& steps, QDate day)
{
    PaperStanding standing;
    standing.since = paper.madeOn;
    for (const IssuedPaperStep* step : upTo(steps, day)) {
        const auto next = nextState(standing.state, step->kind);
        if (next)
            standing = {*next, step->on, step->person, needsReason(step->kind) ? step->reason : QString()};
    }
    return standing;
}

Result<void> mayTakePaperStep(const IssuedPaper& paper, const QVector<IssuedPaperStep>& steps,
                              const IssuedPaperStep& next)
{
    const QDate endOfTime(9999, 12, 31);
    if (const auto date = checkDate(paper, upTo(steps, endOfTime), next.on); !date)
        return date;
    const PaperStanding standing = paperStanding(paper, steps, endOfTime);
    if (!nextState(standing.state, next.kind))
        return refuseTransition(paper, standing.state, next.kind);
    if (next.person.trimmed().isEmpty())
        return refuse("required", Text::tr("请填写经办人。"), "person");
    if (needsReason(next.kind) && next.reason.trimmed().isEmpty())
        return refuse("required", Text::tr("登记“%1”须写明原因。").arg(model::labelOf(next.kind)), "reason");
    return {};
}

QVector<PaperStepKind> stepsBeforeScan(PaperState state)
{
    switch (state) {
    case PaperState::Made:
        return {PaperStepKind::Printed, PaperStepKind::Sent, PaperStepKind::Sealed};
    case PaperState::Printed:
    case PaperState::Returned:
        return {PaperStepKind::Sent, PaperStepKind::Sealed};
    case PaperState::Sent:
        return {PaperStepKind::Sealed};
    case PaperState::Sealed:
    case PaperState::Scanned:
    case PaperState::Voided:
        break;
    }
    return {};
}

QHash<Uid, QVector<IssuedPaperStep>> stepsByPaper(const model::CampaignFacts& facts)
{
    QHash<Uid, QVector<IssuedPaperStep>> byPaper;
    for (const IssuedPaperStep& step : bookOf<IssuedPaperStep>(facts))
        byPaper[step.issuedPaper].append(step);
    return byPaper;
}

} // namespace chengheng::rules
