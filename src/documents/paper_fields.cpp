// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/paper_fields.h"

#include "base/dates.h"
#include "model/closing_records.h"
#include "model/inspection_records.h"
#include "model/publicity_records.h"
#include "rules/campaign_figures.h"
#include "rules/due_report.h"
#include "rules/list_state.h"
#include "rules/organisation_view.h"
#include "rules/problem_state.h"

#include <QCoreApplication>

#include <map>

namespace chengheng::documents {

namespace {

using model::CampaignFacts;
using model::Field;
using model::FieldType;
using model::Record;
using model::RecordKind;
using Row = QHash<QString, QString>;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PaperFields)
};

constexpr QChar step(0x00B7); ///< · between a reference and what it leads to

bool isPrinted(const Field& field)
{
    return field.type != FieldType::Document;
}

/// What rules derive of a record, printed beside its own fields.
QStringList derivedNames(const RecordKind& kind)
{
    if (kind.key == model::kindOf<model::Instrument>().key)
        return {Text::tr("检定状态"), Text::tr("有效期至"), Text::tr("最近检定日期"), Text::tr("证书编号")};
    if (kind.key == model::kindOf<model::Problem>().key)
        return {Text::tr("整改状态"), Text::tr("现行期限"), Text::tr("复查日期")};
    if (kind.key == model::kindOf<model::RectificationNotice>().key)
        return {Text::tr("发出单位")};
    if (kind.key == model::kindOf<model::ListEntry>().key)
        return {Text::tr("名单状态")};
    if (kind.key == model::kindOf<model::Unit>().key)
        return {Text::tr("承诺书签订日期")};
    if (kind.key == model::kindOf<model::Commendation>().key)
        return {Text::tr("受表彰者")};
    return {};
}

QVector<MergeField> fieldsOfKind(const RecordKind& kind, const QString& prefix = {})
{
    QVector<MergeField> fields;
    for (const Field& field : kind.fields)
        if (isPrinted(field))
            fields.append({prefix + field.label, kind.title});
    for (const QString& name : derivedNames(kind))
        fields.append({prefix + name, kind.title});
    return fields;
}

/// Registers whose records refer to those of a kind.
QVector<const RecordKind*> kindsBelow(const RecordKind& kind, bool isConfidential)
{
    QVector<const RecordKind*> below;
    for (const RecordKind* other : model::allKinds()) {
        const bool refers = std::any_of(other->fields.begin(), other->fields.end(),
                                        [&](const Field& field) { return field.refers == kind.key; });
        if (refers && !other->isInternal && (isConfidential || !other->isConfidential))
            below.append(other);
    }
    return below;
}

QVector<const RecordKind*> openRegisters(bool isConfidential)
{
    QVector<const RecordKind*> kinds;
    for (const RecordKind* kind : model::allKinds())
        if (!kind->isInternal && (isConfidential || !kind->isConfidential))
            kinds.append(kind);
    return kinds;
}

/// Where a list's entries come from.
struct ListSource {
    const RecordKind* kind = nullptr; ///< a register …
    const Field* through = nullptr;   ///< … of which those count that belong to what this field of the subject
                                      ///< refers to; nullptr: to the subject itself
    const rules::SummaryKind* summary = nullptr; ///< or a summary
    QString body = {};                           ///< or the people of a body: 领导小组
};

class RecordPaper
{
public:
    RecordPaper(const PaperSource& source, const RecordKind* subject)
        : m_source(source), m_facts(source.input.facts), m_kind(subject)
    {
        findLists();
    }

    MergeFields fields();
    MergeData data(const Record* record, const QStringList& names);
    const std::map<QString, ListSource>& lists() const { return m_lists; }

private:
    void findLists();
    QVector<MergeField> fieldsOfList(const ListSource& list) const;
    Row campaignValues();
    Row subjectValues(const Record& record);
    void addValues(Row& row, const Record& record, const QString& prefix);
    bool isKeptBack(const Record& record, const Field& field) const;
    QString textOf(const Field& field, const model::Value& value);
    const Record* find(const QString& kind, const QString& uid);
    QVector<Row> entries(const QString& name, const ListSource& list, const Record* record);
    QVector<Row> recordEntries(const ListSource& list, const Record* record);
    QVector<Row> summaryEntries(const rules::SummaryKind& summary) const;
    QVector<Row> people(const QString& body) const;
    QStringList derived(const Record& record);
    QStringList derivedOfInstrument(const Uid& uid);
    QStringList derivedOfProblem(const Record& record) const;
    QDate pledgedOn(const Uid& unit) const;
    QString issuerOf(const model::RectificationNotice& notice);
    QString honoureeOf(const model::Commendation& commendation);
    bool isLeftOut(const QString& list, const Row& row) const;

    const PaperSource& m_source;
    const CampaignFacts& m_facts;
    const RecordKind* m_kind;
    std::map<QString, ListSource> m_lists;         ///< by name
    QHash<QString, QHash<QString, Record>> m_read; ///< records by uid, by kind
    std::optional<rules::DueReport> m_ledger;
};

QStringList peopleFields()
{
    return {Text::tr("职责"), Text::tr("姓名"), Text::tr("单位"), Text::tr("职务"), Text::tr("联系电话")};
}

void RecordPaper::findLists()
{
    for (const model::Seat& seat : m_facts.seats)
        m_lists[seat.body] = ListSource{.body = seat.body};
    if (!m_kind) {
        for (const RecordKind* kind : openRegisters(m_source.isConfidential))
            m_lists[kind->title] = ListSource{.kind = kind};
        for (const rules::SummaryKind& summary : rules::allSummaries())
            if (m_source.isConfidential || !model::findKind(summary.book)->isConfidential)
                m_lists[summary.title] = ListSource{.summary = &summary};
        return;
    }
    for (const Field& field : m_kind->fields)
        if (const RecordKind* referred = field.type == FieldType::Reference ? model::findKind(field.refers) : nullptr)
            for (const RecordKind* below : kindsBelow(*referred, m_source.isConfidential))
                m_lists[field.label + step + below->title] = ListSource{.kind = below, .through = &field};
    for (const RecordKind* below : kindsBelow(*m_kind, m_source.isConfidential))
        m_lists[below->title] = ListSource{.kind = below};
}

QVector<MergeField> RecordPaper::fieldsOfList(const ListSource& list) const
{
    if (list.kind)
        return fieldsOfKind(*list.kind);
    QVector<MergeField> fields;
    if (list.summary) {
        static const CampaignFacts nothing;
        const rules::SummaryInput empty{nothing, m_source.input.plan, m_source.input.sheets, m_source.input.calendar,
                                        m_source.input.day};
        for (const QString& column : list.summary->make(empty).columns)
            fields.append({column, list.summary->title});
        return fields;
    }
    for (const QString& name : peopleFields())
        fields.append({name, list.body});
    return fields;
}

MergeFields RecordPaper::fields()
{
    MergeFields known;
    if (m_kind) {
        known.values += fieldsOfKind(*m_kind);
        for (const Field& field : m_kind->fields)
            if (const RecordKind* referred =
                    field.type == FieldType::Reference ? model::findKind(field.refers) : nullptr)
                if (m_source.isConfidential || !referred->isConfidential)
                    known.values += fieldsOfKind(*referred, field.label + step);
    }
    const Row campaign = campaignValues();
    QStringList names = campaign.keys();
    std::sort(names.begin(), names.end());
    for (const QString& name : names)
        known.values.append({name, Text::tr("本次创建活动")});
    for (const auto& [name, list] : m_lists)
        known.lists.append({name, fieldsOfList(list)});
    return known;
}

MergeData RecordPaper::data(const Record* record, const QStringList& names)
{
    MergeData data;
    data.values = campaignValues();
    if (record)
        data.values.insert(subjectValues(*record));
    for (const QString& name : names) {
        const auto list = m_lists.find(name.section(QLatin1Char('.'), 0, 0));
        if (name.contains(QLatin1Char('.')) && list != m_lists.end() && !data.lists.contains(list->first))
            data.lists.insert(list->first, entries(list->first, list->second, record));
    }
    return data;
}

Row RecordPaper::campaignValues()
{
    Row values;
    addValues(values, model::toRecord(m_facts.campaign), {});
    values.remove(Text::tr("备注"));
    values.insert(Text::tr("落款日期"), paperDate(m_source.dated.isValid() ? m_source.dated : m_source.input.day));
    values.insert(Text::tr("制表人"), m_source.maker);
    for (const rules::CampaignFigure& figure : rules::campaignFigures(m_source.input))
        values.insert(figure.label, figure.text());
    for (const rules::SeatView& seat : rules::seatsOn(m_facts, m_source.input.day)) {
        const QString name = seat.body + seat.role;
        const QString before = values.value(name);
        const QString person = seat.isVacant() ? Text::tr("（空缺）") : seat.person;
        values.insert(name, before.isEmpty() ? person : before + QStringLiteral("、") + person);
    }
    return values;
}

Row RecordPaper::subjectValues(const Record& record)
{
    Row values;
    for (qsizetype i = 0; i < record.values.size(); ++i) {
        const Field& field = record.kind->fields[i];
        const RecordKind* kind = field.type == FieldType::Reference ? model::findKind(field.refers) : nullptr;
        if (!kind || (kind->isConfidential && !m_source.isConfidential))
            continue;
        if (const Record* referred = find(field.refers, model::textOf(record.values[i])))
            addValues(values, *referred, field.label + step);
        else
            for (const MergeField& blank : fieldsOfKind(*kind, field.label + step))
                values.insert(blank.name, QString());
    }
    addValues(values, record, {});
    return values;
}

/// A unit must not guess from a paper who looked when (SUP-4): of what a volunteer found it gets neither source nor
/// day.
bool RecordPaper::isKeptBack(const Record& record, const Field& field) const
{
    return !m_source.isConfidential && record.kind->key == model::kindOf<model::Problem>().key
           && (field.key == QLatin1String("source") || field.key == QLatin1String("found_on"))
           && !rules::mayTellUnit(model::fromRecord<model::Problem>(record));
}

void RecordPaper::addValues(Row& row, const Record& record, const QString& prefix)
{
    for (qsizetype i = 0; i < record.values.size(); ++i)
        if (const Field& field = record.kind->fields[i]; isPrinted(field))
            row.insert(prefix + field.label, isKeptBack(record, field) ? QString() : textOf(field, record.values[i]));
    const QStringList names = derivedNames(*record.kind);
    const QStringList texts = names.isEmpty() ? QStringList() : derived(record);
    for (qsizetype i = 0; i < names.size(); ++i)
        row.insert(prefix + names[i], texts.value(i));
}

QString RecordPaper::textOf(const Field& field, const model::Value& value)
{
    if (field.type != FieldType::Reference)
        return printedText(field, value);
    const RecordKind* kind = model::findKind(field.refers);
    if (kind->isConfidential && !m_source.isConfidential)
        return {};
    const Record* referred = find(field.refers, model::textOf(value));
    return referred ? referred->name() : QString();
}

const Record* RecordPaper::find(const QString& kind, const QString& uid)
{
    if (uid.isEmpty())
        return nullptr;
    if (!m_read.contains(kind)) {
        QHash<QString, Record>& byUid = m_read[kind];
        for (Record& record : model::recordsOf(m_facts, kind))
            byUid.insert(record.uid.toString(), record);
    }
    const auto& byUid = m_read[kind];
    const auto place = byUid.constFind(uid);
    return place == byUid.cend() ? nullptr : &*place;
}

QVector<Row> RecordPaper::entries(const QString& name, const ListSource& list, const Record* record)
{
    QVector<Row> rows = list.kind      ? recordEntries(list, record)
                        : list.summary ? summaryEntries(*list.summary)
                                       : people(list.body);
    rows.removeIf([&](const Row& row) { return isLeftOut(name, row); });
    return rows;
}

/// A register's records that belong to the subject; for the campaign all of them.
QVector<Row> RecordPaper::recordEntries(const ListSource& list, const Record* record)
{
    QString owner;
    QString ownerKind;
    if (record) {
        owner = list.through ? model::textOf(record->value(list.through->key)) : record->uid.toString();
        ownerKind = list.through ? list.through->refers : record->kind->key;
    }
    const auto belongs = [&](const Record& one) {
        return !record || std::any_of(one.kind->fields.begin(), one.kind->fields.end(), [&](const Field& field) {
            return field.refers == ownerKind && !owner.isEmpty() && model::textOf(one.value(field.key)) == owner;
        });
    };
    QVector<Row> rows;
    for (const Record& one : model::recordsOf(m_facts, list.kind->key)) {
        if (!belongs(one) || !list.kind->isReleased(one))
            continue;
        Row row;
        addValues(row, one, {});
        rows.append(row);
    }
    return rows;
}

QVector<Row> RecordPaper::summaryEntries(const rules::SummaryKind& summary) const
{
    const rules::Summary made = summary.make(m_source.input);
    QVector<Row> rows;
    if (made.isDraft)
        return rows;
    for (const rules::SummaryRow& line : made.rows) {
        Row row;
        for (qsizetype i = 0; i < made.columns.size(); ++i)
            row.insert(made.columns[i], line.cells.value(i));
        rows.append(row);
    }
    return rows;
}

QVector<Row> RecordPaper::people(const QString& body) const
{
    const QStringList names = peopleFields();
    QVector<Row> rows;
    for (const rules::SeatView& seat : rules::seatsOn(m_facts, m_source.input.day))
        if (seat.body == body)
            rows.append({{names[0], seat.role},
                         {names[1], seat.isVacant() ? Text::tr("（空缺）") : seat.person},
                         {names[2], seat.organisationName},
                         {names[3], seat.post},
                         {names[4], seat.phone}});
    return rows;
}

QStringList RecordPaper::derived(const Record& record)
{
    if (record.kind->key == model::kindOf<model::Instrument>().key)
        return derivedOfInstrument(record.uid);
    if (record.kind->key == model::kindOf<model::RectificationNotice>().key)
        return {issuerOf(model::fromRecord<model::RectificationNotice>(record))};
    if (record.kind->key == model::kindOf<model::ListEntry>().key)
        return {rules::labelOf(rules::listState(model::fromRecord<model::ListEntry>(record), m_source.input.day))};
    if (record.kind->key == model::kindOf<model::Unit>().key)
        return {paperDate(pledgedOn(record.uid))};
    if (record.kind->key == model::kindOf<model::Commendation>().key)
        return {honoureeOf(model::fromRecord<model::Commendation>(record))};
    return derivedOfProblem(record);
}

/// With the day of the last look at what was put right.
QStringList RecordPaper::derivedOfProblem(const Record& record) const
{
    QVector<model::ProblemStep> steps;
    QDate lookedAt;
    for (const model::ProblemStep& one : m_facts.problemSteps) {
        if (one.problem != record.uid)
            continue;
        steps.append(one);
        if (one.kind == model::StepKind::RecheckPassed || one.kind == model::StepKind::RecheckFailed)
            lookedAt = lookedAt.isValid() ? qMax(lookedAt, one.on) : one.on;
    }
    const auto standing = rules::problemStanding(model::fromRecord<model::Problem>(record), steps, m_source.input.day);
    return {rules::labelOf(standing.state), paperDate(standing.dueOn), paperDate(lookedAt)};
}

/// The last day on which a unit signed its letter; invalid before.
QDate RecordPaper::pledgedOn(const Uid& unit) const
{
    QDate last;
    for (const model::Commitment& letter : m_facts.commitments)
        if (letter.unit == unit && (!last.isValid() || letter.signedOn > last))
            last = letter.signedOn;
    return last;
}

/// Whom it honours: the unit; a person goes by what is written.
QString RecordPaper::honoureeOf(const model::Commendation& commendation)
{
    const Record* unit = find(model::kindOf<model::Unit>().key, commendation.unit.toString());
    return unit ? unit->name() : commendation.subject;
}

QStringList RecordPaper::derivedOfInstrument(const Uid& uid)
{
    if (!m_ledger)
        m_ledger = rules::dueReport(m_facts, m_source.input.day);
    const auto line = std::find_if(m_ledger->lines.begin(), m_ledger->lines.end(),
                                   [&](const rules::DueLine& one) { return one.uid == uid; });
    if (line == m_ledger->lines.end())
        return {};
    const model::Verification* latest =
        line->verificationAt >= 0 ? &m_facts.verifications[line->verificationAt] : nullptr;
    return {rules::labelOf(line->status), paperDate(line->validUntil),
            latest ? paperDate(latest->verifiedOn) : QString(), latest ? latest->certificate : QString()};
}

/// The town advises; only the unit's station orders (整改建议, 责令改正). Blank where the unit has no station.
QString RecordPaper::issuerOf(const model::RectificationNotice& notice)
{
    if (notice.issuer == model::NoticeKind::Advice)
        return m_facts.campaign.applicant;
    const Record* unit = find(model::kindOf<model::Unit>().key, notice.unit.toString());
    const QString station = unit ? model::textOf(unit->value(QStringLiteral("station"))) : QString();
    const Record* organisation = find(model::kindOf<model::Organisation>().key, station);
    return organisation ? organisation->name() : QString();
}

bool RecordPaper::isLeftOut(const QString& list, const Row& row) const
{
    return std::any_of(m_source.filters.begin(), m_source.filters.end(), [&](const PaperFilter& filter) {
        return filter.list == list && row.value(filter.field) == filter.unlike;
    });
}

} // namespace

QString printedText(const Field& field, const model::Value& value)
{
    if (model::isEmpty(value))
        return {};
    switch (field.type) {
    case FieldType::Date:
        return paperDate(model::dateOf(value));
    case FieldType::Flag:
        return model::flagOf(value) ? Text::tr("是") : Text::tr("否");
    default:
        return model::displayText(field, value);
    }
}

MergeFields paperFields(const PaperSource& source, const RecordKind* subject)
{
    return RecordPaper(source, subject).fields();
}

MergeData paperData(const PaperSource& source, const Record* record, const QStringList& names)
{
    return RecordPaper(source, record ? record->kind : nullptr).data(record, names);
}

QStringList booksNamed(const PaperSource& source, const RecordKind* subject, const QStringList& names)
{
    const RecordPaper paper(source, subject);
    QStringList books;
    for (const QString& name : names) {
        const auto list = paper.lists().find(name.section(QLatin1Char('.'), 0, 0));
        if (!name.contains(QLatin1Char('.')) || list == paper.lists().end())
            continue;
        if (list->second.kind)
            books.append(list->second.kind->key);
        if (list->second.summary)
            books.append(list->second.summary->book);
    }
    books.removeDuplicates();
    return books;
}

} // namespace chengheng::documents
