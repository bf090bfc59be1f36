// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/training_coverage.h"

#include "model/supervisor_records.h"
#include "rules/milestone_progress.h"
#include "rules/summary.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace chengheng::rules {

using model::AttendeeRole;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TrainingCoverage)
};

/// Topics that somebody has heard, and the first day of each.
using Topics = QMap<QString, QDate>;

/// Of people of a unit, or volunteers, in a role.
using Heard = QHash<QPair<Uid, int>, Topics>;

Heard heardOf(const model::CampaignFacts& facts)
{
    QHash<Uid, model::Training> trainings;
    for (const model::Training& training : bookOf<model::Training>(facts))
        trainings.insert(training.uid, training);
    Heard heard;
    for (const model::TrainingAttendance& attendance : bookOf<model::TrainingAttendance>(facts)) {
        const auto held = trainings.constFind(attendance.training);
        if (!attendance.present || held == trainings.cend())
            continue;
        const Uid who = attendance.role == AttendeeRole::Supervisor ? attendance.supervisor : attendance.unit;
        Topics& known = heard[{who, int(attendance.role)}];
        for (const QString& topic : topicsIn(held->topics)) {
            QDate& first = known[topic];
            first = first.isValid() ? qMin(first, held->on) : held->on;
        }
    }
    return heard;
}

/// The day the last of the expected topics was heard; where none is expected the first of any.
QDate trainedOn(const Topics& heard, const QStringList& expected)
{
    if (expected.isEmpty())
        return heard.isEmpty() ? QDate() : *std::min_element(heard.cbegin(), heard.cend());
    QDate last;
    for (const QString& topic : expected) {
        const QDate on = heard.value(topic);
        if (!on.isValid())
            return {};
        last = last.isValid() ? qMax(last, on) : on;
    }
    return last;
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
        const Topics own = heard.value({uid, int(role)});
        const QStringList wanted = expected.value(int(role));
        Trainee trainee{name, role, kind, uid, own.keys(), wanted, trainedOn(own, wanted)};
        if (wanted.isEmpty() && own.isEmpty())
            trainee.owed << Text::tr("任一次培训");
        trainee.owed.removeIf([&](const QString& topic) { return own.contains(topic); });
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

MilestoneProgress progressOfTraining(const model::CampaignFacts& facts, QDate day)
{
    ProgressCounter counter(Text::tr("人"));
    for (const Trainee& one : trainees(facts, day))
        if (one.role != AttendeeRole::Supervisor)
            counter.add(1, one.trainedOn);
    return counter.result();
}

} // namespace chengheng::rules
