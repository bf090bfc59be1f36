// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/merge.h"
#include "rules/summary.h"

#include <QStringList>

namespace chengheng::documents {

/// Entries of a list that a paper leaves out.
struct PaperFilter {
    QString list;   ///< a list's name in the template: 问题
    QString field;  ///< a field of its entries: 整改状态
    QString unlike; ///< entries with this text are left out; empty: those where it is blank
};

/// What a paper is filled from: the facts of its day, and who makes it.
struct PaperSource {
    rules::SummaryInput input;
    QString maker; ///< with （自报姓名） where the name is only declared
    QVector<PaperFilter> filters;
    /// The paper may print what only the office reads.
    bool isConfidential = false;
    QDate dated = {}; ///< 落款日期; invalid: the day of its facts
};

/// What the template of a paper about a register's record (nullptr: about the campaign) may name: the record's
/// fields under their labels (单位名称), those of records it refers to (单位名称·地址), records that refer to it or
/// to those as lists (计量器具.器具名称, 单位名称·计量器具.器具名称), and people and figures of the campaign.
/// About the campaign, all registers and summaries are lists.
MergeFields paperFields(const PaperSource& source, const model::RecordKind* subject);

/// The values that a template names; others are not looked up. `record`: nullptr for the campaign. What is blank
/// is an empty text.
MergeData paperData(const PaperSource& source, const model::Record* record, const QStringList& names);

/// Registers whose records the named lists hold.
QStringList booksNamed(const PaperSource& source, const model::RecordKind* subject, const QStringList& names);

/// A value as a paper prints it: 2024年3月5日, 是, 12.50元.
QString printedText(const model::Field& field, const model::Value& value);

} // namespace chengheng::documents
