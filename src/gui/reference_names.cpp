// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reference_names.h"

#include "model/unit_records.h"
#include "services/registers.h"

namespace chengheng::gui {

Result<ReferenceNames> namesOfReferences(const services::Workspace& workspace,
                                         const QVector<const model::RecordKind*>& kinds, const QString& without)
{
    ReferenceNames names;
    for (const model::RecordKind* kind : kinds)
        for (const model::Field& field : kind->fields) {
            if (field.type != model::FieldType::Reference || field.refers == without || names.contains(field.refers))
                continue;
            const auto read = services::namesOf(workspace, *model::findKind(field.refers));
            if (!read)
                return fail(read.error());
            names.insert(field.refers, *read);
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

QHash<Uid, QString> allNames(const ReferenceNames& names)
{
    QHash<Uid, QString> all;
    for (auto it = names.cbegin(); it != names.cend(); ++it)
        if (it.key() != tradesOfUnits)
            all.insert(it.value());
    return all;
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
