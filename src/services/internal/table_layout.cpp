// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/table_layout.h"

#include "model/instrument_records.h"
#include "model/unit_records.h"

#include <QCoreApplication>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TableLayout)
};

void addFields(QVector<TableColumn>& columns, const model::RecordKind& kind, TableColumn::Source source)
{
    for (int i = 0; i < kind.fields.size(); ++i) {
        const model::Field& field = kind.fields[i];
        const bool isParentOfChild = source == TableColumn::Source::Child && field.key == kind.parentField;
        if (field.heading.isEmpty() || isParentOfChild)
            continue;
        // A child stands in the row only where something was done: none of its columns must be there.
        const bool isRequired = source == TableColumn::Source::Own && field.isRequired && !field.isPresumed;
        columns.append({source, field.heading, field.synonyms, isRequired, i});
    }
}

} // namespace

const model::Field* TableLayout::fieldOf(const TableColumn& column) const
{
    if (column.source == TableColumn::Source::Own)
        return &kind->fields[column.fieldIndex];
    if (column.source == TableColumn::Source::Child)
        return &childKind->fields[column.fieldIndex];
    return nullptr;
}

const TableColumn* TableLayout::columnOf(const QString& fieldKey) const
{
    for (const TableColumn& column : columns)
        if (const model::Field* field = fieldOf(column); field && field->key == fieldKey)
            return &column;
    return nullptr;
}

TableLayout tableLayout(const model::RecordKind& kind)
{
    TableLayout layout;
    layout.kind = &kind;
    layout.columns.append({TableColumn::Source::RowNumber, Text::tr("序号"), {}, false, -1});
    const model::Field* parent = kind.field(kind.parentField);
    if (parent && parent->refers == QLatin1String("unit")) {
        const model::Field& code = *model::kindOf<model::Unit>().field(QStringLiteral("credit_code"));
        layout.columns.append({TableColumn::Source::UnitCode, code.heading, code.synonyms, false, -1});
    }
    addFields(layout.columns, kind, TableColumn::Source::Own);
    if (kind.key == QLatin1String("instrument")) {
        layout.childKind = &model::kindOf<model::Verification>();
        addFields(layout.columns, *layout.childKind, TableColumn::Source::Child);
    }
    return layout;
}

} // namespace chengheng::services
