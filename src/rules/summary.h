// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/working_calendar.h"
#include "model/campaign_facts.h"
#include "rules/plan.h"
#include "rules/sheet.h"

namespace chengheng::rules {

/// Who reads a summary: what it says beyond his register is left out.
struct SummaryReader {
    model::Role role = model::Role::Administrator;
    Uid station = {}; ///< an officer's own

    bool mayRead(const model::RecordKind& kind) const { return model::mayRead(role, kind); }
};

/// What a summary is made from.
struct SummaryInput {
    const model::CampaignFacts& facts; ///< as of the day
    const Plan& plan;
    const SheetEdition& sheets;
    const WorkingCalendar& calendar;
    QDate day;
    SummaryReader reader = {};
};

/// One line; where it speaks of a record it leads there.
struct SummaryRow {
    QStringList cells;
    QString kind = {};
    Uid record = {};
    bool isPressing = false;                    ///< somebody has to act
    std::optional<model::Record> proposal = {}; ///< what the line proposes to enter
    QString group = {};                         ///< of Summary::groups; empty: none
};

/// A table that is computed from the registers on a day, and the sentence that sums it up.
struct Summary {
    QStringList columns;
    QVector<SummaryRow> rows;
    QString sentence;
    QStringList groups = {}; ///< that its rows fall into, in their order
    bool isDraft = false;    ///< proposed by rules, approved by nobody: never exported or printed

    qsizetype pressing() const;
};

/// A summary that window, command line and paper offer; rights follow the register it rests on.
struct SummaryKind {
    QString key;
    QString title;
    QString book;
    Summary (*make)(const SummaryInput& input);
    QString taking = {};      ///< what entering all its proposals is called; empty: it makes none
    bool showsPoints = false; ///< its sentence says which sheets they come from
};

/// The summary; where it shows points or grades its sentence says that the sheets are a 参考稿, as long as they are.
Summary summaryOf(const SummaryKind& kind, const SummaryInput& input);

const QVector<SummaryKind>& allSummaries();
const SummaryKind* findSummary(const QString& key);

/// A register as its structs.
template <class R>
QVector<R> bookOf(const model::CampaignFacts& facts)
{
    QVector<R> typed;
    for (const model::Record& record : facts.books.value(model::kindOf<R>().key))
        typed.append(model::fromRecord<R>(record));
    return typed;
}

/// Units that take part on the day.
QVector<model::Unit> unitsTakingPart(const model::CampaignFacts& facts);

// ---- the summaries, by area
Summary settingsSummary(const SummaryInput& input);         ///< figures the office may set, and those in force
Summary owedSummary(const SummaryInput& input);             ///< what is owed by a day, from all registers
Summary dossierSummary(const SummaryInput& input);          ///< 一户一档: what is there, what is missing
Summary tradeCareSummary(const SummaryInput& input);        ///< 总体要求 by trade (STD-0)
Summary surveySummary(const SummaryInput& input);           ///< what the survey found, by trade and road
Summary freshnessSummary(const SummaryInput& input);        ///< when each unit's facts were last confirmed (STA-2)
Summary rehearsalSummary(const SummaryInput& input);        ///< mock visits beside the record, item by item (BUR-5)
Summary inspectionSummary(const SummaryInput& input);       ///< inspections of each unit by kind
Summary inspectionMonthsSummary(const SummaryInput& input); ///< coverage and visits by trade and month (STA-3)
Summary scoreFiguresSummary(const SummaryInput& input);     ///< scores and grades by trade
Summary planProgressSummary(const SummaryInput& input);     ///< plans of inspections and what has been done of them
Summary improvementSummary(const SummaryInput& input);      ///< what still costs points, dearest first (BUR-3)
Summary recurrenceSummary(const SummaryInput& input);       ///< the same fault again
Summary selfCheckSummary(const SummaryInput& input);        ///< who has been asked and has not handed in
Summary measurementSummary(const SummaryInput& input);      ///< weighing and nozzle checks with their verdict
Summary visitPlanSummary(const SummaryInput& input);        ///< instruments to verify, by road and due window
Summary bookingListSummary(const SummaryInput& input);    ///< what to book with the verification body, in e-CQS columns
Summary instrumentsOutSummary(const SummaryInput& input); ///< sent out for verification or repair, not yet back
Summary coverageSummary(const SummaryInput& input);       ///< which supervisor looks after which unit (SUP-4)
Summary feedbackSummary(const SummaryInput& input);       ///< supervisors' reports and the days to their answer
Summary complaintSummary(const SummaryInput& input);      ///< clocks of complaints and reports (STA-5)
Summary trainingSummary(const SummaryInput& input);       ///< who is owed which topic (BUR-1)
Summary topicSummary(const SummaryInput& input);          ///< how far each topic has come
Summary publicitySummary(const SummaryInput& input);      ///< what was held, reported and handed out
Summary proofSummary(const SummaryInput& input);          ///< reports and printed matter, and what shows them
Summary liaisonSummary(const SummaryInput& input);        ///< who speaks for each department, station and unit
Summary listDraftSummary(const SummaryInput& input);      ///< red and black list as the rules would have it
Summary listStateSummary(const SummaryInput& input);      ///< entries of the lists and what comes next (PLAN-3)
Summary taskSummary(const SummaryInput& input);           ///< tasks by their goals, judged as milestones are (TOWN-1)
Summary applicationSummary(const SummaryInput& input);    ///< where each application is (TOWN-9)
Summary acceptanceSummary(const SummaryInput& input);     ///< units drawn at acceptance and their scores (PLAN-7)
Summary commendationSummary(const SummaryInput& input);   ///< who might be commended, and why (PLAN-8)
Summary thenAndNowSummary(const SummaryInput& input);     ///< the round before beside this one (LONG-1)
Summary budgetSummary(const SummaryInput& input);         ///< budget, spending and balance by year (FUND-1, FUND-2)
Summary voucherSummary(const SummaryInput& input);        ///< expenses and whether their voucher is attached (FUND-1)
Summary archiveSummary(const SummaryInput& input);        ///< boxes of the archive and what is amiss in them (TOWN-7)
Summary attachmentCheckSummary(const SummaryInput& input); ///< attachments that prove nothing, or too little
Summary papersOutSummary(const SummaryInput& input);       ///< papers still on their way through signing
Summary yearSummary(const SummaryInput& input);            ///< figures of the annual summary (BUR-6)

} // namespace chengheng::rules
