// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

/// Complaints, reports and enforcement.
namespace chengheng::model {

/// 投诉举报. STA-5; 市场监督管理投诉举报处理暂行办法(令20号), 消法实施条例46,
/// 投诉举报处理办法(令121号).
struct Complaint : RecordHead {
    qint64 number = 0;
    ComplaintKind kind = ComplaintKind::Complaint;
    QDate receivedOn;
    Channel channel = Channel::Hotline12345;
    Uid unit;
    QString respondent;
    QString subject;
    QString request;
    QDate deadline;
    QDate handedOn;
    QDate acceptedOn;
    QDate refusedOn;
    QString refusalGround;
    QDate endedOn;
    ComplaintOutcome outcome = ComplaintOutcome::None;
    QDate answeredOn;
    QString answer;
    QString handler; ///< who of the office follows it up
};

/// 案件查处. STA-4, BUR-4.
struct EnforcementCase : RecordHead {
    QString number;
    CaseSource source = CaseSource::Inspection;
    Uid unit;
    QString party;
    Uid complaint;
    Uid problem;
    QDate filedOn;
    QString facts;
    QString legalBasis;
    QDate decidedOn;
    QString decision;
    std::optional<Money> penalty;
    QDate executedOn;
    QDate closedOn;
};

} // namespace chengheng::model
