// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/summary.h"

namespace chengheng::rules {

/// An attachment that proves less than it seems to.
struct AttachmentFault {
    QString code; ///< used_twice, outside_event, other_certificate
    QString why;  ///< one sentence, naming the file
    QString kind; ///< register and record it is attached to
    Uid record;
};

/// Photographs that stand for two records of one register (by the hash of the original); photographs whose camera wrote
/// another day than the event's, give or take one; certificates whose name or caption bears another instrument's
/// number. A day that only a file's name tells is when it was received and no ground. Registers that only the office
/// reads are left out.
QVector<AttachmentFault> attachmentFaults(const model::CampaignFacts& facts);

/// What records of units say is in order while nothing attached shows it: by unit, a word for each kind with its
/// number.
QHash<Uid, QStringList> unprovenByUnit(const model::CampaignFacts& facts, QDate day);

} // namespace chengheng::rules
