// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/papers.h"

#include "base/dates.h"
#include "base/json.h"
#include "documents/letter.h"
#include "documents/pdf_file.h"
#include "documents/pdf_merge.h"
#include "documents/qr_code.h"
#include "model/as_of.h"
#include "services/internal/attaching.h"
#include "services/internal/record_writes.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Papers)
};

QByteArray builtIn(const QString& name)
{
    QFile file(QStringLiteral(":/builtin/templates/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QVector<PaperKind> readKinds()
{
    const QString name = QStringLiteral("papers.json");
    JsonReader reader(QJsonDocument::fromJson(builtIn(name)).object(), name);
    QVector<PaperKind> kinds;
    reader.each("papers", [&](JsonReader& item) {
        PaperKind paper{item.text("key"), item.text("title"), item.optionalText("subject"), item.flag("confidential", false), {}, item.optionalText("dated_by")};
        if (!paper.subject.isEmpty() && !model::findKind(paper.subject))
            item.fault("subject", Text::tr("没有名为“%1”的登记簿").arg(paper.subject));
        else if (!paper.dayField.isEmpty() && (paper.subject.isEmpty() || !model::findKind(paper.subject)->field(paper.dayField)))
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

/// Own templates are attached to the campaign under a mark of their paper.
QString markOf(const PaperKind& paper)
{
    return QStringLiteral("paper:") + paper.key;
}

Result<std::optional<model::Attachment>> ownTemplate(const Workspace& workspace, const PaperKind& paper, const Uid& campaign)
{
    const auto attached = attachmentsOf(workspace, campaign);
    if (!attached)
        return fail(attached.error());
    for (const model::Attachment& one : *attached)
        if (one.item == markOf(paper))
            return std::optional(one);
    return std::optional<model::Attachment>();
}

Result<model::Campaign> campaignOf(const Workspace& workspace)
{
    const auto rows = listRecords(workspace, model::kindOf<model::Campaign>());
    if (!rows)
        return fail(rows.error());
    return model::fromRecord<model::Campaign>(rows->first());
}

QString makerOf(const Actor& actor)
{
    return actor.isDeclared ? Text::tr("%1（自报姓名）").arg(actor.name) : actor.name;
}

documents::PaperSource sourceOf(const Workspace& workspace, const PaperKind& paper, const model::CampaignFacts& facts, QDate day)
{
    return {{facts, workspace.plan(), workspace.sheets(), workspace.calendar(), day},
            makerOf(workspace.actor()),
            paper.filters,
            paper.isConfidential};
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

/// Blank values become a line to write on.
void ruleBlanks(documents::MergeData& data, const QStringList& names, QStringList& blanks)
{
    for (const QString& name : names) {
        const auto value = data.values.find(name);
        if (value == data.values.end() || !value->isEmpty())
            continue;
        *value = QString(8, QLatin1Char('_'));
        blanks << name;
    }
}

Result<Filled> fillPaper(const Workspace& workspace, const PaperKind& paper, const Uid& subject, QDate day)
{
    auto known = workspace.facts();
    if (!known)
        return fail(known.error());
    const model::CampaignFacts facts = model::asOf(std::move(*known), day);
    const auto shipped = templateOf(workspace, paper);
    if (!shipped)
        return fail(shipped.error());
    const auto form = documents::DocxTemplate::read(shipped->docx, shipped->fileName);
    if (!form)
        return fail(form.error());
    const documents::PaperSource source = sourceOf(workspace, paper, facts, day);
    if (auto allowed = checkMayRead(workspace, paper, source, form->fields()); !allowed)
        return fail(allowed.error());
    Filled filled;
    std::optional<model::Record> record;
    if (!paper.subject.isEmpty()) {
        for (const model::Record& one : model::recordsOf(facts, paper.subject))
            if (one.uid == subject)
                record = one;
        if (!record)
            return fail(ErrorKind::NotFound, "no_such_record",
                        Text::tr("%1上还没有这条%2，不能制作“%3”。").arg(paperDate(day), model::findKind(paper.subject)->title, paper.title));
        filled.unit = unitOf(*record);
        filled.subject = record->name();
    }
    documents::MergeData data = documents::paperData(source, record ? &*record : nullptr, form->fields());
    ruleBlanks(data, form->fields(), filled.blanks);
    filled.docx = form->fill(data);
    return filled;
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
    constexpr int pixels = 240;
    if (identity)
        letter->mark = documents::PaperMark{documents::qrCode(identity->code, pixels), identity->number};
    auto pdf = documents::makePdf(documents::layOut(*letter), title, day);
    if (!pdf)
        return fail(pdf.error());
    return Printed{std::move(*pdf), documents::substitutedFonts(*letter)};
}

/// The day a paper speaks of: its own, where its record has one that has come by the day asked for.
Result<QDate> dayOf(const Workspace& workspace, const PaperKind& paper, const Uid& subject, QDate day)
{
    const QDate asked = day.isValid() ? day : workspace.clock().today();
    if (paper.dayField.isEmpty())
        return asked;
    if (auto allowed = checkRight(workspace.actor(), Deed::Read, *subjectKind(paper)); !allowed)
        return fail(allowed.error());
    const auto record = findRecord(workspace, *subjectKind(paper), subject, asked);
    if (!record)
        return fail(record.error());
    const QDate own = model::dateOf(record->value(paper.dayField));
    return own.isValid() && own < asked ? own : asked;
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
    auto known = workspace.facts();
    if (!known)
        return fail(known.error());
    const model::CampaignFacts facts = model::asOf(std::move(*known), today);
    return documents::paperFields(sourceOf(workspace, paper, facts, today), subjectKind(paper));
}

QByteArray shippedTemplate(const PaperKind& paper)
{
    return documents::wrapDocument(builtIn(paper.key + QStringLiteral(".xml")));
}

Result<PaperTemplate> templateOf(const Workspace& workspace, const PaperKind& paper)
{
    const auto campaign = campaignOf(workspace);
    if (!campaign)
        return fail(campaign.error());
    const auto own = ownTemplate(workspace, paper, campaign->uid);
    if (!own)
        return fail(own.error());
    if (!*own)
        return PaperTemplate{shippedTemplate(paper), false, paper.title + QStringLiteral(".docx")};
    const auto bytes = bytesOf(workspace, **own);
    if (!bytes)
        return fail(bytes.error());
    return PaperTemplate{*bytes, true, (*own)->fileName};
}

Result<Written> setTemplate(Workspace& workspace, const PaperKind& paper, const QByteArray& docx, const QString& fileName,
                            const Uid& intent)
{
    if (auto allowed = checkRight(workspace.actor(), Deed::Write, model::kindOf<model::Campaign>()); !allowed)
        return fail(allowed.error());
    const auto form = documents::DocxTemplate::read(docx, fileName);
    if (!form)
        return fail(form.error());
    const auto known = fieldsOf(workspace, paper);
    if (!known)
        return fail(known.error());
    QStringList wrong;
    for (const documents::TemplateFault& fault : form->faults(*known))
        wrong << Text::tr("%1：%2").arg(fault.place, fault.why);
    if (!wrong.isEmpty())
        return fail(ErrorKind::Invalid, "template_faults",
                    Text::tr("“%1”有 %2 处不对，没有换用：\n%3").arg(fileName).arg(wrong.size()).arg(wrong.join(QLatin1Char('\n'))), fileName);
    auto file = loadBytes(docx, fileName);
    if (!file)
        return fail(file.error());
    const auto campaign = campaignOf(workspace);
    if (!campaign)
        return fail(campaign.error());
    const auto before = ownTemplate(workspace, paper, campaign->uid);
    if (!before)
        return fail(before.error());
    Written written{campaign->uid};
    const auto seq = runIntent(workspace, QStringLiteral("paper_template.set"), intent, [&](storage::Intent& open) -> Result<void> {
        if (*before)
            if (auto removed = open.remove(model::kindOf<model::Attachment>(), (*before)->uid, (*before)->version); !removed)
                return removed;
        const auto added = attachNew(open, {model::kindOf<model::Campaign>().key, campaign->uid, markOf(paper)}, {*file});
        return added ? Result<void>() : Result<void>(fail(added.error()));
    });
    if (!seq)
        return fail(seq.error());
    written.seq = *seq;
    return written;
}

Result<Written> resetTemplate(Workspace& workspace, const PaperKind& paper, const Uid& intent)
{
    const auto campaign = campaignOf(workspace);
    if (!campaign)
        return fail(campaign.error());
    const auto own = ownTemplate(workspace, paper, campaign->uid);
    if (!own)
        return fail(own.error());
    if (!*own)
        return fail(ErrorKind::Conflict, "template_is_shipped", Text::tr("“%1”用的就是自带的模板。").arg(paper.title));
    return detachFile(workspace, (*own)->uid, intent);
}

Result<MadePaper> makePaper(const Workspace& workspace, const PaperKind& paper, const Uid& subject, QDate day)
{
    const auto own = dayOf(workspace, paper, subject, day);
    if (!own)
        return fail(own.error());
    const QDate on = *own;
    auto filled = fillPaper(workspace, paper, subject, on);
    if (!filled)
        return fail(filled.error());
    auto printed = print(filled->docx, paper.title, on);
    if (!printed)
        return fail(printed.error());
    return MadePaper{paper.title, std::move(filled->docx), std::move(printed->pdf.bytes), printed->pdf.pages,
                     std::move(filled->blanks), std::move(printed->substitutedFonts)};
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

} // namespace

Result<MadePaper> makePapers(const Workspace& workspace, const PaperKind& paper, QDate day, const Progress& progress)
{
    const QDate on = day.isValid() ? day : workspace.clock().today();
    const auto subjects = paper.dayField.isEmpty() ? Result<QVector<model::Record>>(QVector<model::Record>()) : subjectsOf(workspace, paper, on);
    if (!subjects)
        return fail(subjects.error());
    if (subjects->isEmpty())
        return fail(ErrorKind::NotFound, "nothing_to_print", Text::tr("到%1没有可以打印“%2”的记录。").arg(paperDate(on), paper.title));
    MadePaper all;
    all.title = paper.title;
    QVector<documents::MergePart> parts;
    for (const model::Record& subject : *subjects) {
        if (progress && !progress(subject.name(), parts.size(), subjects->size()))
            return fail(ErrorKind::Cancelled, "cancelled", Text::tr("已取消打印“%1”。").arg(paper.title));
        auto made = makePaper(workspace, paper, subject.uid, on);
        if (!made)
            return made;
        all.pages += made->pages;
        all.blanks += made->blanks;
        all.substitutedFonts += made->substitutedFonts;
        parts.append({paper.title, subject.name(), std::move(made->pdf)});
    }
    all.blanks.removeDuplicates();
    all.substitutedFonts.removeDuplicates();
    auto merged = documents::mergePdfs(parts, paper.title, on);
    if (!merged)
        return fail(merged.error());
    all.pdf = std::move(*merged);
    return all;
}

Result<Issued> issueMade(Workspace& workspace, const PaperKind& paper, const Uid& subject, QDate day, const Uid& intent)
{
    const auto own = dayOf(workspace, paper, subject, day);
    if (!own)
        return fail(own.error());
    const QDate on = *own;
    const auto filled = fillPaper(workspace, paper, subject, on);
    if (!filled)
        return fail(filled.error());
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
