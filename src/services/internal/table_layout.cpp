// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/table_layout.h"

#include "model/instrument_records.h"
#include "model/unit_records.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TableLayout)
};

/// Rows are counted, unless the records themselves have an order of that name (席位).
void addRowNumber(QVector<TableColumn>& columns, const model::RecordKind& kind)
{
    const QString heading = Text::tr("序号");
    if (std::none_of(kind.fields.begin(), kind.fields.end(),
                     [&](const model::Field& field) { return field.heading == heading; }))
        columns.append({TableColumn::Source::RowNumber, heading, {}, false, -1});
}

void addUnitCode(QVector<TableColumn>& columns)
{
    const model::Field& code = *model::kindOf<model::Unit>().field(QStringLiteral("credit_code"));
    columns.append({TableColumn::Source::UnitCode, code.heading, code.synonyms, false, -1});
}

/// What tells instruments apart; a verification body writes the unit as its customer.
void addFinders(QVector<TableColumn>& columns, const model::RecordKind& instrument)
{
    for (const char* key : {"unit", "name", "serial", "nozzle"}) {
        const int at = instrument.indexOf(QLatin1String(key));
        const model::Field& field = instrument.fields[at];
        TableColumn column{TableColumn::Source::Finder, field.heading, field.synonyms, false, at};
        column.isRequired = field.key == QLatin1String("unit") || field.key == QLatin1String("serial");
        if (field.key == QLatin1String("unit"))
            column.synonyms << Text::tr("送检单位") << Text::tr("委托单位") << Text::tr("客户名称");
        columns.append(column);
    }
}

void addFields(QVector<TableColumn>& columns, const model::RecordKind& kind, TableColumn::Source source,
               bool withParent)
{
    for (int i = 0; i < kind.fields.size(); ++i) {
        const model::Field& field = kind.fields[i];
        if (field.heading.isEmpty() || (!withParent && field.key == kind.parentField))
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
    if (column.source == TableColumn::Source::Finder)
        return &finderKind->fields[column.fieldIndex];
    return nullptr;
}

const TableColumn* TableLayout::columnOf(const QString& fieldKey) const
{
    for (const TableColumn& column : columns)
        if (const model::Field* field = fieldOf(column);
            field && field->key == fieldKey && column.source != TableColumn::Source::Finder)
            return &column;
    return nullptr;
}

const TableColumn* TableLayout::finderOf(const QString& fieldKey) const
{
    for (const TableColumn& column : columns)
        if (column.source == TableColumn::Source::Finder && fieldOf(column)->key == fieldKey)
            return &column;
    return nullptr;
}

TableLayout tableLayout(const model::RecordKind& kind)
{
    TableLayout layout;
    layout.kind = &kind;
    addRowNumber(layout.columns, kind);
    const model::Field* parent = kind.field(kind.parentField);
    const model::RecordKind& instrument = model::kindOf<model::Instrument>();
    if (parent && parent->refers == instrument.key)
        layout.finderKind = &instrument;
    if (layout.finderKind || (parent && parent->refers == model::kindOf<model::Unit>().key))
        addUnitCode(layout.columns);
    if (layout.finderKind)
        addFinders(layout.columns, instrument);
    addFields(layout.columns, kind, TableColumn::Source::Own, !layout.finderKind);
    if (kind.key == QLatin1String("instrument")) {
        layout.childKind = &model::kindOf<model::Verification>();
        addFields(layout.columns, *layout.childKind, TableColumn::Source::Child, false);
    }
    return layout;
}

} // namespace chengheng::services
