// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/working_calendar.h"
#include "model/campaign_facts.h"
#include "rules/answers.h"

namespace chengheng::rules {

/// An answer that the records suggest; a person takes it over or not.
struct Suggestion {
    Answer answer;
    QVector<Uid> records; ///< what it rests on
    QString why;          ///< one sentence
};

/// Suggestions for the items of a sheet on the day, in the sheet's order. Nothing is suggested where the
/// records do not say enough: that no fault is recorded never makes an item pass. `facts` are those as of
/// the day; a null unit is the organiser. Without a calendar, what runs in working days is not asked.
QVector<Suggestion> suggestAnswers(const SheetEdition& edition, const Sheet& sheet, const model::CampaignFacts& facts,
                                   const Uid& unit, QDate day, const WorkingCalendar* calendar = nullptr);

/// An item that 其余均符合 leaves to the inspector, and why.
struct HeldOpen {
    QString item;
    QString why; ///< one sentence
};

/// Those of a sheet's items that what is suggested speaks against, those that rest on a record (a signed and
/// displayed commitment) which is not there, and those that are counted.
QVector<HeldOpen> heldOpen(const Sheet& sheet, const QVector<Suggestion>& suggestions);

} // namespace chengheng::rules
