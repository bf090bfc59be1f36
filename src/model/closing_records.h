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
    QString firstApprover; ///< the leader who gave it here; empty where it was given on paper
    QDate secondApproval;
    QString secondApprover;
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

/// 归档文件. TOWN-7; DA/T 22-2015: one 件 of the catalogue. A number once given stays: a wrong piece is voided.
struct ArchivePiece : RecordHead {
    qint64 number = 0; ///< 件号, given by the program: counted within year and retention
    std::optional<qint64> year;
    Retention retention = Retention::Permanent;
    QString matter;
    QString documentNumber;
    QString responsible;
    QString title;
    QDate dated;
    QString secrecy;
    std::optional<qint64> pages;
    QString box; ///< 盒号 of its ArchiveVolume
    QDate voidedOn;
    QString voidReason;
    QString remarks;
};

/// 档案盒: a volume of the archive (材料归档成册), of one year and retention.
struct ArchiveVolume : RecordHead {
    QString box;   ///< 盒号
    QString fonds; ///< 全宗号 that the archive gave the office; empty while it is not known
    std::optional<qint64> year;
    Retention retention = Retention::Permanent;
    qint64 width = 30; ///< of its spine in millimetres: 20, 30, 40 or 50, as boxes are sold
    QDate packedOn;
    QString packer;
    QString checker;
    QString remarks;
};

} // namespace chengheng::model
