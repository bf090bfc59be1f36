// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reference_names.h"

#include "model/unit_records.h"
#include "services/registers.h"

namespace chengheng::gui {

namespace {

void insert(ReferenceNames& names, const QString& kind, const QHash<Uid, services::ReferenceChoice>& offered)
{
    QHash<Uid, QString>& called = names[kind];
    QHash<Uid, QString> units;
    for (auto it = offered.begin(); it != offered.end(); ++it) {
        called.insert(it.key(), it->name);
        if (!it->unit.isNull())
            units.insert(it.key(), it->unit.toString());
    }
    if (!units.isEmpty())
        names.insert(unitsOf(kind), units);
}

} // namespace

QHash<Uid, QString> allNames(const ReferenceNames& names)
{
    QHash<Uid, QString> all;
    for (auto it = names.begin(); it != names.end(); ++it)
        if (model::findKind(it.key()))
            all.insert(it.value());
    return all;
}

Result<ReferenceNames> namesOfReferences(const services::Workspace& workspace,
                                         const QVector<const model::RecordKind*>& kinds, const QString& without)
{
    ReferenceNames names;
    for (const model::RecordKind* kind : kinds)
        for (const model::Field& field : kind->fields) {
            if (field.type != model::FieldType::Reference || field.refers == without || names.contains(field.refers))
                continue;
            const auto offered = services::choicesOf(workspace, *model::findKind(field.refers));
            if (!offered)
                return fail(offered.error());
            insert(names, field.refers, *offered);
        }
    const bool isAskedByTrade = std::any_of(kinds.begin(), kinds.end(), [](const model::RecordKind* kind) {
        return std::any_of(kind->fields.begin(), kind->fields.end(),
                           [](const model::Field& field) { return !field.trades.isEmpty(); });
    });
    if (!isAskedByTrade)
        return names;
    const auto units = services::listRecords(workspace, model::kindOf<model::Unit>());
    if (!units)
        return fail(units.error());
    for (const model::Record& unit : *units)
        names[tradesOfUnits].insert(unit.uid, model::textOf(unit.value(QStringLiteral("trade"))));
    return names;
}

FieldWords wordsOfPicks(const model::RecordKind& kind, const FieldPicks& picks)
{
    FieldWords words;
    for (const model::Field& field : kind.fields)
        if (services::isClosedList(field) && field.between.isEmpty())
            for (const services::Pick& pick : picks.value(field.picks))
                words[field.key].insert(pick.choice.key, pick.choice.label);
    return words;
}

Result<FieldPicks> picksOfFields(const services::Workspace& workspace, const QVector<const model::RecordKind*>& kinds,
                                 QDate day)
{
    FieldPicks picks;
    for (const model::RecordKind* kind : kinds)
        for (const model::Field& field : kind->fields) {
            if (field.picks.isEmpty() || picks.contains(field.picks))
                continue;
            auto read = services::picksOf(workspace, field, day);
            if (!read)
                return fail(read.error());
            picks.insert(field.picks, std::move(*read));
        }
    return picks;
}

} // namespace chengheng::gui
