// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/scans.h"

#include "base/files.h"
#include "documents/code_reader.h"
#include "documents/pdf_pages.h"
#include "model/closing_records.h"
#include "rules/paper_code.h"
#include "rules/paper_standing.h"
#include "services/internal/archive_writes.h"
#include "services/internal/attaching.h"
#include "services/internal/paper_files.h"
#include "services/internal/record_writes.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Scans)
};

using model::IssuedPaper;
using model::IssuedPaperStep;
using model::PaperStepKind;

const QDate endOfTime(9999, 12, 31);

Result<documents::NamedBytes> readPart(const QString& path)
{
    auto bytes = readFile(path);
    if (!bytes)
        return fail(bytes.error());
    return documents::NamedBytes{QFileInfo(path).fileName(), *std::move(bytes)};
}

/// One PDF is taken as it is; anything else becomes one.
Result<QByteArray> readBatch(const QStringList& paths)
{
    QVector<documents::NamedBytes> files;
    for (const QString& path : paths) {
        auto file = readPart(path);
        if (!file)
            return fail(file.error());
        files.append(*std::move(file));
    }
    if (files.size() == 1 && files.first().bytes.startsWith("%PDF"))
        return files.first().bytes;
    return documents::joinPages(files);
}

struct KnownPaper {
    IssuedPaper paper;
    QVector<IssuedPaperStep> steps;
};

/// Papers of the campaign by their number.
struct PaperBook {
    QString mark;
    QHash<QString, KnownPaper> byNumber;
};

Result<PaperBook> readBook(const Workspace& workspace)
{
    auto snapshot = storage::Snapshot::begin(*workspace.data().database);
    if (!snapshot)
        return fail(snapshot.error());
    const auto campaigns = snapshot->all<model::Campaign>();
    const auto papers = snapshot->all<IssuedPaper>();
    const auto steps = snapshot->all<IssuedPaperStep>();
    if (!campaigns || !papers || !steps)
        return fail(!campaigns ? campaigns.error() : !papers ? papers.error() : steps.error());
    PaperBook book;
    book.mark = campaigns->isEmpty() ? QString() : rules::campaignMark(campaigns->first().uid);
    QHash<Uid, QString> numbers;
    for (const IssuedPaper& paper : *papers) {
        numbers.insert(paper.uid, paper.number);
        book.byNumber[paper.number].paper = paper;
    }
    for (const IssuedPaperStep& step : *steps)
        book.byNumber[numbers.value(step.issuedPaper)].steps.append(step);
    return book;
}

/// What a page says of itself: a paper's number, nothing, or why it belongs to none.
struct PageSays {
    QString number;
    QString fault;
};

PageSays whatPageSays(const QStringList& codes, const PaperBook& book)
{
    PageSays says;
    for (const QString& text : codes) {
        const auto code = rules::parsePaperCode(text);
        if (!code && code.error().code == QLatin1String("not_a_paper_code"))
            continue; // a label or a shop's code
        if (!code)
            return {{}, code.error().message};
        if (code->campaign != book.mark)
            return {{}, Text::tr("是另一个创建项目的文书（%1）。").arg(code->number)};
        if (!book.byNumber.contains(code->number))
            return {{}, Text::tr("登记簿里没有编号为 %1 的文书。").arg(code->number)};
        if (!says.number.isEmpty() && says.number != code->number)
            return {{}, Text::tr("同一页上有两份文书的编码（%1 和 %2），请分开扫描。").arg(says.number, code->number)};
        says.number = code->number;
    }
    return says;
}

ScanPart partOf(const KnownPaper& known)
{
    const rules::PaperStanding standing = rules::paperStanding(known.paper, known.steps, endOfTime);
    ScanPart part{known.paper.uid,
                  known.paper.number,
                  known.paper.title,
                  {},
                  known.paper.pages.value_or(0),
                  rules::stepsBeforeScan(standing.state),
                  standing.state == rules::PaperState::Scanned,
                  {}};
    if (standing.state == rules::PaperState::Voided)
        part.refusal = Text::tr("文书已经作废（%1）。").arg(standing.reason);
    return part;
}

/// Deals the pages out to their papers.
void dealPages(ScanPlan& plan, const QVector<QStringList>& codes, const PaperBook& book)
{
    QHash<QString, qsizetype> placeOf;
    QString current;
    QString whyStray = Text::tr("前面没有带文书编码的页，请与带编码的第一页一起扫描。");
    for (int page = 1; page <= plan.pages; ++page) {
        const PageSays says = whatPageSays(codes.value(page - 1), book);
        if (!says.fault.isEmpty()) {
            current.clear();
            whyStray = Text::tr("紧跟在认不出的一页后面。");
            plan.strays.append({page, says.fault});
            continue;
        }
        if (!says.number.isEmpty())
            current = says.number;
        if (current.isEmpty()) {
            plan.strays.append({page, whyStray});
            continue;
        }
        if (!placeOf.contains(current)) {
            placeOf.insert(current, plan.parts.size());
            plan.parts.append(partOf(book.byNumber.value(current)));
        }
        plan.parts[placeOf.value(current)].pages.append(page);
    }
}

/// Writes the parts of a plan in one intent.
class Filer
{
public:
    Filer(const Workspace& workspace, storage::Intent& intent, const ScanPlan& plan, const ScanOptions& options)
        : m_workspace(workspace), m_intent(intent), m_plan(plan), m_options(options),
          m_on(options.on.isValid() ? options.on : workspace.clock().today())
    {}

    Result<void> file(const ScanPart& part, ScanReport& report)
    {
        const auto stored = m_intent.find(model::kindOf<IssuedPaper>(), part.paper);
        if (!stored)
            return fail(stored.error());
        if (auto allowed = checkMayWrite(m_workspace, m_intent, *stored); !allowed)
            return allowed;
        const auto pages = documents::takePages(m_plan.pdf, part.pages);
        if (!pages)
            return fail(pages.error());
        if (auto fits = checkFileSize(pages->size(), part.title); !fits)
            return fits;
        const LoadedFile scan = pdfFile(Text::tr("%1 扫描件").arg(part.number), *pages);
        const auto attached = attachNew(m_intent, {stored->kind->key, part.paper}, {scan});
        if (!attached && attached.error().code == QLatin1String("attached_already")) {
            report.left.append({part, attached.error().message});
            return {};
        }
        if (!attached)
            return fail(attached.error());
        if (auto stepped = takeSteps(part); !stepped)
            return stepped;
        report.filed.append(part);
        return m_options.archives ? archive(model::fromRecord<IssuedPaper>(*stored), part, scan, report)
                                  : Result<void>();
    }

private:
    Result<void> takeSteps(const ScanPart& part)
    {
        if (part.isFiled)
            return {};
        for (const PaperStepKind kind : part.missingSteps + QVector{PaperStepKind::Scanned}) {
            IssuedPaperStep step;
            step.issuedPaper = part.paper;
            step.kind = kind;
            step.on = m_on;
            step.person = m_workspace.actor().name;
            if (kind != PaperStepKind::Scanned)
                step.reason = Text::tr("随扫描件补登");
            if (auto added = insertChecked(m_workspace, m_intent, model::toRecord(step)); !added)
                return fail(added.error());
        }
        return {};
    }

    /// A piece of the archive, unless the paper has one.
    Result<void> archive(const IssuedPaper& paper, const ScanPart& part, const LoadedFile& scan, ScanReport& report)
    {
        const auto piece = archiveIn(m_workspace, m_intent, paper, m_options.retention, part.pages.size(), {scan});
        if (!piece)
            return fail(piece.error());
        report.archived += piece->has_value() ? 1 : 0;
        return {};
    }

    const Workspace& m_workspace;
    storage::Intent& m_intent;
    const ScanPlan& m_plan;
    const ScanOptions& m_options;
    QDate m_on;
};

/// Divides a plan's parts into those to be filed and those that are left.
QVector<ScanPart> partsToFile(const ScanPlan& plan, const ScanOptions& options, ScanReport& report)
{
    QVector<ScanPart> parts;
    for (const ScanPart& part : plan.parts) {
        if (const QString why = reasonToLeave(part, options); !why.isEmpty())
            report.left.append({part, why});
        else
            parts.append(part);
    }
    return parts;
}

tl::unexpected<Error> nothingToFile(const ScanReport& report)
{
    QStringList lines{Text::tr("扫描件里没有可以归档的文书。")};
    for (const auto& [part, why] : report.left)
        lines.append(Text::tr("%1 %2：%3").arg(part.number, part.title, why));
    return fail(ErrorKind::Invalid, "nothing_to_file", lines.join(QLatin1Char('\n')));
}

} // namespace

Result<ScanPlan> splitScan(const Workspace& workspace, const QStringList& paths, const Progress& progress)
{
    auto pdf = readBatch(paths);
    if (!pdf)
        return fail(pdf.error());
    const auto pages = documents::pagesIn(*pdf);
    if (!pages)
        return fail(pages.error());
    const auto book = readBook(workspace);
    if (!book)
        return fail(book.error());
    const auto codes = documents::codesOnPages(*pdf, [&](int page, int total) {
        return !progress || progress(Text::tr("正在识别第 %1 页").arg(page), page - 1, total);
    });
    if (!codes)
        return fail(codes.error());
    ScanPlan plan;
    plan.name = QFileInfo(paths.value(0)).fileName();
    plan.pdf = *std::move(pdf);
    plan.pages = *pages;
    dealPages(plan, *codes, *book);
    return plan;
}

QString pageRanges(const QVector<int>& pages)
{
    QStringList ranges;
    for (qsizetype first = 0, last = 0; first < pages.size(); first = last + 1) {
        for (last = first; last + 1 < pages.size() && pages[last + 1] == pages[last] + 1;)
            ++last;
        ranges.append(first == last ? QString::number(pages[first])
                                    : QStringLiteral("%1–%2").arg(pages[first]).arg(pages[last]));
    }
    return ranges.join(QStringLiteral("、"));
}

QVector<StrayPages> together(const QVector<StrayPage>& strays)
{
    QVector<StrayPages> groups;
    for (const StrayPage& stray : strays) {
        const bool goesOn =
            !groups.isEmpty() && groups.last().why == stray.why && groups.last().pages.last() + 1 == stray.page;
        if (!goesOn)
            groups.append({{}, stray.why});
        groups.last().pages.append(stray.page);
    }
    return groups;
}

QString reasonToLeave(const ScanPart& part, const ScanOptions& options)
{
    if (!part.refusal.isEmpty())
        return part.refusal;
    if (part.isFiled && !options.filesAgain)
        return Text::tr("这份文书已经有扫描件，没有选择再存一份。");
    if (part.missingSteps.isEmpty() || options.completesSteps)
        return {};
    QStringList steps;
    for (const PaperStepKind kind : part.missingSteps)
        steps.append(model::labelOf(kind));
    return Text::tr("还没有登记%1，请先登记，或选择随扫描件补登。").arg(steps.join(QStringLiteral("、")));
}

Result<ScanReport> fileScan(Workspace& workspace, const ScanPlan& plan, const ScanOptions& options,
                            const Progress& progress, const Uid& intent)
{
    ScanReport report;
    report.strays = plan.strays;
    const QVector<ScanPart> parts = partsToFile(plan, options, report);
    if (parts.isEmpty())
        return nothingToFile(report);
    const auto seq = runIntent(
        workspace, QStringLiteral("issued_paper.file_scan"), intent, [&](storage::Intent& open) -> Result<void> {
            Filer filer(workspace, open, plan, options);
            for (qsizetype place = 0; place < parts.size(); ++place) {
                if (progress && !progress(Text::tr("正在归档“%1”").arg(parts[place].title), place, parts.size()))
                    return fail(ErrorKind::Cancelled, "cancelled", Text::tr("已取消，扫描件没有归档。"));
                if (auto filed = filer.file(parts[place], report); !filed)
                    return filed;
            }
            return report.filed.isEmpty() ? Result<void>(nothingToFile(report)) : Result<void>();
        });
    if (!seq)
        return fail(seq.error());
    report.written = {report.filed.value(0).paper, *seq};
    return report;
}

} // namespace chengheng::services
