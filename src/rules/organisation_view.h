// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"

namespace chengheng::rules {

/// One seat of the leading group or the promotion office on a day.
struct SeatView {
    Uid seat;
    QString body; ///< 领导小组, 推进办公室
    QString role; ///< 组长, 成员 …
    Uid organisation;
    QString organisationName;
    QString post;
    Uid holder; ///< the SeatHolder record; none where vacant
    QString person;
    QString phone;
    QDate heldFrom;      ///< invalid: since the beginning
    QString predecessor; ///< who held it before, "" where nobody is on record
    QDate vacantSince;   ///< the day after the last holder's last day; invalid where never held or held
    QString why;         ///< one sentence

    bool isVacant() const { return person.isEmpty(); }
};

/// Who holds each seat on the day, in printed order (bodies in the order of their first seat). The
/// notice lets the successor in the same organisation take over (职务如有变动，由其所在单位接任领导自然
/// 替补), so papers print the holder of their own date. Of two holders on one day the later one counts.
QVector<SeatView> seatsOn(const model::CampaignFacts& facts, QDate day);

/// How many heads (组长) the leading group has on the day: where there are two, both approve (PLAN-8).
qsizetype headsSeatedOn(const model::CampaignFacts& facts, QDate day);

} // namespace chengheng::rules
