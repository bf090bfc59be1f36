// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_year.h"

#include "services/demo.h"

namespace chengheng::test {

namespace {

QString demoFolder()
{
    static const QTemporaryDir folder;
    return folder.filePath(QStringLiteral("demo"));
}

} // namespace

services::Workspace& demoYear()
{
    static const auto workspace = [] {
        const auto made = need(services::makeDemo(demoFolder()));
        return need(services::Workspace::open(services::Place::ofFile(made.file),
                                              {QStringLiteral("办事员"), services::Role::Administrator, {}, true},
                                              std::make_shared<FixedClock>(day("2024-12-31"))));
    }();
    return *workspace;
}

QString demoPacket()
{
    demoYear();
    return QDir(demoFolder()).filePath(QStringLiteral("packet"));
}

model::Record firstRecord(const QString& kind)
{
    const auto rows = need(services::listRecords(demoYear(), *model::findKind(kind)));
    INFO(kind.toStdString());
    REQUIRE_FALSE(rows.isEmpty());
    return rows.first();
}

namespace {

/// A record that fills every table of the paper: the meeting with follow-up, the notice with open problems, a problem
/// that steps were taken on.
model::Record subjectOf(const services::PaperKind& paper)
{
    static const QHash<QString, QString> telling{{QStringLiteral("minutes"), QStringLiteral("上半年工作组例会")},
                                                 {QStringLiteral("rectification_notice"), QStringLiteral("2")}};
    const QString name = telling.value(paper.key);
    for (const model::Record& record : need(services::listRecords(demoYear(), *model::findKind(paper.subject))))
        if ((name.isEmpty() || record.name() == name)
            && (paper.key != QLatin1String("recheck_opinion")
                || model::textOf(record.value(QStringLiteral("source"))) == QLatin1String("lost_points")))
            return record;
    FAIL("no record to make the paper from: " << paper.key.toStdString());
    return {};
}

} // namespace

QDate DemoPaper::day() const
{
    const QDate own = subject && !kind->dayField.isEmpty() ? model::dateOf(subject->value(kind->dayField)) : QDate();
    const QDate yearEnd(2024, 12, 31);
    return own.isValid() ? qMin(own.addDays(-kind->daysBefore), yearEnd) : yearEnd;
}

const QVector<DemoPaper>& demoPapers()
{
    static const auto papers = [] {
        QVector<DemoPaper> made;
        for (const services::PaperKind& kind : services::paperKinds()) {
            DemoPaper paper{&kind, {}, {}};
            if (!kind.subject.isEmpty())
                paper.subject = subjectOf(kind);
            paper.made = need(
                services::makePaper(demoYear(), kind, paper.subject ? paper.subject->uid : Uid(), day("2024-12-31")));
            made.append(paper);
        }
        return made;
    }();
    return papers;
}

services::MadePaper demoPaper(const char* key, const Uid& subject, const char* on)
{
    return need(services::makePaper(demoYear(), *services::findPaper(QLatin1String(key)), subject, day(on)));
}

} // namespace chengheng::test
