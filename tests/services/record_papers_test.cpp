// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "documents/code_reader.h"
#include "model/supervisor_records.h"
#include "rules/summary.h"
#include "services/demo.h"
#include "services/overview.h"
#include "services/record_papers.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

const QString& demoFile()
{
    static QTemporaryDir folder;
    static const QString file = [] {
        need(services::makeDemo(folder.filePath(QStringLiteral("demo"))));
        const QDir made(folder.filePath(QStringLiteral("demo")));
        return made.filePath(made.entryList({QStringLiteral("*.chc")}).value(0));
    }();
    return file;
}

std::unique_ptr<services::Workspace> openDemo(services::Role role)
{
    return need(services::Workspace::open(services::Place::ofFile(demoFile()),
                                          {QStringLiteral("办事员"), role, {}, true},
                                          std::make_shared<FixedClock>(day("2024-12-31"))));
}

/// All words of a paper's tables and paragraphs.
QString wordsOf(const documents::Paper& paper)
{
    QStringList words{paper.title, paper.subtitle};
    for (const documents::Block& block : paper.blocks) {
        if (const auto* table = std::get_if<documents::TableBlock>(&block))
            for (const QStringList& row : table->rows)
                words << row;
        if (const auto* rows = std::get_if<documents::KeyValues>(&block))
            for (const auto& [label, value] : rows->rows)
                words << label << value;
        if (const auto* paragraph = std::get_if<documents::Paragraph>(&block))
            words << paragraph->text;
    }
    return words.join(QLatin1Char('\n'));
}

} // namespace

TEST_CASE("A unit's folder shows supervision without names, and not to those who may not read it", "[services][TOWN-5]")
{
    model::SupervisorReport report;
    {
        const auto office = openDemo(services::Role::Administrator);
        const auto facts = need(office->facts());
        QVector<model::SupervisorReport> reports = rules::bookOf<model::SupervisorReport>(facts);
        reports.removeIf([](const model::SupervisorReport& one) {
            return one.content.isEmpty() || one.unit.isNull() || one.commitment == model::Finding::None;
        });
        REQUIRE_FALSE(reports.isEmpty());
        report = reports.first();
        const QString shown = wordsOf(need(services::unitFolder(*office, report.unit, {})));
        CHECK(shown.contains(QStringLiteral("承诺张贴：")));
        CHECK_FALSE(shown.contains(report.content)); // the unit might know whose words they are
        for (const model::Supervisor& supervisor : rules::bookOf<model::Supervisor>(facts))
            CHECK_FALSE(shown.contains(supervisor.name));
        CHECK_FALSE(services::unitFolder(*office, Uid(QStringLiteral("unknown")), {}));
    }
    const auto officer = openDemo(services::Role::Officer);
    CHECK_FALSE(wordsOf(need(services::unitFolder(*officer, report.unit, {}))).contains(QStringLiteral("承诺张贴：")));
}

TEST_CASE("Printed figures are those of the screen", "[services]")
{
    const auto office = openDemo(services::Role::Administrator);
    for (const char* on : {"2024-05-30", "2024-07-30", "2024-12-31"}) {
        INFO(on);
        const auto status = need(services::statusOn(*office, day(on)));
        const QString brief = wordsOf(need(services::leadersBrief(*office, day(on))));
        const Rate rate = status.verification.validityRate();
        CHECK(brief.contains(QStringLiteral("%1/%2，%3").arg(rate.num).arg(rate.den).arg(rate.toPercent())));
        rules::DrawRequest request;
        request.seed = QStringLiteral("7");
        const auto drawn = need(services::drawUnits(*office, day(on), request));
        const QString route = wordsOf(need(services::rehearsalPapers(*office, request, day(on))));
        for (const rules::UnitStanding& unit : drawn.units)
            CHECK(route.contains(unit.name));
        const auto list = need(services::fixFirstOn(*office, request, day(on)));
        CHECK(list.now == drawn.chance);
        CHECK(list.lines.size() == drawn.failing.size());
    }
}

TEST_CASE("Each paper of the records can be made of a whole year", "[services]")
{
    const auto office = openDemo(services::Role::Administrator);
    const auto facts = need(office->facts());
    for (const model::Unit& unit : facts.units) {
        const auto folder = need(services::unitFolder(*office, unit.uid, day("2024-11-20")));
        CHECK(folder.subtitle == unit.name);
    }
    CHECK(need(services::instrumentLabels(*office, {}, day("2024-11-20"))).isBare);
    CHECK(wordsOf(need(services::visitSheet(*office, {facts.units.first().uid}, day("2024-11-20"))))
              .contains(facts.units.first().address));
    CHECK_FALSE(need(services::dueNoticeText(*office, {}, day("2024-05-30"))).isEmpty());
    need(services::archiveCatalogue(*office, day("2024-12-31")));
    need(services::archiveCovers(*office, day("2024-12-31")));
    need(services::photographSheet(*office, QStringLiteral("unit"), facts.units.first().uid, day("2024-12-31")));
    CHECK_FALSE(services::photographSheet(*office, QStringLiteral("nothing"), facts.units.first().uid, {}));
}

TEST_CASE("Papers the program sets get number and code, and are kept as they left", "[services][papers]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    campaign.importSample("instrument", "ledger.csv");
    const auto unit = campaign.all<model::Unit>().first();
    const auto on = day("2024-10-01");
    for (const auto& made :
         {services::unitFolder(*campaign.workspace, unit.uid, on),
          services::visitSheet(*campaign.workspace, {unit.uid}, on), services::dueNotice(*campaign.workspace, {}, on),
          services::leadersBrief(*campaign.workspace, on)}) {
        const documents::Paper paper = need(made);
        const auto pages = need(services::issueSet(*campaign.workspace, paper));
        CAPTURE(paper.title.toStdString());
        CHECK(pages.laid.pages.size() == pages.issued.pages);
        const auto codes = need(documents::codesOnPages(pages.issued.pdf));
        CHECK(codes == QVector<QStringList>(pages.issued.pages, {pages.issued.identity.code}));
    }
    const auto kept = campaign.all<model::IssuedPaper>();
    REQUIRE(kept.size() == 4);
    CHECK(kept.first().unit == unit.uid);
    CHECK(kept.last().unit.isNull());
}

TEST_CASE("A paper that is numbered again after a lost answer keeps its number", "[services][papers]")
{
    OpenCampaign campaign;
    const documents::Paper paper = need(services::leadersBrief(*campaign.workspace, day("2024-10-01")));
    const Uid intent = Uid::create();
    const auto first = need(services::issueSet(*campaign.workspace, paper, intent));
    const auto again = need(services::issueSet(*campaign.workspace, paper, intent));
    CHECK(first.issued.identity.number == again.issued.identity.number);
    CHECK(first.issued.pdf == again.issued.pdf);
    CHECK(again.laid.pages.size() == first.laid.pages.size());
}
