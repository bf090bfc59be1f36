// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

/// Complaints, reports and enforcement.
namespace chengheng::model {

/// 投诉举报, with the fields of the official forms of 2026-04 without identity numbers. STA-5; 市场监督管理投诉举报
/// 处理暂行办法(令20号), 消法实施条例46, 投诉举报处理办法(令121号). 投诉 and 举报 that came together are two records
/// (令121号9): the later one names the earlier in `twin`.
struct Complaint : RecordHead {
    qint64 number = 0;
    ComplaintKind kind = ComplaintKind::Complaint;
    QDate receivedOn;
    Receiver receiver = Receiver::Town;
    Channel channel = Channel::Hotline12345;
    Uid twin;
    QString person; ///< who complains or reports; empty: anonymous
    QString phone;
    QString address;
    bool mayPublish = false; ///< 同意公示投诉信息
    bool mayEntrust = false; ///< 同意委托调解
    Uid unit;
    QString respondent;
    QString respondentContact;
    QString respondentPhone;
    QString respondentAddress;
    Uid instrument;
    Uid problem;
    QString subject;
    QString facts;
    QString request;
    QDate deadline;
    QDate handedOn;
    QDate acceptedOn;
    QDate refusedOn;
    RefusalGround refusalItem = RefusalGround::None;
    QString refusalGround; ///< in words
    QDate endedOn;
    EndGround endGround = EndGround::None;
    ComplaintOutcome outcome = ComplaintOutcome::None;
    QDate answeredOn;
    QString answer;
    QString handler; ///< who of the office follows it up
};

/// What happens to a complaint between receipt and answer and moves one of its clocks (rules/complaint_clock.h).
struct ComplaintStep : RecordHead {
    Uid complaint;
    ComplaintStepKind kind = ComplaintStepKind::TestingBegun;
    QDate on;
    QString persons; ///< who did it; of an extension, the person in charge who approved
    QString content;
};

/// 案件查处. STA-4, BUR-4. Articles are those of the law book (services/law.h) in force on the day it was filed.
struct EnforcementCase : RecordHead {
    QString number;
    CaseSource source = CaseSource::Inspection;
    Uid unit;
    QString party;
    Uid complaint;
    Uid problem;
    Uid inspection;
    Uid supervisorReport;
    Uid instrument;
    QDate filedOn;
    QString facts;
    QString violated;
    QString legalBasis;
    QDate decidedOn;
    QString decision;
    std::optional<Money> penalty;
    QDate executedOn;
    QDate closedOn;
};

} // namespace chengheng::model
