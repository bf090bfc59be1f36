// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

/// Commendation, experience and the archive.
namespace chengheng::model {

/// 表彰. PLAN-8.
struct Commendation : RecordHead {
    CommendedKind kind = CommendedKind::Unit;
    Uid unit;
    QString subject;
    QString reason;
    QDate proposedOn;
    QDate firstApproval;
    QDate secondApproval;
    QString decision;
    QDate decidedOn;
    QString certificate;
};

/// 上一轮数字: a figure of the round before as it stood at its end, to lay beside today's. LONG-1.
struct PastFigure : RecordHead {
    QString title;
    QString value;
    QDate on;
};

/// 经验总结. PLAN-8, LONG-1.
struct Experience : RecordHead {
    QString title;
    QDate on;
    QString author;
    QString content;
};

/// 归档文件. TOWN-7; DA/T 22-2015: the nine columns of the catalogue.
struct ArchivePiece : RecordHead {
    qint64 number = 0;
    std::optional<qint64> year;
    Retention retention = Retention::Permanent;
    QString matter;
    QString documentNumber;
    QString responsible;
    QString title;
    QDate dated;
    QString secrecy;
    std::optional<qint64> pages;
    QString box;
    QString remarks;
};

} // namespace chengheng::model
