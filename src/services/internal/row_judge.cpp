// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/row_judge.h"

#include "base/credit_code.h"
#include "base/text.h"
#include "services/internal/out_of_use.h"

#include <QCoreApplication>

#include <cmath>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RowJudge)
};

using Source = TableColumn::Source;

/// A cell in the field's type. Real dates and whole numbers of a spreadsheet need no parsing.
Result<model::Value> cellValue(const model::Field& field, const exchange::Cell& cell)
{
    if (cell.kind == exchange::CellKind::Date && field.type == model::FieldType::Date)
        return model::Value(cell.date);
    if (cell.kind == exchange::CellKind::Number && field.type == model::FieldType::Integer
        && cell.number == std::floor(cell.number) && std::abs(cell.number) <= double(model::mostNumber))
        return model::Value(qint64(cell.number));
    return model::parseText(field, cell.text);
}

void addFault(JudgedRow& row, const QString& column, const QString& value, const QString& code, const QString& why)
{
    row.verdict.verdict = Verdict::Rejected;
    row.verdict.faults.append({column, value, code, why});
}

} // namespace

RowJudge::RowJudge(const TableLayout& layout, const KnownRecords& known, const ImportOptions& options,
                   const Actor& actor, QDate today)
    : m_layout(layout), m_known(known), m_names(known.names), m_options(options), m_actor(actor), m_today(today)
{}

QStringList RowJudge::identityKeys(const model::Record& record)
{
    QStringList keys;
    for (const QStringList& identity : record.kind->identities) {
        QStringList parts;
        for (const QString& key : identity) {
            const model::Field& field = *record.kind->field(key);
            const QString text = model::displayText(field, record.value(key));
            parts << (field.type == model::FieldType::Reference ? text : foldName(text));
        }
        if (!parts.first().isEmpty())
            keys << identity.first() + QLatin1Char('\n') + parts.join(QLatin1Char('\n'));
    }
    return keys;
}

JudgedRow RowJudge::judge(const QVector<exchange::Cell>& cells, const QVector<int>& columnOf, int rowNumber)
{
    static const exchange::Cell blank;
    JudgedRow row;
    row.verdict.row = rowNumber;
    row.record = model::Record(*m_layout.kind);
    if (m_layout.childKind)
        row.child = model::Record(*m_layout.childKind);
    takeGiven(row);
    bool childIsFilled = false;
    const exchange::Cell* unitCode = nullptr;
    QHash<QString, QString> finders;
    for (qsizetype i = 0; i < m_layout.columns.size(); ++i) {
        const int place = columnOf[i];
        const exchange::Cell& cell = place >= 0 && place < cells.size() ? cells[place] : blank;
        if (m_layout.columns[i].source == Source::UnitCode)
            unitCode = cell.isBlank() ? nullptr : &cell;
        else if (m_layout.columns[i].source == Source::Finder)
            finders.insert(m_layout.fieldOf(m_layout.columns[i])->key, cell.text.trimmed());
        else if (m_layout.columns[i].source != Source::RowNumber)
            readCell(row, m_layout.columns[i], cell, childIsFilled);
    }
    judgeGiven(row);
    if (m_layout.finderKind)
        findInstrument(row, finders, unitCode);
    else if (unitCode)
        applyUnitCode(row, *unitCode);
    judgeRecord(row, childIsFilled);
    if (row.verdict.faults.isEmpty())
        judgeIdentity(row);
    if (row.verdict.faults.isEmpty())
        judgeStation(row);
    if (row.verdict.faults.isEmpty() && row.verdict.verdict != Verdict::Skipped && isGuarded(*m_layout.kind))
        judgeWrite(row);
    if (row.verdict.verdict == Verdict::Accepted) // what is there already keeps what the table leaves blank
        row.record.fillPresumed();
    noteSeveral(row);
    return row;
}

/// One row for several instruments: taken, but they can be followed one by one only once they are split.
void RowJudge::noteSeveral(JudgedRow& row) const
{
    if (m_layout.kind->key != model::kindOf<model::Instrument>().key || !row.verdict.faults.isEmpty()
        || row.verdict.verdict == Verdict::Skipped)
        return;
    if (const qint64 quantity = model::integerOf(row.record.value(QStringLiteral("quantity"))); quantity > 1)
        row.verdict.note = Text::tr("一行登记了%1台（件），按%1台计数；导入后在器具台账选中这一行，"
                                    "点“状态变动”里的“拆分…”逐台登记。")
                               .arg(quantity);
}

/// The record that the row belongs to, before its cells are read.
void RowJudge::takeGiven(JudgedRow& row)
{
    for (auto it = m_options.given.begin(); it != m_options.given.end(); ++it) {
        row.record.set(it.key(), it.value());
        const model::Field* field = m_layout.kind->field(it.key());
        if (it.key() == m_layout.kind->parentField && field->refers == model::kindOf<model::Unit>().key)
            row.unit = Uid(model::textOf(it.value()));
    }
}

void RowJudge::judgeGiven(JudgedRow& row)
{
    for (auto it = m_options.given.begin(); it != m_options.given.end(); ++it)
        if (row.record.value(it.key()) != it.value())
            addFault(row, m_layout.columnOf(it.key())->heading, {}, QStringLiteral("belongs_elsewhere"),
                     Text::tr("这一行写的是另一条，不属于正在导入的这一条；请改正或清空这一格。"));
}

void RowJudge::readCell(JudgedRow& row, const TableColumn& column, const exchange::Cell& cell, bool& childIsFilled)
{
    const model::Field& field = *m_layout.fieldOf(column);
    if (cell.isBlank())
        return;
    if (column.source == Source::Child)
        childIsFilled = true;
    if (field.type == model::FieldType::Reference) {
        resolveReference(row, column, cell);
        return;
    }
    const auto value = cellValue(field, cell);
    if (!value) {
        addFault(row, column.heading, cell.text, value.error().code, value.error().message);
        return;
    }
    (column.source == Source::Child ? row.child->values : row.record.values)[column.fieldIndex] = *value;
}

void RowJudge::resolveReference(JudgedRow& row, const TableColumn& column, const exchange::Cell& cell)
{
    const model::Field& field = *m_layout.fieldOf(column);
    const QString name = cell.text.trimmed();
    Uid uid;
    if (field.refers == QLatin1String("unit")) {
        uid = unitNamed(row, column.heading, name);
    } else {
        uid = m_names.byName(field.refers, name);
        if (m_names.isSharedName(field.refers, name))
            addFault(row, column.heading, name, QStringLiteral("several_of_that_name"),
                     Text::tr("“%2”里有好几条叫“%1”的，分不清是哪一条，请在窗口里登记。")
                         .arg(name, model::findKind(field.refers)->title));
        else if (uid.isNull())
            addFault(row, column.heading, name, QStringLiteral("unknown_") + field.refers,
                     Text::tr("没有登记过“%1”，请先在“%2”中登记，或改正名称。")
                         .arg(name, model::findKind(field.refers)->title));
    }
    if (uid.isNull())
        return;
    row.record.values[column.fieldIndex] = uid.toString();
    if (field.key == m_layout.kind->parentField && field.refers == model::kindOf<model::Unit>().key)
        row.unit = uid;
}

Uid RowJudge::unitNamed(JudgedRow& row, const QString& heading, const QString& name)
{
    if (const Uid known = m_names.unitByName(name); !known.isNull())
        return known;
    const auto answered = m_options.sameAs.constFind(name);
    const bool isAnswered = answered != m_options.sameAs.cend();
    if (isAnswered && !answered->isNull()) {
        row.newAlias = name;
        row.aliasOf = *answered;
        return *answered;
    }
    const auto near = isAnswered ? decltype(NearMatch::candidates)() : m_names.nearUnits(name);
    if (near.isEmpty()) {
        addFault(row, heading, name, QStringLiteral("unknown_unit"),
                 Text::tr("没有登记过名为“%1”的单位，请先登记，或改正名称。").arg(name));
        return {};
    }
    const bool isAsked = std::any_of(m_nearMatches.begin(), m_nearMatches.end(),
                                     [&](const NearMatch& match) { return match.name == name; });
    if (!isAsked)
        m_nearMatches.append({name, near});
    addFault(row, heading, name, QStringLiteral("near_match"),
             Text::tr("没有登记过“%1”，与“%2”相近，请确认是不是同一家。").arg(name, near.first().second));
    return {};
}

/// The unit of a code; null where the code is wrong, which is a fault, or not known.
Uid RowJudge::unitCoded(JudgedRow& row, const exchange::Cell& cell)
{
    const TableColumn& codeColumn =
        *std::find_if(m_layout.columns.begin(), m_layout.columns.end(),
                      [](const TableColumn& column) { return column.source == Source::UnitCode; });
    const QString code = foldWidth(cell.text).trimmed();
    if (const QString wrong = creditCodeFault(code); !wrong.isEmpty()) {
        addFault(row, codeColumn.heading, cell.text, QStringLiteral("bad_credit_code"), wrong + QStringLiteral("。"));
        return {};
    }
    return m_names.unitByCode(code);
}

void RowJudge::applyUnitCode(JudgedRow& row, const exchange::Cell& cell)
{
    const Uid byCode = unitCoded(row, cell);
    if (byCode.isNull())
        return;
    row.unit = byCode;
    // The code decides; a name that could not be found is then no fault.
    const TableColumn& unitColumn = *m_layout.columnOf(m_layout.kind->parentField);
    row.record.values[unitColumn.fieldIndex] = byCode.toString();
    row.verdict.faults.removeIf([&](const RowFault& fault) { return fault.column == unitColumn.heading; });
    if (row.verdict.faults.isEmpty())
        row.verdict.verdict = Verdict::Accepted;
}

void RowJudge::findInstrument(JudgedRow& row, const QHash<QString, QString>& told, const exchange::Cell* unitCode)
{
    const QString name = told.value(QStringLiteral("unit"));
    const QString heading = m_layout.finderOf(QStringLiteral("unit"))->heading;
    row.unit = unitCode ? unitCoded(row, *unitCode) : Uid();
    if (row.unit.isNull() && name.isEmpty())
        addFault(row, heading, {}, QStringLiteral("required"), Text::tr("请填写单位名称，才能找到器具。"));
    else if (row.unit.isNull())
        row.unit = unitNamed(row, heading, name);
    if (!row.unit.isNull())
        takeInstrument(row, told);
}

void RowJudge::takeInstrument(JudgedRow& row, const QHash<QString, QString>& told)
{
    const QString heading = m_layout.finderOf(QStringLiteral("serial"))->heading;
    const QString serial = told.value(QStringLiteral("serial"));
    const QString nozzle = foldName(told.value(QStringLiteral("nozzle")));
    if (serial.isEmpty()) {
        addFault(row, heading, {}, QStringLiteral("required"),
                 Text::tr("没有出厂编号，无法对应到台账里的器具，请补填，或在台账中选中器具登记。"));
        return;
    }
    const auto everywhere = m_names.instruments(serial);
    auto found = everywhere;
    found.removeIf([&](const NamedInstrument& one) {
        return one.unit != row.unit || (!nozzle.isEmpty() && one.nozzle != nozzle);
    });
    if (found.size() == 1) {
        row.record.set(m_layout.kind->parentField, found.first().uid.toString());
        const QString name = told.value(QStringLiteral("name"));
        if (!name.isEmpty() && foldName(name) != foldName(found.first().name))
            row.verdict.note = Text::tr("台账里这台器具叫“%1”，表中写的是“%2”，请核对。").arg(found.first().name, name);
    } else if (!found.isEmpty()) {
        addFault(row, heading, serial, QStringLiteral("several_instruments"),
                 Text::tr("“%1”有%2行器具的出厂编号是“%3”，请写明枪号，或改正台账。")
                     .arg(m_names.unitName(row.unit), QString::number(found.size()), serial));
    } else if (everywhere.isEmpty() || everywhere.first().unit == row.unit) {
        addFault(row, heading, serial, QStringLiteral("unknown_instrument"),
                 Text::tr("“%1”的台账里没有出厂编号为“%2”的器具（有枪号的连枪号），请先登记这台器具，或改正编号。")
                     .arg(m_names.unitName(row.unit), serial));
    } else {
        addFault(row, heading, serial, QStringLiteral("unknown_instrument"),
                 Text::tr("“%1”的台账里没有出厂编号为“%2”的器具，这个编号登记在“%3”名下，请核对单位和编号。")
                     .arg(m_names.unitName(row.unit), serial, m_names.unitName(everywhere.first().unit)));
    }
}

void RowJudge::judgeRecord(JudgedRow& row, bool childIsFilled)
{
    if (m_layout.childKind && !childIsFilled)
        row.child.reset();
    const auto judgeFields = [&](const model::Record& record, Source source) {
        model::Record filled = record;
        if (source == Source::Own)
            filled.fillPresumed();
        for (const Error& fault : model::faultsOf(filled, m_today)) {
            const model::Field* field = record.kind->field(fault.where);
            const TableColumn* column = m_layout.columnOf(fault.where);
            const bool isParent = (source == Source::Child || m_layout.finderKind) // said where it was looked for
                                  && fault.where == record.kind->parentField;
            const QString heading = column ? column->heading : field ? field->label : fault.where;
            const bool isSaid = std::any_of(row.verdict.faults.begin(), row.verdict.faults.end(),
                                            [&](const RowFault& said) { return said.column == heading; });
            if (!isParent && !isSaid)
                addFault(row, heading, field ? model::displayText(*field, record.value(fault.where)) : QString(),
                         fault.code, fault.message);
        }
    };
    judgeFields(row.record, Source::Own);
    if (row.child)
        judgeFields(*row.child, Source::Child);
}

/// An officer's table holds only units of his own station.
void RowJudge::judgeStation(JudgedRow& row)
{
    if (m_actor.role != Role::Officer)
        return;
    const model::RecordKind& kind = *row.record.kind;
    const bool isUnit = kind.key == model::kindOf<model::Unit>().key;
    if (!isUnit && row.unit.isNull())
        return;
    const Uid told(model::textOf(row.record.value(QStringLiteral("station"))));
    const bool isKept = isUnit && told.isNull() && !row.existing.isNull(); // blank keeps
    const Uid station = !isUnit ? m_names.stationOf(row.unit) : isKept ? m_names.stationOf(row.existing) : told;
    const TableColumn* column = isUnit                ? m_layout.columnOf(QStringLiteral("station"))
                                : m_layout.finderKind ? m_layout.finderOf(QStringLiteral("unit"))
                                                      : m_layout.columnOf(kind.parentField);
    if (auto own = checkStation(m_actor, station); !own)
        addFault(row, column->heading, row.record.name(), own.error().code, own.error().message);
}

/// What only others may say, and what takes an action of its own. A ledger that is taken over may list
/// instruments that have been out of use all along.
void RowJudge::judgeWrite(JudgedRow& row)
{
    if (row.existing.isNull()) {
        if (auto own = checkReserved(m_actor, nullptr, row.record); !own)
            refuse(row, own.error());
        return;
    }
    model::Record before(*row.record.kind);
    before.fillPresumed(); // an instrument that is not among the guarded is in use
    before = m_known.guarded.value(row.existing, before);
    model::Record after = before;
    for (qsizetype i = 0; i < after.values.size(); ++i)
        if (!model::isEmpty(row.record.values[i]))
            after.values[i] = row.record.values[i];
    if (auto own = checkReserved(m_actor, &before, after); !own)
        refuse(row, own.error());
    else if (auto kept = checkStaysInUse(&before, after); !kept)
        refuse(row, kept.error());
}

void RowJudge::refuse(JudgedRow& row, const Error& error)
{
    const model::Field& field = *row.record.kind->field(error.where);
    const TableColumn* column = m_layout.columnOf(field.key);
    addFault(row, column ? column->heading : field.label, model::displayText(field, row.record.value(field.key)),
             error.code, error.message);
}

void RowJudge::judgeIdentity(JudgedRow& row)
{
    const QStringList keys = identityKeys(row.record);
    const QString told = row.record.kind->identities.last().first();
    const QString column = m_layout.columnOf(told)->heading;
    const QString value = model::displayText(*row.record.kind->field(told), row.record.value(told));
    for (const QString& key : keys) {
        if (const auto first = m_seen.constFind(key); first != m_seen.cend()) {
            addFault(row, column, value, QStringLiteral("twice_in_file"),
                     Text::tr("与第 %1 行是同一个%2，文件中重复出现。").arg(*first).arg(m_layout.kind->title));
            return;
        }
    }
    for (const QString& key : keys) {
        m_seen.insert(key, row.verdict.row);
        if (row.existing.isNull())
            row.existing = m_known.byIdentity.value(key);
    }
    if (row.existing.isNull())
        return;
    if (row.record.kind->key == model::kindOf<model::Unit>().key)
        if (auto own = checkStation(m_actor, m_names.stationOf(row.existing)); !own) {
            addFault(row, column, value, own.error().code, own.error().message);
            return;
        }
    switch (m_options.existing) {
    case Existing::Stop:
        addFault(row, column, value, QStringLiteral("already_there"),
                 Text::tr("“%1”已经登记过；要更新或跳过已有的，请在导入时选择。").arg(value));
        break;
    case Existing::Skip:
        row.verdict.verdict = Verdict::Skipped;
        break;
    case Existing::Update:
        row.verdict.verdict = Verdict::Updated;
        break;
    }
}

} // namespace chengheng::services
