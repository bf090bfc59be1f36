// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/corrections.h"

#include "services/internal/record_writes.h"
#include "services/issued_papers.h"

#include <QCoreApplication>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Corrections)
};

/// The unit a record is or belongs to, through its parents.
Result<Uid> unitBehind(const Workspace& workspace, const model::Record& record)
{
    if (record.kind->key == QLatin1String("unit"))
        return record.uid;
    for (const model::Field& field : record.kind->fields)
        if (field.refers == QLatin1String("unit"))
            return Uid(model::textOf(record.value(field.key)));
    const model::Field* parent = record.kind->field(record.kind->parentField);
    const Uid above(parent ? model::textOf(record.value(parent->key)) : QString());
    if (above.isNull())
        return Uid();
    const auto parentRecord = findRecord(workspace, *model::findKind(parent->refers), above);
    return parentRecord ? unitBehind(workspace, *parentRecord) : fail(parentRecord.error());
}

/// Registers whose records the campaign's rates, scores and lists are reckoned from.
bool movesFigures(const model::RecordKind& kind, const FieldValues& values)
{
    static const QStringList counted{QStringLiteral("verification"), QStringLiteral("inspection"),
                                     QStringLiteral("problem"), QStringLiteral("problem_step"),
                                     QStringLiteral("commitment")};
    return counted.contains(kind.key) || std::any_of(values.keyBegin(), values.keyEnd(), [&](const QString& key) {
               return kind.field(key) && kind.field(key)->isDated;
           });
}

Result<QString> shownValue(const Workspace& workspace, const model::Field& field, const model::Value& value)
{
    if (model::isEmpty(value))
        return Text::tr("（空）");
    if (field.refers.isEmpty())
        return model::displayText(field, value);
    const auto names = namesOf(workspace, *model::findKind(field.refers));
    if (!names)
        return fail(names.error());
    return names->value(Uid(model::textOf(value)), model::textOf(value));
}

/// A text as long as a slip's field may be.
QString within(const QString& text)
{
    constexpr int most = 200;
    return text.size() <= most ? text : text.left(most - 1) + QChar(0x2026);
}

Result<model::CorrectionSlip> slipOf(const Workspace& workspace, const model::Record& before, const FieldValues& values)
{
    QStringList was;
    QStringList now;
    for (auto it = values.begin(); it != values.end(); ++it) {
        const model::Field* field = before.kind->field(it.key());
        if (!field || field->isDerived)
            return fail(ErrorKind::Invalid, "unknown_field",
                        Text::tr("%1没有可以更正的“%2”。").arg(before.kind->title, it.key()), it.key());
        if (before.value(it.key()) == it.value())
            continue;
        const auto old = shownValue(workspace, *field, before.value(it.key()));
        const auto fresh = shownValue(workspace, *field, it.value());
        if (!old || !fresh)
            return fail(old ? fresh.error() : old.error());
        was << Text::tr("%1：%2").arg(field->label, *old);
        now << Text::tr("%1：%2").arg(field->label, *fresh);
    }
    if (was.isEmpty())
        return fail(ErrorKind::Invalid, "nothing_to_correct", Text::tr("没有改动任何内容，不用开更正单。"));
    model::CorrectionSlip slip;
    slip.subject = within(Text::tr("%1“%2”").arg(before.kind->title, before.name()));
    slip.was = within(was.join(QStringLiteral("；")));
    slip.now = within(now.join(QStringLiteral("；")));
    slip.on = workspace.clock().today();
    return slip;
}

QString papersText(const QVector<model::IssuedPaper>& papers)
{
    QStringList lines;
    for (const model::IssuedPaper& paper : papers)
        lines << Text::tr("%1 %2").arg(paper.number, paper.title);
    return lines.isEmpty() ? Text::tr("没有涉及已发文书。") : lines.join(QLatin1Char('\n'));
}

} // namespace

Result<QVector<model::IssuedPaper>> papersTouched(const Workspace& workspace, const model::RecordKind& kind,
                                                  const Uid& uid, const FieldValues& values)
{
    const auto record = findRecord(workspace, kind, uid);
    if (!record)
        return fail(record.error());
    const auto unit = unitBehind(workspace, *record);
    const auto standings = paperStandings(workspace, workspace.clock().today());
    const auto papers = listRecords(workspace, model::kindOf<model::IssuedPaper>());
    if (!unit || !standings || !papers)
        return fail(!unit ? unit.error() : !standings ? standings.error() : papers.error());
    const QDate since = kind.sinceField.isEmpty() ? QDate() : model::dateOf(record->value(kind.sinceField));
    const bool isCampaignWide = movesFigures(kind, values);
    QVector<model::IssuedPaper> touched;
    for (const model::Record& one : *papers) {
        const auto paper = model::fromRecord<model::IssuedPaper>(one);
        const bool isOfUnit = !unit->isNull() && paper.unit == *unit;
        const bool isOfRecord = !paper.subject.isEmpty() && paper.subject == record->name();
        const bool isOfAll = isCampaignWide && paper.unit.isNull() && paper.subject.isEmpty();
        const bool isLater = !since.isValid() || paper.madeOn >= since;
        if ((isOfUnit || isOfRecord || isOfAll) && isLater
            && standings->value(paper.uid).state != rules::PaperState::Voided)
            touched.append(paper);
    }
    return touched;
}

Result<SlipWritten> correctWithSlip(Workspace& workspace, const model::RecordKind& kind, const Uid& uid, qint64 version,
                                    const FieldValues& values, const QString& reason, const QString& approver,
                                    const Uid& intent)
{
    if (const auto kept = findRecord(workspace, model::kindOf<model::CorrectionSlip>(), intent))
        return SlipWritten{{intent, 0}, model::fromRecord<model::CorrectionSlip>(*kept)};
    const auto before = findRecord(workspace, kind, uid);
    if (!before)
        return fail(before.error());
    auto slip = slipOf(workspace, *before, values);
    if (!slip)
        return fail(slip.error());
    const auto papers = papersTouched(workspace, kind, uid, values);
    if (!papers)
        return fail(papers.error());
    slip->uid = intent; // a retry finds what was written
    slip->reason = reason.trimmed();
    slip->approver = approver.trimmed();
    slip->papers = papersText(*papers);
    if (auto sound = checkFaults(model::toRecord(*slip), workspace.clock().today()); !sound)
        return fail(sound.error());
    const auto seq =
        runIntent(workspace, kind.key + QStringLiteral(".correct"), intent, [&](storage::Intent& open) -> Result<void> {
            if (auto corrected = writeCorrection(workspace, open, kind, uid, version, values, slip->reason); !corrected)
                return corrected;
            const auto added = insertChecked(workspace, open, model::toRecord(*slip));
            return added ? Result<void>() : Result<void>(fail(added.error()));
        });
    if (!seq)
        return fail(seq.error());
    const auto kept = findRecord(workspace, model::kindOf<model::CorrectionSlip>(), slip->uid);
    if (!kept)
        return fail(kept.error());
    return SlipWritten{{slip->uid, *seq}, model::fromRecord<model::CorrectionSlip>(*kept)};
}

} // namespace chengheng::services
