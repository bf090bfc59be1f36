// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/training_coverage.h"

#include "model/supervisor_records.h"
#include "rules/summary.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace chengheng::rules {

using model::AttendeeRole;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TrainingCoverage)
};

/// Topics that people of a unit, or volunteers, have heard in a role.
using Heard = QHash<QPair<Uid, int>, QStringList>;

Heard heardOf(const model::CampaignFacts& facts)
{
    QHash<Uid, QStringList> topics;
    for (const model::Training& training : bookOf<model::Training>(facts))
        topics.insert(training.uid, topicsIn(training.topics));
    Heard heard;
    for (const model::TrainingAttendance& attendance : bookOf<model::TrainingAttendance>(facts)) {
        const auto held = topics.constFind(attendance.training);
        if (!attendance.present || held == topics.cend())
            continue;
        const Uid who = attendance.role == AttendeeRole::Supervisor ? attendance.supervisor : attendance.unit;
        QStringList& known = heard[{who, int(attendance.role)}];
        known += *held;
        known.removeDuplicates();
    }
    return heard;
}

QHash<int, QStringList> expectedOf(const model::CampaignFacts& facts)
{
    QHash<int, QStringList> expected;
    for (const model::TrainingTopic& topic : bookOf<model::TrainingTopic>(facts))
        expected[int(topic.role)] << topic.name;
    return expected;
}

bool isServing(const model::Supervisor& supervisor, QDate day)
{
    return supervisor.recruitedOn <= day && !(supervisor.termTo.isValid() && supervisor.termTo < day)
        && !(supervisor.endedOn.isValid() && supervisor.endedOn < day);
}

} // namespace

QStringList topicsIn(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("[、，,；;\\n]"));
    QStringList topics;
    for (const QString& part : text.split(between, Qt::SkipEmptyParts))
        if (!part.trimmed().isEmpty())
            topics << part.trimmed();
    return topics;
}

QVector<Trainee> trainees(const model::CampaignFacts& facts, QDate day)
{
    const Heard heard = heardOf(facts);
    const auto expected = expectedOf(facts);
    QVector<Trainee> all;
    const auto add = [&](const QString& name, AttendeeRole role, const QString& kind, const Uid& uid) {
        Trainee trainee{name, role, kind, uid, heard.value({uid, int(role)}), expected.value(int(role))};
        if (trainee.owed.isEmpty() && trainee.heard.isEmpty())
            trainee.owed << Text::tr("任一次培训");
        trainee.owed.removeIf([&](const QString& topic) { return trainee.heard.contains(topic); });
        all.append(trainee);
    };
    for (const model::Unit& unit : unitsTakingPart(facts))
        for (const AttendeeRole role : {AttendeeRole::Head, AttendeeRole::Manager})
            add(unit.name, role, model::kindOf<model::Unit>().key, unit.uid);
    for (const model::Supervisor& supervisor : bookOf<model::Supervisor>(facts))
        if (isServing(supervisor, day))
            add(Text::tr("监督员%1号").arg(supervisor.number), AttendeeRole::Supervisor,
                model::kindOf<model::Supervisor>().key, supervisor.uid);
    return all;
}

} // namespace chengheng::rules
