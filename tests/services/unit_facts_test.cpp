// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_year.h"

#include "rules/improvement.h"
#include "rules/standing.h"
#include "services/inspections.h"
#include "services/overview.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

QVector<QPair<QString, QString>> sentences(const services::LedgerView& view, const Uid& unit)
{
    QVector<QPair<QString, QString>> lines;
    for (const rules::DueLine& line : view.report.lines)
        if (line.unit == unit)
            lines.append({line.uid.toString(), rules::standingOf(view.facts, view.report, line).why});
    return lines;
}

} // namespace

TEST_CASE("A unit's own records give the figures that all records together give for it", "[services][OFF-3]")
{
    const services::Workspace& workspace = demoYear();
    const auto on = GENERATE(values<const char*>({"2024-06-03", "2024-09-30", "2024-12-31"}));
    CAPTURE(on);
    const services::LedgerView all = need(services::ledgerOn(workspace, day(on)));
    const auto improvements = rules::improvementsOf(all.facts, workspace.sheets(), day(on));
    int scored = 0;
    for (const model::Unit& unit : all.facts.units) {
        CAPTURE(unit.name.toStdString());
        rules::DueOptions options;
        options.unit = unit.uid;
        const services::LedgerView own = need(services::ledgerOn(workspace, day(on), options));
        CHECK(sentences(own, unit.uid) == sentences(all, unit.uid));
        CHECK(own.report.figures == rules::dueReport(all.facts, day(on), options).figures);
        const auto ownImprovements = rules::improvementsOf(own.facts, workspace.sheets(), day(on));
        const auto same = std::find_if(improvements.begin(), improvements.end(),
                                       [&unit](const auto& one) { return one.unit == unit.uid; });
        REQUIRE(ownImprovements.size() == (same == improvements.end() ? 0 : 1));
        if (same != improvements.end())
            CHECK(ownImprovements.first().points == same->points);
        for (const model::Inspection& visit : own.facts.inspections) {
            const auto facts = need(workspace.factsOn(visit.on));
            const auto context = rules::scoreContext(facts, unit.uid, visit.on);
            const auto score = need(services::scoreOf(workspace, visit.uid));
            const auto wanted = need(rules::score(workspace.sheets(), visit, context));
            CHECK(score.grade == wanted.grade);
            CHECK(score.why == wanted.why);
            ++scored;
        }
    }
    CHECK((day(on) < day("2024-07-01") || scored > 30));
}
