// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/packet_input.h"
#include "documents/paper.h"

namespace chengheng::documents {

/// A PDF that goes into the packet as it is: a signed paper, the document of a meeting.
struct PacketScan {
    model::Attachment file;
    QString title; ///< what it is, and whose
    QDate on;
    bool isSigned = true; ///< false: as it was numbered, not yet scanned with its seal
    int pages = 1;
};

/// Those of a paper on the packet's day that can be read, in the order of its registers, then of the papers' numbers.
/// None of a meeting that volunteers attended: their signatures stay in the office.
QVector<PacketScan> scansFor(const PacketInput& input, const RequiredPaper& paper);

/// All PDFs that the catalogue's papers ask for, readable or not.
QVector<model::Attachment> scansIn(const PacketInput& input);

/// What the part holds and on which page each begins; the last column is left to its caller.
Paper scanIndex(const PacketInput& input, const RequiredPaper& paper, const QVector<PacketScan>& scans);

/// Signed papers that are missing, not sealed yet, or cannot be read.
void addScanGaps(QVector<PaperGap>& gaps, const PacketInput& input, const RequiredPaper& paper);

} // namespace chengheng::documents
