// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sheet_papers.h"

#include "documents/photograph_paper.h"
#include "documents/sheet_paper.h"
#include "services/internal/printed_photographs.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SheetPapers)
};

using Photographs = QVector<documents::PrintedPhotograph>;

Result<documents::SheetHead> headOf(const Workspace& workspace, const InspectionForm& form)
{
    const auto known = workspace.factsOn(form.on);
    if (!known)
        return fail(known.error());
    const model::CampaignFacts& facts = *known;
    documents::SheetHead head;
    head.campaign = facts.campaign.title.isEmpty() ? workspace.plan().title : facts.campaign.title;
    if (form.answers.sheet == 1)
        head.unit = Text::tr("组织者");
    for (const model::Unit& unit : facts.units)
        if (unit.uid == form.unit) {
            head.unit = unit.name;
            head.address = unit.address;
        }
    head.on = form.on;
    head.kind = form.kind;
    head.inspectors = form.inspectors;
    return head;
}

Result<const rules::Sheet*> sheetOf(const Workspace& workspace, const InspectionForm& form)
{
    if (const rules::Sheet* sheet = workspace.sheets().sheet(form.answers.sheet))
        return sheet;
    return fail(ErrorKind::Invalid, "unknown_sheet", Text::tr("这家单位的业态没有对应的评分表，没有可打印的内容。"));
}

documents::PrintedPhotograph printedFile(const QString& item, const LoadedFile& file)
{
    return {documents::printedPicture(file.bytes), documents::captionWithItem(item, file.caption), file.takenOn,
            file.takenAt, QString::fromLatin1(file.originalSha256)};
}

/// Those chosen on the form, filed or not.
Photographs photographsOn(const InspectionForm& form)
{
    Photographs printed;
    for (auto it = form.loaded.cbegin(); it != form.loaded.cend(); ++it)
        for (const LoadedFile& file : it.value())
            printed.append(printedFile(it.key(), file));
    for (auto it = form.photographs.cbegin(); it != form.photographs.cend(); ++it)
        for (const QString& path : it.value()) {
            const QString name = QFileInfo(path).fileName();
            const auto file = loadFile(path);
            printed.append(
                file ? printedFile(it.key(), *file)
                     : documents::PrintedPhotograph{{}, documents::captionWithItem(it.key(), name), {}, {}, name});
        }
    return printed;
}

Result<Photographs> photographsOf(const Workspace& workspace, const Uid& inspection)
{
    const auto attached = attachmentsOf(workspace, inspection);
    if (!attached)
        return fail(attached.error());
    Photographs printed;
    for (const model::Attachment& one : *attached) {
        if (!isPhotograph(one))
            continue;
        const auto picture = printedPicture(workspace, one);
        if (!picture)
            return fail(picture.error());
        printed.append(
            {*picture, documents::captionWithItem(one.item, one.caption), one.takenOn, one.takenAt, one.sha256});
    }
    return printed;
}

Result<documents::Paper> sheetWith(const Workspace& workspace, const InspectionForm& form,
                                   const Photographs& photographs)
{
    const auto sheet = sheetOf(workspace, form);
    if (!sheet)
        return fail(sheet.error());
    const auto head = headOf(workspace, form);
    if (!head)
        return fail(head.error());
    const auto score = scoreAnswers(workspace, form.answers, form.unit, form.on);
    if (!score)
        return fail(score.error());
    documents::Paper paper =
        documents::filledSheetPaper(*head, workspace.sheets(), **sheet, form.answers, *score, photographs);
    paper.unit = form.unit;
    return paper;
}

} // namespace

Result<documents::Paper> filledSheet(const Workspace& workspace, const InspectionForm& form)
{
    return sheetWith(workspace, form, photographsOn(form));
}

Result<documents::Paper> filedSheet(const Workspace& workspace, const Uid& inspection)
{
    const auto form = inspectionForm(workspace, inspection);
    if (!form)
        return fail(form.error());
    const auto photographs = photographsOf(workspace, inspection);
    if (!photographs)
        return fail(photographs.error());
    return sheetWith(workspace, *form, *photographs);
}

Result<documents::Paper> blankSheet(const Workspace& workspace, const InspectionForm& form)
{
    const auto sheet = sheetOf(workspace, form);
    if (!sheet)
        return fail(sheet.error());
    const auto head = headOf(workspace, form);
    if (!head)
        return fail(head.error());
    documents::Paper paper = documents::blankSheetPaper(*head, workspace.sheets(), **sheet);
    paper.unit = form.unit;
    return paper;
}

} // namespace chengheng::services
