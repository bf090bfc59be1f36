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

const QVector<DemoPaper>& demoPapers()
{
    static const auto papers = [] {
        QVector<DemoPaper> made;
        for (const services::PaperKind& kind : services::paperKinds()) {
            DemoPaper paper{&kind, {}, {}};
            if (!kind.subject.isEmpty())
                paper.subject = firstRecord(kind.subject);
            paper.made = need(services::makePaper(demoYear(), kind, paper.subject ? paper.subject->uid : Uid(), day("2024-12-31")));
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
