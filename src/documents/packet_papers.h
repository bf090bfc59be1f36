// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/packet_scans.h"
#include "documents/paper.h"
#include "rules/summary.h"

#include <functional>

namespace chengheng::documents {

// The papers of an acceptance packet, each from the facts alone.

Paper coverPaper(const PacketInput& input, const QVector<PaperGap>& gaps, const QVector<ContentsLine>& contents);
Paper gapPaper(const PacketInput& input, const QVector<PaperGap>& gaps);
/// Leading group and promotion office with the holders of the day (notice: successors take over).
Paper organisationPaper(const PacketInput& input);
Paper schedulePaper(const PacketInput& input);
/// Units by trade, with the quota of each.
Paper rosterPaper(const PacketInput& input);
/// The organiser's sheet (table 1), then each unit's, marked 参考稿. Inspectors are counted, not
/// named.
QVector<Paper> sheetPapers(const PacketInput& input);
/// The three rates, what is not in order and why, and the whole ledger.
QVector<Paper> ledgerPapers(const PacketInput& input);
/// Photographs taken by the packet's day, in the order in which they are filed; none that only the office may see.
QVector<model::Attachment> photographsIn(const PacketInput& input);
/// Six to a page: for each unit its own and those of its visits, instruments and problems, then for each meeting,
/// training or other record.
QVector<Paper> photographPapers(const PacketInput& input);
Paper problemPaper(const PacketInput& input);

/// A list over a register, or numbers only where the catalogue says so.
Paper registerPaper(const PacketInput& input, const RequiredPaper& paper);
Paper summaryPaper(const PacketInput& input, const RequiredPaper& paper);
/// What a register's or a summary's paper prints, as a table.
rules::Summary tableOf(const PacketInput& input, const RequiredPaper& paper);

/// 一户一档 of each unit that takes part; photographs have a paper of their own.
QVector<Paper> unitFolderPapers(const PacketInput& input);

/// What one file of the packet holds besides its scans; the cover with an empty contents list, the score sheets and
/// signed papers without the numbers in their index.
QVector<Paper> papersOf(const RequiredPaper& paper, const PacketInput& input, const QVector<PaperGap>& gaps);

/// What a paper says, page numbers aside: two with the same fingerprint say the same.
QString fingerprintOf(const QVector<Paper>& papers);

/// A PDF of the packet.
struct PacketFile {
    QString id; ///< in the catalogue
    QString file;
    QString title;
    QString chapter;
    QVector<Paper> papers;
    QVector<PacketScan> scans; ///< after the papers
    QString fingerprint;       ///< of what it says, page numbers aside: two with the same say the same
    int firstPage = 0;         ///< of all PDFs' pages
    int pages = 0;
};

/// Told before each paper what is made now; false stops.
using PacketProgress = std::function<bool(const QString& title)>;

/// All PDFs of the packet with running page numbers. The cover lists them and the `others` (tables,
/// photographs). Needs a QGuiApplication for its fonts. Empty where `progress` stopped it.
QVector<PacketFile> packetFiles(const PacketInput& input, const QVector<PaperGap>& gaps,
                                const QVector<ContentsLine>& others, const PacketProgress& progress = {});

/// A paper with the campaign's head line and the day set.
Paper blankPaper(const PacketInput& input, const QString& title);

} // namespace chengheng::documents
