// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/picks.h"

#include "model/training_records.h"
#include "model/unit_records.h"
#include "services/registers.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Picks)
};

QVector<Pick> articlesOn(QDate day)
{
    QVector<Pick> picks;
    for (const rules::Article& article : lawBook().inForceOn(day))
        picks.append(Pick{{article.name(), Text::tr("%1　%2").arg(article.name(), article.gist), article.synonyms}});
    return picks;
}

QVector<Pick> milestonesOf(const rules::Plan& plan)
{
    QVector<Pick> picks;
    for (const rules::Phase& phase : plan.phases)
        for (const rules::Milestone& milestone : phase.milestones)
            picks.append(Pick{{milestone.key, milestone.title, {}}});
    return picks;
}

Result<QVector<Pick>> topicsOf(const Workspace& workspace)
{
    const auto topics = listRecords(workspace, model::kindOf<model::TrainingTopic>());
    if (!topics)
        return fail(topics.error());
    QVector<Pick> picks;
    QStringList seen;
    for (const model::Record& topic : *topics)
        if (!seen.contains(topic.name())) { // expected of several roles
            seen << topic.name();
            picks.append(Pick{{topic.name(), topic.name(), {}}});
        }
    return picks;
}

/// Where instruments of a unit stand: its departments (医院科室) and, in a market, its stalls.
Result<QVector<Pick>> placesOf(const Workspace& workspace)
{
    const auto departments = listRecords(workspace, model::kindOf<model::Department>());
    const auto stalls = listRecords(workspace, model::kindOf<model::Stallholder>());
    if (!departments || !stalls)
        return fail(departments ? stalls.error() : departments.error());
    QVector<Pick> picks;
    for (const model::Record& department : *departments)
        picks.append(Pick{{department.name(), department.name(), {}},
                          Uid(model::textOf(department.value(QStringLiteral("unit"))))});
    for (const model::Record& stall : *stalls) {
        const QString number = model::textOf(stall.value(QStringLiteral("stall")));
        picks.append(Pick{{number, Text::tr("%1　%2").arg(number, stall.name()), {}},
                          Uid(model::textOf(stall.value(QStringLiteral("unit"))))});
    }
    return picks;
}

/// The day a record speaks of: articles are those of that day.
QDate dayOf(const Workspace& workspace, const model::Record& record)
{
    const QDate since = model::dateOf(record.value(record.kind->sinceField));
    return since.isValid() ? since : workspace.clock().today();
}

Result<void> checkOne(const Workspace& workspace, const model::Field& field, const QString& text, QDate day)
{
    if (field.picks == QLatin1String("article"))
        return rules::checkArticles(lawBook(), text, day);
    const auto milestones = milestonesOf(workspace.plan());
    if (std::any_of(milestones.begin(), milestones.end(), [&](const Pick& one) { return one.choice.key == text; }))
        return {};
    return fail(ErrorKind::Invalid, "unknown_milestone", Text::tr("方案里没有节点“%1”，请从列表中选取。").arg(text));
}

} // namespace

Result<QVector<Pick>> picksOf(const Workspace& workspace, const model::Field& field, QDate day)
{
    if (field.picks == QLatin1String("article"))
        return articlesOn(day);
    if (field.picks == QLatin1String("milestone"))
        return milestonesOf(workspace.plan());
    if (field.picks == QLatin1String("training_topic"))
        return topicsOf(workspace);
    if (field.picks == QLatin1String("place"))
        return placesOf(workspace);
    return QVector<Pick>();
}

QVector<model::Choice> picksFor(const QVector<Pick>& picks, const Uid& unit)
{
    QVector<model::Choice> offered;
    for (const Pick& pick : picks)
        if (pick.unit.isNull() || pick.unit == unit)
            offered.append(pick.choice);
    return offered;
}

bool isClosedList(const model::Field& field)
{
    return field.picks == QLatin1String("article") || field.picks == QLatin1String("milestone");
}

Result<void> checkPicked(const Workspace& workspace, const model::Record& record, const model::Record* before)
{
    for (const model::Field& field : record.kind->fields) {
        const model::Value value = record.value(field.key);
        if (!isClosedList(field) || model::isEmpty(value) || (before && before->value(field.key) == value))
            continue;
        if (auto sound = checkOne(workspace, field, model::textOf(value), dayOf(workspace, record)); !sound) {
            Error error = sound.error();
            error.where = field.key;
            return fail(error);
        }
    }
    return {};
}

const rules::LawBook& lawBook()
{
    static const rules::LawBook book = [] {
        QFile file(QStringLiteral(":/builtin/law/articles.json"));
        const bool isOpen = file.open(QIODevice::ReadOnly);
        const auto parsed = rules::parseLaw(isOpen ? file.readAll() : QByteArray(), Text::tr("条文库"));
        Q_ASSERT(parsed); // a test reads it
        return parsed.value_or(rules::LawBook());
    }();
    return book;
}

} // namespace chengheng::services
