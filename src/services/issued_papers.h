// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/paper_records.h"
#include "rules/paper_standing.h"
#include "services/registers.h"

namespace chengheng::services {

/// A paper that is to leave the office.
struct PaperRequest {
    QString title;
    QString paperKind; ///< by its title among the office's papers: 整改通知书
    Uid unit = {};
    QString subject = {}; ///< whom or what it is about, where that is no unit
    QString receiver = {};
    QDate madeOn = {};  ///< invalid: today
    QString maker = {}; ///< empty: who acts
};

/// The number that a paper gets and what its QR code says (rules/paper_code.h).
struct PaperIdentity {
    QString number;
    QString code;
};

/// The number that the next paper made on a day would get; another paper may take it meanwhile.
Result<PaperIdentity> nextPaper(const Workspace& workspace, QDate madeOn);
/// The code of a paper that has its number.
Result<QString> codeOf(const Workspace& workspace, const model::IssuedPaper& paper);

/// Makes the paper's PDF with its number and code in it.
using PaperMaker = std::function<Result<QByteArray>(const PaperIdentity&)>;
/// Stamps code and number on a PDF that was made without it.
PaperMaker stamping(const QByteArray& pdf);

struct Issued {
    Written written;
    PaperIdentity identity;
    QByteArray pdf;
    int pages = 0;
};

/// Gives a paper the next number of its year, has its PDF made, and keeps record and PDF as one intent: no
/// number is lost or given twice, and nothing is kept where the PDF cannot be made. Where somebody else took the
/// number meanwhile the PDF is made again with the next one. Invalid as stampCode() and for a record's faults;
/// "file_too_large" beyond 60 MB.
Result<Issued> issuePaper(Workspace& workspace, const PaperRequest& request, const PaperMaker& make,
                          const Uid& intent = Uid::create());

/// The same of a PDF in a file; the stamped one is written to `out` as well, which must not exist. An error leaves
/// neither file nor record. NotFound "no_such_file", Conflict "file_exists", Unavailable "cannot_write_file".
Result<Issued> issueFile(Workspace& workspace, const PaperRequest& request, const QString& path, const QString& out,
                         const Uid& intent = Uid::create());

/// Writes a PDF or .docx to a file, whole or not at all, as exchange::replaceFile(). Invalid "ending_mismatch" where
/// the ending is another than the content's; NotFound "no_such_folder", Unavailable "cannot_write_file".
Result<void> saveDocument(const QString& path, const QByteArray& bytes);

/// Where each paper is on a day.
Result<QHash<Uid, rules::PaperStanding>> paperStandings(const Workspace& workspace, QDate day);

} // namespace chengheng::services
