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
        items.append(QJsonObject{
            {QStringLiteral("kind"), one.kind.isEmpty() ? QStringLiteral("draft") : one.kind},
            {QStringLiteral("uid"), one.record.toString()},
            {QStringLiteral("what"), one.what},
            {QStringLiteral("due"), one.due.isValid() ? QJsonValue(one.due.toString(Qt::ISODate)) : QJsonValue()},
            {QStringLiteral("how"), rules::labelOf(one.way)}});
    return items;
}

Result<Answer> openWork(Context& context)
{
    const QString person = context.call.words[0];
    const auto work = services::openWorkOf(*context.workspace, person, context.day());
    if (!work)
        return fail(work.error());
    QStringList lines{Text::tr("%1未办结 %2 项").arg(person).arg(work->size())};
    for (const rules::OpenWork& one : *work)
        lines << one.line();
    return Answer{QJsonObject{{QStringLiteral("person"), person}, {QStringLiteral("open"), workJson(*work)}},
                  lines.join(QLatin1Char('\n'))};
}

Result<Answer> handOver(Context& context)
{
    const QString onText = context.call.option("on");
    const QDate on = onText.isEmpty() ? context.day() : QDate::fromString(onText, Qt::ISODate);
    if (!on.isValid())
        return fail(ErrorKind::Usage, "usage", Text::tr("--on 应是日期，如 2024-09-02，这里是“%1”。").arg(onText));
    const services::HandingOver handing{
        context.call.words[0],         context.call.words[1],         on,
        context.call.option("reason"), context.call.option("backup"), context.call.has("roles-moved")};
    const auto work = services::openWorkOf(*context.workspace, handing.from, on);
    if (!work)
        return fail(work.error());
    const auto written = services::handOver(*context.workspace, handing);
    if (!written)
        return fail(written.error());
    return Answer{QJsonObject{{QStringLiteral("uid"), written->uid.toString()},
                              {QStringLiteral("seq"), written->seq},
                              {QStringLiteral("handed"), workJson(*work)}},
                  Text::tr("%1未办结的 %2 项已移交%3。").arg(handing.from).arg(work->size()).arg(handing.to)};
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
        {{.name = QStringLiteral("open-work"),
          .words = QStringLiteral("PERSON"),
          .summary = Text::tr("一个人名下未办结的事"),
          .fewestWords = 1,
          .mostWords = 1},
         openWork},
        {{.name = QStringLiteral("handover"),
          .words = QStringLiteral("PERSON SUCCESSOR"),
          .summary = Text::tr("把一个人未办结的事移交给接手的人（--reason 原因、--on 日期）"),
          .fewestWords = 2,
          .mostWords = 2,
          .options = {QStringLiteral("on"), QStringLiteral("reason"), QStringLiteral("backup")},
          .flags = {QStringLiteral("roles-moved")},
          .isWriting = true},
         handOver},
        {{.name = QStringLiteral("handover-list"),
          .words = QStringLiteral("UID OUT.pdf"),
          .summary = Text::tr("打印一次工作交接的移交清单"),
          .fewestWords = 2,
          .mostWords = 2},
         handoverList},
    };
}

} // namespace chengheng::cli
