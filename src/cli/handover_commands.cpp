// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "base/dates.h"
#include "services/handover.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace chengheng::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(HandoverCommands)
};

QJsonArray workJson(const QVector<rules::OpenWork>& work)
{
    QJsonArray items;
    for (const rules::OpenWork& one : work)
        items.append(QJsonObject{{QStringLiteral("kind"), one.kind.isEmpty() ? QStringLiteral("draft") : one.kind},
                                 {QStringLiteral("uid"), one.record.toString()},
                                 {QStringLiteral("what"), one.what},
                                 {QStringLiteral("due"), one.due.isValid() ? QJsonValue(one.due.toString(Qt::ISODate)) : QJsonValue()},
                                 {QStringLiteral("how"), rules::labelOf(one.way)}});
    return items;
}

/// Without --to: what is open under the person's name; with it: hands it over.
Result<Answer> handOver(Context& context)
{
    const QString person = context.call.words[0];
    const QString successor = context.call.option("to");
    const QString onText = context.call.option("on");
    const QDate on = onText.isEmpty() ? context.day() : QDate::fromString(onText, Qt::ISODate);
    if (!on.isValid())
        return fail(ErrorKind::Usage, "usage", Text::tr("--on 应是日期，如 2024-09-02，这里是“%1”。").arg(onText));
    const auto work = services::openWorkOf(*context.workspace, person, on);
    if (!work)
        return fail(work.error());
    QStringList lines{Text::tr("%1未办结 %2 项").arg(person).arg(work->size())};
    for (const rules::OpenWork& one : *work)
        lines << one.line();
    QJsonObject json{{QStringLiteral("person"), person}, {QStringLiteral("on"), on.toString(Qt::ISODate)}, {QStringLiteral("open"), workJson(*work)}};
    if (successor.isEmpty())
        return Answer{json, lines.join(QLatin1Char('\n'))};
    const auto written = services::handOver(*context.workspace, {person, successor, on, context.call.option("reason"), context.call.option("backup"),
                                                                 context.call.has("roles-moved")});
    if (!written)
        return fail(written.error());
    json.insert(QStringLiteral("uid"), written->uid.toString());
    json.insert(QStringLiteral("seq"), written->seq);
    lines << Text::tr("已移交%1。").arg(successor);
    return Answer{json, lines.join(QLatin1Char('\n'))};
}

Result<Answer> handoverList(Context& context)
{
    const auto paper = services::handoverList(*context.workspace, Uid(context.call.words[0]));
    if (!paper)
        return fail(paper.error());
    return savedPaper(*paper, context.call.words[1]);
}

} // namespace

QVector<Command> handoverCommands()
{
    return {
        {{.name = QStringLiteral("handover"), .words = QStringLiteral("PERSON"),
          .summary = Text::tr("一个人未办结的事；给出 --to 就移交给他（--on 日期、--reason 原因）"), .fewestWords = 1, .mostWords = 1,
          .options = {QStringLiteral("to"), QStringLiteral("on"), QStringLiteral("reason"), QStringLiteral("backup")},
          .flags = {QStringLiteral("roles-moved")}}, handOver},
        {{.name = QStringLiteral("handover-list"), .words = QStringLiteral("UID OUT.pdf"),
          .summary = Text::tr("打印一次工作交接的移交清单"), .fewestWords = 2, .mostWords = 2}, handoverList},
    };
}

} // namespace chengheng::cli
