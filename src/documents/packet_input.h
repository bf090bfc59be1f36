// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/working_calendar.h"
#include "documents/packet_catalogue.h"
#include "documents/printed_picture.h"
#include "rules/plan.h"
#include "rules/scoring.h"

namespace chengheng::documents {

/// What an acceptance packet is made from.
struct PacketInput {
    model::CampaignFacts facts; ///< as of the day
    const rules::Plan& plan;
    const rules::SheetEdition& sheets;
    const WorkingCalendar& calendar;
    const PacketCatalogue& catalogue;
    QDate day;
    QString journalHead; ///< hash of the last journal entry, printed on the cover
    QString preparedBy;  ///< who made it, and whether the name is only declared
    /// Photographs by their hash, small enough to print; null for one that cannot be read. Where papers are only
    /// counted, none.
    QHash<QString, PrintedPicture> pictures = {};
    QHash<QString, int> scanPages = {};        ///< pages of signed papers by their hash; 0 for one that cannot be read
    QHash<Uid, rules::Score> visitScores = {}; ///< of visits, each on its own day, for the units' folders
};

/// A line of the packet's contents list.
struct ContentsLine {
    QString title;
    QString file;
    int firstPage = 0; ///< among the pages of all PDFs; 0 for what has no pages
    int pages = 0;
};

enum class GapState { Missing, Stale };
/// missing, stale.
QString keyOf(GapState state);
/// 缺, 已过时.
QString labelOf(GapState state);

struct PaperGap {
    QString paper;
    GapState state = GapState::Missing;
    QString why;       ///< one sentence
    QString id = {};   ///< of the catalogue's paper
    QString page = {}; ///< where the window fills it
    Uid record = {};   ///< what that page shows (scoring: the unit); null: none is there yet
};

/// What the packet of the day lacks, in the order of its papers.
QVector<PaperGap> packetGaps(const PacketInput& input);

/// Units taking part, by registration number.
QVector<const model::Unit*> participants(const model::CampaignFacts& facts);

} // namespace chengheng::documents
