// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

namespace chengheng::model {

/// One measuring instrument of a unit's ledger. A row with quantity > 1 counts as that many and asks
/// to be split. Fuel dispensers have one row a nozzle.
struct Instrument : RecordHead {
    Uid unit;
    QString name;
    QString category;
    QString model;
    QString range;
    QString accuracy;
    QString serial;
    QString maker;
    QString place;
    Purpose purpose = Purpose::None;
    LegalKind legalKind = LegalKind::Periodic;
    qint64 quantity = 1;
    InstrumentStatus status = InstrumentStatus::InUse;
    std::optional<qint64> cycleMonths;
    Delivery delivery = Delivery::None;
    QString filing; ///< 备案号
    Presence sticker = Presence::Unknown;
    SealState seal = SealState::Unknown;
    QString machine;
    QString nozzle;
    QString oil;
    QString sealNumber;
    QString remarks;
};

struct Verification : RecordHead {
    Uid instrument;
    QDate verifiedOn;
    QDate validUntil; ///< as printed on the certificate
    VerificationResult result = VerificationResult::Passed;
    QString certificate;
    QString body;
    QDate effectiveEnd; ///< derived: printed end, else by the cycle; invalid: no end
};

} // namespace chengheng::model

// A whole ledger of them is read at once: growing a list may copy their bytes.
Q_DECLARE_TYPEINFO(chengheng::model::Instrument, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(chengheng::model::Verification, Q_RELOCATABLE_TYPE);
