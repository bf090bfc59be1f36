// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/summary.h"

#include "base/dates.h"
#include "model/application_records.h"
#include "model/complaint_records.h"
#include "model/money_records.h"
#include "model/publicity_records.h"
#include "model/supervisor_records.h"
#include "model/training_records.h"
#include "rules/budget.h"
#include "rules/complaint_clock.h"
#include "rules/due_report.h"
#include "rules/paper_standing.h"
#include "rules/problem_state.h"
#include "rules/schedule.h"
#include "rules/settings.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::Unit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OfficeSummaries)
};

/// Gathers what is owed, to be shown by its day.
class OwedList
{
public:
    OwedList(QDate day, int daysAhead) : m_day(day), m_until(day.addDays(daysAhead)) {}

    void add(QDate due, const QString& what, const QString& which, const QString& kind, const Uid& record)
    {
        if (due.isValid() && due <= m_until)
            remind(due, what, which, kind, record);
    }

    /// The same however far ahead the day is.
    void remind(QDate due, const QString& what, const QString& which, const QString& kind, const Uid& record)
    {
        const QString when = due < m_day ? Text::tr("逾期 %1 天").arg(due.daysTo(m_day))
            : due == m_day               ? Text::tr("今天")
                                         : Text::tr("还有 %1 天").arg(m_day.daysTo(due));
        m_rows.append({due, {{screenDate(due), when, what, which}, kind, record, due < m_day}});
    }

    QVector<SummaryRow> rows()
    {
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        QVector<SummaryRow> sorted;
        for (const auto& row : std::as_const(m_rows))
            sorted.append(row.second);
        return sorted;
    }

private:
    QDate m_day;
    QDate m_until;
    QVector<QPair<QDate, SummaryRow>> m_rows;
};

/// What people call a record that is owed: with its unit or instrument before it.
class Caller
{
public:
    explicit Caller(const model::CampaignFacts& facts)
    {
        for (const Unit& unit : facts.units)
            m_names.insert(unit.uid, unit.name);
        for (const model::Instrument& instrument : facts.instruments)
            m_names.insert(instrument.uid, Text::tr("%1 %2").arg(m_names.value(instrument.unit), instrument.name));
    }

    QString nameOf(const model::Record& record) const
    {
        const QString owner = m_names.value(Uid(model::textOf(record.value(record.kind->parentField))));
        return owner.isEmpty() ? record.name() : Text::tr("%1：%2").arg(owner, record.name());
    }

private:
    QHash<Uid, QString> m_names;
};

void addFromBooks(OwedList& owed, const SummaryInput& input)
{
    const Caller caller(input.facts);
    for (const model::RecordKind* kind : model::bookKinds())
        for (const model::Record& record : input.facts.books.value(kind->key))
            for (const auto& [due, done] : kind->owed) {
                const QDate doneOn = model::dateOf(record.value(done));
                if (!doneOn.isValid() || doneOn > input.day)
                    owed.add(model::dateOf(record.value(due)), Text::tr("%1：%2").arg(kind->title, kind->field(done)->label),
                             caller.nameOf(record), kind->key, record.uid);
            }
}

void addProblems(OwedList& owed, const SummaryInput& input)
{
    const auto steps = stepsByProblem(input.facts);
    for (const model::Problem& problem : input.facts.problems) {
        const ProblemStanding standing = problemStanding(problem, steps.value(problem.uid), input.day);
        if (!standing.isClosed())
            owed.add(standing.dueOn, Text::tr("问题整改：%1").arg(labelOf(standing.state)), problem.description,
                     model::kindOf<model::Problem>().key, problem.uid);
    }
}

/// A paper that has left the desk is owed back; one that was only made is nobody's task yet.
void addPapers(OwedList& owed, const SummaryInput& input)
{
    const auto steps = stepsByPaper(input.facts);
    const int patience = daysOf(input.facts, model::SettingName::PaperOut);
    for (const model::IssuedPaper& paper : bookOf<model::IssuedPaper>(input.facts)) {
        const PaperStanding standing = paperStanding(paper, steps.value(paper.uid), input.day);
        if (standing.isOut() && standing.state != PaperState::Made)
            owed.add(input.calendar.addWorkingDays(standing.since, patience),
                     Text::tr("文书送签：%1").arg(labelOf(standing.state)), Text::tr("%1 %2").arg(paper.number, paper.title),
                     model::kindOf<model::IssuedPaper>().key, paper.uid);
    }
}

void addMilestones(OwedList& owed, const SummaryInput& input)
{
    for (const PhaseStanding& phase : schedule(input.facts, input.plan, input.calendar, input.day))
        for (const MilestoneStanding& milestone : phase.milestones)
            if (milestone.state != MilestoneState::Done && milestone.from <= input.day)
                owed.add(milestone.to, Text::tr("计划节点"), milestone.title, QStringLiteral("schedule"), {});
}

void addInstruments(OwedList& owed, const SummaryInput& input)
{
    DueOptions options;
    options.calendar = &input.calendar;
    for (const DueLine& line : dueReport(input.facts, input.day, options).lines)
        if (line.exclusion == RateExclusion::None && line.validUntil.isValid())
            owed.add(line.validUntil, Text::tr("器具检定"), Text::tr("%1：%2 %3").arg(line.unitName, line.name, line.serial),
                     model::kindOf<model::Instrument>().key, line.uid);
}

qint64 countUntil(const QVector<QDate>& days, QDate from, QDate day)
{
    return std::count_if(days.begin(), days.end(), [&](QDate on) { return on >= from && on <= day; });
}

template <class R>
QVector<QDate> daysOf(const model::CampaignFacts& facts, QDate R::*day)
{
    QVector<QDate> days;
    for (const R& record : bookOf<R>(facts))
        if ((record.*day).isValid())
            days.append(record.*day);
    return days;
}

/// Limits that the law or the office sets on complaints; a typed deadline stands in the register's own line.
void addComplaints(OwedList& owed, const SummaryInput& input)
{
    const ComplaintTargets targets = complaintTargets(input.facts);
    const auto steps = stepsByComplaint(input.facts);
    for (const model::Complaint& complaint : bookOf<model::Complaint>(input.facts))
        for (const Clock& clock : clocksOf(complaint, steps.value(complaint.uid), input.calendar, targets, input.day))
            if (!clock.isDone() && !clock.isPaused && clock.kind != ClockKind::Answer)
                owed.add(clock.due, Text::tr("%1：%2").arg(model::labelOf(complaint.kind), labelOf(clock.kind)),
                         Text::tr("%1（%2）").arg(complaint.subject, clock.basis), model::kindOf<model::Complaint>().key, complaint.uid);
}

/// Where more was spent than planned, and what was spent without a voucher on file: owed since the day it happened.
void addMoney(OwedList& owed, const SummaryInput& input)
{
    const auto expenses = bookOf<model::Expense>(input.facts);
    for (const BudgetStanding& one : budgetStandings(bookOf<model::BudgetLine>(input.facts), expenses))
        if (one.isOverspent())
            owed.add(input.day, Text::tr("经费超支"), overspending(one), QStringLiteral("balances"), {});
    QSet<Uid> proved;
    for (const model::Attachment& attachment : input.facts.attachments)
        proved.insert(attachment.subject);
    for (const model::Expense& expense : expenses)
        if (!proved.contains(expense.uid))
            owed.add(expense.on, Text::tr("支出没有附凭证"), Text::tr("%1 %2 元").arg(expense.subject, expense.amount.toString()),
                     model::kindOf<model::Expense>().key, expense.uid);
}

/// Years after it was passed a round is reviewed again; its reminder comes some months ahead.
void addReReview(OwedList& owed, const SummaryInput& input)
{
    constexpr int monthsAhead = 6;
    const int years = rules::daysOf(input.facts, model::SettingName::ReReview);
    for (const model::AcceptanceVisit& visit : bookOf<model::AcceptanceVisit>(input.facts)) {
        const bool isPassed = visit.conclusion == model::Conclusion::Passed
            || visit.conclusion == model::Conclusion::PassedAfterRectification;
        const QDate due = visit.on.addYears(years);
        if (isPassed && input.day >= due.addMonths(-monthsAhead))
            owed.remind(due, Text::tr("复评审"), Text::tr("%1验收通过，满 %2 年应准备复评审").arg(paperDate(visit.on)).arg(years),
                        model::kindOf<model::AcceptanceVisit>().key, visit.uid);
    }
}

} // namespace

Summary owedSummary(const SummaryInput& input)
{
    OwedList owed(input.day, daysOf(input.facts, model::SettingName::OwedAhead));
    addMilestones(owed, input);
    addProblems(owed, input);
    addInstruments(owed, input);
    addPapers(owed, input);
    addComplaints(owed, input);
    addMoney(owed, input);
    addReReview(owed, input);
    addFromBooks(owed, input);
    Summary summary;
    summary.columns = {Text::tr("期限"), Text::tr("还剩"), Text::tr("事项"), Text::tr("内容")};
    summary.rows = owed.rows();
    summary.sentence = summary.rows.isEmpty()
        ? Text::tr("一周之内没有要办的事。")
        : Text::tr("已逾期 %1 项，一周之内到期 %2 项。").arg(summary.pressing()).arg(summary.rows.size() - summary.pressing());
    return summary;
}

Summary publicitySummary(const SummaryInput& input)
{
    Summary summary;
    summary.columns = {Text::tr("项目"), Text::tr("次数"), Text::tr("最近一次"), Text::tr("说明")};
    const auto add = [&](const QString& what, QVector<QDate> days, const QString& note = {}, bool isNeeded = false) {
        std::sort(days.begin(), days.end());
        summary.rows.append({{what, QString::number(days.size()), days.isEmpty() ? QString() : screenDate(days.last()), note},
                             {}, {}, isNeeded && days.isEmpty()});
    };
    QHash<int, QVector<QDate>> held;
    for (const model::Activity& activity : bookOf<model::Activity>(input.facts))
        held[int(activity.kind)].append(activity.on);
    for (const auto& word : model::wordsOf<model::ActivityKind>())
        add(word.choice.label, held.value(int(word.value)), {}, word.value != model::ActivityKind::Publicity);
    QHash<int, qint64> heads;
    for (const model::ActivityAttendance& attendance : bookOf<model::ActivityAttendance>(input.facts))
        heads[int(attendance.group)] += attendance.heads.value_or(0);
    for (const auto& word : model::wordsOf<model::AttendeeGroup>())
        if (const qint64 count = heads.value(int(word.value)); count > 0)
            summary.rows.append({{Text::tr("参加人次：%1").arg(word.choice.label), QString::number(count)}});
    QHash<int, QVector<QDate>> reported;
    for (const model::MediaItem& item : bookOf<model::MediaItem>(input.facts))
        reported[int(item.level)].append(item.on);
    for (const auto& word : model::wordsOf<model::MediaLevel>())
        add(Text::tr("%1媒体报道").arg(word.choice.label), reported.value(int(word.value)), {}, word.value == model::MediaLevel::District);
    add(Text::tr("专栏发布"), daysOf(input.facts, &model::ColumnPost::on), {}, true);
    qint64 printed = 0;
    qint64 handedOut = 0;
    for (const model::Material& material : bookOf<model::Material>(input.facts))
        printed += material.quantity.value_or(0);
    for (const model::Handout& handout : bookOf<model::Handout>(input.facts))
        handedOut += handout.quantity.value_or(0);
    add(Text::tr("宣传品发放"), daysOf(input.facts, &model::Handout::on), Text::tr("印制 %1 份，发放 %2 份").arg(printed).arg(handedOut), true);
    Rate aware;
    for (const model::AwarenessSurvey& survey : bookOf<model::AwarenessSurvey>(input.facts))
        aware = {aware.num + survey.aware.value_or(0), aware.den + survey.asked.value_or(0)};
    add(Text::tr("知晓率调查"), daysOf(input.facts, &model::AwarenessSurvey::on), Text::tr("知晓率 %1").arg(aware.toPercent()), true);
    summary.sentence = Text::tr("知晓率 %1；还有 %2 项没有开展。").arg(aware.toPercent()).arg(summary.pressing());
    return summary;
}

Summary yearSummary(const SummaryInput& input)
{
    const QDate from(input.day.year(), 1, 1);
    const DueReport due = dueReport(input.facts, input.day);
    const auto steps = stepsByProblem(input.facts);
    qint64 closed = 0;
    for (const model::Problem& problem : input.facts.problems)
        closed += problemStanding(problem, steps.value(problem.uid), input.day).isClosed();
    QVector<QDate> inspections;
    for (const model::Inspection& inspection : input.facts.inspections)
        inspections << inspection.on;
    Summary summary;
    summary.columns = {Text::tr("项目"), Text::tr("数字")};
    const auto add = [&summary](const QString& what, const QString& figure) { summary.rows.append({{what, figure}}); };
    const auto addCount = [&](const QString& what, const QVector<QDate>& days) {
        add(what, QString::number(countUntil(days, from, input.day)));
    };
    add(Text::tr("参建单位（家）"), QString::number(unitsTakingPart(input.facts).size()));
    add(Text::tr("在用强检器具（台件）"), QString::number(due.figures.inUse));
    add(Text::tr("受检率"), due.figures.verificationRate().toPercent());
    add(Text::tr("合格率"), due.figures.passRate().toPercent());
    addCount(Text::tr("检查（次）"), inspections);
    add(Text::tr("发现问题（个）"), QString::number(input.facts.problems.size()));
    add(Text::tr("其中已销号（个）"), QString::number(closed));
    addCount(Text::tr("培训（场）"), daysOf(input.facts, &model::Training::on));
    addCount(Text::tr("会议和宣传活动（场）"), daysOf(input.facts, &model::Activity::on));
    addCount(Text::tr("媒体报道（篇）"), daysOf(input.facts, &model::MediaItem::on));
    addCount(Text::tr("监督员反馈（份）"), daysOf(input.facts, &model::SupervisorReport::receivedOn));
    addCount(Text::tr("投诉举报（件）"), daysOf(input.facts, &model::Complaint::receivedOn));
    addCount(Text::tr("立案（件）"), daysOf(input.facts, &model::EnforcementCase::filedOn));
    summary.sentence = Text::tr("%1年1月1日至%2的数字，可直接写入年度总结。").arg(input.day.year()).arg(paperDate(input.day));
    return summary;
}

} // namespace chengheng::rules
