// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

namespace chengheng::model {

struct Unit : RecordHead {
    qint64 registrationNumber = 0; ///< order of registration; given by the program
    QString name;
    QString creditCode;
    Trade trade = Trade::None;
    QString address;
    QString road;
    QString community; ///< 村居
    Uid station;       ///< organisation
    QString head;
    QString headPhone;
    QString manager; ///< 计量管理员
    QString managerPhone;
    QString openingHours;
    QString benchmarkReason; ///< 龙头, 有影响力 (TOWN-4)
    QDate benchmarkOn;       ///< when a visit finds somebody
    bool isBenchmark = false;
    Participation participation = Participation::Participating;
    QDate dossierOn; ///< its 一户一档 was opened (STA-1)
    QString remarks;
};

/// Whether it is one of the campaign's units (on the day that its facts are as of).
inline bool takesPart(const Unit& unit)
{
    return unit.participation == Participation::Participating;
}

/// Another name tables have used for a unit; asked once, remembered.
struct UnitAlias : RecordHead {
    Uid unit;
    QString alias;
};

struct Stallholder : RecordHead {
    Uid unit;
    QString stall;
    QString name;
    QString phone;
    bool hasCommitted = false;
    QDate committedOn;
    QString remarks;
};

/// A department of a unit that keeps instruments (a hospital's 检验科): where an instrument stands.
struct Department : RecordHead {
    Uid unit;
    QString name;
    QString head; ///< who answers for its instruments
    QString phone;
    QString remarks;
};

struct Commitment : RecordHead {
    Uid unit;
    QDate signedOn;
    QString signatory;
    Presence displayed = Presence::Unknown;
    QDate seenOn; ///< day the display was last looked at
    QString remarks;
};

} // namespace chengheng::model
