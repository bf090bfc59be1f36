// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/docx_template.h"
#include "documents/letter.h"
#include "documents/paper_fields.h"
#include "services/issued_papers.h"
#include "services/progress.h"

namespace chengheng::services {

/// A paper that the office makes from its records: a .docx template, filled for one record or for the campaign.
/// The kinds are data (resources/templates/papers.json); what a template may name follows from the records'
/// descriptions.
struct PaperKind {
    QString key;                 ///< rectification_notice; also its template's name
    QString title;               ///< 整改通知书
    QString subject;             ///< key of the register whose record it is about; empty: the campaign
    bool isConfidential = false; ///< names what only the office reads
    QVector<documents::PaperFilter> filters;
    QString dayField;      ///< of its record: the paper's own day, where that has come; empty: the day it is asked for
    int daysBefore = 0;    ///< that day it is dated: a notice comes before what it announces, and may be made before it
    QString neededList;    ///< a list that must not be empty, or the paper has nothing to say
    bool isReport = false; ///< numbers that were typed into it are checked before it leaves (报送数字核对)
};

const QVector<PaperKind>& paperKinds();
/// nullptr for an unknown one.
const PaperKind* findPaper(const QString& key);
/// Papers about the records of a register.
QVector<PaperKind> papersAbout(const QString& recordKind);

/// What its template may name (documents/paper_fields.h).
Result<documents::MergeFields> fieldsOf(const Workspace& workspace, const PaperKind& paper);

/// The template in force: the office's own, or the one that comes with the program.
struct PaperTemplate {
    QByteArray docx;
    bool isOwn = false;
    QString fileName;
};
Result<PaperTemplate> templateOf(const Workspace& workspace, const PaperKind& paper);
/// The one that comes with the program.
QByteArray shippedTemplate(const PaperKind& paper);

/// Corrupt where it is no .docx; Invalid "template_faults" names each wrong field with its place.
Result<void> checkTemplate(const Workspace& workspace, const PaperKind& paper, const QByteArray& docx,
                           const QString& fileName);
/// Lets a paper be made from the office's own template from now on. Refused as checkTemplate().
Result<Written> setTemplate(Workspace& workspace, const PaperKind& paper, const QByteArray& docx,
                            const QString& fileName, const Uid& intent = Uid::create());
/// Goes back to the template that comes with the program; Conflict "template_is_shipped" where that is in force.
Result<Written> resetTemplate(Workspace& workspace, const PaperKind& paper, const Uid& intent = Uid::create());

/// A paper as it can be printed, before it has a number.
struct MadePaper {
    QString title;
    QByteArray docx;
    QByteArray pdf;
    int pages = 0;
    QStringList blanks;           ///< fields without a value: a line to write on stands in their place
    QStringList substitutedFonts; ///< as documents::substitutedFonts
    QString differences;          ///< of a report: which numbers the records do not bear out, one sentence; empty: none
};

/// `subject`: null for a paper about the campaign. An invalid day is today; facts, holders of offices and figures are
/// those of that day, or of the paper's own where it has one (a notice printed again says what it said). Denied where
/// the actor may not read what it rests on; Invalid "nothing_to_say" where its needed list is empty. Needs a
/// QGuiApplication for its fonts.
Result<MadePaper> makePaper(const Workspace& workspace, const PaperKind& paper, const Uid& subject, QDate day);

/// The paper as it would be from a template that is not in force: about the register's first record, or a blank one.
/// Refused as checkTemplate().
Result<MadePaper> tryTemplate(const Workspace& workspace, const PaperKind& paper, const QByteArray& docx,
                              const QString& fileName, QDate day);

/// Number and code as the first page bears them.
documents::PaperMark markOf(const PaperIdentity& identity);

/// The papers of all records whose own day has come by the day (all certificates of a commendation), one after the
/// other as one PDF; `docx` is empty. NotFound "nothing_to_print" where there is none.
Result<MadePaper> makePapers(const Workspace& workspace, const PaperKind& paper, QDate day,
                             const Progress& progress = {});

/// Whether a report leaves although its numbers differ from the records.
enum class Differences { Refuse, Accept };

/// Makes it with its number and code and keeps it in the register of papers. Invalid "figures_differ" names the numbers
/// of a report that the records do not bear out, unless they are accepted.
Result<Issued> issueMade(Workspace& workspace, const PaperKind& paper, const Uid& subject, QDate day,
                         Differences differences = Differences::Refuse, const Uid& intent = Uid::create());

} // namespace chengheng::services
