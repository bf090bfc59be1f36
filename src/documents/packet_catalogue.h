// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/campaign_facts.h"

namespace chengheng::documents {

/// How a paper of the packet is made: with a layout of its own, as a list over a register, from a summary, or of signed
/// papers as they were scanned.
enum class PacketPart {
    Cover,
    Gaps,
    Organisation,
    Schedule,
    Roster,
    Sheets,
    Ledger,
    Problems,
    UnitFolders,
    Photographs,
    Register,
    Summary,
    Scans
};

/// One line of the catalogue.
struct RequiredPaper {
    QString id;
    QString title;
    QString chapter; ///< papers of one chapter stand under one bookmark
    PacketPart part = PacketPart::Register;
    QString source;           ///< key of the register or summary, where it is made from one
    QStringList needs;        ///< registers that must hold something, or the paper is missing
    QStringList clauses;      ///< of the notice
    QString page;             ///< where the window fills it
    QStringList fields;       ///< columns of a register's paper; empty: those its list shows
    QString countBy;          ///< a Choice or text field: only numbers are printed, by its values
    QStringList filled;       ///< only records with all these fields count
    QString table;            ///< register whose workbook stands beside it; empty: none
    bool isOwing = false;     ///< a line of the summary that presses is a gap; of signed papers, that there is none
    QStringList scansOf;      ///< registers whose PDFs go in
    QStringList signedPapers; ///< papers of the office by their titles, as they were numbered and signed
    QString stem;             ///< 05-参建单位名册: its files' name without the ending

    QString pdf() const { return stem + QStringLiteral(".pdf"); }
    QString workbook() const { return stem + QStringLiteral(".xlsx"); }
    /// A workbook stands beside it.
    bool hasWorkbook() const { return !table.isEmpty() || part == PacketPart::Summary; }
};

/// The papers that a packet must hold, in their order.
struct PacketCatalogue {
    QVector<RequiredPaper> papers;
    int staleAfterDays = 0; ///< an earlier packet older than this is stale

    QString titleOf(PacketPart part) const;
};

/// Reads resources/packet/catalogue.json or an office's own. The error names file, place and reason: an unknown
/// register, summary, field or part, an id twice, or names of a register that only the office reads.
Result<PacketCatalogue> parsePacketCatalogue(const QByteArray& bytes, const QString& fileName);

/// Records of a register that a paper counts.
QVector<model::Record> recordsFor(const RequiredPaper& paper, const model::CampaignFacts& facts,
                                  const QString& kindKey);

} // namespace chengheng::documents
