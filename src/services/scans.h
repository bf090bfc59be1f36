// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/paper_records.h"
#include "services/progress.h"
#include "services/registers.h"

namespace chengheng::services {

/// The pages of a scanned batch that belong to one paper.
struct ScanPart {
    Uid paper;
    QString number;
    QString title;
    QVector<int> pages;                         ///< of the batch, counted from 1
    qint64 pagesExpected = 0;                   ///< that the paper has
    QVector<model::PaperStepKind> missingSteps; ///< that signing has not gone through yet
    bool isFiled = false;                       ///< a scan of it was filed before
    QString refusal;                            ///< why it cannot be filed at all (voided); empty where it can
};

/// A page that belongs to no paper, and why.
struct StrayPage {
    int page = 0;
    QString why;
};

/// Pages for people: “1–3、10”.
QString pageRanges(const QVector<int>& pages);
/// Pages that follow each other and are stray for the same reason, together.
struct StrayPages {
    QVector<int> pages;
    QString why;
};
QVector<StrayPages> together(const QVector<StrayPage>& strays);

/// Which pages of a scanned batch go where.
struct ScanPlan {
    QString name;   ///< of the scanned file
    QByteArray pdf; ///< the batch itself; filing takes its pages from here
    int pages = 0;
    QVector<ScanPart> parts; ///< in the order of their first page
    QVector<StrayPage> strays;
};

/// Reads a scanned batch (a PDF, or photographs of pages, several in their order) and finds each page's paper by
/// its code; a page without a code belongs to the paper before it. Nothing is written. Invalid "no_such_file",
/// "not_a_pdf", "locked_pdf", "unreadable_picture"; Cancelled.
Result<ScanPlan> splitScan(const Workspace& workspace, const QStringList& paths, const Progress& progress = {});

struct ScanOptions {
    bool completesSteps = false; ///< what signing had to go through before is entered with the scan's day
    bool filesAgain = false;     ///< a paper that has a scan gets this one as well
    bool archives = false;       ///< each paper becomes a piece of the archive, too
    model::Retention retention = model::Retention::TenYears;
    QDate on = {}; ///< invalid: today
};

/// Why a part of the plan is not filed with these options; empty where it is.
QString reasonToLeave(const ScanPart& part, const ScanOptions& options);

struct ScanReport {
    Written written;
    QVector<ScanPart> filed;
    QVector<QPair<ScanPart, QString>> left; ///< with the reason; their pages remain in the scanned file
    QVector<StrayPage> strays;
    int archived = 0;
};

/// Files each part of a plan to its paper: pages as an attachment, the step 已扫描, perhaps an archive piece; one
/// intent, all or nothing. Invalid "nothing_to_file" where no part can be filed.
Result<ScanReport> fileScan(Workspace& workspace, const ScanPlan& plan, const ScanOptions& options,
                            const Progress& progress = {}, const Uid& intent = Uid::create());

} // namespace chengheng::services
