// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/handover.h"

#include "base/dates.h"
#include "documents/handover_paper.h"
#include "model/office_records.h"
#include "model/paper_records.h"
#include "rules/problem_state.h"
#include "services/internal/record_writes.h"
#include "services/internal/run_writing.h"
#include "storage/drafts.h"

#include <QCoreApplication>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Handover)
};

using rules::HandoverWay;
using rules::OpenWork;

Result<void> checkRequest(const HandingOver& handing)
{
    const auto need = [](bool isThere, const char* field, const QString& sentence) -> Result<void> {
        if (isThere)
            return {};
        return fail(ErrorKind::Invalid, "required", sentence, QString::fromLatin1(field));
    };
    if (auto there = need(!handing.from.trimmed().isEmpty(), "from_person", Text::tr("请填写移交人。")); !there)
        return there;
    if (auto there = need(!handing.to.trimmed().isEmpty(), "to_person", Text::tr("请填写接交人。")); !there)
        return there;
    if (auto there = need(handing.on.isValid(), "on", Text::tr("请填写交接日期。")); !there)
        return there;
    if (auto there = need(!handing.reason.trimmed().isEmpty(), "remarks", Text::tr("请写明移交的原因。")); !there)
        return there;
    if (handing.from.trimmed() == handing.to.trimmed())
        return fail(ErrorKind::Invalid, "same_person", Text::tr("移交人和接交人是同一个人，请改其中一个。"),
                    QStringLiteral("to_person"));
    return {};
}

/// What was held ends the day before, and the same begins with the successor.
Result<void> takeOver(const Workspace& workspace, storage::Intent& intent, model::Record held,
                      const HandingOver& handing)
{
    const QString from = QStringLiteral("from");
    const QString to = QStringLiteral("to");
    const QDate since = model::dateOf(held.value(from));
    if (since.isValid() && since >= handing.on)
        return fail(ErrorKind::Invalid, "ends_before_it_begins",
                    Text::tr("%1自%2才任职，交接日期应晚于这一天。").arg(handing.from, paperDate(since)),
                    QStringLiteral("on"));
    model::Record next = held;
    next.uid = {};
    next.version = 0;
    next.set(QStringLiteral("person"), handing.to);
    const QString phone = QStringLiteral("phone");
    if (const model::Field* field = next.kind->field(phone); field && !field->isRequired)
        next.set(phone, model::Value()); // his own; a liaison's must stand there, and is corrected when it is known
    next.set(from, handing.on);
    next.set(to, model::Value());
    held.set(to, handing.on.addDays(-1));
    if (auto ended = updateChecked(workspace, intent, held); !ended)
        return ended;
    if (auto begun = insertChecked(workspace, intent, next); !begun)
        return fail(begun.error());
    return {};
}

/// The successor stands where the person stood; where nobody was named, alone.
QString renamed(const QString& persons, const HandingOver& handing)
{
    QStringList names = rules::namesIn(persons); // the others stay as they are written
    const qsizetype place = rules::personsIn(persons).indexOf(rules::personsIn(handing.from).value(0));
    if (place < 0)
        return handing.to;
    names[place] = handing.to;
    names.removeDuplicates();
    return names.join(QStringLiteral("、"));
}

Result<void> handOne(const Workspace& workspace, storage::Intent& intent, const OpenWork& work,
                     const HandingOver& handing)
{
    if (work.way != HandoverWay::TakesOver && work.way != HandoverWay::Renamed)
        return {};
    auto record = intent.find(*model::findKind(work.kind), work.record);
    if (!record)
        return fail(record.error());
    if (auto allowed = checkMayWrite(workspace, intent, *record); !allowed)
        return allowed;
    if (work.way == HandoverWay::TakesOver)
        return takeOver(workspace, intent, std::move(*record), handing);
    record->set(work.field, renamed(model::textOf(record->value(work.field)), handing));
    return updateChecked(workspace, intent, std::move(*record));
}

model::Handover recordOf(const HandingOver& handing, const QVector<OpenWork>& all)
{
    QStringList open;
    QStringList papers;
    for (const OpenWork& work : all)
        (work.kind == model::kindOf<model::IssuedPaper>().key ? papers : open).append(work.line());
    model::Handover handover;
    handover.on = handing.on;
    handover.fromPerson = handing.from;
    handover.toPerson = handing.to;
    handover.openWork = open.join(QLatin1Char('\n'));
    handover.papersOut = papers.join(QLatin1Char('\n'));
    handover.backupPlace = handing.backupPlace;
    handover.rolesMoved = handing.rolesMoved;
    handover.remarks = handing.reason;
    return handover;
}

Result<Uid> handAll(const Workspace& workspace, storage::Intent& intent, const HandingOver& handing)
{
    const auto all = openWorkOf(workspace, handing.from, handing.on);
    if (!all)
        return fail(all.error());
    const model::Record record = model::toRecord(recordOf(handing, *all));
    if (auto allowed = checkMayWrite(workspace, intent, record); !allowed)
        return fail(allowed.error());
    for (const OpenWork& work : *all)
        if (auto handed = handOne(workspace, intent, work, handing); !handed)
            return fail(handed.error());
    if (auto moved = storage::moveDrafts(*workspace.data().database, handing.from, handing.to); !moved)
        return fail(moved.error());
    intent.setReason(handing.reason);
    return insertChecked(workspace, intent, record);
}

} // namespace

Result<QVector<OpenWork>> openWorkOf(const Workspace& workspace, const QString& person, QDate day)
{
    const QDate on = workspace.dayOrToday(day);
    const auto facts = workspace.factsOn(on);
    if (!facts)
        return fail(facts.error());
    QVector<OpenWork> work = rules::openWorkOf(*facts, person, on);
    work.removeIf([&](const OpenWork& one) { return !mayRead(workspace, *model::findKind(one.kind)); });
    const auto drafts = storage::listDrafts(*workspace.data().database, person);
    if (!drafts)
        return fail(drafts.error());
    for (const storage::Draft& draft : *drafts)
        work.append({QString(),
                     {},
                     Text::tr("%1存的一份草稿").arg(paperDate(draft.savedAt.date())),
                     {},
                     HandoverWay::GoesAlong});
    return work;
}

Result<Written> handOver(Workspace& workspace, const HandingOver& asked, const Uid& intent)
{
    if (auto complete = checkRequest(asked); !complete)
        return fail(complete.error());
    HandingOver handing = asked;
    handing.from = asked.from.trimmed();
    handing.to = asked.to.trimmed();
    return runWriting(workspace, QStringLiteral("handover.do"), intent, model::kindOf<model::Handover>(),
                      [&](storage::Intent& open) { return handAll(workspace, open, handing); });
}

Result<documents::Paper> handoverList(const Workspace& workspace, const Uid& uid)
{
    const auto record = findRecord(workspace, model::kindOf<model::Handover>(), uid);
    if (!record)
        return fail(record.error());
    return documents::handoverPaper(model::fromRecord<model::Handover>(*record), workspace.plan().title);
}

} // namespace chengheng::services
