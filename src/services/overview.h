// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/draw.h"
#include "rules/due_report.h"
#include "rules/organisation_view.h"
#include "rules/plan_checker.h"
#include "rules/readiness.h"
#include "rules/standing.h"
#include "rules/status.h"
#include "rules/summary.h"
#include "services/workspace.h"

namespace chengheng::services {

/// The ledger on a day with the facts its lines and sentences rest on.
struct LedgerView {
    rules::DueReport report;
    /// As of the day, of one unit alone where that was asked for; rules::standingOf(facts, report, line) explains a
    /// line.
    model::CampaignFacts facts;
};

/// The rules over the records, each of one reading and remembered until a record changes. An invalid day is today.
Result<LedgerView> ledgerOn(const Workspace& workspace, QDate day, rules::DueOptions options = {});
/// Its figures alone, from a narrower reading: for counts, of any size of ledger.
Result<rules::DueReport> ledgerFiguresOn(const Workspace& workspace, QDate day, rules::DueOptions options = {});
Result<rules::Status> statusOn(const Workspace& workspace, QDate day);
/// Goals with their tasks, judged as milestones are (rules/task_state.h).
Result<QVector<rules::PhaseStanding>> tasksOn(const Workspace& workspace, QDate day);
Result<QVector<rules::SeatView>> seatsOn(const Workspace& workspace, QDate day);
Result<QVector<rules::UnitStanding>> standingsOn(const Workspace& workspace, QDate day);
Result<rules::DrawResult> drawUnits(const Workspace& workspace, QDate day, const rules::DrawRequest& request);

struct ReadinessReport {
    rules::Readiness readiness;
    rules::DrawResult draw; ///< a draw of twelve on that day if nothing is done
};
Result<ReadinessReport> readinessOn(const Workspace& workspace, QDate day, QDate on);

/// What the dashboard shows.
struct Overview {
    rules::Status now;
    rules::Status monthAgo;
    ReadinessReport readiness; ///< on the plan's last day, or on the day where that has passed
    int daysAhead = 0;         ///< as set (设置)
    LedgerView ledger;         ///< with what ends within those days listed
};
Result<Overview> overviewOn(const Workspace& workspace, QDate day);

/// The three rates with their counts.
Result<rules::VerificationFigures> verificationFiguresOn(const Workspace& workspace, QDate day);

/// A summary over the registers on a day (an invalid one is today); refused to those who may not read the
/// register it rests on.
Result<rules::Summary> summaryOn(const Workspace& workspace, const rules::SummaryKind& kind, QDate day);

/// How many lines of each summary are pressing on a day, by its key, from one reading; those that the actor may not
/// read are left out.
Result<QHash<QString, qint64>> pressingOn(const Workspace& workspace, QDate day);

/// What contradicts itself in the campaign's own plan.
QVector<rules::Finding> checkPlan(const Workspace& workspace);

} // namespace chengheng::services
