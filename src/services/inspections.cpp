// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/inspections.h"

#include "base/json.h"
#include "rules/standing.h"
#include "services/internal/attaching.h"
#include "services/internal/inspection_checks.h"
#include "services/internal/record_writes.h"
#include "services/internal/remembered.h"
#include "services/internal/run_writing.h"
#include "storage/drafts.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Inspections)
};

Result<const rules::Sheet*> sheetNumbered(const rules::SheetEdition& edition, int number)
{
    if (const rules::Sheet* sheet = edition.sheet(number))
        return sheet;
    return fail(ErrorKind::Invalid, "unknown_sheet", Text::tr("没有评分表 %1，应为 1 到 8。").arg(number),
                QStringLiteral("sheet"));
}

const model::Unit* findUnit(const model::CampaignFacts& facts, const Uid& uid)
{
    const auto found =
        std::find_if(facts.units.begin(), facts.units.end(), [&](const model::Unit& unit) { return unit.uid == uid; });
    return found == facts.units.end() ? nullptr : &*found;
}

using FilesByItem = QMap<QString, QVector<LoadedFile>>;

Result<Written> fileInspection(Workspace& workspace, const model::Inspection& inspection,
                               const FilesByItem& photographs, const Uid& intent)
{
    const model::RecordKind& kind = model::kindOf<model::Inspection>();
    return runWriting(workspace, kind.key + QStringLiteral(".add"), intent, kind,
                      [&](storage::Intent& open) -> Result<Uid> {
                          const auto uid = insertChecked(workspace, open, model::toRecord(inspection));
                          if (!uid)
                              return uid;
                          for (auto it = photographs.begin(); it != photographs.end(); ++it)
                              if (auto attached = attachNew(open, {kind.key, *uid, it.key()}, it.value()); !attached)
                                  return attached;
                          return uid;
                      });
}

Result<model::Inspection> storedInspection(const Workspace& workspace, const Uid& uid)
{
    const auto record = findRecord(workspace, model::kindOf<model::Inspection>(), uid);
    if (!record)
        return fail(record.error());
    return model::fromRecord<model::Inspection>(*record);
}

} // namespace

Result<rules::Score> scoreAnswers(const Workspace& workspace, const rules::SheetAnswers& answers, const Uid& unit,
                                  QDate day)
{
    const auto sheet = sheetNumbered(workspace.sheets(), answers.sheet);
    if (!sheet)
        return fail(sheet.error());
    if (unit.isNull())
        return rules::score(workspace.sheets(), **sheet, answers);
    const QDate on = workspace.dayOrToday(day);
    const auto reading = readingOf(workspace);
    if (!reading)
        return fail(reading.error());
    return rules::score(workspace.sheets(), **sheet, answers,
                        rules::scoreContext(unitFactsOn(**reading, unit, on), unit, on));
}

Result<InspectionForm> loadPhotographs(InspectionForm form)
{
    for (auto it = form.photographs.cbegin(); it != form.photographs.cend(); ++it)
        for (const QString& path : it.value()) {
            auto file = loadFile(path);
            if (!file) {
                Error error = file.error();
                error.where = it.key();
                return fail(error);
            }
            form.loaded[it.key()].append(*std::move(file));
        }
    form.photographs.clear();
    return form;
}

Result<Written> recordInspection(Workspace& workspace, const InspectionForm& form, const Uid& intent)
{
    if (!form.on.isValid())
        return fail(ErrorKind::Invalid, "required", Text::tr("请填写检查日期。"), QStringLiteral("date"));
    if (auto same = checkEdition(workspace, form.edition); !same)
        return fail(same.error());
    const auto ready = loadPhotographs(form);
    if (!ready)
        return fail(ready.error());
    model::Inspection inspection;
    inspection.unit = form.unit;
    inspection.kind = form.kind;
    inspection.on = form.on;
    inspection.inspectors = form.inspectors;
    inspection.sheet = form.answers.sheet;
    inspection.edition = workspace.sheets().name;
    inspection.answers = QString::fromUtf8(canonicalJson(rules::toJson(form.answers)));
    inspection.conclusion = form.conclusion;
    inspection.remarks = form.remarks;
    inspection.supervisors = form.supervisors;
    inspection.displayed = form.displayed;
    inspection.complaintBook = form.complaintBook;
    return fileInspection(workspace, inspection, ready->loaded, intent);
}

Result<InspectionForm> inspectionForm(const Workspace& workspace, const Uid& uid)
{
    const auto inspection = storedInspection(workspace, uid);
    if (!inspection)
        return fail(inspection.error());
    const auto json = parseJsonObject(inspection->answers.toUtf8(), Text::tr("评分记录"));
    if (!json)
        return fail(json.error());
    auto answers = rules::parseAnswers(*json, int(inspection->sheet));
    if (!answers)
        return fail(answers.error());
    return InspectionForm{inspection->unit,       inspection->kind,         inspection->on,
                          inspection->inspectors, std::move(*answers),      inspection->conclusion,
                          inspection->remarks,    inspection->edition,      inspection->supervisors,
                          inspection->displayed,  inspection->complaintBook};
}

Result<rules::Score> scoreOf(const Workspace& workspace, const Uid& uid)
{
    const auto form = inspectionForm(workspace, uid);
    if (!form)
        return fail(form.error());
    if (auto same = checkEdition(workspace, form->edition); !same)
        return fail(same.error());
    return scoreAnswers(workspace, form->answers, form->unit, form->on);
}

Result<QVector<rules::Suggestion>> suggestAnswers(const Workspace& workspace, const Uid& unit, QDate day)
{
    const QDate on = workspace.dayOrToday(day);
    const auto facts = workspace.factsOn(on);
    if (!facts)
        return fail(facts.error());
    const model::Unit* inspected = findUnit(*facts, unit);
    if (!inspected && !unit.isNull())
        return fail(ErrorKind::NotFound, "no_such_unit", Text::tr("没有这家参建单位。"), unit.toString());
    const auto sheet = sheetOfUnit(workspace.sheets(), inspected);
    if (!sheet)
        return fail(sheet.error());
    return rules::suggestAnswers(workspace.sheets(), **sheet, *facts, unit, on, &workspace.calendar());
}

Result<QVector<rules::ProblemSuggestion>> suggestProblems(const Workspace& workspace, const Uid& uid)
{
    const auto inspection = storedInspection(workspace, uid);
    if (!inspection)
        return fail(inspection.error());
    const auto scored = scoreOf(workspace, uid);
    if (!scored)
        return fail(scored.error());
    const auto facts = workspace.factsOn(inspection->on);
    if (!facts)
        return fail(facts.error());
    return rules::suggestProblems(workspace.sheets(), *inspection, *scored, *facts, workspace.calendar());
}

Result<void> saveDraft(Workspace& workspace, const QString& key, const QJsonObject& form)
{
    return storage::saveDraft(*workspace.data().database, workspace.actor().name, key,
                              QString::fromUtf8(canonicalJson(form)), workspace.clock().now());
}

Result<QJsonObject> loadDraft(const Workspace& workspace, const QString& key)
{
    const auto draft = storage::loadDraft(*workspace.data().database, workspace.actor().name, key);
    if (!draft && draft.error().kind == ErrorKind::NotFound)
        return QJsonObject();
    if (!draft)
        return fail(draft.error());
    return QJsonDocument::fromJson(draft->json.toUtf8()).object();
}

Result<void> dropDraft(Workspace& workspace, const QString& key)
{
    return storage::removeDraft(*workspace.data().database, workspace.actor().name, key);
}

} // namespace chengheng::services
