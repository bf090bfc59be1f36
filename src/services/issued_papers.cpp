// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/issued_papers.h"

#include "base/files.h"
#include "documents/checksum.h"
#include "documents/code_stamp.h"
#include "documents/pdf_pages.h"
#include "exchange/replace_file.h"
#include "rules/paper_code.h"
#include "services/internal/attaching.h"
#include "services/internal/document_type.h"
#include "services/internal/paper_files.h"
#include "services/internal/record_writes.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(IssuedPapers)
};

Result<QString> markOf(storage::Snapshot& snapshot)
{
    const auto campaigns = snapshot.all<model::Campaign>();
    if (!campaigns)
        return fail(campaigns.error());
    return campaigns->isEmpty() ? QString() : rules::campaignMark(campaigns->first().uid);
}

model::IssuedPaper paperOf(const Workspace& workspace, const PaperRequest& request)
{
    model::IssuedPaper paper;
    paper.title = request.title;
    paper.paperKind = request.paperKind;
    paper.unit = request.unit;
    paper.subject = request.subject;
    paper.receiver = request.receiver;
    paper.madeOn = request.madeOn.isValid() ? request.madeOn : workspace.clock().today();
    paper.maker = request.maker.isEmpty() ? workspace.actor().name : request.maker;
    return paper;
}

/// Faults that need no PDF, so that none is made in vain.
Result<void> checkRequest(model::IssuedPaper paper, QDate today)
{
    paper.pages = 1;
    return checkFaults(model::toRecord(paper), today);
}

/// Writes the record and its PDF; Conflict "number_taken" where the number is no longer the next.
Result<Written> keep(Workspace& workspace, model::IssuedPaper paper, const Issued& made, const Uid& intent)
{
    paper.uid = intent; // a retry finds what was written
    paper.pages = made.pages;
    paper.sha256 = documents::sha256Of(made.pdf);
    const auto seq =
        runIntent(workspace, QStringLiteral("issued_paper.issue"), intent, [&](storage::Intent& open) -> Result<void> {
            const auto uid = insertChecked(workspace, open, model::toRecord(paper));
            if (!uid)
                return fail(uid.error());
            const auto stored = open.find(model::kindOf<model::IssuedPaper>(), *uid);
            if (!stored)
                return fail(stored.error());
            if (model::textOf(stored->value(QStringLiteral("number"))) != made.identity.number)
                return fail(ErrorKind::Conflict, "number_taken", Text::tr("文书编号刚被另一份文书用掉，请重试。"));
            const auto attached = attachNew(open, {stored->kind->key, *uid}, {pdfFile(made.identity.number, made.pdf)});
            return attached ? Result<void>() : Result<void>(fail(attached.error()));
        });
    if (!seq)
        return fail(seq.error());
    return Written{paper.uid, *seq};
}

/// One attempt with the number that is next now.
Result<Issued> attempt(Workspace& workspace, const model::IssuedPaper& paper, const PaperMaker& make, const Uid& intent)
{
    const auto identity = nextPaper(workspace, paper.madeOn);
    if (!identity)
        return fail(identity.error());
    const auto pdf = make(*identity);
    if (!pdf)
        return fail(pdf.error());
    if (auto fits = checkFileSize(pdf->size(), paper.title); !fits)
        return fail(fits.error());
    const auto pages = documents::pagesIn(*pdf);
    if (!pages)
        return fail(pages.error());
    Issued issued{{}, *identity, *pdf, *pages};
    const auto written = keep(workspace, paper, issued, intent);
    if (!written)
        return fail(written.error());
    issued.written = *written;
    return issued;
}

/// What an earlier call with this intent has written; nothing where there was none.
Result<std::optional<Issued>> writtenBefore(const Workspace& workspace, const Uid& intent)
{
    const auto papers = listRecords(workspace, model::kindOf<model::IssuedPaper>(), {.among = QVector{intent}});
    if (!papers)
        return fail(papers.error());
    if (papers->isEmpty())
        return std::optional<Issued>();
    const auto paper = model::fromRecord<model::IssuedPaper>(papers->first());
    const auto code = codeOf(workspace, paper);
    const auto files = attachmentsOf(workspace, paper.uid);
    if (!code || !files)
        return fail(code ? files.error() : code.error());
    Issued issued{{paper.uid, 0}, {paper.number, *code}, {}, int(paper.pages.value_or(0))};
    for (const model::Attachment& file : *files)
        if (file.sha256 == paper.sha256)
            if (const auto bytes = bytesOf(workspace, file))
                issued.pdf = *bytes;
    return issued;
}

} // namespace

Result<PaperIdentity> nextPaper(const Workspace& workspace, QDate madeOn)
{
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    const auto mark = markOf(*snapshot);
    if (!mark)
        return fail(mark.error());
    const auto last = snapshot->all<model::IssuedPaper>({.where = {{QStringLiteral("year"), qint64(madeOn.year())}},
                                                         .orderBy = {QStringLiteral("-number")},
                                                         .only = {QStringLiteral("number")},
                                                         .limit = 1});
    if (!last)
        return fail(last.error());
    const qint64 counter = last->isEmpty() ? 0 : rules::counterOf(last->first().number);
    const QString number = rules::paperNumber(madeOn.year(), counter + 1);
    return PaperIdentity{number, rules::codeText({*mark, number})};
}

Result<QString> codeOf(const Workspace& workspace, const model::IssuedPaper& paper)
{
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    const auto mark = markOf(*snapshot);
    if (!mark)
        return fail(mark.error());
    return rules::codeText({*mark, paper.number});
}

PaperMaker stamping(const QByteArray& pdf)
{
    return [pdf](const PaperIdentity& identity) { return documents::stampCode(pdf, identity.code, identity.number); };
}

Result<Issued> issuePaper(Workspace& workspace, const PaperRequest& request, const PaperMaker& make, const Uid& intent)
{
    if (auto before = writtenBefore(workspace, intent); !before || before->has_value())
        return before ? Result<Issued>(**before) : Result<Issued>(fail(before.error()));
    const model::IssuedPaper paper = paperOf(workspace, request);
    if (auto sound = checkRequest(paper, workspace.clock().today()); !sound)
        return fail(sound.error());
    constexpr int mostAttempts = 5;
    for (int count = 1;; ++count) {
        auto issued = attempt(workspace, paper, make, intent);
        const bool isTaken = !issued
                             && (issued.error().code == QLatin1String("number_taken")
                                 || issued.error().code == QLatin1String("duplicate"));
        if (!isTaken || count == mostAttempts)
            return issued;
    }
}

Result<Issued> issueFile(Workspace& workspace, const PaperRequest& request, const QString& path, const QString& out,
                         const Uid& intent)
{
    const auto pdf = readFile(path);
    if (!pdf)
        return fail(pdf.error());
    if (QFileInfo::exists(out))
        return fail(ErrorKind::Conflict, "file_exists", Text::tr("“%1”已经存在，请换一个文件名。").arg(out), out);
    const auto make = [&out, stamp = stamping(*pdf)](const PaperIdentity& identity) -> Result<QByteArray> {
        auto stamped = stamp(identity);
        if (!stamped)
            return stamped;
        if (auto written = saveDocument(out, *stamped); !written)
            return fail(written.error());
        return stamped;
    };
    auto issued = issuePaper(workspace, request, make, intent);
    if (!issued)
        QFile::remove(out);
    else if (!QFileInfo::exists(out)) // a retry found the paper kept: its file is written from there
        if (auto written = saveDocument(out, issued->pdf); !written)
            return fail(written.error());
    return issued;
}

Result<void> saveDocument(const QString& path, const QByteArray& bytes)
{
    if (const auto fits = documentType(bytes, QFileInfo(path).fileName()); !fits)
        return fail(fits.error());
    return exchange::replaceFile(path, [&](const QString& scratch) -> Result<void> {
        QFile file(scratch);
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush())
            return {};
        return fail(exchange::cannotWrite(path, reasonOf(file)));
    });
}

Result<QHash<Uid, rules::PaperStanding>> paperStandings(const Workspace& workspace, QDate day)
{
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    const auto papers = snapshot->all<model::IssuedPaper>();
    const auto steps = snapshot->all<model::IssuedPaperStep>();
    if (!papers || !steps)
        return fail(papers ? steps.error() : papers.error());
    QHash<Uid, QVector<model::IssuedPaperStep>> byPaper;
    for (const model::IssuedPaperStep& step : *steps)
        byPaper[step.issuedPaper].append(step);
    QHash<Uid, rules::PaperStanding> standings;
    for (const model::IssuedPaper& paper : *papers)
        standings.insert(paper.uid, rules::paperStanding(paper, byPaper.value(paper.uid), day));
    return standings;
}

} // namespace chengheng::services
