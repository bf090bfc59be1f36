// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/handover.h"

#include "base/dates.h"
#include "model/complaint_records.h"
#include "model/inspection_records.h"
#include "model/office_records.h"
#include "model/service_records.h"
#include "rules/paper_standing.h"
#include "rules/problem_state.h"
#include "rules/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(HandoverList)
};

bool isHeld(QDate from, QDate to, QDate day)
{
    return (!from.isValid() || from <= day) && (!to.isValid() || to >= day);
}

class Gatherer
{
public:
    Gatherer(const model::CampaignFacts& facts, const QString& person, QDate day)
        : m_facts(facts), m_person(personsIn(person).value(0)), m_day(day)
    {
        for (const model::Unit& unit : facts.units)
            m_units.insert(unit.uid, unit.name);
    }

    QVector<OpenWork> result()
    {
        if (m_person.isEmpty())
            return {};
        addSeats();
        addContacts();
        addTasks();
        addProblems();
        addComplaints();
        addPlans();
        addVisits();
        addPapers();
        return m_work;
    }

private:
    template <class R>
    void add(const R& record, const QString& what, QDate due, HandoverWay way, const char* field = "")
    {
        m_work.append({model::kindOf<R>().key, record.uid, what, due, way, QString::fromLatin1(field)});
    }

    bool names(const QString& persons) const { return personsIn(persons).contains(m_person); }

    QString at(const Uid& unit, const QString& what) const
    {
        const QString name = m_units.value(unit);
        return name.isEmpty() ? what : Text::tr("%1：%2").arg(name, what);
    }

    void addSeats()
    {
        for (const model::SeatHolder& holder : m_facts.seatHolders) {
            if (!names(holder.person) || !isHeld(holder.from, holder.to, m_day))
                continue;
            for (const model::Seat& seat : m_facts.seats)
                if (seat.uid == holder.seat)
                    add(holder, Text::tr("%1%2，%3").arg(seat.body, seat.role, seat.post), {}, HandoverWay::TakesOver);
            m_seats.append(holder.seat);
        }
    }

    void addContacts()
    {
        for (const model::Liaison& contact : bookOf<model::Liaison>(m_facts))
            if (names(contact.person) && isHeld(contact.from, contact.to, m_day))
                add(contact, at(contact.unit, contact.post.isEmpty() ? Text::tr("联络员") : contact.post), {},
                    HandoverWay::TakesOver);
    }

    void addTasks()
    {
        for (const model::Task& task : bookOf<model::Task>(m_facts)) {
            const bool isDone = task.doneOn.isValid() && task.doneOn <= m_day;
            if (!isDone && m_seats.contains(task.seat))
                add(task, task.title, task.dueOn, HandoverWay::WithSeat);
        }
    }

    void addProblems()
    {
        const auto steps = stepsByProblem(m_facts);
        QHash<Uid, QString> inspectors;
        for (const model::Inspection& inspection : m_facts.inspections)
            inspectors.insert(inspection.uid, inspection.inspectors);
        for (const model::Problem& problem : m_facts.problems) {
            const auto own = steps.value(problem.uid);
            const ProblemStanding standing = problemStanding(problem, own, m_day);
            const QString handlers = !problem.handler.isEmpty() ? problem.handler
                                     : !own.isEmpty()           ? own.last().persons
                                                                : inspectors.value(problem.inspection);
            if (!standing.isClosed() && names(handlers))
                add(problem, at(problem.unit, Text::tr("%1（%2）").arg(problem.description, labelOf(standing.state))),
                    standing.dueOn, HandoverWay::Renamed, "handler");
        }
    }

    void addComplaints()
    {
        for (const model::Complaint& complaint : bookOf<model::Complaint>(m_facts)) {
            const bool isAnswered = complaint.answeredOn.isValid() && complaint.answeredOn <= m_day;
            if (!isAnswered && names(complaint.handler))
                add(complaint, at(complaint.unit, complaint.subject), complaint.deadline, HandoverWay::Renamed,
                    "handler");
        }
    }

    void addPlans()
    {
        for (const model::InspectionPlan& plan : bookOf<model::InspectionPlan>(m_facts))
            if (plan.to >= m_day && names(plan.team))
                add(plan, plan.name, plan.to, HandoverWay::Renamed, "team");
    }

    void addVisits()
    {
        for (const model::ServiceVisit& visit : bookOf<model::ServiceVisit>(m_facts)) {
            const bool isDone = visit.doneOn.isValid() && visit.doneOn <= m_day;
            if (!isDone && names(visit.persons))
                add(visit, at(visit.unit, visit.body), visit.on, HandoverWay::Renamed, "persons");
        }
    }

    void addPapers()
    {
        const auto steps = stepsByPaper(m_facts);
        for (const model::IssuedPaper& paper : bookOf<model::IssuedPaper>(m_facts)) {
            const PaperStanding standing = paperStanding(paper, steps.value(paper.uid), m_day);
            if (standing.isOut() && names(standing.person))
                add(paper, Text::tr("%1 %2（%3）").arg(paper.number, paper.title, labelOf(standing.state)), {},
                    HandoverWay::Told);
        }
    }

    const model::CampaignFacts& m_facts;
    QString m_person;
    QDate m_day;
    QHash<Uid, QString> m_units;
    QVector<Uid> m_seats; ///< that the person holds
    QVector<OpenWork> m_work;
};

} // namespace

QString labelOf(HandoverWay way)
{
    switch (way) {
    case HandoverWay::TakesOver:
        return Text::tr("由接交人接任");
    case HandoverWay::Renamed:
        return Text::tr("改由接交人承办");
    case HandoverWay::WithSeat:
        return Text::tr("随席位移交");
    case HandoverWay::GoesAlong:
        return Text::tr("转归接交人");
    case HandoverWay::Told:
        break;
    }
    return Text::tr("当面交代");
}

QString OpenWork::line() const
{
    const model::RecordKind* known = model::findKind(kind);
    const QString title = known ? known->title : Text::tr("草稿");
    return due.isValid() ? Text::tr("%1：%2，期限%3，%4").arg(title, what, paperDate(due), labelOf(way))
                         : Text::tr("%1：%2，%3").arg(title, what, labelOf(way));
}

QVector<OpenWork> openWorkOf(const model::CampaignFacts& facts, const QString& person, QDate day)
{
    return Gatherer(facts, person, day).result();
}

} // namespace chengheng::rules
