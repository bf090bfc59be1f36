// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>

namespace chengheng::services {

/// Name of the list of a packet's files.
inline constexpr char packetManifest[] = "manifest.json";

/// Files of a packet by name, with their SHA-256; the manifest's own bytes stand beside it.
struct PacketFiles {
    QHash<QString, QString> sha256;
    QByteArray manifest; ///< empty where there is none
};

/// Reads a packet in a folder or a .zip file. Errors: no_such_packet, damaged_packet.
Result<PacketFiles> readPacketFiles(const QString& packet);

/// The manifest's bytes: canonical JSON with its own hash (over what stands without it) as "seal", so that no byte
/// of it can be damaged unseen.
QByteArray sealedManifest(QJsonObject manifest);

/// Packs the files of a folder into a new zip file, names in UTF-8, all with the same time: files
/// with the same bytes give a zip with the same bytes.
Result<void> zipFolder(const QString& folder, const QString& zip, const QDateTime& stamp);

} // namespace chengheng::services
