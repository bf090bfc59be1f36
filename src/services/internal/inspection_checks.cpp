// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/inspection_checks.h"

#include "base/json.h"
#include "model/as_of.h"
#include "rules/problem_state.h"
#include "rules/scoring.h"
#include "services/internal/write_rules.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Inspections)
};

Result<std::optional<model::Unit>> unitOn(storage::Intent& intent, const Uid& uid, QDate day)
{
    if (uid.isNull())
        return std::optional<model::Unit>();
    const auto stored = intent.find(model::kindOf<model::Unit>(), uid);
    if (!stored)
        return fail(stored.error());
    const auto changes = changesOfSubject(intent, uid);
    if (!changes)
        return fail(changes.error());
    return std::optional(model::fromRecord<model::Unit>(model::asOf(*stored, *changes, day)));
}

/// The unit takes part that day and the sheet is its trade's; the organiser has sheet 1.
Result<void> checkSheetFits(const Workspace& workspace, const model::Unit* unit, int number)
{
    const auto sheet = sheetOfUnit(workspace.sheets(), unit);
    if (!sheet)
        return fail(sheet.error());
    if (unit && unit->participation != model::Participation::Participating)
        return fail(ErrorKind::Invalid, "not_participating", Text::tr("“%1”在检查当天不是参建单位。").arg(unit->name),
                    QStringLiteral("unit"));
    if ((*sheet)->no != number)
        return fail(ErrorKind::Invalid, "wrong_sheet",
                    Text::tr("%1应使用评分表 %2，这里是表 %3。")
                        .arg(unit ? unit->name : Text::tr("组织者"))
                        .arg((*sheet)->no)
                        .arg(number),
                    QStringLiteral("sheet"));
    return {};
}

/// A veto is an officer's finding: two inspectors sign it (reference sheets, veto rule).
Result<void> checkVetoIsSigned(const rules::SheetAnswers& answers, const QString& inspectors)
{
    const bool hasVeto = !answers.globalVetoes.isEmpty()
                         || std::any_of(answers.answers.begin(), answers.answers.end(),
                                        [](const rules::Answer& answer) { return answer.isVeto; });
    if (hasVeto && rules::personsIn(inspectors).size() < 2)
        return fail(ErrorKind::Invalid, "two_inspectors",
                    Text::tr("一票否决须由至少两名检查人员查实，请写明两人姓名，用“、”隔开。"),
                    QStringLiteral("inspectors"));
    return {};
}

} // namespace

Result<const rules::Sheet*> sheetOfUnit(const rules::SheetEdition& edition, const model::Unit* unit)
{
    if (const rules::Sheet* sheet = unit ? edition.sheetOf(unit->trade) : edition.sheet(1))
        return sheet;
    return fail(ErrorKind::Invalid, "no_sheet_for_trade",
                unit ? Text::tr("“%1”的业态没有对应的评分表。").arg(unit->name)
                     : Text::tr("没有组织者的评分表（表 1）。"),
                QStringLiteral("sheet"));
}

Result<void> checkEdition(const Workspace& workspace, const QString& edition)
{
    const QString& own = workspace.sheets().name;
    if (edition.isEmpty() || edition == own)
        return {};
    return fail(
        ErrorKind::Invalid, "other_edition",
        Text::tr("这次检查用的是评分表“%1”，本创建活动使用“%2”，两者不能混用。请按“%2”重新评分。").arg(edition, own),
        QStringLiteral("edition"));
}

Result<void> checkInspection(const Workspace& workspace, storage::Intent& intent, const model::Inspection& inspection)
{
    if (auto same = checkEdition(workspace, inspection.edition); !same)
        return same;
    const auto unit = unitOn(intent, inspection.unit, inspection.on);
    if (!unit)
        return fail(unit.error());
    if (auto fits = checkSheetFits(workspace, *unit ? &**unit : nullptr, int(inspection.sheet)); !fits)
        return fits;
    const auto json = parseJsonObject(inspection.answers.toUtf8(), Text::tr("评分记录"));
    if (!json)
        return fail(json.error());
    const auto answers = rules::parseAnswers(*json, int(inspection.sheet));
    if (!answers)
        return fail(answers.error());
    if (auto isSigned = checkVetoIsSigned(*answers, inspection.inspectors); !isSigned)
        return isSigned;
    const auto scored = rules::score(workspace.sheets(), *workspace.sheets().sheet(int(inspection.sheet)), *answers);
    return scored ? Result<void>() : Result<void>(fail(scored.error()));
}

} // namespace chengheng::services
