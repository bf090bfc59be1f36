// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/answers.h"

#include "base/json.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Answers)
};

constexpr qint64 mostCounted = 1'000'000;

tl::unexpected<Error> wrong(const char* code, const QString& message, const QString& item)
{
    return fail(ErrorKind::Invalid, code, message, item);
}

/// Reads one answer's JSON; the first fault is kept.
class AnswerReader
{
public:
    AnswerReader(const QJsonObject& json, QString item) : m_json(json) { m_answer.item = std::move(item); }

    Result<Answer> read();

private:
    void readKeys();
    void readNumbers();
    void readTexts();
    std::optional<qint64> count(const char* key);
    std::optional<bool> flag(const char* key);
    QString text(const char* key);
    QStringList texts(const char* key);
    void checkWhole();
    QJsonValue value(const char* key) const { return m_json.value(QLatin1String(key)); }
    void fault(const char* code, const QString& message);

    QJsonObject m_json;
    Answer m_answer;
    std::optional<Error> m_error;
};

void AnswerReader::fault(const char* code, const QString& message)
{
    if (!m_error)
        m_error = Error{ErrorKind::Invalid, QString::fromLatin1(code), message, m_answer.item};
}

void AnswerReader::readKeys()
{
    static const QSet<QString> known{QStringLiteral("item"),   QStringLiteral("occurrences"), QStringLiteral("met"),
                                     QStringLiteral("num"),    QStringLiteral("den"),         QStringLiteral("points"),
                                     QStringLiteral("checks"), QStringLiteral("na"),          QStringLiteral("reason"),
                                     QStringLiteral("veto"),   QStringLiteral("note")};
    const QStringList keys = m_json.keys();
    for (const QString& key : keys)
        if (!known.contains(key))
            fault("unknown_key", Text::tr("评分项%1中有不认识的键“%2”，请删去或改正。").arg(m_answer.item, key));
}

std::optional<qint64> AnswerReader::count(const char* key)
{
    const QJsonValue json = value(key);
    if (json.isUndefined())
        return std::nullopt;
    const double number = json.toDouble(-0.5);
    const auto whole = qint64(qBound(-1.0, number, double(mostCounted) + 1));
    if (number < 0 && json.isDouble())
        fault("negative_number", Text::tr("评分项%1的“%2”不能是负数。").arg(m_answer.item, QLatin1String(key)));
    else if (!json.isDouble() || double(whole) != number || whole > mostCounted)
        fault("bad_number",
              Text::tr("评分项%1的“%2”应是0到%3的整数。").arg(m_answer.item, QLatin1String(key)).arg(mostCounted));
    return whole;
}

std::optional<bool> AnswerReader::flag(const char* key)
{
    const QJsonValue json = value(key);
    if (json.isUndefined())
        return std::nullopt;
    if (!json.isBool())
        fault("bad_flag", Text::tr("评分项%1的“%2”应是true或false。").arg(m_answer.item, QLatin1String(key)));
    return json.toBool();
}

QString AnswerReader::text(const char* key)
{
    const QJsonValue json = value(key);
    if (!json.isUndefined() && !json.isString())
        fault("bad_text", Text::tr("评分项%1的“%2”应是文字。").arg(m_answer.item, QLatin1String(key)));
    return json.toString().trimmed();
}

QStringList AnswerReader::texts(const char* key)
{
    const QJsonValue json = value(key);
    QStringList out;
    bool isRight = json.isArray() || json.isUndefined();
    const QJsonArray items = json.toArray();
    for (const QJsonValue& item : items) {
        isRight = isRight && item.isString();
        out.append(item.toString());
    }
    if (!isRight)
        fault("bad_text", Text::tr("评分项%1的“%2”应是一列文字。").arg(m_answer.item, QLatin1String(key)));
    return out;
}

void AnswerReader::readNumbers()
{
    m_answer.occurrences = count("occurrences");
    const auto num = count("num");
    const auto den = count("den");
    if (num.has_value() != den.has_value())
        fault("bad_ratio", Text::tr("评分项%1的“num”和“den”应同时填写。").arg(m_answer.item));
    if (num && den) {
        m_answer.ratio = Rate{*num, *den};
        if (*num > *den)
            fault("num_above_den",
                  Text::tr("评分项%1的分子%2大于分母%3，请核对。").arg(m_answer.item).arg(*num).arg(*den));
    }
    if (const QJsonValue json = value("points"); !json.isUndefined()) {
        const QString digits = json.isDouble() ? QString::number(json.toDouble(), 'g', 15) : json.toString();
        m_answer.points = Points::parse(digits);
        if (!m_answer.points)
            fault("bad_number", Text::tr("评分项%1的“points”应是最多两位小数的分数。").arg(m_answer.item));
        else if (*m_answer.points < Points())
            fault("negative_number", Text::tr("评分项%1的“points”不能是负数。").arg(m_answer.item));
    }
}

void AnswerReader::readTexts()
{
    m_answer.met = flag("met");
    m_answer.isChecklist = !value("checks").isUndefined();
    m_answer.checks = texts("checks");
    m_answer.isNotApplicable = flag("na").value_or(false);
    m_answer.isVeto = flag("veto").value_or(false);
    m_answer.reason = text("reason");
    m_answer.note = text("note");
}

void AnswerReader::checkWhole()
{
    const int values = int(m_answer.occurrences.has_value()) + int(m_answer.met.has_value())
                       + int(m_answer.ratio.has_value()) + int(m_answer.points.has_value()) + int(m_answer.isChecklist);
    if (values + int(m_answer.isNotApplicable) > 1)
        fault("several_answers", Text::tr("评分项%1有多个结果，只能保留一个。").arg(m_answer.item));
    if (m_answer.isNotApplicable && m_answer.reason.isEmpty())
        fault("na_without_reason", Text::tr("评分项%1作合理缺项，须写明理由。").arg(m_answer.item));
    if (!m_answer.isNotApplicable && !m_answer.reason.isEmpty())
        fault("reason_without_na", Text::tr("评分项%1写了缺项理由，但没有标为合理缺项。").arg(m_answer.item));
    if (values == 0 && !m_answer.isNotApplicable && !m_answer.isVeto)
        fault("empty_answer", Text::tr("评分项%1没有结果，未评的项请不要写入。").arg(m_answer.item));
}

Result<Answer> AnswerReader::read()
{
    readKeys();
    readNumbers();
    readTexts();
    checkWhole();
    if (m_error)
        return fail(*m_error);
    return m_answer;
}

Result<QVector<Answer>> readAnswers(const QJsonObject& json)
{
    const QJsonValue list = json.value(QLatin1String("answers"));
    if (!list.isArray())
        return wrong("no_answers", Text::tr("评分记录缺少“answers”列表。"), QStringLiteral("answers"));
    QVector<Answer> answers;
    const QJsonArray items = list.toArray();
    for (const QJsonValue& value : items) {
        const QString item = value.toObject().value(QLatin1String("item")).toString();
        if (item.isEmpty())
            return wrong("no_item", Text::tr("“answers”第%1条没有写评分项编号（item）。").arg(answers.size() + 1),
                         QStringLiteral("answers/%1").arg(answers.size()));
        auto answer = AnswerReader(value.toObject(), item).read();
        if (!answer)
            return fail(answer.error());
        answers.append(*std::move(answer));
    }
    return answers;
}

Result<QStringList> readGlobalVetoes(const QJsonObject& json)
{
    JsonReader reader(json, Text::tr("评分记录"));
    QStringList vetoes = reader.texts("global_vetoes");
    if (reader.error())
        return wrong("bad_global_vetoes", Text::tr("“global_vetoes”应是一列否决代码，如 [\"G1\"]。"),
                     QStringLiteral("global_vetoes"));
    return vetoes;
}

Result<QMap<QString, QString>> readGlobalFindings(const QJsonObject& json)
{
    const QJsonValue value = json.value(QLatin1String("global_veto_findings"));
    QMap<QString, QString> findings;
    const QJsonObject object = value.toObject();
    bool isRight = value.isUndefined() || value.isObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        isRight = isRight && it.value().isString();
        findings.insert(it.key(), it.value().toString().trimmed());
    }
    if (!isRight)
        return wrong("bad_global_findings",
                     Text::tr("“global_veto_findings”应按否决代码写明查实情况，如 {\"G1\": \"…\"}。"),
                     QStringLiteral("global_veto_findings"));
    return findings;
}

QJsonObject toJson(const Answer& answer)
{
    QJsonObject json{{QStringLiteral("item"), answer.item}};
    if (answer.occurrences)
        json.insert(QStringLiteral("occurrences"), *answer.occurrences);
    if (answer.met)
        json.insert(QStringLiteral("met"), *answer.met);
    if (answer.ratio) {
        json.insert(QStringLiteral("num"), answer.ratio->num);
        json.insert(QStringLiteral("den"), answer.ratio->den);
    }
    if (answer.points)
        json.insert(QStringLiteral("points"), answer.points->toString());
    if (answer.isChecklist)
        json.insert(QStringLiteral("checks"), QJsonArray::fromStringList(answer.checks));
    if (answer.isNotApplicable) {
        json.insert(QStringLiteral("na"), true);
        json.insert(QStringLiteral("reason"), answer.reason);
    }
    if (answer.isVeto)
        json.insert(QStringLiteral("veto"), true);
    if (!answer.note.isEmpty())
        json.insert(QStringLiteral("note"), answer.note);
    return json;
}

/// The form an answer must have, in words for the error.
QString formOf(MethodType method)
{
    switch (method) {
    case MethodType::Deduct:
        return Text::tr("发现次数（occurrences）");
    case MethodType::AllOrNothing:
        return Text::tr("是否符合（met）");
    case MethodType::Ratio:
        return Text::tr("分子和分母（num、den）");
    case MethodType::Award:
        return Text::tr("得分（points）");
    case MethodType::Checklist:
        return Text::tr("符合的要点（checks）");
    }
    return {};
}

bool hasForm(MethodType method, const Answer& answer)
{
    switch (method) {
    case MethodType::Deduct:
        return answer.occurrences.has_value();
    case MethodType::AllOrNothing:
        return answer.met.has_value();
    case MethodType::Ratio:
        return answer.ratio.has_value();
    case MethodType::Award:
        return answer.points.has_value();
    case MethodType::Checklist:
        return answer.isChecklist;
    }
    return false;
}

Result<void> checkNumbers(const Answer& answer)
{
    const bool isNegative = answer.occurrences.value_or(0) < 0 || answer.points.value_or(Points()) < Points()
                            || (answer.ratio && (answer.ratio->num < 0 || answer.ratio->den < 0));
    if (isNegative)
        return wrong("negative_number", Text::tr("评分项%1的数值不能是负数。").arg(answer.item), answer.item);
    if (answer.occurrences.value_or(0) > mostCounted || (answer.ratio && answer.ratio->den > mostCounted))
        return wrong("bad_number", Text::tr("评分项%1的数值不能超过%2，请核对。").arg(answer.item).arg(mostCounted),
                     answer.item);
    if (answer.ratio && answer.ratio->num > answer.ratio->den)
        return wrong("num_above_den",
                     Text::tr("评分项%1的分子%2大于分母%3，请核对。")
                         .arg(answer.item)
                         .arg(answer.ratio->num)
                         .arg(answer.ratio->den),
                     answer.item);
    return {};
}

Result<void> checkAward(const SheetItem& item, Points points)
{
    if (points > item.max)
        return wrong(
            "points_above_max",
            Text::tr("评分项%1得分%2超过满分%3，请核对。").arg(item.id, points.toString(), item.max.toString()),
            item.id);
    const Points step = item.method.step;
    if (step > Points() && points.hundredths() % step.hundredths() != 0)
        return wrong(
            "off_step",
            Text::tr("评分项%1的得分应以%2分为一档，%3不是整档。").arg(item.id, step.toString(), points.toString()),
            item.id);
    return {};
}

Result<void> checkChecks(const SheetItem& item, const QStringList& checks)
{
    QSet<QString> seen;
    for (const QString& check : checks) {
        if (!item.method.checks.contains(check) || seen.contains(check))
            return wrong("bad_check", Text::tr("评分项%1没有要点“%2”，或它重复出现。").arg(item.id, check), item.id);
        seen.insert(check);
    }
    return {};
}

Result<void> checkAnswer(const SheetItem& item, const Answer& answer)
{
    if (answer.isVeto && !item.hasVeto)
        return wrong("veto_not_allowed", Text::tr("评分项%1不是一票否决项，不能否决。").arg(item.id), item.id);
    if (answer.isVeto && (answer.isNotApplicable || answer.met.value_or(false)))
        return wrong("veto_contradicts", Text::tr("评分项%1已否决，不能同时记为符合或合理缺项。").arg(item.id),
                     item.id);
    if (answer.isNotApplicable && !item.isNaAllowed)
        return wrong("na_not_allowed", Text::tr("评分项%1不允许作合理缺项，请评分。").arg(item.id), item.id);
    if (answer.isNotApplicable && answer.reason.isEmpty())
        return wrong("na_without_reason", Text::tr("评分项%1作合理缺项，须写明理由。").arg(item.id), item.id);
    if (answer.hasValue() && !hasForm(item.method.type, answer))
        return wrong("wrong_form", Text::tr("评分项%1应填写%2。").arg(item.id, formOf(item.method.type)), item.id);
    if (auto numbers = checkNumbers(answer); !numbers)
        return numbers;
    if (answer.points)
        return checkAward(item, *answer.points);
    return checkChecks(item, answer.checks);
}

Result<void> checkGlobalFindings(const SheetAnswers& answers)
{
    for (auto it = answers.globalFindings.begin(); it != answers.globalFindings.end(); ++it)
        if (!answers.globalVetoes.contains(it.key()))
            return wrong("finding_without_veto",
                         Text::tr("写了一票否决情形%1的查实情况，但没有把它列为否决。").arg(it.key()), it.key());
    return {};
}

Result<void> checkGlobalVetoes(const SheetEdition& edition, const Sheet& sheet, const QStringList& codes)
{
    QSet<QString> seen;
    for (const QString& code : codes) {
        const auto found = std::find_if(edition.globalVetoes.cbegin(), edition.globalVetoes.cend(),
                                        [&](const auto& veto) { return veto.code == code; });
        if (found == edition.globalVetoes.cend())
            return wrong("unknown_global_veto", Text::tr("没有代码为“%1”的一票否决情形。").arg(code), code);
        if (!found->sheets.contains(sheet.no))
            return wrong("global_veto_not_for_sheet",
                         Text::tr("一票否决情形%1不适用于第%2张评分表。").arg(code).arg(sheet.no), code);
        if (seen.contains(code))
            return wrong("repeated_global_veto", Text::tr("一票否决情形%1重复出现。").arg(code), code);
        seen.insert(code);
    }
    return {};
}

} // namespace

const Answer* SheetAnswers::find(const QString& item) const
{
    const auto found =
        std::find_if(answers.cbegin(), answers.cend(), [&](const Answer& answer) { return answer.item == item; });
    return found == answers.cend() ? nullptr : &*found;
}

Answer goodAnswer(const SheetItem& item)
{
    Answer answer;
    answer.item = item.id;
    switch (item.method.type) {
    case MethodType::Deduct:
        answer.occurrences = 0;
        break;
    case MethodType::AllOrNothing:
        answer.met = true;
        break;
    case MethodType::Ratio:
        answer.ratio = Rate{1, 1};
        break;
    case MethodType::Award:
        answer.points = item.max;
        break;
    case MethodType::Checklist:
        answer.isChecklist = true;
        answer.checks = item.method.checks;
        break;
    }
    return answer;
}

Result<SheetAnswers> parseAnswers(const QJsonObject& json, int sheet)
{
    SheetAnswers read;
    read.sheet = sheet;
    if (const QJsonValue number = json.value(QLatin1String("sheet")); !number.isUndefined())
        read.sheet = number.toInt(0);
    if (read.sheet <= 0)
        return wrong("bad_sheet", Text::tr("评分记录没有写明是第几张评分表（sheet）。"), QStringLiteral("sheet"));
    auto vetoes = readGlobalVetoes(json);
    if (!vetoes)
        return fail(vetoes.error());
    auto answers = readAnswers(json);
    if (!answers)
        return fail(answers.error());
    auto findings = readGlobalFindings(json);
    if (!findings)
        return fail(findings.error());
    read.globalVetoes = *std::move(vetoes);
    read.globalFindings = *std::move(findings);
    read.answers = *std::move(answers);
    return read;
}

QJsonObject toJson(const SheetAnswers& answers)
{
    QJsonArray list;
    for (const Answer& answer : answers.answers)
        list.append(toJson(answer));
    QJsonObject json{{QStringLiteral("sheet"), answers.sheet},
                     {QStringLiteral("global_vetoes"), QJsonArray::fromStringList(answers.globalVetoes)},
                     {QStringLiteral("answers"), list}};
    QJsonObject findings;
    for (auto it = answers.globalFindings.begin(); it != answers.globalFindings.end(); ++it)
        findings.insert(it.key(), it.value());
    if (!findings.isEmpty())
        json.insert(QStringLiteral("global_veto_findings"), findings);
    return json;
}

Result<void> checkAnswers(const SheetEdition& edition, const Sheet& sheet, const SheetAnswers& answers)
{
    if (answers.sheet != sheet.no)
        return wrong("other_sheet", Text::tr("答案属于第%1张评分表，不是第%2张。").arg(answers.sheet).arg(sheet.no),
                     QStringLiteral("sheet"));
    QSet<QString> seen;
    for (const Answer& answer : answers.answers) {
        const SheetItem* item = sheet.item(answer.item);
        if (!item)
            return wrong("unknown_item", Text::tr("第%1张评分表没有评分项%2。").arg(sheet.no).arg(answer.item),
                         answer.item);
        if (seen.contains(answer.item))
            return wrong("repeated_item", Text::tr("评分项%1重复出现，只能评一次。").arg(answer.item), answer.item);
        seen.insert(answer.item);
        if (auto checked = checkAnswer(*item, answer); !checked)
            return checked;
    }
    if (auto findings = checkGlobalFindings(answers); !findings)
        return findings;
    return checkGlobalVetoes(edition, sheet, answers.globalVetoes);
}

} // namespace chengheng::rules
