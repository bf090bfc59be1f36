// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/item_asking.h"

#include "gui/form_dialog.h"
#include "rules/problem_state.h"

#include <QCoreApplication>

namespace chengheng::gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ItemAsking)
};

constexpr qint64 mostCounted = 9999;

model::Field newField(const char* key, const QString& label, model::FieldType type)
{
    model::Field field;
    field.key = QLatin1String(key);
    field.label = label;
    field.type = type;
    field.isRequired = true;
    return field;
}

model::Field countField(const char* key, const QString& label)
{
    model::Field field = newField(key, label, model::FieldType::Integer);
    field.minimum = 0;
    field.maximum = mostCounted;
    return field;
}

QString checkKey(qsizetype index)
{
    return QStringLiteral("check%1").arg(index);
}

QVector<model::Field> fieldsOf(const rules::SheetItem& item)
{
    QVector<model::Field> fields;
    switch (item.method.type) {
    case rules::MethodType::Deduct:
        fields << countField("occurrences", Text::tr("发现次数"));
        break;
    case rules::MethodType::AllOrNothing:
        fields << newField("met", Text::tr("符合"), model::FieldType::Flag);
        break;
    case rules::MethodType::Ratio:
        fields << countField("num", Text::tr("符合的数量")) << countField("den", Text::tr("总数量"));
        break;
    case rules::MethodType::Award:
        fields << newField("points", Text::tr("评定得分（满分 %1）").arg(item.max.toString()), model::FieldType::Text);
        break;
    case rules::MethodType::Checklist:
        for (const QString& check : item.method.checks) {
            fields << newField("check", check, model::FieldType::Flag);
            fields.last().key = checkKey(fields.size() - 1);
        }
    }
    return fields;
}

services::FieldValues valuesOf(const rules::SheetItem& item, const rules::Answer& given)
{
    services::FieldValues values;
    if (given.occurrences)
        values.insert(QStringLiteral("occurrences"), *given.occurrences);
    if (given.met)
        values.insert(QStringLiteral("met"), *given.met);
    if (given.ratio) {
        values.insert(QStringLiteral("num"), given.ratio->num);
        values.insert(QStringLiteral("den"), given.ratio->den);
    }
    if (given.points)
        values.insert(QStringLiteral("points"), given.points->toString());
    for (qsizetype i = 0; i < item.method.checks.size(); ++i)
        values.insert(checkKey(i), given.checks.contains(item.method.checks[i]));
    return values;
}

tl::unexpected<Error> wrong(const char* code, const QString& message, const char* field)
{
    return fail(ErrorKind::Invalid, code, message, QLatin1String(field));
}

Result<Points> awardFrom(const rules::SheetItem& item, const QString& text)
{
    const auto points = Points::parse(text.trimmed());
    if (!points)
        return wrong("bad_number", Text::tr("“%1”不是分数，请填写如 1.5 的数。").arg(text), "points");
    if (*points < Points() || *points > item.max)
        return wrong("points_above_max", Text::tr("得分应在 0 到 %1 之间。").arg(item.max.toString()), "points");
    const Points step = item.method.step;
    if (step > Points() && points->hundredths() % step.hundredths() != 0)
        return wrong("off_step", Text::tr("得分以 %1 分为一档。").arg(step.toString()), "points");
    return *points;
}

Result<rules::Answer> answerFrom(const rules::SheetItem& item, const services::FieldValues& values)
{
    const auto value = [&](const char* key) { return values.value(QLatin1String(key)); };
    rules::Answer answer;
    answer.item = item.id;
    switch (item.method.type) {
    case rules::MethodType::Deduct:
        answer.occurrences = model::integerOf(value("occurrences"));
        break;
    case rules::MethodType::AllOrNothing:
        answer.met = model::flagOf(value("met"));
        break;
    case rules::MethodType::Ratio:
        answer.ratio = Rate{model::integerOf(value("num")), model::integerOf(value("den"))};
        if (answer.ratio->num > answer.ratio->den)
            return wrong("num_over_den", Text::tr("符合的数量不能大于总数量。"), "num");
        break;
    case rules::MethodType::Award: {
        const auto points = awardFrom(item, model::textOf(value("points")));
        if (!points)
            return fail(points.error());
        answer.points = *points;
        break;
    }
    case rules::MethodType::Checklist:
        answer.isChecklist = true;
        for (qsizetype i = 0; i < item.method.checks.size(); ++i)
            if (model::flagOf(values.value(checkKey(i))))
                answer.checks << item.method.checks[i];
    }
    return answer;
}

/// A form that hands its values to `take` and closes, or shows under the field why it cannot.
FormDialog* ask(QWidget* parent, const QString& title, const QVector<model::Field>& fields,
                std::function<Result<void>(const services::FieldValues&)> take)
{
    auto* dialog = new FormDialog(title, fields, parent);
    QObject::connect(dialog, &FormDialog::submitted, dialog,
                     [dialog, take = std::move(take)](const services::FieldValues& values) {
                         if (const auto taken = take(values); !taken)
                             dialog->showFault(taken.error());
                         else
                             dialog->accept();
                     });
    return dialog;
}

} // namespace

void askValue(QWidget* parent, const rules::SheetItem& item, const std::optional<rules::Answer>& given,
              std::function<void(const rules::Answer&)> then)
{
    auto* dialog = ask(parent, Text::tr("%1　%2").arg(item.id, rules::scoringRule(item)), fieldsOf(item),
                       [item, then = std::move(then)](const services::FieldValues& values) -> Result<void> {
                           const auto answer = answerFrom(item, values);
                           if (!answer)
                               return fail(answer.error());
                           then(*answer);
                           return {};
                       });
    if (given)
        dialog->form().setValues(valuesOf(item, *given));
    dialog->open();
}

void askNotApplicable(QWidget* parent, const rules::SheetItem& item, std::function<void(const QString&)> then)
{
    model::Field reason = newField("reason", Text::tr("缺项原因"), model::FieldType::Text);
    auto* dialog = ask(parent, Text::tr("%1　合理缺项（%2）").arg(item.id, item.naWhen), {reason},
                       [then = std::move(then)](const services::FieldValues& values) -> Result<void> {
                           then(model::textOf(values.value(QStringLiteral("reason"))).trimmed());
                           return {};
                       });
    dialog->form().setValues({{QStringLiteral("reason"), item.naWhen}});
    dialog->open();
}

void askVeto(QWidget* parent, const QString& when, const VetoFinding& given,
             std::function<void(const VetoFinding&)> then)
{
    auto* dialog = ask(parent, Text::tr("一票否决：%1").arg(when),
                       {newField("finding", Text::tr("查实情况和证据"), model::FieldType::LongText),
                        newField("inspectors", Text::tr("两名检查人员"), model::FieldType::Text)},
                       [then = std::move(then)](const services::FieldValues& values) -> Result<void> {
                           const VetoFinding veto{model::textOf(values.value(QStringLiteral("finding"))).trimmed(),
                                                  model::textOf(values.value(QStringLiteral("inspectors"))).trimmed()};
                           if (rules::personsIn(veto.inspectors).size() < 2)
                               return wrong("two_inspectors",
                                            Text::tr("一票否决须由至少两名检查人员查实，请写两人姓名，用“、”隔开。"),
                                            "inspectors");
                           then(veto);
                           return {};
                       });
    dialog->form().setValues(
        {{QStringLiteral("finding"), given.finding}, {QStringLiteral("inspectors"), given.inspectors}});
    dialog->open();
}

} // namespace chengheng::gui
