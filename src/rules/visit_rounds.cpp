// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/visit_rounds.h"

#include "base/dates.h"
#include "model/service_records.h"
#include "rules/booking.h"
#include "rules/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::Unit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VisitRounds)
};

/// An instrument to be visited; without a valid verification it has no end.
struct ToVisit {
    const DueLine* line = nullptr;
    const Unit* unit = nullptr;
    QDate end;
};

/// The day of the next planned visit to each unit.
QHash<Uid, QDate> plannedVisits(const model::CampaignFacts& facts, QDate day)
{
    QHash<Uid, QDate> planned;
    for (const model::ServiceVisit& visit : bookOf<model::ServiceVisit>(facts)) {
        const bool isOver = visit.on < day || (visit.doneOn.isValid() && visit.doneOn <= day);
        if (isOver)
            continue;
        QDate& next = planned[visit.unit];
        next = next.isValid() ? qMin(next, visit.on) : visit.on;
    }
    return planned;
}

bool isValid(const DueLine& line)
{
    return line.status == VerificationStatus::Valid || line.status == VerificationStatus::DueSoon;
}

/// By road; on each the most pressing first.
QMap<QString, QVector<ToVisit>> instrumentsByRoad(const model::CampaignFacts& facts, const DueReport& report, QDate day)
{
    QHash<Uid, const Unit*> units;
    for (const Unit& unit : facts.units)
        if (model::takesPart(unit))
            units.insert(unit.uid, &unit);
    const auto booked = appointments(facts, day);
    const auto visits = plannedVisits(facts, day);
    QMap<QString, QVector<ToVisit>> byRoad;
    for (const DueLine& line : report.lines) {
        const Unit* unit = units.value(line.unit);
        const QDate end = isValid(line) ? line.validUntil : QDate();
        const bool isDue = !isValid(line) || (end.isValid() && end <= day.addDays(roundHorizonDays));
        const QDate visit = visits.value(line.unit);
        const bool isPlanned = booked.contains(line.uid) || (visit.isValid() && (!end.isValid() || visit <= end));
        if (unit && line.exclusion == RateExclusion::None && isDue && !isPlanned)
            byRoad[unit->road].append({&line, unit, end});
    }
    for (QVector<ToVisit>& road : byRoad)
        std::stable_sort(road.begin(), road.end(), [](const ToVisit& a, const ToVisit& b) { return a.end < b.end; });
    return byRoad;
}

QDate lastWorkingDayUntil(const WorkingCalendar& calendar, QDate day)
{
    return calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(day, -1);
}

void addTo(VisitRound& round, const ToVisit& one, QDate first)
{
    auto stop = std::find_if(round.stops.begin(), round.stops.end(),
                             [&](const VisitStop& known) { return known.unit == one.unit->uid; });
    if (stop == round.stops.end()) {
        round.stops.append({one.unit->uid, one.unit->name, 0, {}, one.end, false});
        stop = std::prev(round.stops.end());
    }
    stop->instruments += one.line->quantity;
    stop->records.append(one.line->uid);
    stop->earliestEnd = one.end.isValid() ? qMin(stop->earliestEnd, one.end) : QDate();
    stop->isLate = stop->isLate || !one.end.isValid() || one.end < first;
}

} // namespace

QVector<VisitRound> visitRounds(const model::CampaignFacts& facts, const WorkingCalendar& calendar, QDate day)
{
    const DueReport report = dueReport(facts, day);
    const QDate first = calendar.addWorkingDays(day, 1);
    QHash<Uid, qint64> numbers;
    for (const Unit& unit : facts.units)
        numbers.insert(unit.uid, unit.registrationNumber);
    QVector<VisitRound> rounds;
    const auto byRoad = instrumentsByRoad(facts, report, day);
    for (auto road = byRoad.cbegin(); road != byRoad.cend(); ++road) {
        for (const ToVisit& one : road.value()) {
            const bool goesAlong = !rounds.isEmpty() && rounds.last().road == road.key()
                                   && (!one.end.isValid() || one.end <= rounds.last().on.addDays(roundWindowDays));
            if (!goesAlong)
                rounds.append(
                    {road.key(), one.end.isValid() ? qMax(first, lastWorkingDayUntil(calendar, one.end)) : first, {}});
            addTo(rounds.last(), one, first);
        }
    }
    for (VisitRound& round : rounds)
        std::stable_sort(round.stops.begin(), round.stops.end(), [&](const VisitStop& a, const VisitStop& b) {
            return numbers.value(a.unit) < numbers.value(b.unit);
        });
    return rounds;
}

Summary visitPlanSummary(const SummaryInput& input)
{
    Summary summary;
    summary.columns = {Text::tr("路段"),   Text::tr("上门日期"), Text::tr("单位名称"),
                       Text::tr("器具数"), Text::tr("最早到期"), Text::tr("说明")};
    const auto rounds = visitRounds(input.facts, input.calendar, input.day);
    for (const VisitRound& round : rounds)
        for (const VisitStop& stop : round.stops)
            summary.rows.append({{round.road.isEmpty() ? Text::tr("（未填路段）") : round.road, screenDate(round.on),
                                  stop.name, QString::number(stop.instruments),
                                  stop.earliestEnd.isValid() ? screenDate(stop.earliestEnd) : Text::tr("没有有效检定"),
                                  stop.isLate ? Text::tr("已经赶不上，尽早上门") : QString()},
                                 model::kindOf<Unit>().key,
                                 stop.unit,
                                 stop.isLate});
    summary.sentence =
        Text::tr("%1 天内到期的器具按路段排成 %2 趟，照此上门没有新的超周期；已预约和已安排上门的不在其中。")
            .arg(roundHorizonDays)
            .arg(rounds.size());
    return summary;
}

} // namespace chengheng::rules
