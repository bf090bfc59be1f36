// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/attaching.h"
#include "services/internal/builtin_templates.h"
#include "services/internal/record_writes.h"
#include "services/papers.h"

#include <QCoreApplication>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Papers)
};

/// Own templates are attached to the campaign under a mark of their paper.
QString markOf(const PaperKind& paper)
{
    return QStringLiteral("paper:") + paper.key;
}

Result<std::optional<model::Attachment>> ownTemplate(const Workspace& workspace, const PaperKind& paper,
                                                     const Uid& campaign)
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

} // namespace

QByteArray shippedTemplate(const PaperKind& paper)
{
    return documents::wrapDocument(builtInTemplateFile(paper.key + QStringLiteral(".xml")));
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

Result<void> checkTemplate(const Workspace& workspace, const PaperKind& paper, const QByteArray& docx,
                           const QString& fileName)
{
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
                    Text::tr("“%1”有 %2 处不对，不能换用：\n%3")
                        .arg(fileName)
                        .arg(wrong.size())
                        .arg(wrong.join(QLatin1Char('\n'))),
                    fileName);
    return {};
}

Result<Written> setTemplate(Workspace& workspace, const PaperKind& paper, const QByteArray& docx,
                            const QString& fileName, const Uid& intent)
{
    if (auto allowed = checkRight(workspace.actor(), Deed::Write, model::kindOf<model::Campaign>()); !allowed)
        return fail(allowed.error());
    if (auto sound = checkTemplate(workspace, paper, docx, fileName); !sound)
        return fail(sound.error());
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
    const auto seq =
        runIntent(workspace, QStringLiteral("paper_template.set"), intent, [&](storage::Intent& open) -> Result<void> {
            if (*before)
                if (auto removed = open.remove(model::kindOf<model::Attachment>(), (*before)->uid, (*before)->version);
                    !removed)
                    return removed;
            const auto added =
                attachNew(open, {model::kindOf<model::Campaign>().key, campaign->uid, markOf(paper)}, {*file});
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

} // namespace chengheng::services
