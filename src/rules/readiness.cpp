// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/readiness.h"

#include "base/dates.h"
#include "rules/due_report.h"
#include "rules/milestone_state.h"
#include "rules/problem_state.h"
#include "rules/settings.h"
#include "rules/status.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::CampaignFacts;
using model::InspectionKind;
using model::SettingName;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Readiness)
};

QDate earlier(QDate a, QDate b)
{
    return a.isValid() && (!b.isValid() || a < b) ? a : b;
}

class Forecast
{
public:
    Forecast(const CampaignFacts& facts, const Plan& plan, const WorkingCalendar& calendar, QDate day, QDate on)
        : m_facts(facts), m_calendar(calendar), m_day(day), m_on(on), m_status(status(facts, plan, calendar, on))
    {
        for (const model::Unit& unit : facts.units)
            if (model::takesPart(unit))
                m_units.append(unit.uid);
    }

    Readiness result(const QStringList& absentPapers)
    {
        addInstruments();
        addUnitRisks();
        addProblems();
        addQuotas();
        addMilestones();
        addPapers(absentPapers);
        std::stable_sort(m_risks.begin(), m_risks.end(),
                         [](const Risk& a, const Risk& b) { return a.startBy < b.startBy; });
        return {m_day, m_on, m_risks};
    }

private:
    /// `lead` working days before a date, and what the sentence must add about the calendar.
    QDate before(QDate date, SettingName lead) const { return m_calendar.addWorkingDays(date, -daysOf(m_facts, lead)); }

    QString startPart(QDate startBy) const
    {
        const QString remark = calendarGapRemark(m_calendar, startBy, m_on);
        if (startBy < m_day)
            return Text::tr("最迟应在%1开始，现已晚了，请立即办理%2").arg(paperDate(startBy), remark);
        return Text::tr("最迟%1开始办理%2").arg(paperDate(startBy), remark);
    }

    void add(Risk risk, const QString& what)
    {
        if (risk.count == 0)
            return;
        risk.why = Text::tr("%1；%2。").arg(what, startPart(risk.startBy));
        m_risks.append(std::move(risk));
    }

    /// Mandatory instruments in use that will not be valid; a lapse is prevented before its earliest day.
    void addInstruments()
    {
        Risk lapsed{RiskKind::InstrumentsLapsed, 0, {}, {}, {}, {}};
        Risk failed{RiskKind::InstrumentsFailed, 0, before(m_on, SettingName::Booking), {}, {}, {}};
        Risk unrecorded{RiskKind::InstrumentsUnrecorded, 0, before(m_on, SettingName::Booking), {}, {}, {}};
        QDate earliest;
        for (const DueLine& line : dueReport(m_facts, m_on).lines) {
            if (line.exclusion != RateExclusion::None)
                continue;
            Risk* risk = line.status == VerificationStatus::Overdue         ? &lapsed
                         : line.status == VerificationStatus::Failed        ? &failed
                         : line.status == VerificationStatus::NeverVerified ? &unrecorded
                                                                            : nullptr;
            if (!risk)
                continue;
            risk->count += line.quantity;
            risk->records.append(line.uid);
            if (risk == &lapsed)
                earliest = earlier(line.validUntil, earliest);
        }
        lapsed.startBy = before(earliest.isValid() ? earliest : m_on, SettingName::Booking);
        add(lapsed, lapsedText(lapsed, earliest));
        add(failed, Text::tr("到%1仍有%2台（件）在用强检器具检定不合格").arg(paperDate(m_on)).arg(failed.count));
        add(unrecorded,
            Text::tr("到%1仍有%2台（件）在用强检器具没有检定记录").arg(paperDate(m_on)).arg(unrecorded.count));
    }

    QString lapsedText(const Risk& lapsed, QDate earliest) const
    {
        if (!earliest.isValid())
            return Text::tr("到%1将有%2台（件）在用强检器具超周期").arg(paperDate(m_on)).arg(lapsed.count);
        return Text::tr("到%1将有%2台（件）在用强检器具超周期，最早的%3到期")
            .arg(paperDate(m_on), QString::number(lapsed.count), paperDate(earliest));
    }

    QVector<Uid> unitsWithout(const QSet<Uid>& having) const
    {
        QVector<Uid> without;
        for (const Uid& uid : m_units)
            if (!having.contains(uid))
                without.append(uid);
        return without;
    }

    QSet<Uid> selfCheckedUnits() const
    {
        QSet<Uid> units;
        for (const model::Inspection& inspection : m_facts.inspections)
            if (inspection.kind == InspectionKind::SelfCheck)
                units.insert(inspection.unit);
        return units;
    }

    void addUnits(RiskKind kind, SettingName lead, const QVector<Uid>& units, const QString& what)
    {
        add({kind, units.size(), before(m_on, lead), {}, units, {}}, what.arg(units.size()));
    }

    void addUnitRisks()
    {
        addUnits(RiskKind::InspectionsMissing, SettingName::InspectionLead, unitsWithout(inspectedUnits(m_facts, m_on)),
                 Text::tr("%1家参建单位还没有检查评分"));
        addUnits(RiskKind::SelfChecksMissing, SettingName::SelfCheckLead, unitsWithout(selfCheckedUnits()),
                 Text::tr("%1家参建单位还没有自查记录"));
        addUnits(RiskKind::CommitmentsNotDisplayed, SettingName::DisplayLead,
                 unitsWithout({m_status.displayingUnits.begin(), m_status.displayingUnits.end()}),
                 Text::tr("%1家参建单位没有张贴承诺书的记录"));
    }

    void addProblems()
    {
        const auto& overdue = m_status.overdueProblems;
        const auto steps = stepsByProblem(m_facts);
        QDate earliest;
        for (const model::Problem& problem : m_facts.problems)
            if (overdue.contains(problem.uid))
                earliest = earlier(problemStanding(problem, steps.value(problem.uid), m_on).dueOn, earliest);
        if (earliest.isValid())
            add({RiskKind::ProblemsPastDue,
                 overdue.size(),
                 before(earliest, SettingName::RectificationLead),
                 {},
                 overdue,
                 {}},
                Text::tr("到%1将有%2个问题超过整改期限，最早的期限是%3")
                    .arg(paperDate(m_on), QString::number(overdue.size()), paperDate(earliest)));
    }

    void addQuotas()
    {
        qint64 missing = 0;
        QStringList parts;
        for (const QuotaStanding& quota : m_status.quotas) {
            missing += quota.missing();
            if (quota.missing() > 0)
                parts.append(Text::tr("%1缺%2家").arg(model::labelOf(quota.trade)).arg(quota.missing()));
        }
        add({RiskKind::QuotaNotFilled, missing, before(m_on, SettingName::RegistrationLead), {}, {}, {}},
            Text::tr("参建单位名额未满：%1").arg(parts.join(QStringLiteral("、"))));
    }

    void addMilestones()
    {
        Risk missed{RiskKind::MilestonesMissed, 0, {}, {}, {}, {}};
        QStringList titles;
        for (const PhaseStanding& phase : m_status.phases)
            for (const MilestoneStanding& milestone : phase.milestones) {
                if (milestone.state != MilestoneState::Missed)
                    continue;
                ++missed.count;
                missed.startBy = earlier(milestone.startBy, missed.startBy);
                missed.milestones.append(milestone.key);
                titles.append(milestone.title);
            }
        add(missed, Text::tr("到%1将有%2项计划任务未按期完成：%3")
                        .arg(paperDate(m_on), QString::number(missed.count), titles.join(QStringLiteral("、"))));
    }

    void addPapers(const QStringList& absent)
    {
        constexpr qsizetype mostNamed = 5;
        const QString others = absent.size() > mostNamed ? Text::tr("等") : QString();
        Risk risk{RiskKind::PapersAbsent, absent.size(), before(m_on, SettingName::PaperLead), {}, {}};
        risk.papers = absent;
        add(std::move(risk), Text::tr("到%1验收材料将缺%2种：%3%4")
                                 .arg(paperDate(m_on), QString::number(absent.size()),
                                      absent.mid(0, mostNamed).join(QStringLiteral("、")), others));
    }

    const CampaignFacts& m_facts;
    const WorkingCalendar& m_calendar;
    QDate m_day;
    QDate m_on;
    Status m_status;
    QVector<Uid> m_units;
    QVector<Risk> m_risks;
};

} // namespace

QString keyOf(RiskKind kind)
{
    switch (kind) {
    case RiskKind::InstrumentsLapsed:
        return QStringLiteral("instruments_lapsed");
    case RiskKind::InstrumentsFailed:
        return QStringLiteral("instruments_failed");
    case RiskKind::InstrumentsUnrecorded:
        return QStringLiteral("instruments_unrecorded");
    case RiskKind::InspectionsMissing:
        return QStringLiteral("inspections_missing");
    case RiskKind::SelfChecksMissing:
        return QStringLiteral("self_checks_missing");
    case RiskKind::ProblemsPastDue:
        return QStringLiteral("problems_past_due");
    case RiskKind::CommitmentsNotDisplayed:
        return QStringLiteral("commitments_not_displayed");
    case RiskKind::QuotaNotFilled:
        return QStringLiteral("quota_not_filled");
    case RiskKind::MilestonesMissed:
        return QStringLiteral("milestones_missed");
    case RiskKind::PapersAbsent:
        return QStringLiteral("papers_absent");
    }
    return {};
}

QString labelOf(RiskKind kind)
{
    switch (kind) {
    case RiskKind::InstrumentsLapsed:
        return Text::tr("器具超周期");
    case RiskKind::InstrumentsFailed:
        return Text::tr("器具不合格");
    case RiskKind::InstrumentsUnrecorded:
        return Text::tr("器具无检定记录");
    case RiskKind::InspectionsMissing:
        return Text::tr("缺检查评分");
    case RiskKind::SelfChecksMissing:
        return Text::tr("缺自查记录");
    case RiskKind::ProblemsPastDue:
        return Text::tr("问题逾期");
    case RiskKind::CommitmentsNotDisplayed:
        return Text::tr("承诺书未张贴");
    case RiskKind::QuotaNotFilled:
        return Text::tr("名额未满");
    case RiskKind::MilestonesMissed:
        return Text::tr("计划任务未完成");
    case RiskKind::PapersAbsent:
        return Text::tr("缺验收材料");
    }
    return {};
}

Readiness readiness(const CampaignFacts& facts, const Plan& plan, const WorkingCalendar& calendar, QDate day, QDate on,
                    const QStringList& absentPapers)
{
    return Forecast(facts, plan, calendar, day, on).result(absentPapers);
}

} // namespace chengheng::rules
