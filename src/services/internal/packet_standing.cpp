// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/packet_standing.h"

#include "base/dates.h"
#include "base/json.h"
#include "services/internal/packet_archive.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Packets)
};

bool isAboutPacket(const documents::RequiredPaper& paper)
{
    return paper.part == documents::PacketPart::Cover || paper.part == documents::PacketPart::Gaps;
}

/// Why a paper that lacks nothing is stale; "" where it is not.
QString staleSince(const documents::PacketInput& input, const documents::RequiredPaper& paper,
                   const QString& fingerprint, const EarlierPacket& earlier)
{
    if (!earlier.day.isValid() || isAboutPacket(paper))
        return {};
    const qint64 age = earlier.day.daysTo(input.day);
    if (age > input.catalogue.staleAfterDays)
        return Text::tr("上次按%1的数据制作，已过 %2 天（超过 %3 天要重做）。")
            .arg(paperDate(earlier.day))
            .arg(age)
            .arg(input.catalogue.staleAfterDays);
    const QString before = earlier.fingerprints.value(paper.id);
    if (before.isEmpty())
        return Text::tr("%1的那份材料里没有它。").arg(paperDate(earlier.day));
    return before == fingerprint ? QString() : Text::tr("记录在%1之后有变动，请重新制作。").arg(paperDate(earlier.day));
}

} // namespace

PacketPaper standingOf(const documents::PacketInput& input, const QVector<documents::PaperGap>& gaps,
                       const documents::PacketFile& file, const EarlierPacket& earlier)
{
    PacketPaper out{file.id, file.title,     file.chapter, file.file, QStringLiteral("have"),
                    {},      file.firstPage, file.pages,   0};
    const documents::PaperGap* worst = nullptr;
    for (const documents::PaperGap& gap : gaps) {
        if (gap.id != file.id)
            continue;
        ++out.gaps;
        if (!worst || (worst->state == documents::GapState::Stale && gap.state == documents::GapState::Missing))
            worst = &gap;
    }
    if (worst) {
        out.state = documents::keyOf(worst->state);
        out.why = out.gaps == 1 ? worst->why : Text::tr("%1（共 %2 处）").arg(worst->why).arg(out.gaps);
        return out;
    }
    for (const documents::RequiredPaper& paper : input.catalogue.papers)
        if (paper.id == file.id)
            out.why = staleSince(input, paper, file.fingerprint, earlier);
    if (!out.why.isEmpty())
        out.state = QStringLiteral("stale");
    return out;
}

QVector<Gap> plainGaps(const QVector<documents::PaperGap>& gaps)
{
    QVector<Gap> out;
    for (const documents::PaperGap& gap : gaps)
        out.append({gap.paper, documents::keyOf(gap.state), gap.why, gap.id, gap.page, gap.record});
    return out;
}

Result<EarlierPacket> readEarlier(const QString& packet)
{
    if (packet.isEmpty())
        return EarlierPacket();
    const auto files = readPacketFiles(packet);
    if (!files)
        return fail(files.error());
    const auto manifest = parseJsonObject(files->manifest, QLatin1String(packetManifest));
    if (!manifest)
        return fail(manifest.error());
    EarlierPacket earlier;
    earlier.day = QDate::fromString(manifest->value(QLatin1String("as_of")).toString(), Qt::ISODate);
    for (const QJsonValue& entry : manifest->value(QLatin1String("papers")).toArray())
        earlier.fingerprints.insert(entry[QLatin1String("id")].toString(), entry[QLatin1String("content")].toString());
    return earlier;
}

} // namespace chengheng::services
