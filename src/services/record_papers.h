// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/brief_paper.h"
#include "documents/page_layout.h"
#include "rules/fix_first.h"
#include "services/issued_papers.h"

namespace chengheng::services {

// Papers that the program sets itself, from the records as of a day (an invalid one is today).

/// 一户一档. Supervisors' reports are left out for those who may not read them. NotFound "no_such_unit".
Result<documents::Paper> unitFolder(const Workspace& workspace, const Uid& unit, QDate day);
/// Labels with codes in the order given; none given: of all instruments in use, by unit.
Result<documents::Paper> instrumentLabels(const Workspace& workspace, const QVector<Uid>& instruments, QDate day);
/// 今日走访单 of the chosen units; Invalid "no_unit_chosen" where none is.
Result<documents::Paper> visitSheet(const Workspace& workspace, const QVector<Uid>& units, QDate day);
/// 本月到期 of the chosen units, of all that take part where none is chosen; on paper and as text for WeChat.
Result<documents::Paper> dueNotice(const Workspace& workspace, const QVector<Uid>& units, QDate day);
Result<QString> dueNoticeText(const Workspace& workspace, const QVector<Uid>& units, QDate day);
/// What the leaders' brief and the projector show.
struct Brief {
    documents::PrintedOverview overview;
    QVector<documents::MonthFigures> months; ///< the last six, the day's month last
};
Result<Brief> briefOn(const Workspace& workspace, QDate day);
Result<documents::Paper> leadersBrief(const Workspace& workspace, QDate day);
/// Route and blank sheets of a draw.
Result<documents::Paper> rehearsalPapers(const Workspace& workspace, const rules::DrawRequest& request, QDate day);
Result<rules::FixFirst> fixFirstOn(const Workspace& workspace, const rules::DrawRequest& request, QDate day);
Result<documents::Paper> fixFirstList(const Workspace& workspace, const rules::DrawRequest& request, QDate day);
/// Photographs of a record, six to a page; of a unit also those of its visits, instruments and problems.
Result<documents::Paper> photographSheet(const Workspace& workspace, const QString& kind, const Uid& record, QDate day);
Result<documents::Paper> archiveCatalogue(const Workspace& workspace, QDate day);
Result<documents::Paper> archiveCovers(const Workspace& workspace, QDate day);

/// A paper that left with its number and code.
struct IssuedPages {
    Issued issued;
    documents::LaidPaper laid; ///< stamped as its PDF is
};
/// Gives one of these papers, a score sheet or a list the next number of today's year, stamps each page and keeps the
/// PDF in the register of papers. As issuePaper().
Result<IssuedPages> issueSet(Workspace& workspace, const documents::Paper& paper, const Uid& intent = Uid::create());

} // namespace chengheng::services
