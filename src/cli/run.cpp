// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run.h"

#include "base/files.h"
#include "base/json.h"
#include "cli/command.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <pwd.h>
#include <unistd.h>

namespace chengheng::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

enum ExitStatus { Done = 0, Refused = 1, WrongUsage = 2 };

QVector<CommandForm> allForms()
{
    QVector<CommandForm> forms;
    for (const Command& command : allCommands())
        forms.append(command.form);
    return forms;
}

const Command& commandNamed(const QString& name)
{
    return *std::find_if(allCommands().begin(), allCommands().end(),
                         [&](const Command& command) { return command.form.name == name; });
}

void printJson(QTextStream& out, const QJsonObject& object)
{
    out << QJsonDocument(object).toJson(QJsonDocument::Compact) << '\n';
}

int report(const Error& error, bool isJson, QTextStream& out, QTextStream& err)
{
    if (isJson)
        printJson(out, {{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), error.code},
                                                              {QStringLiteral("message"), error.message},
                                                              {QStringLiteral("where"), error.where}}}});
    else
        err << error.message << '\n';
    return error.kind == ErrorKind::Usage ? WrongUsage : Refused;
}

/// Who runs the program by the operating system, whatever the environment says.
QString systemUser()
{
    const passwd* entry = ::getpwuid(::geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : Text::tr("本机用户%1").arg(::geteuid());
}

/// Scripts work without --user, and may do everything: whoever has the file and the program could declare any role.
services::Actor actorOf(const Invocation& call)
{
    services::Actor actor;
    actor.name = call.user.isEmpty() ? systemUser() : call.user;
    actor.role = services::Role::Administrator;
    return actor;
}

Result<Answer> runCommand(const Invocation& call, const std::shared_ptr<const Clock>& clock)
{
    const Command& command = commandNamed(call.command);
    Context context{call, nullptr, actorOf(call), clock};
    std::unique_ptr<services::Workspace> workspace;
    if (command.form.needsCampaign) {
        const auto mode =
            command.form.isWriting ? services::Workspace::Mode::ReadWrite : services::Workspace::Mode::ReadOnly;
        auto opened = openPlace(context, call.place, mode);
        if (!opened)
            return fail(opened.error());
        workspace = std::move(*opened);
        context.workspace = workspace.get();
    }
    return command.run(context);
}

} // namespace

const QVector<Command>& allCommands()
{
    static const QVector<Command> commands = campaignCommands() + registerCommands() + attachmentCommands()
                                             + tableCommands() + inspectionCommands() + overviewCommands()
                                             + paperCommands() + madePaperCommands() + recordPaperCommands()
                                             + handoverCommands() + passwordCommands();
    return commands;
}

Result<QJsonObject> readJsonFile(const QString& path)
{
    constexpr qint64 maxBytes = qint64(16) * 1024 * 1024;
    const auto bytes = readFile(path, maxBytes);
    if (!bytes)
        return fail(bytes.error());
    return parseJsonObject(*bytes, path);
}

int run(const QStringList& arguments, QTextStream& out, QTextStream& err, const std::shared_ptr<const Clock>& clock)
{
    if (arguments == QStringList{QStringLiteral("help"), QStringLiteral("man")}) {
        out << manBegin << manText(allForms()) << manEnd;
        return Done;
    }
    if (arguments.isEmpty() || arguments.contains(QLatin1String("--help"))
        || arguments.first() == QLatin1String("help")) {
        out << helpText(allForms());
        return arguments.isEmpty() ? WrongUsage : Done;
    }
    if (arguments.contains(QLatin1String("--version"))) {
        out << QCoreApplication::applicationName() << ' ' << QCoreApplication::applicationVersion() << '\n';
        return Done;
    }
    const bool isJson = arguments.contains(QLatin1String("--json"));
    const auto call = parseArguments(arguments, allForms());
    if (!call)
        return report(call.error(), isJson, out, err);
    const auto answer = runCommand(*call, clock);
    if (!answer)
        return report(answer.error(), isJson, out, err);
    if (isJson)
        printJson(out, answer->json);
    else
        out << answer->text << '\n';
    return answer->isRefused ? Refused : Done;
}

} // namespace chengheng::cli
