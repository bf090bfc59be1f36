// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/words.h"
#include "rules/record_test.h"

#include <QDate>
#include <QStringList>
#include <QVector>

namespace chengheng::rules {

/// How many units of a trade the notice wants, and the word it prints for the trade.
struct Quota {
    model::Trade trade = model::Trade::None;
    QString printed;
    qint64 planned = 0;
};

struct PlanOrganisation {
    QString key;
    QString name;
    model::OrganisationKind kind = model::OrganisationKind::Other;
    QString duties; ///< empty: the notice gives it none
};

/// One line of a printed roster.
struct PlanSeat {
    QString body;         ///< 领导小组, 推进办公室
    QString role;         ///< 组长, 成员 …
    QString organisation; ///< key
    QString post;
    QString holder;
};

/// The test over the records that completes a milestone.
enum class MilestoneTestKind {
    HandEntry,    ///< a milestone fact entered by hand
    QuotasFilled, ///< units registered against the quotas
    CommitmentsSigned,
    CommitmentsDisplayed,
    InstrumentsVerified, ///< 受检率: all mandatory in use verified in time
    InstrumentsPassed,   ///< 有效率: all mandatory in use passed and in time
    UnitsInspected,      ///< each unit in one of the ways of `inspections`, within the window
    OrganiserInspected,  ///< sheet 1 in one of the ways of `inspections`, within the window
    ProblemsClosed,
    SeatsFilled,
    UnitsTrained,         ///< heads and managers of all units, in every topic expected of them (培训覆盖)
    SupervisorsAppointed, ///< each volunteer trained and appointed with a certificate
    RulesInForce,         ///< every rule that each unit's trade expects (各业态管理情况)
    DossiersComplete,     ///< no dossier lacks a piece (一户一档)
    RecordsKept,          ///< so many records of a register, by `records`
    UnitsRecorded,        ///< a record of a register for each unit
    AllDone               ///< each record of a register has its day
};

struct MilestoneTest {
    MilestoneTestKind kind = MilestoneTestKind::HandEntry;
    QVector<model::InspectionKind> inspections = {};
    RecordTest records = {};
};

struct Milestone {
    QString key;
    QString title;
    QString owner; ///< organisation key
    QDate from;    ///< window
    QDate to;
    int leadWorkingDays = 0; ///< what this kind of work takes
    MilestoneTest test;
    QStringList clauses; ///< ids of the notice's duties it answers
};

struct Phase {
    QString key;
    QString title;
    QDate from;
    QDate to;
    QVector<Milestone> milestones;
};

struct BudgetCategory {
    QString key;
    QString title;
};

/// 3·15, 5·20, 质量月.
struct PublicityDay {
    QString key;
    QString title;
    QDate from;
    QDate to;
    QString phase; ///< the phase the notice puts it in
};

/// Something the notice says in more than one place; the plan checker compares the wordings.
struct Statement {
    QString topic; ///< "event_word", "host_office", "deputy_head"
    QString text;
    QString place; ///< where in the notice
};

/// The notice's plan: organisation, quotas, phases, days, money. Parsed from JSON, never changed.
struct Plan {
    QString id;
    QString title;
    QString campaignType;
    QString applicant;
    QString noticeNumber;
    QDate noticeDate;
    QString issuer;
    QDate from;
    QDate to;
    qint64 statedUnits = 0; ///< the total the notice prints
    QVector<PlanOrganisation> organisations;
    QVector<PlanSeat> seats;
    QVector<Quota> quotas;
    QStringList keyRoads;
    QVector<Phase> phases;
    QVector<PublicityDay> publicityDays;
    QVector<BudgetCategory> budgetCategories;
    QVector<Statement> statements;

    const PlanOrganisation* organisation(const QString& key) const;
    const Phase* phase(const QString& key) const;
    const Milestone* milestone(const QString& key) const;
};

/// Reads a plan file; the error says file, place (/phases/2/from) and reason.
Result<Plan> parsePlan(const QByteArray& json, const QString& fileName);

} // namespace chengheng::rules
