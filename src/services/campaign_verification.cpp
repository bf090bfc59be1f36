// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/checksum.h"
#include "model/closing_records.h"
#include "model/outside_records.h"
#include "model/paper_records.h"
#include "rules/archive.h"
#include "services/internal/workspace_data.h"
#include "services/upkeep.h"
#include "storage/journal.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CampaignVerification)
};

/// Numbers of papers and of the archive that are missing or stand twice.
Result<void> checkNumbers(const Workspace& workspace, VerifyReport& report)
{
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    const auto pieces = snapshot->all<model::ArchivePiece>();
    const auto papers = snapshot->all<model::IssuedPaper>();
    if (!pieces || !papers)
        return fail(pieces ? papers.error() : pieces.error());
    QStringList numbers;
    for (const model::IssuedPaper& paper : *papers)
        numbers << paper.number;
    for (const rules::NumberFault& fault : rules::archiveNumberFaults(*pieces) + rules::paperNumberFaults(numbers))
        report.breaks.append({fault.code, 0, fault.why});
    return {};
}

/// Files that are kept outside: gone, or no longer what they were.
Result<void> checkOutside(const Workspace& workspace, VerifyReport& report)
{
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    const auto files = snapshot->all<model::OutsideFile>();
    if (!files)
        return fail(files.error());
    for (const model::OutsideFile& file : *files) {
        const bool isThere = QFileInfo(file.path).isFile();
        const auto hash = isThere ? documents::sha256OfFile(file.path) : Result<QString>(QString());
        if (!isThere || !hash)
            report.breaks.append({QStringLiteral("outside_missing"), 0,
                                  Text::tr("外存文件“%1”不在“%2”，请接上存放它的硬盘，或更正存放位置（保管人%3）。")
                                      .arg(file.title, file.path, file.keeper)});
        else if (!file.sha256.isEmpty() && *hash != file.sha256)
            report.breaks.append({QStringLiteral("outside_changed"), 0,
                                  Text::tr("外存文件“%1”（%2）与登记时不同，请找回原件。").arg(file.title, file.path)});
        else if (file.sha256.isEmpty())
            report.breaks.append(
                {QStringLiteral("outside_unread"), 0,
                 Text::tr("外存文件“%1”登记时没有读到，还没有校验值。请在能读到“%2”的电脑上重新保存这条登记。")
                     .arg(file.title, file.path)});
    }
    return {};
}

} // namespace

Result<VerifyReport> verifyCampaign(const Workspace& workspace, const QString& head)
{
    const auto checked = storage::Journal(*workspace.data().database).verify();
    if (!checked)
        return fail(checked.error());
    VerifyReport report{checked->ok, checked->head, checked->entries, {}};
    for (const storage::VerifyBreak& one : checked->breaks)
        report.breaks.append({one.what, one.seq, one.why});
    const QString asked = head.trimmed().toLower();
    if (!asked.isEmpty() && asked != checked->head) {
        report.isOk = false;
        report.breaks.append(
            {QStringLiteral("head_differs"), checked->entries,
             Text::tr("操作留痕的校验值与给出的不同：给出 %1，文件里是 %2。").arg(asked, checked->head)});
    }
    if (auto numbered = checkNumbers(workspace, report); !numbered)
        return fail(numbered.error());
    if (auto outside = checkOutside(workspace, report); !outside)
        return fail(outside.error());
    report.isOk = report.isOk && report.breaks.isEmpty();
    return report;
}

} // namespace chengheng::services
