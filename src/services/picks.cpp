// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/picks.h"

#include "model/training_records.h"
#include "services/registers.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Picks)
};

QVector<model::Choice> articlesOn(QDate day)
{
    QVector<model::Choice> choices;
    for (const rules::Article& article : lawBook().inForceOn(day))
        choices.append({article.name(), Text::tr("%1　%2").arg(article.name(), article.gist), article.synonyms});
    return choices;
}

QVector<model::Choice> milestonesOf(const rules::Plan& plan)
{
    QVector<model::Choice> choices;
    for (const rules::Phase& phase : plan.phases)
        for (const rules::Milestone& milestone : phase.milestones)
            choices.append({milestone.key, milestone.title, {}});
    return choices;
}

Result<QVector<model::Choice>> topicsOf(const Workspace& workspace)
{
    const auto topics = listRecords(workspace, model::kindOf<model::TrainingTopic>());
    if (!topics)
        return fail(topics.error());
    QVector<model::Choice> choices;
    QStringList seen;
    for (const model::Record& topic : *topics)
        if (!seen.contains(topic.name())) { // expected of several roles
            seen << topic.name();
            choices.append({topic.name(), topic.name(), {}});
        }
    return choices;
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
    if (field.picks != QLatin1String("milestone"))
        return {};
    const auto milestones = milestonesOf(workspace.plan());
    if (std::any_of(milestones.begin(), milestones.end(), [&](const model::Choice& one) { return one.key == text; }))
        return {};
    return fail(ErrorKind::Invalid, "unknown_milestone", Text::tr("方案里没有节点“%1”，请从列表中选取。").arg(text));
}

} // namespace

Result<QVector<model::Choice>> picksOf(const Workspace& workspace, const model::Field& field, QDate day)
{
    if (field.picks == QLatin1String("article"))
        return articlesOn(day);
    if (field.picks == QLatin1String("milestone"))
        return milestonesOf(workspace.plan());
    if (field.picks == QLatin1String("training_topic"))
        return topicsOf(workspace);
    return QVector<model::Choice>();
}

Result<void> checkPicked(const Workspace& workspace, const model::Record& record, const model::Record* before)
{
    for (const model::Field& field : record.kind->fields) {
        const model::Value value = record.value(field.key);
        if (field.picks.isEmpty() || model::isEmpty(value) || (before && before->value(field.key) == value))
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
