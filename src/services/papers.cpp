// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/papers.h"

#include "base/dates.h"
#include "base/json.h"
#include "documents/letter.h"
#include "documents/pdf_file.h"
#include "documents/pdf_merge.h"
#include "documents/qr_code.h"
#include "services/figure_checks.h"
#include "services/internal/builtin_templates.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Papers)
};

QVector<PaperKind> readKinds()
{
    const QString name = QStringLiteral("papers.json");
    JsonReader reader(QJsonDocument::fromJson(builtInTemplateFile(name)).object(), name);
    QVector<PaperKind> kinds;
    reader.each("papers", [&](JsonReader& item) {
        constexpr int longestBefore = 60;
        PaperKind paper{item.text("key"),
                        item.text("title"),
                        item.optionalText("subject"),
                        item.flag("confidential", false),
                        {},
                        item.optionalText("dated_by"),
                        0,
                        item.optionalText("needs"),
                        item.flag("report", false)};
        if (item.has("days_before"))
            paper.daysBefore = int(item.integer("days_before", 1, longestBefore));
        if (!paper.subject.isEmpty() && !model::findKind(paper.subject))
            item.fault("subject", Text::tr("没有名为“%1”的登记簿").arg(paper.subject));
        else if (!paper.dayField.isEmpty()
                 && (paper.subject.isEmpty() || !model::findKind(paper.subject)->field(paper.dayField)))
            item.fault("dated_by", Text::tr("登记簿没有字段“%1”").arg(paper.dayField));
        item.each("leave_out", [&](JsonReader& filter) {
            paper.filters.append({filter.text("list"), filter.text("field"), filter.optionalText("like")});
        });
        kinds.append(paper);
    });
    if (reader.error())
        qFatal("%s", qUtf8Printable(reader.error()->message));
    return kinds;
}

const model::RecordKind* subjectKind(const PaperKind& paper)
{
    return paper.subject.isEmpty() ? nullptr : model::findKind(paper.subject);
}

QString makerOf(const Actor& actor)
{
    return actor.isDeclared ? Text::tr("%1（自报姓名）").arg(actor.name) : actor.name;
}

/// The days a paper speaks of.
struct PaperDays {
    QDate facts;
    QDate dated;
};

documents::PaperSource sourceOf(const Workspace& workspace, const PaperKind& paper, const model::CampaignFacts& facts,
                                const PaperDays& days)
{
    return {{facts, workspace.plan(), workspace.sheets(), workspace.calendar(), days.facts},
            makerOf(workspace.actor()),
            paper.filters,
            paper.isConfidential,
            days.dated};
}

Result<void> checkMayRead(const Workspace& workspace, const PaperKind& paper, const documents::PaperSource& source,
                          const QStringList& names)
{
    QStringList books = documents::booksNamed(source, subjectKind(paper), names);
    if (!paper.subject.isEmpty())
        books.prepend(paper.subject);
    for (const QString& book : books)
        if (auto allowed = checkRight(workspace.actor(), Deed::Read, *model::findKind(book)); !allowed)
            return allowed;
    return {};
}

/// A filled paper before it is set: the document and what it lacked.
struct Filled {
    QByteArray docx;
    QStringList blanks;
    Uid unit;
    QString subject;
};

/// The unit a record is, or belongs to by a field of its own.
Uid unitOf(const model::Record& record)
{
    const QString unit = model::kindOf<model::Unit>().key;
    if (record.kind->key == unit)
        return record.uid;
    for (const model::Field& field : record.kind->fields)
        if (field.refers == unit)
            return Uid(model::textOf(record.value(field.key)));
    return {};
}

/// Blank values become a line to write on, also those of an office that has no seat yet.
void ruleBlanks(documents::MergeData& data, const QStringList& names, QStringList& blanks)
{
    for (const QString& name : names) {
        if (name.contains(QLatin1Char('.')) || !data.values.value(name).isEmpty())
            continue;
        data.values.insert(name, QString(8, QLatin1Char('_')));
        blanks << name;
    }
}

/// The record a paper is about on the day of the facts; nothing for the campaign's papers.
Result<std::optional<model::Record>> subjectIn(const model::CampaignFacts& facts, const PaperKind& paper,
                                               const Uid& subject, QDate day)
{
    if (paper.subject.isEmpty())
        return std::optional<model::Record>();
    for (const model::Record& one : model::recordsOf(facts, paper.subject))
        if (one.uid == subject)
            return std::optional(one);
    return fail(
        ErrorKind::NotFound, "no_such_record",
        Text::tr("%1上还没有这条%2，不能制作“%3”。").arg(paperDate(day), subjectKind(paper)->title, paper.title));
}

/// The first record a paper could be about; a blank one where there is none yet.
Result<std::optional<model::Record>> anySubject(const model::CampaignFacts& facts, const PaperKind& paper)
{
    if (paper.subject.isEmpty())
        return std::optional<model::Record>();
    const auto records = model::recordsOf(facts, paper.subject);
    return std::optional(records.isEmpty() ? model::Record(*subjectKind(paper)) : records.first());
}

using SubjectFinder = std::function<Result<std::optional<model::Record>>(const model::CampaignFacts&)>;

Result<Filled> fill(const Workspace& workspace, const PaperKind& paper, const PaperTemplate& from,
                    const PaperDays& days, const SubjectFinder& find)
{
    const auto known = workspace.factsOn(days.facts);
    if (!known)
        return fail(known.error());
    const model::CampaignFacts& facts = *known;
    const auto form = documents::DocxTemplate::read(from.docx, from.fileName);
    if (!form)
        return fail(form.error());
    const documents::PaperSource source = sourceOf(workspace, paper, facts, days);
    if (auto allowed = checkMayRead(workspace, paper, source, form->fields()); !allowed)
        return fail(allowed.error());
    const auto record = find(facts);
    if (!record)
        return fail(record.error());
    Filled filled;
    if (*record) {
        filled.unit = unitOf(**record);
        filled.subject = (*record)->name();
    }
    documents::MergeData data = documents::paperData(source, *record ? &**record : nullptr, form->fields());
    if (const auto list = data.lists.constFind(paper.neededList); list != data.lists.constEnd() && list->isEmpty())
        return fail(ErrorKind::Invalid, "nothing_to_say",
                    Text::tr("%1没有可以写进“%2”的内容（%3），没有制作。")
                        .arg(paperDate(days.facts), paper.title, paper.neededList),
                    paper.neededList);
    ruleBlanks(data, form->fields(), filled.blanks);
    filled.docx = form->fill(data);
    return filled;
}

Result<Filled> fillPaper(const Workspace& workspace, const PaperKind& paper, const Uid& subject, const PaperDays& days)
{
    const auto inForce = templateOf(workspace, paper);
    if (!inForce)
        return fail(inForce.error());
    return fill(workspace, paper, *inForce, days,
                [&](const model::CampaignFacts& facts) { return subjectIn(facts, paper, subject, days.facts); });
}

struct Printed {
    documents::PdfBytes pdf;
    QStringList substitutedFonts;
};

Result<Printed> print(const QByteArray& docx, const QString& title, QDate day, const PaperIdentity* identity = nullptr)
{
    auto letter = documents::readLetter(docx);
    if (!letter)
        return fail(letter.error());
    if (identity)
        letter->mark = markOf(*identity);
    auto pdf = documents::makePdf(documents::layOut(*letter), title, day);
    if (!pdf)
        return fail(pdf.error());
    return Printed{std::move(*pdf), documents::substitutedFonts(*letter)};
}

/// Which numbers of a report differ from the records of its day; none of other papers.
Result<QString> differencesOf(const Workspace& workspace, const PaperKind& paper, const Filled& filled, QDate day)
{
    if (!paper.isReport)
        return QString();
    const auto letter = documents::readLetter(filled.docx);
    if (!letter)
        return fail(letter.error());
    const auto report = checkFigures(workspace, documents::plainText(*letter), day);
    if (!report)
        return fail(report.error());
    return differencesIn(report->figures.checks);
}

Result<MadePaper> madeOf(const Workspace& workspace, const PaperKind& paper, Result<Filled> filled,
                         const PaperDays& days)
{
    if (!filled)
        return fail(filled.error());
    auto printed = print(filled->docx, paper.title, days.dated);
    if (!printed)
        return fail(printed.error());
    auto differences = differencesOf(workspace, paper, *filled, days.facts);
    if (!differences)
        return fail(differences.error());
    return MadePaper{paper.title,
                     std::move(filled->docx),
                     std::move(printed->pdf.bytes),
                     printed->pdf.pages,
                     std::move(filled->blanks),
                     std::move(printed->substitutedFonts),
                     std::move(*differences)};
}

/// Its own day, where its record has one that has come by the day asked for; a notice is of the day that it announces,
/// whenever it is asked for.
Result<PaperDays> daysOf(const Workspace& workspace, const PaperKind& paper, const Uid& subject, QDate day)
{
    const QDate asked = workspace.dayOrToday(day);
    if (paper.dayField.isEmpty())
        return PaperDays{asked, asked};
    if (auto allowed = checkRight(workspace.actor(), Deed::Read, *subjectKind(paper)); !allowed)
        return fail(allowed.error());
    const auto record = findRecord(workspace, *subjectKind(paper), subject, paper.daysBefore > 0 ? QDate() : asked);
    if (!record)
        return fail(record.error());
    const QDate own = model::dateOf(record->value(paper.dayField));
    if (paper.daysBefore > 0 && own.isValid())
        return PaperDays{own, qMin(asked, own.addDays(-paper.daysBefore))};
    const QDate on = own.isValid() && own < asked ? own : asked;
    return PaperDays{on, on};
}

} // namespace

const QVector<PaperKind>& paperKinds()
{
    static const QVector<PaperKind> kinds = readKinds();
    return kinds;
}

const PaperKind* findPaper(const QString& key)
{
    for (const PaperKind& paper : paperKinds())
        if (paper.key == key)
            return &paper;
    return nullptr;
}

documents::PaperMark markOf(const PaperIdentity& identity)
{
    constexpr int pixels = 240;
    return {documents::qrCode(identity.code, pixels), identity.number};
}

QVector<PaperKind> papersAbout(const QString& recordKind)
{
    QVector<PaperKind> papers;
    for (const PaperKind& paper : paperKinds())
        if (paper.subject == recordKind)
            papers.append(paper);
    return papers;
}

Result<documents::MergeFields> fieldsOf(const Workspace& workspace, const PaperKind& paper)
{
    const QDate today = workspace.clock().today();
    const auto facts = workspace.factsOn(today);
    if (!facts)
        return fail(facts.error());
    return documents::paperFields(sourceOf(workspace, paper, *facts, {today, today}), subjectKind(paper));
}

Result<MadePaper> makePaper(const Workspace& workspace, const PaperKind& paper, const Uid& subject, QDate day)
{
    const auto days = daysOf(workspace, paper, subject, day);
    if (!days)
        return fail(days.error());
    return madeOf(workspace, paper, fillPaper(workspace, paper, subject, *days), *days);
}

Result<MadePaper> tryTemplate(const Workspace& workspace, const PaperKind& paper, const QByteArray& docx,
                              const QString& fileName, QDate day)
{
    if (auto sound = checkTemplate(workspace, paper, docx, fileName); !sound)
        return fail(sound.error());
    const QDate on = workspace.dayOrToday(day);
    const auto first = [&](const model::CampaignFacts& facts) { return anySubject(facts, paper); };
    PaperKind tried = paper;
    tried.neededList.clear(); // what it looks like, whatever there is to say
    return madeOf(workspace, tried, fill(workspace, tried, {docx, true, fileName}, {on, on}, first), {on, on});
}

namespace {

/// Records a paper is about whose own day has come.
Result<QVector<model::Record>> subjectsOf(const Workspace& workspace, const PaperKind& paper, QDate day)
{
    auto records = listRecords(workspace, *subjectKind(paper), {.asOf = day});
    if (!records)
        return records;
    records->removeIf([&](const model::Record& record) {
        const QDate own = model::dateOf(record.value(paper.dayField));
        return !own.isValid() || own > day;
    });
    return records;
}

tl::unexpected<Error> nothingToPrint(const PaperKind& paper, QDate on)
{
    return fail(ErrorKind::NotFound, "nothing_to_print",
                Text::tr("到%1没有可以打印“%2”的记录。").arg(paperDate(on), paper.title));
}

} // namespace

Result<MadePaper> makePapers(const Workspace& workspace, const PaperKind& paper, QDate day, const Progress& progress)
{
    const QDate on = workspace.dayOrToday(day);
    const auto subjects = paper.dayField.isEmpty() ? Result<QVector<model::Record>>(QVector<model::Record>())
                                                   : subjectsOf(workspace, paper, on);
    if (!subjects)
        return fail(subjects.error());
    if (subjects->isEmpty())
        return nothingToPrint(paper, on);
    MadePaper all;
    all.title = paper.title;
    QVector<documents::MergePart> parts;
    for (const model::Record& subject : *subjects) {
        if (progress && !progress(subject.name(), parts.size(), subjects->size()))
            return fail(ErrorKind::Cancelled, "cancelled", Text::tr("已取消打印“%1”。").arg(paper.title));
        auto made = makePaper(workspace, paper, subject.uid, on);
        if (!made && made.error().code == QLatin1String("nothing_to_say"))
            continue;
        if (!made)
            return made;
        all.pages += made->pages;
        all.blanks += made->blanks;
        all.substitutedFonts += made->substitutedFonts;
        parts.append({paper.title, subject.name(), std::move(made->pdf)});
    }
    if (parts.isEmpty())
        return nothingToPrint(paper, on);
    all.blanks.removeDuplicates();
    all.substitutedFonts.removeDuplicates();
    auto merged = documents::mergePdfs(parts, paper.title, on);
    if (!merged)
        return fail(merged.error());
    all.pdf = std::move(*merged);
    return all;
}

Result<Issued> issueMade(Workspace& workspace, const PaperKind& paper, const Uid& subject, QDate day,
                         Differences differences, const Uid& intent)
{
    const auto days = daysOf(workspace, paper, subject, day);
    if (!days)
        return fail(days.error());
    const QDate on = days->dated;
    const auto filled = fillPaper(workspace, paper, subject, *days);
    if (!filled)
        return fail(filled.error());
    const auto differing = differences == Differences::Refuse ? differencesOf(workspace, paper, *filled, days->facts)
                                                              : Result<QString>(QString());
    if (!differing)
        return fail(differing.error());
    if (!differing->isEmpty())
        return fail(ErrorKind::Invalid, "figures_differ",
                    Text::tr("%1请改正后再编号；核实无误的，可以选择仍按原文编号。").arg(*differing), paper.title);
    PaperRequest request;
    request.title = filled->subject.isEmpty() ? paper.title : Text::tr("%1（%2）").arg(paper.title, filled->subject);
    request.paperKind = paper.title;
    request.unit = filled->unit;
    request.subject = filled->unit.isNull() ? filled->subject : QString();
    request.madeOn = on;
    return issuePaper(
        workspace, request,
        [&](const PaperIdentity& identity) -> Result<QByteArray> {
            auto printed = print(filled->docx, request.title, on, &identity);
            if (!printed)
                return fail(printed.error());
            return std::move(printed->pdf.bytes);
        },
        intent);
}

} // namespace chengheng::services
