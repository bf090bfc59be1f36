// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/command.h"

#include "services/actions.h"
#include "services/corrections.h"
#include "services/history.h"
#include "services/ledger_matching.h"
#include "services/picks.h"
#include "services/registers.h"
#include "services/splitting.h"
#include "services/undo.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace chengheng::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RegisterCommands)
};

Result<const model::RecordKind*> kindNamed(const QString& key)
{
    const model::RecordKind* kind = model::findKind(key);
    if (!kind || kind->isInternal) {
        QStringList keys;
        for (const model::RecordKind* known : model::allKinds())
            if (!known->isInternal)
                keys << known->key;
        return fail(ErrorKind::NotFound, "no_such_kind",
                    Text::tr("没有名为“%1”的登记簿，可用：%2。").arg(key, keys.join(QStringLiteral("、"))), key);
    }
    return kind;
}

QString typeName(model::FieldType type)
{
    switch (type) {
    case model::FieldType::Text:
        return QStringLiteral("text");
    case model::FieldType::LongText:
        return QStringLiteral("long_text");
    case model::FieldType::Integer:
        return QStringLiteral("integer");
    case model::FieldType::Money:
        return QStringLiteral("money");
    case model::FieldType::Date:
        return QStringLiteral("date");
    case model::FieldType::Choice:
        return QStringLiteral("choice");
    case model::FieldType::Flag:
        return QStringLiteral("flag");
    case model::FieldType::Reference:
        return QStringLiteral("reference");
    case model::FieldType::Document:
        return QStringLiteral("document");
    }
    return {};
}

QJsonObject fieldJson(const model::Field& field)
{
    QJsonObject json{{QStringLiteral("key"), field.key},
                     {QStringLiteral("label"), field.label},
                     {QStringLiteral("type"), typeName(field.type)},
                     {QStringLiteral("required"), field.isRequired},
                     {QStringLiteral("dated"), field.isDated}};
    if (!field.refers.isEmpty())
        json.insert(QStringLiteral("refers"), field.refers);
    if (!field.picks.isEmpty())
        json.insert(QStringLiteral("picks"), field.picks);
    QJsonArray choices;
    for (const model::Choice& choice : field.choices)
        choices.append(QJsonObject{{QStringLiteral("key"), choice.key}, {QStringLiteral("label"), choice.label}});
    if (!choices.isEmpty())
        json.insert(QStringLiteral("choices"), choices);
    return json;
}

QJsonArray fieldsJson(const QVector<model::Field>& fields)
{
    QJsonArray json;
    for (const model::Field& field : fields)
        json.append(fieldJson(field));
    return json;
}

QJsonObject kindJson(const model::RecordKind& kind)
{
    QJsonArray actions;
    for (const services::Action& action : services::actionsOf(kind))
        actions.append(QJsonObject{{QStringLiteral("key"), action.key},
                                   {QStringLiteral("title"), action.title},
                                   {QStringLiteral("inputs"), fieldsJson(services::inputsOf(action))}});
    return {{QStringLiteral("key"), kind.key},
            {QStringLiteral("title"), kind.title},
            {QStringLiteral("fields"), fieldsJson(kind.fields)},
            {QStringLiteral("actions"), actions}};
}

QJsonObject recordJson(const model::Record& record)
{
    QJsonObject json = model::toJson(record);
    json.insert(QStringLiteral("uid"), record.uid.toString());
    json.insert(QStringLiteral("version"), record.version);
    return json;
}

QString recordLine(const model::Record& record)
{
    QStringList parts{record.uid.toString()};
    for (qsizetype i = 0; i < record.values.size(); ++i) {
        const model::Field& field = record.kind->fields[i];
        const QString text = model::displayText(field, record.values[i]);
        if (field.isListed && !text.isEmpty() && field.type != model::FieldType::Reference)
            parts << text;
    }
    return parts.join(QStringLiteral("  "));
}

Answer writtenAnswer(const services::Written& written)
{
    QJsonObject json{{QStringLiteral("uid"), written.uid.toString()}, {QStringLiteral("seq"), written.seq}};
    QString text = Text::tr("已登记，留痕第 %1 号：%2").arg(written.seq).arg(written.uid.toString());
    if (!written.remark.isEmpty()) {
        json.insert(QStringLiteral("remark"), written.remark);
        text += QLatin1Char('\n') + written.remark;
    }
    return {json, text};
}

Result<Answer> answerOf(const Result<services::Written>& written)
{
    if (!written)
        return fail(written.error());
    return writtenAnswer(*written);
}

/// The values of a JSON object by field key, read by the fields' types.
Result<services::FieldValues> valuesOf(const QVector<model::Field>& fields, const QJsonObject& json)
{
    services::FieldValues values;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [&](const model::Field& known) { return known.key == it.key(); });
        if (field == fields.end())
            return fail(ErrorKind::Invalid, "unknown_field", Text::tr("没有名为“%1”的字段。").arg(it.key()), it.key());
        const auto value = model::parseJson(*field, it.value());
        if (!value)
            return fail(value.error());
        values.insert(it.key(), *value);
    }
    return values;
}

Result<Answer> listKinds(Context&)
{
    Answer answer;
    QJsonArray kinds;
    QStringList lines;
    for (const model::RecordKind* kind : model::allKinds()) {
        kinds.append(kindJson(*kind));
        lines << QStringLiteral("%1  %2").arg(kind->key, kind->title);
    }
    answer.json = {{QStringLiteral("kinds"), kinds}};
    answer.text = lines.join(QLatin1Char('\n'));
    return answer;
}

/// What a field that is picked from a list may hold on the day.
Result<Answer> listPicks(Context& context)
{
    const auto kind = kindNamed(context.call.words[0]);
    if (!kind)
        return fail(kind.error());
    const QString key = context.call.words[1];
    const model::Field* field = (*kind)->field(key);
    if (!field || field->picks.isEmpty())
        return fail(ErrorKind::NotFound, "not_picked",
                    Text::tr("%1没有从列表选取的字段“%2”，见 kinds --json。").arg((*kind)->title, key), key);
    const auto picks = services::picksOf(*context.workspace, *field, context.day());
    if (!picks)
        return fail(picks.error());
    QJsonArray json;
    QStringList lines;
    for (const auto& [pick, unit] : *picks) {
        json.append(QJsonObject{{QStringLiteral("key"), pick.key},
                                {QStringLiteral("label"), pick.label},
                                {QStringLiteral("unit"), unit.toString()}});
        lines << (pick.label.startsWith(pick.key) ? pick.label : Text::tr("%1　%2").arg(pick.key, pick.label));
    }
    return Answer{{{QStringLiteral("picks"), json}}, lines.join(QLatin1Char('\n'))};
}

Result<services::RegisterQuery> queryOf(const Context& context, const model::RecordKind& kind)
{
    services::RegisterQuery query;
    query.asOf = context.call.asOf;
    query.search = context.call.option("search");
    for (const QString& condition : context.call.conditions) {
        const QString key = condition.section(QLatin1Char('='), 0, 0);
        const model::Field* field = kind.field(key);
        if (!field || !condition.contains(QLatin1Char('=')))
            return fail(ErrorKind::Usage, "usage", Text::tr("--where 应写成 字段=值，这里是“%1”。").arg(condition),
                        condition);
        const auto value = model::parseText(*field, condition.section(QLatin1Char('='), 1));
        if (!value)
            return fail(value.error());
        query.where.append({key, *value});
    }
    return query;
}

Result<Answer> listRegister(Context& context)
{
    const auto kind = kindNamed(context.call.words[0]);
    if (!kind)
        return fail(kind.error());
    const auto query = queryOf(context, **kind);
    if (!query)
        return fail(query.error());
    const auto records = services::listRecords(*context.workspace, **kind, *query);
    if (!records)
        return fail(records.error());
    Answer answer;
    QJsonArray rows;
    QStringList lines;
    for (const model::Record& record : *records) {
        rows.append(recordJson(record));
        lines << recordLine(record);
    }
    answer.json = {{QStringLiteral("kind"), (*kind)->key},
                   {QStringLiteral("count"), records->size()},
                   {QStringLiteral("records"), rows}};
    lines << Text::tr("共 %1 条").arg(records->size());
    answer.text = lines.join(QLatin1Char('\n'));
    return answer;
}

/// Of a past day what `list` of that day holds.
Result<model::Record> recordOn(Context& context, const model::RecordKind& kind, const Uid& uid)
{
    const QDate day = context.call.asOf;
    auto record = services::findRecord(*context.workspace, kind, uid, day);
    if (!record || !day.isValid())
        return record;
    const auto held = services::listRecords(*context.workspace, kind, {.among = QVector{uid}, .asOf = day});
    if (!held)
        return fail(held.error());
    if (held->isEmpty())
        return fail(ErrorKind::NotFound, "not_yet",
                    Text::tr("“%1”是 %2 以后的事，那天还没有。").arg(record->name(), day.toString(Qt::ISODate)));
    return held->first();
}

Result<Answer> showRecord(Context& context)
{
    const auto kind = kindNamed(context.call.words[0]);
    if (!kind)
        return fail(kind.error());
    const auto record = recordOn(context, **kind, Uid(context.call.words[1]));
    if (!record)
        return fail(record.error());
    Answer answer;
    answer.json = recordJson(*record);
    QStringList lines;
    for (qsizetype i = 0; i < record->values.size(); ++i)
        lines << Text::tr("%1：%2").arg((*kind)->fields[i].label,
                                        model::displayText((*kind)->fields[i], record->values[i]));
    answer.text = lines.join(QLatin1Char('\n'));
    return answer;
}

Result<Answer> addToRegister(Context& context)
{
    const auto kind = kindNamed(context.call.words[0]);
    if (!kind)
        return fail(kind.error());
    const auto json = readJsonFile(context.call.words[1]);
    if (!json)
        return fail(json.error());
    const auto record = model::withJson(model::Record(**kind), *json);
    if (!record)
        return fail(record.error());
    return answerOf(services::addRecord(*context.workspace, *record));
}

Result<Answer> changeInRegister(Context& context)
{
    const auto kind = kindNamed(context.call.words[0]);
    if (!kind)
        return fail(kind.error());
    const auto json = readJsonFile(context.call.words[2]);
    if (!json)
        return fail(json.error());
    JsonReader reader(*json, context.call.words[2]);
    const QDate from = reader.date("from");
    const QString reason = reader.text("reason");
    const QString reportedBy = reader.optionalText("reported_by");
    if (reader.error())
        return fail(*reader.error());
    const auto values = valuesOf((*kind)->fields, json->value(QLatin1String("values")).toObject());
    if (!values)
        return fail(values.error());
    return answerOf(services::changeRecord(*context.workspace, **kind, Uid(context.call.words[1]), *values, from,
                                           reason, Uid::create(), reportedBy));
}

/// The slip of a correction, with the papers it touches.
Result<Answer> slipAnswer(const Result<services::SlipWritten>& made)
{
    if (!made)
        return fail(made.error());
    return Answer{{{QStringLiteral("uid"), made->written.uid.toString()},
                   {QStringLiteral("seq"), made->written.seq},
                   {QStringLiteral("number"), made->slip.number},
                   {QStringLiteral("papers"), made->slip.papers}},
                  Text::tr("更正单 %1 号。涉及的已发文书：\n%2").arg(made->slip.number).arg(made->slip.papers)};
}

Result<Answer> correctInRegister(Context& context)
{
    const auto kind = kindNamed(context.call.words[0]);
    if (!kind)
        return fail(kind.error());
    const Uid uid(context.call.words[1]);
    const auto json = readJsonFile(context.call.words[2]);
    if (!json)
        return fail(json.error());
    const auto values = valuesOf((*kind)->fields, json->value(QLatin1String("values")).toObject());
    if (!values)
        return fail(values.error());
    qint64 version = json->value(QLatin1String("version")).toInteger();
    if (version == 0) {
        const auto record = services::findRecord(*context.workspace, **kind, uid);
        if (!record)
            return fail(record.error());
        version = record->version;
    }
    const QString reason = json->value(QLatin1String("reason")).toString();
    const QString approver = json->value(QLatin1String("approver")).toString();
    if (approver.isEmpty())
        return answerOf(services::correctRecord(*context.workspace, **kind, uid, version, *values, reason));
    return slipAnswer(services::correctWithSlip(*context.workspace, **kind, uid, version, *values, reason, approver));
}

QJsonObject factJson(const services::DatedFact& fact)
{
    return {{QStringLiteral("uid"), fact.uid.toString()},
            {QStringLiteral("version"), fact.version},
            {QStringLiteral("field"), fact.field.key},
            {QStringLiteral("from"), fact.from.toString(Qt::ISODate)},
            {QStringLiteral("value"), model::toJson(fact.value)},
            {QStringLiteral("shown"), fact.shown},
            {QStringLiteral("reason"), fact.reason},
            {QStringLiteral("reported_by"), fact.reportedBy}};
}

Result<QVector<services::DatedFact>> datedFacts(Context& context)
{
    const auto kind = kindNamed(context.call.words[0]);
    if (!kind)
        return fail(kind.error());
    return services::datedFactsOf(*context.workspace, **kind, Uid(context.call.words[1]));
}

Result<Answer> listChanges(Context& context)
{
    const auto facts = datedFacts(context);
    if (!facts)
        return fail(facts.error());
    QJsonArray rows;
    QStringList lines;
    for (const services::DatedFact& fact : *facts) {
        rows.append(factJson(fact));
        lines << Text::tr("%1  自 %2 起%3：%4  %5")
                     .arg(fact.uid.toString(), fact.from.toString(Qt::ISODate), fact.field.label, fact.shown,
                          fact.reason);
    }
    lines << Text::tr("共 %1 条").arg(facts->size());
    return Answer{{{QStringLiteral("changes"), rows}}, lines.join(QLatin1Char('\n'))};
}

/// What the file leaves out stays as it is.
Result<Answer> correctOneChange(Context& context)
{
    const auto facts = datedFacts(context);
    if (!facts)
        return fail(facts.error());
    const QString uid = context.call.words[2];
    const auto fact =
        std::find_if(facts->begin(), facts->end(), [&](const auto& one) { return one.uid.toString() == uid; });
    if (fact == facts->end())
        return fail(ErrorKind::NotFound, "no_such_record",
                    Text::tr("这条记录没有编号为“%1”的变更，见 changes。").arg(uid), uid);
    const auto json = readJsonFile(context.call.words[3]);
    if (!json)
        return fail(json.error());
    JsonReader reader(*json, context.call.words[3]);
    const QDate from = json->contains(QLatin1String("from")) ? reader.date("from") : fact->from;
    const QString reason = reader.text("reason");
    if (reader.error())
        return fail(*reader.error());
    const auto value = json->contains(QLatin1String("value"))
                           ? model::parseJson(fact->field, json->value(QLatin1String("value")))
                           : Result<model::Value>(fact->value);
    if (!value)
        return fail(value.error());
    return answerOf(services::correctChange(*context.workspace, fact->uid, fact->version, from, *value, reason));
}

Result<Answer> doToRecord(Context& context)
{
    const auto kind = kindNamed(context.call.words[1]);
    if (!kind)
        return fail(kind.error());
    const services::Action* action = services::findAction(**kind, context.call.words[0]);
    if (!action)
        return fail(ErrorKind::NotFound, "no_such_action",
                    Text::tr("%1没有名为“%2”的操作，见 kinds --json。").arg((*kind)->title, context.call.words[0]));
    QJsonObject json;
    if (context.call.words.size() > 3) {
        const auto read = readJsonFile(context.call.words[3]);
        if (!read)
            return fail(read.error());
        json = *read;
    }
    const auto inputs = valuesOf(services::inputsOf(*action), json);
    if (!inputs)
        return fail(inputs.error());
    QVector<services::LoadedFile> photographs;
    if (const QString path = context.call.option("photo"); !path.isEmpty()) {
        auto photograph = services::loadFile(path);
        if (!photograph)
            return fail(photograph.error());
        photographs.append(std::move(*photograph));
    }
    return answerOf(services::doAction(*context.workspace, *action, Uid(context.call.words[2]), *inputs, Uid::create(),
                                       photographs));
}

/// Takes one journal entry back: the number that a writing command answered.
Result<Answer> undoOne(Context& context)
{
    const QString& number = context.call.words[0];
    bool isNumber = false;
    const qint64 seq = number.toLongLong(&isNumber);
    if (!isNumber)
        return fail(ErrorKind::Usage, "usage", Text::tr("undo 后面是留痕号，这里是“%1”。").arg(number), number);
    const auto undone = services::undoOwn(*context.workspace, seq);
    if (!undone)
        return fail(undone.error());
    return Answer{{{QStringLiteral("seq"), undone->seq}, {QStringLiteral("title"), undone->title}},
                  Text::tr("已%1").arg(undone->sentence)};
}

Result<Answer> splitInstrumentRow(Context& context)
{
    return answerOf(
        services::splitInstrument(*context.workspace, Uid(context.call.words[0]), context.call.words.mid(1)));
}

/// Which instruments of the ledger a supervisor may have meant.
Result<Answer> ledgerMatches(Context& context)
{
    const auto matches = services::suggestMatches(*context.workspace, Uid(context.call.words[0]));
    if (!matches)
        return fail(matches.error());
    QJsonArray json;
    QStringList lines;
    for (const rules::LedgerMatch& match : *matches) {
        json.append(QJsonObject{{QStringLiteral("instrument"), match.instrument.toString()},
                                {QStringLiteral("label"), match.label},
                                {QStringLiteral("certain"), match.isCertain},
                                {QStringLiteral("why"), match.why}});
        lines << Text::tr("%1\t%2\t%3").arg(match.instrument.toString(), match.label, match.why);
    }
    if (lines.isEmpty())
        lines << Text::tr("这家的台账里没有相符的器具，可用 match UID new 登记为新器具。");
    return Answer{{{QStringLiteral("matches"), json}}, lines.join(QLatin1Char('\n'))};
}

Result<Answer> matchToLedger(Context& context)
{
    const Uid seen(context.call.words[0]);
    const QString instrument = context.call.words[1];
    return answerOf(instrument == QLatin1String("new")
                        ? services::enterInLedger(*context.workspace, seen)
                        : services::acceptMatch(*context.workspace, seen, Uid(instrument)));
}

} // namespace

QVector<Command> registerCommands()
{
    return {
        {{.name = QStringLiteral("undo"),
          .words = QStringLiteral("SEQ"),
          .summary = Text::tr("撤销自己做的一次操作，SEQ 是留痕号"),
          .fewestWords = 1,
          .mostWords = 1,
          .isWriting = true},
         undoOne},
        {{.name = QStringLiteral("kinds"),
          .summary = Text::tr("列出全部登记簿；--json 给出字段和操作"),
          .needsCampaign = false},
         listKinds},
        {{.name = QStringLiteral("picks"),
          .words = QStringLiteral("KIND FIELD"),
          .summary = Text::tr("列出一个字段可以选取的条文、节点或课题"),
          .fewestWords = 2,
          .mostWords = 2},
         listPicks},
        {{.name = QStringLiteral("list"),
          .words = QStringLiteral("KIND"),
          .summary = Text::tr("列出一本登记簿"),
          .fewestWords = 1,
          .mostWords = 1,
          .options = {QStringLiteral("where"), QStringLiteral("search")}},
         listRegister},
        {{.name = QStringLiteral("show"),
          .words = QStringLiteral("KIND UID"),
          .summary = Text::tr("显示一条记录"),
          .fewestWords = 2,
          .mostWords = 2},
         showRecord},
        {{.name = QStringLiteral("add"),
          .words = QStringLiteral("KIND FILE.json"),
          .summary = Text::tr("登记一条新记录"),
          .fewestWords = 2,
          .mostWords = 2,
          .isWriting = true},
         addToRegister},
        {{.name = QStringLiteral("change"),
          .words = QStringLiteral("KIND UID FILE.json"),
          .summary = Text::tr("从某日起变更：{\"from\":…,\"reason\":…,\"reported_by\":…,\"values\":{…}}"),
          .fewestWords = 3,
          .mostWords = 3,
          .isWriting = true},
         changeInRegister},
        {{.name = QStringLiteral("correct"),
          .words = QStringLiteral("KIND UID FILE.json"),
          .summary =
              Text::tr("更正登记错误：{\"reason\":…,\"version\":…,\"values\":{…}}；写了 \"approver\" 就同时开更正单"),
          .fewestWords = 3,
          .mostWords = 3,
          .isWriting = true},
         correctInRegister},
        {{.name = QStringLiteral("changes"),
          .words = QStringLiteral("KIND UID"),
          .summary = Text::tr("列出一条记录按日期的变更"),
          .fewestWords = 2,
          .mostWords = 2},
         listChanges},
        {{.name = QStringLiteral("correct-change"),
          .words = QStringLiteral("KIND UID CHANGE FILE.json"),
          .summary = Text::tr("更正登记错的变更：{\"from\":…,\"value\":…,\"reason\":…}"),
          .fewestWords = 4,
          .mostWords = 4,
          .isWriting = true},
         correctOneChange},
        {{.name = QStringLiteral("do"),
          .words = QStringLiteral("ACTION KIND UID [FILE.json]"),
          .summary = Text::tr("对一条记录做一个操作，如登记检定、整改、销号；停用器具要 --photo 照片"),
          .fewestWords = 3,
          .mostWords = 4,
          .options = {QStringLiteral("photo")},
          .isWriting = true},
         doToRecord},
        {{.name = QStringLiteral("split"),
          .words = QStringLiteral("UID [NUMBER…]"),
          .summary = Text::tr("把数量大于一的器具行逐台拆分，可依次给出出厂编号"),
          .fewestWords = 1,
          .mostWords = 1001,
          .isWriting = true},
         splitInstrumentRow},
        {{.name = QStringLiteral("ledger-matches"),
          .words = QStringLiteral("UID"),
          .summary = Text::tr("反馈涉及器具可能是台账里的哪一台"),
          .fewestWords = 1,
          .mostWords = 1},
         ledgerMatches},
        {{.name = QStringLiteral("match"),
          .words = QStringLiteral("UID INSTRUMENT|new"),
          .summary = Text::tr("把反馈涉及器具对应到台账里的一台，或登记为新器具"),
          .fewestWords = 2,
          .mostWords = 2,
          .isWriting = true},
         matchToLedger},
    };
}

} // namespace chengheng::cli
