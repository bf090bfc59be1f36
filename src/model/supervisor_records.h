// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

/// Volunteer supervisors; kept from everybody outside the office.
namespace chengheng::model {

/// 群众监督员. TOWN-5, PLAN-2.
struct Supervisor : RecordHead {
    qint64 number = 0;
    QString name;
    QString phone;
    QString community;
    QDate recruitedOn;
    QDate trainedOn;
    QDate appointedOn;
    QString certificate;
    QDate termTo;
    QDate endedOn;
    QString remarks;
};

/// 包干分工. SUP-4: by area, road or trade.
struct Assignment : RecordHead {
    Uid supervisor;
    Uid unit;
    QString road;
    QString community; ///< 村居
    Trade trade = Trade::None;
    QDate from;
    QDate to;
};

/// 监督反馈单. SUP-1, SUP-2, SUP-3, SUP-4: the notice's questions.
struct SupervisorReport : RecordHead {
    Uid unit;
    Uid supervisor;
    QDate on;
    QDate receivedOn;
    Finding commitment = Finding::None;
    Finding instruments = Finding::None;
    Finding cheating = Finding::None;
    Finding quantity = Finding::None;
    Finding legalUnits = Finding::None;
    QString content;
    QDate answeredOn;
    QString answer;
};

/// 反馈涉及器具. SUP-2: matched to the unit's ledger.
struct ReportInstrument : RecordHead {
    Uid supervisorReport;
    Uid instrument; ///< of the ledger, once a match is accepted
    InstrumentFinding finding = InstrumentFinding::Unverified;
    QString name; ///< as the supervisor read it off
    QString serial;
    QString place;
    QString description;
    Uid problem; ///< that it raised at the office; the problem itself says nothing of the report
};

} // namespace chengheng::model
