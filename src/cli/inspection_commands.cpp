// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/presenters.h"
#include "rules/answers.h"
#include "services/inspections.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

namespace chengheng::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(InspectionCommands)
};

Result<rules::SheetEdition> builtInSheets()
{
    const auto texts = services::RuleTexts::builtIn(services::builtInPlans().first());
    if (!texts)
        return fail(texts.error());
    return rules::parseSheets(texts->sheets, Text::tr("评分表"));
}

/// Pure scoring: on the campaign's sheets where one is named, else on the built-in ones.
Result<Answer> scoreSheet(Context& context)
{
    const auto json = readJsonFile(context.call.option("answers"));
    if (!json)
        return fail(json.error());
    bool isNumber = false;
    const int sheetNumber = context.call.option("sheet").toInt(&isNumber);
    auto answers = rules::parseAnswers(*json, sheetNumber);
    if (!answers)
        return fail(answers.error());
    if (!isNumber || answers->sheet != sheetNumber)
        return fail(
            ErrorKind::Invalid, "wrong_sheet",
            Text::tr("答案文件是表 %1 的，与 --sheet %2 不符。").arg(answers->sheet).arg(context.call.option("sheet")),
            QStringLiteral("sheet"));
    rules::SheetEdition edition;
    if (context.call.place.file.isEmpty() && context.call.place.server.isEmpty()) {
        auto builtIn = builtInSheets();
        if (!builtIn)
            return fail(builtIn.error());
        edition = std::move(*builtIn);
    } else {
        auto opened = openPlace(context, context.call.place, services::Workspace::Mode::ReadOnly);
        if (!opened)
            return fail(opened.error());
        edition = (*opened)->sheets();
    }
    const rules::Sheet* sheet = edition.sheet(sheetNumber);
    if (!sheet)
        return fail(ErrorKind::Invalid, "unknown_sheet", Text::tr("没有评分表 %1，应为 1 到 8。").arg(sheetNumber),
                    QStringLiteral("sheet"));
    const auto scored = rules::score(edition, *sheet, *answers);
    if (!scored)
        return fail(scored.error());
    return Answer{scoreJson(*scored), scoreText(*scored)};
}

} // namespace

Result<Uid> unitNamed(const services::Workspace& workspace, const QString& text)
{
    if (text.isEmpty())
        return Uid();
    const auto names = services::namesOf(workspace, model::kindOf<model::Unit>());
    if (!names)
        return fail(names.error());
    if (names->contains(Uid(text)))
        return Uid(text);
    for (auto it = names->begin(); it != names->end(); ++it)
        if (foldName(it.value()) == foldName(text))
            return it.key();
    return fail(ErrorKind::NotFound, "no_such_unit", Text::tr("没有名为“%1”的参建单位。").arg(text),
                QStringLiteral("unit"));
}

namespace {

/// Names as one text or as a list.
QString personsText(JsonReader& reader, const QJsonObject& json, const char* key)
{
    if (!reader.has(key))
        return {};
    return json.value(QLatin1String(key)).isArray() ? reader.texts(key).join(QStringLiteral("、")) : reader.text(key);
}

model::Presence presence(JsonReader& reader, const char* key)
{
    if (!reader.has(key))
        return model::Presence::Unknown;
    const QString word = reader.text(key);
    const auto known = model::wordOf<model::Presence>(word);
    if (!known)
        reader.fault(key, Text::tr("应为 present 或 missing，这里是“%1”").arg(word));
    return known.value_or(model::Presence::Unknown);
}

Result<services::InspectionForm> readForm(const services::Workspace& workspace, const QJsonObject& json,
                                          const QString& fileName)
{
    JsonReader reader(json, fileName);
    services::InspectionForm form;
    const QString kindKey = reader.text("kind");
    const auto kind = model::wordOf<model::InspectionKind>(kindKey);
    if (!kind)
        reader.fault("kind", Text::tr("没有“%1”这种检查").arg(kindKey));
    form.kind = kind.value_or(model::InspectionKind::Daily);
    form.on = reader.date("date");
    const QJsonValue inspectors = json.value(QLatin1String("inspectors"));
    form.inspectors =
        inspectors.isArray() ? reader.texts("inspectors").join(QStringLiteral("、")) : reader.text("inspectors");
    if (reader.has("conclusion"))
        form.conclusion = model::wordOf<model::Conclusion>(reader.text("conclusion")).value_or(model::Conclusion::None);
    form.remarks = reader.optionalText("remarks");
    form.edition = reader.optionalText("edition");
    form.supervisors = personsText(reader, json, "supervisors");
    form.displayed = presence(reader, "displayed");
    form.complaintBook = presence(reader, "complaint_book");
    const QString unitText = reader.optionalText("unit");
    if (reader.error())
        return fail(*reader.error());
    const auto unit = unitNamed(workspace, unitText);
    if (!unit)
        return fail(unit.error());
    form.unit = *unit;
    auto answers = rules::parseAnswers(json);
    if (!answers)
        return fail(answers.error());
    form.answers = std::move(*answers);
    return form;
}

Result<Answer> scoredInspection(const services::Workspace& workspace, const Uid& uid)
{
    const auto form = services::inspectionForm(workspace, uid);
    if (!form)
        return fail(form.error());
    const auto scored = services::scoreOf(workspace, uid);
    if (!scored)
        return fail(scored.error());
    QJsonObject json = scoreJson(*scored);
    json.insert(QStringLiteral("uid"), uid.toString());
    json.insert(QStringLiteral("unit"), form->unit.isNull() ? QJsonValue() : QJsonValue(form->unit.toString()));
    json.insert(QStringLiteral("kind"), model::keyOf(form->kind));
    json.insert(QStringLiteral("date"), form->on.toString(Qt::ISODate));
    json.insert(QStringLiteral("inspectors"), form->inspectors);
    json.insert(QStringLiteral("supervisors"), form->supervisors);
    json.insert(QStringLiteral("displayed"), model::keyOf(form->displayed));
    json.insert(QStringLiteral("complaint_book"), model::keyOf(form->complaintBook));
    return Answer{json, scoreText(*scored)};
}

Result<Answer> addInspection(Context& context)
{
    const auto json = readJsonFile(context.call.words[0]);
    if (!json)
        return fail(json.error());
    const auto form = readForm(*context.workspace, *json, context.call.words[0]);
    if (!form)
        return fail(form.error());
    const auto written = services::recordInspection(*context.workspace, *form);
    if (!written)
        return fail(written.error());
    return scoredInspection(*context.workspace, written->uid);
}

/// What an inspection's lost points suggest; "problem" is as `add problem` takes it.
Result<Answer> suggestProblems(Context& context)
{
    const auto suggestions = services::suggestProblems(*context.workspace, Uid(context.call.words[0]));
    if (!suggestions)
        return fail(suggestions.error());
    QJsonArray json;
    QStringList lines;
    for (const rules::ProblemSuggestion& suggestion : *suggestions) {
        json.append(QJsonObject{{QStringLiteral("problem"), model::toJson(model::toRecord(suggestion.problem))},
                                {QStringLiteral("items"), QJsonArray::fromStringList(suggestion.items)},
                                {QStringLiteral("why"), suggestion.why}});
        lines << Text::tr("%1：%2").arg(suggestion.problem.description, suggestion.why);
    }
    lines << Text::tr("共提示 %1 个问题").arg(suggestions->size());
    return Answer{{{QStringLiteral("suggestions"), json}}, lines.join(QLatin1Char('\n'))};
}

Result<Answer> showInspection(Context& context)
{
    return scoredInspection(*context.workspace, Uid(context.call.words[0]));
}

} // namespace

QVector<Command> inspectionCommands()
{
    return {
        {{.name = QStringLiteral("score"),
          .summary = Text::tr("按答案文件计分并逐项说明"),
          .options = {QStringLiteral("sheet"), QStringLiteral("answers")},
          .requiredOptions = {QStringLiteral("sheet"), QStringLiteral("answers")},
          .needsCampaign = false},
         scoreSheet},
        {{.name = QStringLiteral("inspect add"),
          .words = QStringLiteral("FILE"),
          .summary = Text::tr("登记一次检查"),
          .fewestWords = 1,
          .mostWords = 1,
          .isWriting = true},
         addInspection},
        {{.name = QStringLiteral("inspect show"),
          .words = QStringLiteral("UID"),
          .summary = Text::tr("显示一次检查的得分和说明"),
          .fewestWords = 1,
          .mostWords = 1},
         showInspection},
        {{.name = QStringLiteral("suggest-problems"),
          .words = QStringLiteral("INSPECTION"),
          .summary = Text::tr("一次检查的失分提示哪些问题；--json 的 problem 可交给 add problem"),
          .fewestWords = 1,
          .mostWords = 1},
         suggestProblems},
    };
}

} // namespace chengheng::cli
