// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/packet_catalogue.h"
#include "documents/paper.h"

namespace chengheng::documents {

// The papers of an acceptance packet, each from the facts alone.

Paper coverPaper(const PacketInput& input, const QVector<PaperGap>& gaps,
                 const QVector<ContentsLine>& contents);
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
Paper problemPaper(const PacketInput& input);

/// What one file of the packet holds; the cover with an empty contents list.
QVector<Paper> papersOf(PacketPart part, const PacketInput& input, const QVector<PaperGap>& gaps);

/// A PDF of the packet.
struct PacketFile
{
    QString file;
    QString title;
    QVector<Paper> papers;
};

/// All PDFs of the packet with running page numbers. The cover lists them and the `others` (tables,
/// photographs). Needs a QGuiApplication for its fonts.
QVector<PacketFile> packetFiles(const PacketInput& input, const QVector<PaperGap>& gaps,
                                const QVector<ContentsLine>& others);

/// A paper with the campaign's head line and the day set.
Paper blankPaper(const PacketInput& input, const QString& title);

} // namespace chengheng::documents
