// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "rules/archive.h"
#include "services/archiving.h"
#include "services/issued_papers.h"
#include "services/scans.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace chengheng::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PaperCommands)
};

Result<Answer> issuePaper(Context& context)
{
    const auto unit = unitNamed(*context.workspace, context.call.option("unit"));
    if (!unit)
        return fail(unit.error());
    services::PaperRequest request;
    request.title = context.call.option("title");
    request.paperKind = context.call.option("kind");
    request.unit = *unit;
    request.subject = context.call.option("subject");
    request.receiver = context.call.option("receiver");
    const QString out = context.call.words[1];
    const auto issued = services::issueFile(*context.workspace, request, context.call.words[0], out);
    if (!issued)
        return fail(issued.error());
    return issuedAnswer(*issued, out);
}

QJsonObject partJson(const services::ScanPart& part, const QString& why)
{
    QJsonArray pages;
    for (const int page : part.pages)
        pages.append(page);
    return {{QStringLiteral("uid"), part.paper.toString()},
            {QStringLiteral("number"), part.number},
            {QStringLiteral("title"), part.title},
            {QStringLiteral("pages"), pages},
            {QStringLiteral("pages_expected"), part.pagesExpected},
            {QStringLiteral("filed"), why.isEmpty()},
            {QStringLiteral("why"), why}};
}

/// What went where, or would go: parts with the reason of those that are left, then the pages without a paper.
Answer scanAnswer(const QVector<QPair<services::ScanPart, QString>>& parts, const QVector<services::StrayPage>& strays)
{
    QJsonArray partsJson;
    QJsonArray straysJson;
    QStringList lines;
    bool isAllFiled = strays.isEmpty();
    for (const auto& [part, why] : parts) {
        partsJson.append(partJson(part, why));
        QString line = Text::tr("第 %1 页 → %2 %3").arg(services::pageRanges(part.pages), part.number, part.title);
        if (part.pages.size() != part.pagesExpected)
            line += Text::tr("（登记 %1 页，扫到 %2 页）").arg(part.pagesExpected).arg(part.pages.size());
        lines << (why.isEmpty() ? line : Text::tr("%1：没有归档，%2").arg(line, why));
        isAllFiled = isAllFiled && why.isEmpty();
    }
    for (const services::StrayPage& stray : strays)
        straysJson.append(QJsonObject{{QStringLiteral("page"), stray.page}, {QStringLiteral("why"), stray.why}});
    for (const services::StrayPages& stray : services::together(strays))
        lines << Text::tr("第 %1 页不属于任何文书：%2").arg(services::pageRanges(stray.pages), stray.why);
    return {{{QStringLiteral("parts"), partsJson}, {QStringLiteral("strays"), straysJson}},
            lines.join(QLatin1Char('\n')),
            !isAllFiled};
}

services::ScanOptions scanOptions(const Invocation& call)
{
    services::ScanOptions options;
    options.completesSteps = call.has("complete-steps");
    options.filesAgain = call.has("again");
    options.archives = call.has("archive");
    return options;
}

Result<Answer> scanPapers(Context& context)
{
    const auto plan = services::splitScan(*context.workspace, context.call.words);
    if (!plan)
        return fail(plan.error());
    const services::ScanOptions options = scanOptions(context.call);
    QVector<QPair<services::ScanPart, QString>> parts;
    if (context.call.has("dry-run")) {
        for (const services::ScanPart& part : plan->parts)
            parts.append({part, services::reasonToLeave(part, options)});
        return scanAnswer(parts, plan->strays);
    }
    const auto report = services::fileScan(*context.workspace, *plan, options);
    if (!report)
        return fail(report.error());
    for (const services::ScanPart& part : report->filed)
        parts.append({part, QString()});
    parts += report->left;
    Answer answer = scanAnswer(parts, report->strays);
    answer.json.insert(QStringLiteral("seq"), report->written.seq);
    answer.json.insert(QStringLiteral("archived"), report->archived);
    return answer;
}

Result<Answer> archivePapers(Context& context)
{
    std::optional<model::Retention> retention;
    if (const QString asked = context.call.option("retention"); !asked.isEmpty()) {
        retention = model::wordOf<model::Retention>(asked);
        if (!retention)
            return fail(ErrorKind::Usage, "usage",
                        Text::tr("--retention 应是 permanent、thirty_years 或 ten_years，这里是“%1”。").arg(asked));
    }
    QVector<Uid> papers;
    for (const QString& uid : context.call.words)
        papers.append(Uid(uid));
    const auto archived = services::archivePapers(*context.workspace, papers, retention);
    if (!archived)
        return fail(archived.error());
    QJsonArray pieces;
    QStringList lines;
    for (const model::ArchivePiece& piece : archived->pieces) {
        const QString code = rules::archiveCode(piece, {});
        pieces.append(QJsonObject{{QStringLiteral("uid"), piece.uid.toString()},
                                  {QStringLiteral("number"), piece.number},
                                  {QStringLiteral("code"), code},
                                  {QStringLiteral("title"), piece.title}});
        lines << Text::tr("%1 %2").arg(code, piece.title);
    }
    return Answer{{{QStringLiteral("pieces"), pieces},
                   {QStringLiteral("left"), QJsonArray::fromStringList(archived->left)},
                   {QStringLiteral("seq"), archived->written.seq}},
                  (lines + archived->left).join(QLatin1Char('\n'))};
}

} // namespace

Answer issuedAnswer(const services::Issued& issued, const QString& out)
{
    return {{{QStringLiteral("uid"), issued.written.uid.toString()},
             {QStringLiteral("seq"), issued.written.seq},
             {QStringLiteral("number"), issued.identity.number},
             {QStringLiteral("code"), issued.identity.code},
             {QStringLiteral("pages"), issued.pages}},
            Text::tr("文书编号 %1，%2 页，带编码的 PDF：%3").arg(issued.identity.number).arg(issued.pages).arg(out)};
}

QVector<Command> paperCommands()
{
    constexpr int mostFiles = 500;
    return {
        {{.name = QStringLiteral("issue"),
          .words = QStringLiteral("IN.pdf OUT.pdf"),
          .summary = Text::tr("给一份 PDF 文书编号并登记，带二维码的写到 OUT.pdf"),
          .fewestWords = 2,
          .mostWords = 2,
          .options = {QStringLiteral("title"), QStringLiteral("kind"), QStringLiteral("unit"),
                      QStringLiteral("subject"), QStringLiteral("receiver")},
          .requiredOptions = {QStringLiteral("title"), QStringLiteral("kind")},
          .isWriting = true},
         issuePaper},
        {{.name = QStringLiteral("scan"),
          .words = QStringLiteral("FILE..."),
          .summary = Text::tr("按二维码拆分扫描件（PDF 或照片），归到各自的文书"),
          .fewestWords = 1,
          .mostWords = mostFiles,
          .flags = {QStringLiteral("dry-run"), QStringLiteral("complete-steps"), QStringLiteral("again"),
                    QStringLiteral("archive")},
          .isWriting = true},
         scanPapers},
        {{.name = QStringLiteral("archive"),
          .words = QStringLiteral("UID..."),
          .summary = Text::tr("把已盖章、已扫描的文书归档，编定件号"),
          .fewestWords = 1,
          .mostWords = mostFiles,
          .options = {QStringLiteral("retention")},
          .isWriting = true},
         archivePapers},
    };
}

} // namespace chengheng::cli
