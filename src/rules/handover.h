// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"

namespace chengheng::rules {

/// How a piece of open work goes over to a successor (HAND-1).
enum class HandoverWay {
    TakesOver, ///< a seat, a contact: held until the day before, by the successor from the day on
    Renamed,   ///< the successor stands in the person's place among those named in `field`
    WithSeat,  ///< follows the seat
    GoesAlong, ///< a draft: no record, changes hands with the rest
    Told       ///< cannot be moved by a record: the list tells it
};
/// 由接交人接任, 承办人改为接交人 …
QString labelOf(HandoverWay way);

/// Something a person has not finished on a day.
struct OpenWork {
    QString kind; ///< register
    Uid record;
    QString what; ///< with the unit before it
    QDate due;    ///< invalid: without one
    HandoverWay way = HandoverWay::Told;
    QString field = {}; ///< that names the person, where the way is Renamed

    /// One line of the handover list.
    QString line() const;
};

/// What is open under a person's name on the day, from all registers: seats and contacts, tasks of these seats,
/// problems and complaints, planned inspections and visits, papers out for signing. A problem without a handler
/// is theirs who took its last step, or else found it. `facts` are those as of the day.
QVector<OpenWork> openWorkOf(const model::CampaignFacts& facts, const QString& person, QDate day);

} // namespace chengheng::rules
