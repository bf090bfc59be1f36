// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/application_state.h"

#include "base/dates.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::Application;
using model::ApplicationStep;
using model::ApplicationStepKind;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ApplicationRules)
};

struct Transition {
    ApplicationState from;
    ApplicationStepKind step;
    ApplicationState to;
};

/// Every step that may be taken; what is not here is refused.
constexpr Transition transitions[] = {
    {ApplicationState::Drafted, ApplicationStepKind::Sealed, ApplicationState::Sealed},
    {ApplicationState::Sealed, ApplicationStepKind::CoSigned, ApplicationState::CoSigned},
    {ApplicationState::Sealed, ApplicationStepKind::Returned, ApplicationState::Returned},
    {ApplicationState::CoSigned, ApplicationStepKind::Submitted, ApplicationState::Submitted},
    {ApplicationState::Submitted, ApplicationStepKind::Returned, ApplicationState::Returned},
    {ApplicationState::Submitted, ApplicationStepKind::Accepted, ApplicationState::Accepted},
    {ApplicationState::Returned, ApplicationStepKind::Revised, ApplicationState::Revised},
    {ApplicationState::Revised, ApplicationStepKind::Sealed, ApplicationState::Sealed},
    {ApplicationState::Revised, ApplicationStepKind::Submitted, ApplicationState::Submitted},
    {ApplicationState::Revised, ApplicationStepKind::Accepted, ApplicationState::Accepted},
};

std::optional<ApplicationState> nextState(ApplicationState state, ApplicationStepKind step)
{
    for (const Transition& transition : transitions)
        if (transition.from == state && transition.step == step)
            return transition.to;
    return std::nullopt;
}

QString nextOf(ApplicationState state)
{
    switch (state) {
    case ApplicationState::Drafted:
        return Text::tr("镇政府盖章");
    case ApplicationState::Sealed:
        return Text::tr("区局会签");
    case ApplicationState::CoSigned:
        return Text::tr("报送市局");
    case ApplicationState::Submitted:
        return Text::tr("等待市局答复");
    case ApplicationState::Returned:
        return Text::tr("按意见修改");
    case ApplicationState::Revised:
        return Text::tr("重新报送（改动大的重新盖章会签）");
    case ApplicationState::Accepted:
        break;
    }
    return {};
}

} // namespace

QString labelOf(ApplicationState state)
{
    switch (state) {
    case ApplicationState::Drafted:
        return Text::tr("起草");
    case ApplicationState::Sealed:
        return Text::tr("已盖章");
    case ApplicationState::CoSigned:
        return Text::tr("已会签");
    case ApplicationState::Submitted:
        return Text::tr("已报送");
    case ApplicationState::Returned:
        return Text::tr("被退回");
    case ApplicationState::Revised:
        return Text::tr("已修改");
    case ApplicationState::Accepted:
        return Text::tr("已答复");
    }
    return {};
}

ApplicationStanding applicationStanding(const Application& application, const QVector<ApplicationStep>& steps,
                                        QDate day)
{
    QVector<ApplicationStep> ordered;
    std::copy_if(steps.begin(), steps.end(), std::back_inserter(ordered),
                 [day](const ApplicationStep& step) { return step.on <= day; });
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
    ApplicationStanding standing;
    standing.since = application.draftedOn;
    for (const ApplicationStep& step : std::as_const(ordered)) {
        const auto next = nextState(standing.state, step.kind);
        if (!next)
            continue;
        standing.state = *next;
        standing.since = step.on;
        if (step.kind == ApplicationStepKind::Returned)
            standing.opinion = step.opinion;
    }
    standing.next = nextOf(standing.state);
    return standing;
}

Result<void> mayTakeApplicationStep(const Application& application, const QVector<ApplicationStep>& before,
                                    const ApplicationStep& next)
{
    const ApplicationStanding standing = applicationStanding(application, before, QDate(9999, 12, 31));
    if (!nextState(standing.state, next.kind)) {
        const QString todo =
            standing.next.isEmpty() ? Text::tr("已经办结") : Text::tr("下一步应是%1").arg(standing.next);
        return fail(ErrorKind::Invalid, "step_not_allowed",
                    Text::tr("“%1”现在是“%2”，不能登记“%3”；%4。")
                        .arg(application.title, labelOf(standing.state), model::labelOf(next.kind), todo),
                    QStringLiteral("kind"));
    }
    if (next.on < standing.since)
        return fail(ErrorKind::Invalid, "date_runs_backwards",
                    Text::tr("这一步的日期早于上一步的日期%1，请核对。").arg(paperDate(standing.since)),
                    QStringLiteral("on"));
    if (next.kind == ApplicationStepKind::Returned && next.opinion.trimmed().isEmpty())
        return fail(ErrorKind::Invalid, "required", Text::tr("退回要写明意见，以便修改。"), QStringLiteral("opinion"));
    return {};
}

} // namespace chengheng::rules
