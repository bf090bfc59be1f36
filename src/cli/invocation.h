// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "services/workspace.h"

#include <QHash>
#include <QSet>

namespace chengheng::cli {

/// One call of the program, taken apart: global options, command, its words and options.
struct Invocation {
    services::Place place;
    QDate asOf;
    bool isJson = false;
    QString user;
    QString command; ///< "due", "import undo" …
    QStringList words;
    QHash<QString, QString> options; ///< --within 30 → within: 30
    QStringList conditions;          ///< each --where key=value
    QSet<QString> flags;

    QString option(const char* name) const { return options.value(QLatin1String(name)); }
    bool has(const char* flag) const { return flags.contains(QLatin1String(flag)); }
};

/// What a command takes on the line; wrong usage is found here and nowhere else.
struct CommandForm {
    QString name = {};    ///< may be two words
    QString words = {};   ///< for help: "KIND FILE"
    QString summary = {}; ///< one Chinese line
    int fewestWords = 0;
    int mostWords = 0;
    QStringList options = {};         ///< that take a value
    QStringList requiredOptions = {}; ///< of those, must be given
    QStringList flags = {};
    bool isWriting = false; ///< --as-of is then wrong usage
    bool needsCampaign = true;
};

/// Error of kind Usage says what is wrong with the line.
Result<Invocation> parseArguments(const QStringList& arguments, const QVector<CommandForm>& forms);

QString helpText(const QVector<CommandForm>& forms);
/// The commands as the man page lists them (roff), between manBegin and manEnd in docs/man/chengheng-cli.1.
QString manText(const QVector<CommandForm>& forms);
inline constexpr char manBegin[] = ".\\\" commands: chengheng-cli help man\n";
inline constexpr char manEnd[] = ".\\\" end of commands\n";

} // namespace chengheng::cli
