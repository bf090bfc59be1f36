// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/invocation.h"
#include "documents/paper.h"
#include "services/issued_papers.h"

#include <QJsonObject>

namespace chengheng::cli {

/// What a command answers: one JSON object, the same for people, and whether a check failed.
struct Answer {
    QJsonObject json;
    QString text;
    bool isRefused = false; ///< exit status 1 although there is an answer (a rejected row, a broken verify)
};

/// What a command works with. The campaign is open where its form asks for one.
struct Context {
    const Invocation& call;
    services::Workspace* workspace = nullptr;
    services::Actor actor;
    std::shared_ptr<const Clock> clock;

    QDate day() const { return call.asOf.isValid() ? call.asOf : clock->today(); }
};

struct Command {
    CommandForm form;
    std::function<Result<Answer>(Context&)> run;
};

/// The commands of each subject; run.cpp joins them.
QVector<Command> campaignCommands();    ///< new, demo, check-plan, backup, restore, verify, packet, number-packet
QVector<Command> registerCommands();    ///< kinds, list, show, add, change, correct, changes, do, undo
QVector<Command> tableCommands();       ///< import, import undo, export, template
QVector<Command> attachmentCommands();  ///< attach, attachments, save-attachment
QVector<Command> inspectionCommands();  ///< score, inspect add, inspect show, suggest-problems
QVector<Command> overviewCommands();    ///< due, status, readiness, draw
QVector<Command> paperCommands();       ///< issue, scan, archive
QVector<Command> recordPaperCommands(); ///< unit-folder, sheet, print, find-label
QVector<Command>
madePaperCommands();                 ///< papers, paper, number-paper, check-figures, paper-template, set-paper-template
QVector<Command> handoverCommands(); ///< handover, handover-list
QVector<Command> passwordCommands(); ///< passwd, reset-password, start-passwords, end-passwords

/// Every command, for help and for the test that compares them with the man page.
const QVector<Command>& allCommands();

/// Opens a campaign as the line says; where it asks for a password, as givenPassword() has it.
Result<std::unique_ptr<services::Workspace>> openPlace(const Context& context, const services::Place& place,
                                                       services::Workspace::Mode mode);
/// Runs a command that makes or opens the place by itself, once one is named.
Result<Answer> needPlace(Context& context, Result<Answer> (*run)(Context&));

/// A unit by uid or by name; null for an empty text.
Result<Uid> unitNamed(const services::Workspace& workspace, const QString& text);

/// Which faces stand in for those that are not installed, as a sentence.
QString fontRemark(const QStringList& substituted);
/// What is said of a paper that got its number.
Answer issuedAnswer(const services::Issued& issued, const QString& out);
/// The name asks for a paper.
bool isPdf(const QString& path);
/// Writes a paper as PDF and says so.
Result<Answer> savedPaper(const Result<documents::Paper>& paper, const QString& out);

/// Reads a JSON file named on the line.
Result<QJsonObject> readJsonFile(const QString& path);

} // namespace chengheng::cli
