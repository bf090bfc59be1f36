// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/record_papers.h"

#include "documents/archive_paper.h"
#include "documents/label_paper.h"
#include "documents/page_stamp.h"
#include "documents/pdf_file.h"
#include "documents/rehearsal_paper.h"
#include "documents/unit_folder_paper.h"
#include "documents/visit_paper.h"
#include "model/supervisor_records.h"
#include "rules/fix_first.h"
#include "rules/standing.h"
#include "services/attachments.h"
#include "services/internal/printed_photographs.h"
#include "services/internal/remembered.h"
#include "services/internal/visit_scores.h"
#include "services/overview.h"
#include "services/registers.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RecordPapers)
};

constexpr int monthsShown = 6;
constexpr int mostSubject = 200; ///< letters of a paper's subject

/// Facts as of the day, handed to what makes the paper.
template <class T, class Make>
Result<T> overRecords(const Workspace& workspace, QDate day, Make make)
{
    const QDate on = workspace.dayOrToday(day);
    const auto facts = workspace.factsOn(on);
    if (!facts)
        return fail(facts.error());
    return make(rules::SummaryInput{*facts, workspace.plan(), workspace.sheets(), workspace.calendar(), on});
}

template <class Make>
Result<documents::Paper> paperOf(const Workspace& workspace, QDate day, Make make)
{
    return overRecords<documents::Paper>(workspace, day, make);
}

/// Photographs of some records among the facts; their bytes never change.
Result<QVector<documents::PrintedPhotograph>>
photographsOf(const Workspace& workspace, const model::CampaignFacts& facts, const QSet<Uid>& subjects, QDate day)
{
    QVector<model::Attachment> all = facts.attachments;
    std::stable_sort(all.begin(), all.end(), [](const model::Attachment& a, const model::Attachment& b) {
        return std::tie(a.subjectKind, a.subject, a.item) < std::tie(b.subjectKind, b.subject, b.item);
    });
    QVector<documents::PrintedPhotograph> printed;
    for (const model::Attachment& one : std::as_const(all)) {
        if (!isPhotograph(one) || !subjects.contains(one.subject) || (one.takenOn.isValid() && one.takenOn > day))
            continue;
        const auto picture = printedPicture(workspace, one);
        if (!picture)
            return fail(picture.error());
        printed.append({*picture, one.caption, one.takenOn, one.takenAt, one.sha256});
    }
    return printed;
}

/// A record and, for a unit, what is its own: visits, instruments, problems.
QSet<Uid> belongingTo(const model::CampaignFacts& facts, const Uid& record)
{
    QSet<Uid> own{record};
    const auto add = [&](const auto& list) {
        for (const auto& one : list)
            if (one.unit == record)
                own.insert(one.uid);
    };
    add(facts.inspections);
    add(facts.instruments);
    add(facts.problems);
    add(facts.commitments);
    return own;
}

} // namespace

Result<documents::Paper> unitFolder(const Workspace& workspace, const Uid& unit, QDate day)
{
    const QDate on = workspace.dayOrToday(day);
    const auto reading = readingOf(workspace);
    if (!reading)
        return fail(reading.error());
    model::CampaignFacts facts = factsOn(**reading, on).facts;
    if (std::none_of(facts.units.cbegin(), facts.units.cend(),
                     [&unit](const model::Unit& one) { return one.uid == unit; }))
        return fail(ErrorKind::NotFound, "no_such_unit", Text::tr("没有找到这家单位，请先在列表里选一家。"));
    model::keepReadable(facts, workspace.actor().role);
    QVector<model::Inspection> visits = facts.inspections;
    visits.removeIf([&unit](const model::Inspection& visit) { return visit.unit != unit; });
    auto scores = visitScores(workspace, **reading, visits);
    if (!scores)
        return fail(scores.error());
    documents::UnitFolderInput folder{unit, std::move(*scores), {}};
    auto photographs = photographsOf(workspace, facts, belongingTo(facts, unit), on);
    if (!photographs)
        return fail(photographs.error());
    folder.photographs = std::move(*photographs);
    return documents::unitFolderPaper({facts, workspace.plan(), workspace.sheets(), workspace.calendar(), on}, folder);
}

Result<documents::Paper> instrumentLabels(const Workspace& workspace, const QVector<Uid>& instruments, QDate day)
{
    return paperOf(workspace, day, [&](const rules::SummaryInput& input) {
        QVector<Uid> chosen = instruments;
        if (chosen.isEmpty())
            for (const model::Unit& unit : input.facts.units)
                for (const model::Instrument& one : input.facts.instruments)
                    if (one.unit == unit.uid && one.status == model::InstrumentStatus::InUse)
                        chosen.append(one.uid);
        return documents::labelPaper(input, chosen);
    });
}

Result<documents::Paper> visitSheet(const Workspace& workspace, const QVector<Uid>& units, QDate day)
{
    if (units.isEmpty())
        return fail(ErrorKind::Invalid, "no_unit_chosen",
                    Text::tr("没有选中要走访的单位，请先在参建单位里选，或用 --units 写明。"), QStringLiteral("units"));
    return paperOf(workspace, day,
                   [&](const rules::SummaryInput& input) { return documents::visitPaper(input, units); });
}

Result<documents::Paper> dueNotice(const Workspace& workspace, const QVector<Uid>& units, QDate day)
{
    return paperOf(workspace, day,
                   [&](const rules::SummaryInput& input) { return documents::dueNoticePaper(input, units); });
}

Result<QString> dueNoticeText(const Workspace& workspace, const QVector<Uid>& units, QDate day)
{
    return overRecords<QString>(
        workspace, day, [&](const rules::SummaryInput& input) { return documents::dueNoticeText(input, units); });
}

Result<Brief> briefOn(const Workspace& workspace, QDate day)
{
    const QDate on = workspace.dayOrToday(day);
    const auto overview = overviewOn(workspace, on);
    if (!overview)
        return fail(overview.error());
    const QString& title = overview->ledger.facts.campaign.title;
    Brief brief{{title.isEmpty() ? workspace.plan().title : title, overview->now, overview->monthAgo,
                 overview->readiness.readiness, overview->ledger.report, overview->daysAhead},
                {}};
    for (int back = monthsShown - 1; back >= 0; --back) {
        const QDate month = on.addMonths(-back);
        const auto figures = verificationFiguresOn(workspace, month);
        if (!figures)
            return fail(figures.error());
        brief.months.append({month, *figures});
    }
    return brief;
}

Result<documents::Paper> leadersBrief(const Workspace& workspace, QDate day)
{
    const auto brief = briefOn(workspace, day);
    if (!brief)
        return fail(brief.error());
    return documents::briefPaper(brief->overview, brief->months);
}

Result<documents::Paper> rehearsalPapers(const Workspace& workspace, const rules::DrawRequest& request, QDate day)
{
    return paperOf(workspace, day, [&](const rules::SummaryInput& input) -> Result<documents::Paper> {
        const auto drawn = rules::draw(rules::standings(input.facts, input.sheets, input.day), request);
        if (!drawn)
            return fail(drawn.error());
        return documents::rehearsalPaper(input, *drawn);
    });
}

Result<rules::FixFirst> fixFirstOn(const Workspace& workspace, const rules::DrawRequest& request, QDate day)
{
    const auto population = standingsOn(workspace, day);
    if (!population)
        return fail(population.error());
    return rules::fixFirst(*population, request);
}

Result<documents::Paper> fixFirstList(const Workspace& workspace, const rules::DrawRequest& request, QDate day)
{
    return paperOf(workspace, day, [&](const rules::SummaryInput& input) -> Result<documents::Paper> {
        const auto list = rules::fixFirst(rules::standings(input.facts, input.sheets, input.day), request);
        if (!list)
            return fail(list.error());
        return documents::fixFirstPaper(input, *list);
    });
}

Result<documents::Paper> photographSheet(const Workspace& workspace, const QString& kind, const Uid& record, QDate day)
{
    const QDate on = workspace.dayOrToday(day);
    const model::RecordKind* known = model::findKind(kind);
    if (!known)
        return fail(ErrorKind::NotFound, "unknown_kind", Text::tr("没有名为“%1”的登记簿。").arg(kind));
    if (auto allowed = checkRight(workspace.actor(), Deed::Read, *known); !allowed)
        return fail(allowed.error());
    auto facts = workspace.facts();
    if (!facts)
        return fail(facts.error());
    QString subject = known->title;
    for (const model::Record& one : model::recordsOf(*facts, known->key))
        if (one.uid == record)
            subject = Text::tr("%1：%2").arg(known->title, one.name());
    const auto photographs = photographsOf(workspace, *facts, belongingTo(*facts, record), on);
    if (!photographs)
        return fail(photographs.error());
    return documents::photographPaper(facts->campaign.title, subject, *photographs, on);
}

Result<documents::Paper> archiveCatalogue(const Workspace& workspace, QDate day)
{
    return paperOf(workspace, day,
                   [](const rules::SummaryInput& input) { return documents::archiveCataloguePaper(input); });
}

Result<documents::Paper> archiveCovers(const Workspace& workspace, QDate day)
{
    return paperOf(workspace, day,
                   [](const rules::SummaryInput& input) { return documents::archiveCoverPaper(input); });
}

Result<IssuedPages> issueSet(Workspace& workspace, const documents::Paper& paper, const Uid& intent)
{
    const QDate today = workspace.clock().today();
    PaperRequest request;
    request.title = paper.title.simplified();
    request.paperKind = request.title;
    request.unit = paper.unit;
    request.subject = paper.unit.isNull() ? paper.subtitle.simplified().left(mostSubject) : QString();
    request.madeOn = today;
    const documents::LaidPaper plain = documents::layOut(paper);
    documents::LaidPaper laid;
    const auto make = [&](const PaperIdentity& identity) -> Result<QByteArray> {
        laid = documents::stamped(plain, identity.code, identity.number);
        auto pdf = documents::makePdf(laid, request.title, today);
        if (!pdf)
            return fail(pdf.error());
        return std::move(pdf->bytes);
    };
    auto issued = issuePaper(workspace, request, make, intent);
    if (!issued)
        return fail(issued.error());
    if (laid.pages.isEmpty()) // a retry found it kept
        laid = documents::stamped(plain, issued->identity.code, issued->identity.number);
    return IssuedPages{std::move(*issued), std::move(laid)};
}

} // namespace chengheng::services
