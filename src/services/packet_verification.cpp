// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/packets.h"

#include "base/json.h"
#include "documents/checksum.h"
#include "services/internal/packet_archive.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Packets)
};

void note(VerifyReport& report, const char* what, const QString& why)
{
    report.isOk = false;
    report.breaks.append({QString::fromLatin1(what), 0, why});
}

/// Checks one line of the manifest and takes its file out of `found`.
void checkFile(VerifyReport& report, const QJsonObject& paper, QHash<QString, QString>& found)
{
    const QString name = paper.value(QLatin1String("file")).toString();
    const QString sha256 = paper.value(QLatin1String("sha256")).toString();
    if (name.isEmpty() || sha256.isEmpty()) {
        note(report, "manifest_damaged", Text::tr("清单里有一项没有写文件名或校验值。"));
        return;
    }
    ++report.entries;
    const auto file = found.constFind(name);
    if (file == found.cend())
        note(report, "file_missing", Text::tr("缺少文件“%1”。").arg(name));
    else if (*file != sha256)
        note(report, "file_changed", Text::tr("文件“%1”与清单里的校验值不符，生成之后被改动过或已损坏。").arg(name));
    found.remove(name);
}

void checkAgainst(VerifyReport& report, const QJsonObject& manifest, QHash<QString, QString> found)
{
    report.head = manifest.value(QLatin1String("journal_head")).toString();
    const QJsonValue papers = manifest.value(QLatin1String("papers"));
    if (!papers.isArray())
        note(report, "manifest_damaged", Text::tr("清单里没有文件列表。"));
    for (const QJsonValue& paper : papers.toArray())
        checkFile(report, paper.toObject(), found);
    QStringList extra = found.keys();
    std::sort(extra.begin(), extra.end());
    for (const QString& name : extra)
        note(report, "file_extra", Text::tr("文件“%1”不在清单里，是后来放进去的。").arg(name));
}

} // namespace

Result<VerifyReport> verifyPacket(const QString& packet, const QString& manifestHash)
{
    const auto files = readPacketFiles(packet);
    if (!files)
        return fail(files.error());
    VerifyReport report;
    if (files->manifest.isEmpty()) {
        note(report, "manifest_missing", Text::tr("没有清单 manifest.json，无法核验。"));
        return report;
    }
    const auto manifest = parseJsonObject(files->manifest, QLatin1String(packetManifest));
    if (!manifest) {
        note(report, "manifest_damaged", manifest.error().message);
        return report;
    }
    report.manifestSha256 = documents::sha256Of(files->manifest);
    const QString asked = manifestHash.trimmed().toLower();
    if (!asked.isEmpty() && asked != report.manifestSha256)
        note(report, "manifest_differs",
             Text::tr("清单 manifest.json 的校验值是 %1，不是核验单上的 %2：不是同一份材料，或清单改动过。")
                 .arg(report.manifestSha256, asked));
    if (sealedManifest(*manifest) != files->manifest)
        note(report, "manifest_changed", Text::tr("清单 manifest.json 在生成之后被改动过或已损坏。"));
    checkAgainst(report, *manifest, files->sha256);
    return report;
}

} // namespace chengheng::services
