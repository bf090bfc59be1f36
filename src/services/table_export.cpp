// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tables.h"

#include "exchange/table_writer.h"
#include "model/as_of.h"
#include "services/internal/table_layout.h"
#include "services/internal/workspace_data.h"

#include <QCoreApplication>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TableExport)
};

using Source = TableColumn::Source;

exchange::CellKind cellKind(const model::Field* field)
{
    if (field && field->type == model::FieldType::Date)
        return exchange::CellKind::Date;
    if (field && model::isNumber(field->type))
        return exchange::CellKind::Number;
    return exchange::CellKind::Text;
}

QVector<exchange::SheetColumn> sheetColumns(const TableLayout& layout)
{
    QVector<exchange::SheetColumn> columns;
    for (const TableColumn& column : layout.columns) {
        const model::Field* field = layout.fieldOf(column);
        exchange::SheetColumn out{column.heading, cellKind(field), {}, column.isRequired};
        if (column.source == Source::RowNumber)
            out.kind = exchange::CellKind::Number;
        if (field && field->type == model::FieldType::Flag)
            out.choices = QStringList{Text::tr("是"), Text::tr("否")};
        if (field)
            for (const model::Choice& choice : field->choices)
                out.choices << choice.label;
        columns.append(out);
    }
    return columns;
}

/// What rows show beyond their own values: names behind uids, units' codes, latest verifications, instruments.
struct Surroundings {
    QHash<QString, QHash<Uid, QString>> namesByKind;
    QHash<Uid, QString> codeOfUnit;
    QHash<Uid, model::Record> latestChild;
    QHash<Uid, model::Record> found; ///< the instruments that rows belong to
};

Result<Surroundings> readSurroundings(const Workspace& workspace, const TableLayout& layout, QDate day)
{
    Surroundings out;
    for (const model::Field& field : layout.kind->fields) {
        if (field.type != model::FieldType::Reference || out.namesByKind.contains(field.refers))
            continue;
        auto names = namesOf(workspace, *model::findKind(field.refers));
        if (!names)
            return fail(names.error());
        out.namesByKind.insert(field.refers, *names);
    }
    const model::RecordKind& unitKind = model::kindOf<model::Unit>();
    const auto units = listRecords(workspace, unitKind, {.asOf = day});
    if (!units)
        return fail(units.error());
    for (const model::Record& unit : *units) {
        out.codeOfUnit.insert(unit.uid, model::textOf(unit.value(QStringLiteral("credit_code"))));
        out.namesByKind[unitKind.key].insert(unit.uid, unit.name());
    }
    if (layout.finderKind) {
        const auto found = listRecords(workspace, *layout.finderKind, {.asOf = day});
        if (!found)
            return fail(found.error());
        for (const model::Record& record : *found)
            out.found.insert(record.uid, record);
    }
    if (!layout.childKind)
        return out;
    const auto children = listRecords(workspace, *layout.childKind, {.asOf = day});
    if (!children)
        return fail(children.error());
    const QString dateKey = QStringLiteral("verified_on");
    for (const model::Record& child : *children) {
        const Uid parent(model::textOf(child.value(layout.childKind->parentField)));
        const QDate verifiedOn = model::dateOf(child.value(dateKey));
        const auto known = out.latestChild.constFind(parent);
        if (verifiedOn <= day
            && (known == out.latestChild.cend() || model::dateOf(known->value(dateKey)) <= verifiedOn))
            out.latestChild.insert(parent, child);
    }
    return out;
}

exchange::Cell cellOf(const model::Field& field, const model::Value& value, const Surroundings& around)
{
    if (model::isEmpty(value))
        return {};
    if (field.type == model::FieldType::Date)
        return exchange::Cell::ofDate(model::dateOf(value));
    if (field.type == model::FieldType::Money)
        return exchange::Cell::ofNumber(double(model::integerOf(value)) / 100, model::displayText(field, value));
    if (field.type == model::FieldType::Integer)
        return exchange::Cell::ofNumber(double(model::integerOf(value)));
    if (field.type == model::FieldType::Reference)
        return exchange::Cell::ofText(around.namesByKind.value(field.refers).value(Uid(model::textOf(value))));
    const QString text = model::displayText(field, value);
    return text.isEmpty() ? exchange::Cell() : exchange::Cell::ofText(text);
}

QVector<exchange::Cell> rowOf(const TableLayout& layout, const model::Record& record, qint64 number,
                              const Surroundings& around)
{
    QVector<exchange::Cell> cells;
    const auto child = around.latestChild.constFind(record.uid);
    const Uid parent(model::textOf(record.value(record.kind->parentField)));
    const model::Record found = around.found.value(parent);
    const Uid unit = found.kind ? Uid(model::textOf(found.value(found.kind->parentField))) : parent;
    for (const TableColumn& column : layout.columns) {
        switch (column.source) {
        case Source::RowNumber:
            cells.append(exchange::Cell::ofNumber(double(number)));
            break;
        case Source::UnitCode: {
            const QString code = around.codeOfUnit.value(unit);
            cells.append(code.isEmpty() ? exchange::Cell() : exchange::Cell::ofText(code));
            break;
        }
        case Source::Own:
            cells.append(cellOf(*layout.fieldOf(column), record.values[column.fieldIndex], around));
            break;
        case Source::Finder:
            cells.append(found.kind ? cellOf(*layout.fieldOf(column), found.values[column.fieldIndex], around)
                                    : exchange::Cell());
            break;
        case Source::Child:
            cells.append(child == around.latestChild.cend()
                             ? exchange::Cell()
                             : cellOf(*layout.fieldOf(column), child->values[column.fieldIndex], around));
            break;
        }
    }
    return cells;
}

Result<void> writeByEnding(const QString& path, const exchange::SheetData& sheet)
{
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        return exchange::writeCsv(path, sheet);
    if (path.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive))
        return exchange::writeXlsx(path, sheet);
    return fail(ErrorKind::Invalid, "unknown_ending",
                Text::tr("表格只能导出为 .xlsx 或 .csv 文件，请改正文件名“%1”。").arg(path), path);
}

/// One line a column for the sheet 填写说明.
QStringList instructionsOf(const TableLayout& layout)
{
    QStringList lines{Text::tr("带 * 的列必填；其余可以空着。日期写成 2024-03-05，也可以是表格软件的日期。")};
    for (const TableColumn& column : layout.columns) {
        const model::Field* field = layout.fieldOf(column);
        if (!field)
            continue;
        QStringList labels;
        for (const model::Choice& choice : field->choices)
            labels << choice.label;
        if (!labels.isEmpty())
            lines << Text::tr("%1：%2").arg(column.heading, labels.join(QStringLiteral("、")));
    }
    if (layout.finderKind)
        lines << Text::tr("器具按单位（名称或统一社会信用代码）、出厂编号对应台账，加油机再加枪号；一行一台。");
    if (layout.childKind)
        lines << Text::tr("一台器具一行；加油机一把枪一行，写明机号、枪号。没有检定过的，检定日期及其后各列空着。");
    return lines;
}

} // namespace

Result<qint64> exportTable(const Workspace& workspace, const model::RecordKind& kind, const QString& path,
                           const RegisterQuery& query, const QDateTime& created)
{
    auto rows = listRecords(workspace, kind, query);
    if (!rows)
        return fail(rows.error());
    rows->removeIf([&](const model::Record& row) { return !kind.isReleased(row); });
    return exportRecords(workspace, kind, *rows, path, query.asOf, created);
}

Result<qint64> exportRecords(const Workspace& workspace, const model::RecordKind& kind,
                             const QVector<model::Record>& records, const QString& path, QDate asOf,
                             const QDateTime& created)
{
    const TableLayout layout = tableLayout(kind);
    const QDate day = workspace.dayOrToday(asOf);
    const auto around = readSurroundings(workspace, layout, day);
    if (!around)
        return fail(around.error());
    exchange::SheetData sheet;
    sheet.name = kind.title;
    sheet.created = created;
    sheet.columns = sheetColumns(layout);
    for (const model::Record& row : records)
        sheet.rows.append(rowOf(layout, row, sheet.rows.size() + 1, *around));
    if (auto written = writeByEnding(path, sheet); !written)
        return fail(written.error());
    return records.size();
}

Result<void> checkNoDraft(const QString& title, const rules::Summary& summary)
{
    if (!summary.isDraft)
        return {};
    return fail(ErrorKind::Denied, "draft",
                Text::tr("“%1”是按规则拟出的初稿，未经批准，不能导出或打印；请登记、批准后从登记簿导出。").arg(title));
}

Result<qint64> exportSummary(const QString& title, const rules::Summary& summary, const QString& path,
                             const QDateTime& created)
{
    if (auto free = checkNoDraft(title, summary); !free)
        return fail(free.error());
    exchange::SheetData sheet;
    sheet.name = title;
    sheet.created = created;
    for (const QString& heading : summary.columns)
        sheet.columns.append({heading, exchange::CellKind::Text, {}, false});
    for (const rules::SummaryRow& row : summary.rows) {
        QVector<exchange::Cell> cells;
        for (const QString& text : row.cells)
            cells.append(exchange::Cell::ofText(text));
        sheet.rows.append(cells);
    }
    if (auto written = writeByEnding(path, sheet); !written)
        return fail(written.error());
    return summary.rows.size();
}

Result<void> writeTemplate(const model::RecordKind& kind, const QString& path)
{
    if (auto importable = checkImportable(kind); !importable)
        return importable;
    const TableLayout layout = tableLayout(kind);
    exchange::SheetData sheet;
    sheet.name = kind.title;
    sheet.columns = sheetColumns(layout);
    sheet.instructions = instructionsOf(layout);
    return writeByEnding(path, sheet);
}

} // namespace chengheng::services
