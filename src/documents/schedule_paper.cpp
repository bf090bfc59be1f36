// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/schedule_paper.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SchedulePaper)
};

using rules::MilestoneState;

qsizetype doneIn(const rules::PhaseStanding& phase)
{
    return std::count_if(phase.milestones.begin(), phase.milestones.end(),
                         [](const auto& milestone) { return milestone.state == MilestoneState::Done; });
}

TimeBar bandOf(const rules::PhaseStanding& phase, QDate day)
{
    TimeBar band;
    band.label = phase.title;
    band.state = Text::tr("完成 %1/%2").arg(doneIn(phase)).arg(phase.milestones.size());
    band.from = phase.from;
    band.to = phase.to;
    band.tone = phase.from <= day && day <= phase.to ? Tone::RunningBand : Tone::Band;
    return band;
}

Tone toneOf(MilestoneState state)
{
    switch (state) {
    case MilestoneState::Done:
        return Tone::Well;
    case MilestoneState::Due:
        return Tone::Running;
    case MilestoneState::AtRisk:
    case MilestoneState::Missed:
        return Tone::Warning;
    case MilestoneState::NotYetDue:
        return Tone::Quiet;
    }
    return Tone::Quiet;
}

TimeBar barOf(const rules::MilestoneStanding& milestone, QDate day)
{
    TimeBar bar;
    bar.key = milestone.key;
    bar.label = milestone.title;
    bar.state = rules::labelOf(milestone.state);
    bar.from = milestone.startBy.isValid() ? qMin(milestone.startBy, milestone.to) : milestone.from;
    bar.to = milestone.to;
    bar.doneOn = milestone.doneOn;
    bar.why = milestone.why;
    bar.tone = toneOf(milestone.state);
    if (milestone.state == MilestoneState::Missed) {
        bar.lateUntil = day;
        bar.word = Text::tr("逾期 %1 天").arg(milestone.to.daysTo(day));
    } else if (milestone.isLate && milestone.doneOn > milestone.to) {
        bar.lateUntil = milestone.doneOn;
        bar.word = Text::tr("迟 %1 天").arg(milestone.to.daysTo(milestone.doneOn));
    } else if (milestone.state == MilestoneState::AtRisk) {
        bar.word = rules::labelOf(milestone.state);
    }
    return bar;
}

/// Whole months around everything that is drawn.
void setSpan(TimeChart& chart)
{
    QDate first = chart.day;
    QDate last = chart.day;
    for (const TimeBar& bar : std::as_const(chart.bars))
        for (const QDate& drawn : {bar.from, bar.to, bar.doneOn, bar.lateUntil})
            if (drawn.isValid()) {
                first = qMin(first, drawn);
                last = qMax(last, drawn);
            }
    chart.from = QDate(first.year(), first.month(), 1);
    chart.to = QDate(last.year(), last.month(), 1).addMonths(1);
}

QString summary(const QVector<rules::PhaseStanding>& phases)
{
    qsizetype all = 0;
    qsizetype done = 0;
    qsizetype missed = 0;
    for (const rules::PhaseStanding& phase : phases) {
        all += phase.milestones.size();
        done += doneIn(phase);
        missed += std::count_if(phase.milestones.begin(), phase.milestones.end(),
                                [](const auto& milestone) { return milestone.state == MilestoneState::Missed; });
    }
    return Text::tr("共 %1 项，已完成 %2 项，未按期完成 %3 项").arg(all).arg(done).arg(missed);
}

} // namespace

TimeChart scheduleChart(const QVector<rules::PhaseStanding>& phases, QDate day)
{
    TimeChart chart;
    chart.day = day;
    for (const rules::PhaseStanding& phase : phases) {
        chart.bars.append(bandOf(phase, day));
        for (const rules::MilestoneStanding& milestone : phase.milestones)
            chart.bars.append(barOf(milestone, day));
    }
    setSpan(chart);
    return chart;
}

Paper schedulePaper(const PrintedSchedule& schedule)
{
    Paper paper;
    paper.title = schedule.title.isEmpty() ? Text::tr("计划任务") : schedule.title;
    paper.subtitle = summary(schedule.phases);
    paper.campaign = schedule.campaign;
    paper.asOf = schedule.day;
    paper.isLandscape = true;
    paper.blocks = {scheduleChart(schedule.phases, schedule.day),
                    Paragraph{Text::tr("每条从最晚动手的日子画到期限，● 是完成的日子，期限后加深的一段是迟了的日子；"
                                       "竖线是数据截至的日子。")}};
    return paper;
}

} // namespace chengheng::documents
