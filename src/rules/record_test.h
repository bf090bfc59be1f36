// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "model/campaign_facts.h"
#include "rules/milestone_state.h"

namespace chengheng::rules {

/// A test over the records of a register, as a plan words it: which records, and by which of their days.
/// Fields may be those of the record that one refers to: "training.audience".
struct RecordTest {
    QString book;                                   ///< kind key
    QVector<QPair<QString, QJsonValue>> where = {}; ///< field and value as in JSON
    QStringList filled = {}; ///< fields that must not be blank: a meeting counts with its minutes
    QString dayField;
    qint64 count = 1;            ///< so many are needed
    bool isWithinWindow = false; ///< earlier ones do not count
};

/// Reads {"register", "where", "filled", "day", "count", "within_window"}; a fault names an unknown register or field.
RecordTest readRecordTest(JsonReader& reader);

/// So many records: reached on the day of the last one needed.
MilestoneProgress progressOfRecords(const model::CampaignFacts& facts, const RecordTest& test, QDate from, QDate day);
/// A record for each unit taking part.
MilestoneProgress progressOfUnitsRecorded(const model::CampaignFacts& facts, const RecordTest& test, QDate day);
/// Each record has its day. With none at all it is reached on `nothingFoundOn` if what they come about with, as
/// opinions with an acceptance visit, has taken place.
MilestoneProgress progressOfAllDone(const model::CampaignFacts& facts, const RecordTest& test, QDate day,
                                    QDate nothingFoundOn);

} // namespace chengheng::rules
