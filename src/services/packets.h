// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/issued_papers.h"
#include "services/progress.h"
#include "services/upkeep.h"

namespace chengheng::services {

struct Gap {
    QString paper; ///< title of the paper in the packet's catalogue
    QString state; ///< missing or stale
    QString why;
    QString id;   ///< of the catalogue's paper
    QString page; ///< where the window fills it
    Uid record;   ///< of that page; null: none is there yet
};

/// One paper of the catalogue as it stands.
struct PacketPaper {
    QString id;
    QString title;
    QString chapter;
    QString file;
    QString state; ///< have, missing or stale
    QString why;   ///< what is missing, or why it is stale
    int firstPage = 0;
    int pages = 0;
    int gaps = 0;
};

struct PacketReport {
    int files = 0; ///< in the packet
    int pages = 0;
    QVector<Gap> gaps;
    QVector<PacketPaper> papers;
    QString manifestSha256;
    QStringList substitutedFonts; ///< as documents::substitutedFonts()
    QString checkPage;            ///< path of the page beside the packet that tells how to check it
};

/// Gives the cover of a day's packet a number and a code, and enters it in the register of papers, so that its signed
/// copy is filed by its scan. Until the register says that it was printed the day's packets keep it: the same records
/// have the same number and bytes. A campaign that only may be read gets none.
Result<PaperIdentity> numberPacket(Workspace& workspace, QDate day, const Uid& intent = Uid::create());

/// Writes the acceptance packet of a day to a folder, or to one file where `out` ends in .zip, and the check page
/// (…-核验单.pdf) beside it. Neither may exist; a stop or an error leaves nothing there.
Result<PacketReport> writePacket(const Workspace& workspace, const QString& out, QDate day,
                                 const Progress& progress = {});
/// What the packet of a day would lack, without writing it.
Result<QVector<Gap>> packetGaps(const Workspace& workspace, QDate day);
/// The catalogue's papers with their pages. With an `earlier` packet those are stale that would say something else
/// today, and all where it is too old.
Result<QVector<PacketPaper>> packetPapers(const Workspace& workspace, QDate day, const QString& earlier = {},
                                          const Progress& progress = {});

/// Checks papers of a packet against its manifest, and the manifest against the hash in it; with `manifest`, that
/// it is the one whose hash the check page prints.
Result<VerifyReport> verifyPacket(const QString& packet, const QString& manifest = {});

} // namespace chengheng::services
