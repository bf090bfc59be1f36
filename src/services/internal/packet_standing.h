// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/packet_papers.h"
#include "services/packets.h"

namespace chengheng::services {

/// What an earlier packet held.
struct EarlierPacket {
    QDate day;
    QHash<QString, QString> fingerprints; ///< by the catalogue's id
};
/// As its manifest says; nothing of an empty path. Errors as readPacketFiles().
Result<EarlierPacket> readEarlier(const QString& packet);

/// A paper of the packet: complete, lacking something, or changed since the earlier packet.
PacketPaper standingOf(const documents::PacketInput& input, const QVector<documents::PaperGap>& gaps,
                       const documents::PacketFile& file, const EarlierPacket& earlier);

QVector<Gap> plainGaps(const QVector<documents::PaperGap>& gaps);

} // namespace chengheng::services
