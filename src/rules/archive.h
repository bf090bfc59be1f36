// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/campaign_facts.h"
#include "model/closing_records.h"

namespace chengheng::rules {

// 归档文件整理规则 DA/T 22-2015, classified by year and retention; numbers run within each.

/// Y, D30, D10 (5.4.2).
QString retentionCode(model::Retention retention);

/// 档号 "J001-WS·2024-D30-0001" (5.4.2): 全宗号, 文书, year, retention, number. Without `fonds` its part is left out.
QString archiveCode(const model::ArchivePiece& piece, const QString& fonds);

/// How long a paper of the office is usually kept, by its title (国家档案局令第8号: 永久 for what shows its main work,
/// 30 years for how it was done, 10 for the rest). A proposal; the clerk decides.
model::Retention usualRetention(const QString& paperKind);

/// A box with what lies in it.
struct ArchiveBox {
    model::ArchiveVolume
        volume; ///< without uid: pieces name a box that is not entered yet; without name: not boxed yet
    QVector<model::ArchivePiece> pieces; ///< by year, retention and number
};
/// All boxes in the order of their names (2 before 10), those without a piece too; what is not boxed comes last.
QVector<ArchiveBox> archiveBoxes(const model::CampaignFacts& facts);
/// What has to be put right in a box before it is handed over, a sentence each.
QStringList faultsIn(const ArchiveBox& box);
/// "3 号", "3～17 号"; "—" for an empty box.
QString numberSpan(const ArchiveBox& box);
qint64 pagesIn(const ArchiveBox& box);

/// A number that is missing between others, or stands twice.
struct NumberFault {
    QString code; ///< number_missing, number_twice
    QString why;  ///< one sentence
};
/// The archive's numbers, void pieces counted.
QVector<NumberFault> archiveNumberFaults(const QVector<model::ArchivePiece>& pieces);
/// The numbers of issued papers ("2024-00012"), void ones counted.
QVector<NumberFault> paperNumberFaults(const QStringList& numbers);

} // namespace chengheng::rules
