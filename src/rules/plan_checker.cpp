// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/plan_checker.h"

#include "base/dates.h"

#include <QCoreApplication>

#include <numeric>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanChecker)
};

const QString listSeparator = QStringLiteral("、");

QVector<Statement> statementsOn(const Plan& plan, const char* topic)
{
    QVector<Statement> own;
    for (const Statement& statement : plan.statements)
        if (statement.topic == QLatin1String(topic))
            own.append(statement);
    return own;
}

void overlappingPhases(const Plan& plan, QVector<Finding>& findings)
{
    for (qsizetype i = 0; i < plan.phases.size(); ++i)
        for (qsizetype j = i + 1; j < plan.phases.size(); ++j) {
            const Phase& a = plan.phases[i];
            const Phase& b = plan.phases[j];
            const QDate from = qMax(a.from, b.from);
            const QDate to = qMin(a.to, b.to);
            if (from <= to)
                findings.append(
                    {QStringLiteral("phases_overlap"),
                     Text::tr("“%1”与“%2”在%3至%4重叠。").arg(a.title, b.title, paperDate(from), paperDate(to))});
        }
}

void thingsOutsideTheirFrame(const Plan& plan, QVector<Finding>& findings)
{
    for (const PublicityDay& day : plan.publicityDays) {
        const Phase& phase = *plan.phase(day.phase);
        if (day.from < phase.from || day.to > phase.to)
            findings.append(
                {QStringLiteral("day_outside_phase"),
                 Text::tr("%1（%2）不在所列的“%3”（%4至%5）之内。")
                     .arg(day.title, paperDate(day.from), phase.title, paperDate(phase.from), paperDate(phase.to))});
    }
    for (const Phase& phase : plan.phases) {
        if (phase.from < plan.from || phase.to > plan.to)
            findings.append(
                {QStringLiteral("phase_outside_campaign"), Text::tr("“%1”超出创建起止时间。").arg(phase.title)});
        for (const Milestone& milestone : phase.milestones)
            if (milestone.from < phase.from || milestone.to > phase.to)
                findings.append({QStringLiteral("milestone_outside_phase"),
                                 Text::tr("“%1”的时间不全在“%2”之内。").arg(milestone.title, phase.title)});
    }
}

void lateNotice(const Plan& plan, QVector<Finding>& findings)
{
    QStringList ended;
    for (const Phase& phase : plan.phases)
        if (plan.noticeDate.isValid() && phase.to < plan.noticeDate)
            ended << QStringLiteral("“%1”").arg(phase.title);
    if (!ended.isEmpty())
        findings.append(
            {QStringLiteral("notice_after_phase"),
             Text::tr("通知印发于%1，此前%2已经结束。").arg(paperDate(plan.noticeDate), ended.join(listSeparator))});
}

void contradictingWords(const Plan& plan, QVector<Finding>& findings)
{
    const auto differing = [&](const char* topic, const char* code, const QString& sentence) {
        QStringList words;
        QStringList places;
        for (const Statement& statement : statementsOn(plan, topic)) {
            if (words.contains(statement.text))
                continue;
            words << statement.text;
            places << Text::tr("%1写作“%2”").arg(statement.place, statement.text);
        }
        if (words.size() > 1)
            findings.append({QString::fromLatin1(code), sentence.arg(places.join(QStringLiteral("，")))});
    };
    differing("event_word", "many_words_for_event", Text::tr("同一活动有几种说法：%1。"));
    differing("host_office", "two_host_offices", Text::tr("推进办公室的牵头部门前后不一：%1。"));
    for (const Statement& required : statementsOn(plan, "required_role")) {
        const bool isNamed = std::any_of(plan.seats.begin(), plan.seats.end(),
                                         [&](const PlanSeat& seat) { return seat.role == required.text; });
        if (!isNamed)
            findings.append({QStringLiteral("no_deputy_head"),
                             Text::tr("%1要求设%2，名单中没有%2。").arg(required.place, required.text)});
    }
    for (const Statement& meeting : statementsOn(plan, "half_year_meeting"))
        findings.append({QStringLiteral("half_year_meetings"), Text::tr("%1：“%2”，创建期间应至少召开 %3 次。")
                                                                   .arg(meeting.place, meeting.text)
                                                                   .arg((plan.from.daysTo(plan.to) + 182) / 183)});
}

void rosterGaps(const Plan& plan, QVector<Finding>& findings)
{
    QHash<QString, QStringList> seatsOfPerson;
    QStringList persons;
    for (const PlanSeat& seat : plan.seats) {
        if (seat.holder.isEmpty())
            findings.append({QStringLiteral("empty_seat"),
                             Text::tr("%1%2（%3）没有写明人员。").arg(seat.body, seat.role, seat.post)});
        else if (!persons.contains(seat.holder))
            persons << seat.holder;
        seatsOfPerson[seat.holder] << seat.body + seat.role;
    }
    for (const QString& person : persons)
        if (seatsOfPerson[person].size() > 1)
            findings.append(
                {QStringLiteral("person_in_two_seats"),
                 Text::tr("%1同时担任%2，变动时要一并替补。").arg(person, seatsOfPerson[person].join(listSeparator))});
    for (const PlanOrganisation& organisation : plan.organisations) {
        const bool hasSeat = std::any_of(plan.seats.begin(), plan.seats.end(),
                                         [&](const PlanSeat& seat) { return seat.organisation == organisation.key; });
        if (hasSeat && organisation.duties.isEmpty())
            findings.append({QStringLiteral("seats_without_duties"),
                             Text::tr("%1有席位，但没有写明职责分工。").arg(organisation.name)});
    }
}

void quotaSum(const Plan& plan, QVector<Finding>& findings)
{
    const qint64 sum = std::accumulate(plan.quotas.begin(), plan.quotas.end(), qint64(0),
                                       [](qint64 total, const Quota& quota) { return total + quota.planned; });
    if (sum != plan.statedUnits)
        findings.append({QStringLiteral("quotas_do_not_add_up"),
                         Text::tr("各业态计划数合计 %1 家，与总数 %2 家不符。").arg(sum).arg(plan.statedUnits)});
}

} // namespace

QVector<Finding> checkPlan(const Plan& plan)
{
    QVector<Finding> findings;
    overlappingPhases(plan, findings);
    thingsOutsideTheirFrame(plan, findings);
    lateNotice(plan, findings);
    contradictingWords(plan, findings);
    rosterGaps(plan, findings);
    quotaSum(plan, findings);
    return findings;
}

} // namespace chengheng::rules
