// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/organisation_view.h"

#include "base/dates.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

using model::Seat;
using model::SeatHolder;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OrganisationView)
};

/// Undated comes first: it holds since the beginning.
bool beginsEarlier(const SeatHolder* a, const SeatHolder* b)
{
    const QDate first = a->from;
    const QDate second = b->from;
    return second.isValid() && (!first.isValid() || first < second);
}

QVector<const SeatHolder*> holdersOf(const model::CampaignFacts& facts, const Uid& seat)
{
    QVector<const SeatHolder*> own;
    for (const SeatHolder& holder : facts.seatHolders)
        if (holder.seat == seat)
            own.append(&holder);
    std::stable_sort(own.begin(), own.end(), beginsEarlier);
    return own;
}

void fillHolder(SeatView& view, const QVector<const SeatHolder*>& holders, QDate day)
{
    const SeatHolder* last = nullptr;
    for (const SeatHolder* holder : holders) {
        if (holder->from.isValid() && holder->from > day)
            break;
        if (last)
            view.predecessor = last->person;
        last = holder;
    }
    if (!last)
        return;
    if (last->to.isValid() && last->to < day) {
        view.predecessor = last->person;
        view.vacantSince = last->to.addDays(1);
        return;
    }
    view.holder = last->uid;
    view.person = last->person;
    view.phone = last->phone;
    view.heldFrom = last->from;
}

QString sentence(const SeatView& view)
{
    const QString seat = Text::tr("%1%2（%3%4）").arg(view.body, view.role, view.organisationName, view.post);
    if (view.isVacant())
        return view.vacantSince.isValid() ? Text::tr("%1自%2起空缺，前任为%3，应由其所在单位接任领导替补。")
                                                .arg(seat, paperDate(view.vacantSince), view.predecessor)
                                          : Text::tr("%1尚未登记任职人员。").arg(seat);
    if (view.heldFrom.isValid() && !view.predecessor.isEmpty())
        return Text::tr("%1自%2起由%3接任，前任为%4。")
            .arg(seat, paperDate(view.heldFrom), view.person, view.predecessor);
    if (view.heldFrom.isValid())
        return Text::tr("%1自%2起由%3担任。").arg(seat, paperDate(view.heldFrom), view.person);
    return Text::tr("%1由%2担任。").arg(seat, view.person);
}

QVector<const Seat*> inPrintedOrder(const QVector<Seat>& seats)
{
    QHash<QString, qint64> firstPosition;
    for (const Seat& seat : seats) {
        const auto place = firstPosition.find(seat.body);
        if (place == firstPosition.end())
            firstPosition.insert(seat.body, seat.position);
        else
            *place = qMin(*place, seat.position);
    }
    QStringList bodies;
    for (const Seat& seat : seats)
        if (!bodies.contains(seat.body))
            bodies.append(seat.body);
    std::stable_sort(bodies.begin(), bodies.end(), [&](const QString& a, const QString& b) {
        return firstPosition.value(a) < firstPosition.value(b);
    });
    QVector<const Seat*> ordered;
    for (const Seat& seat : seats)
        ordered.append(&seat);
    std::stable_sort(ordered.begin(), ordered.end(), [&](const Seat* a, const Seat* b) {
        const qsizetype bodyA = bodies.indexOf(a->body);
        const qsizetype bodyB = bodies.indexOf(b->body);
        return bodyA != bodyB ? bodyA < bodyB : a->position < b->position;
    });
    return ordered;
}

} // namespace

QVector<SeatView> seatsOn(const model::CampaignFacts& facts, QDate day)
{
    QHash<Uid, QString> names;
    for (const model::Organisation& organisation : facts.organisations)
        names.insert(organisation.uid, organisation.name);
    QVector<SeatView> views;
    for (const Seat* seat : inPrintedOrder(facts.seats)) {
        SeatView view;
        view.seat = seat->uid;
        view.body = seat->body;
        view.role = seat->role;
        view.organisation = seat->organisation;
        view.organisationName = names.value(seat->organisation);
        view.post = seat->post;
        fillHolder(view, holdersOf(facts, seat->uid), day);
        view.why = sentence(view);
        views.append(view);
    }
    return views;
}

qsizetype headsSeatedOn(const model::CampaignFacts& facts, QDate day)
{
    const auto seats = seatsOn(facts, day);
    return std::count_if(seats.begin(), seats.end(), [](const SeatView& seat) {
        return !seat.isVacant() && seat.body == QStringLiteral("领导小组") && seat.role == QStringLiteral("组长");
    });
}

} // namespace chengheng::rules
