// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_year.h"
#include "page_checks.h"

#include "documents/letter.h"
#include "documents/packet_papers.h"
#include "documents/qr_code.h"
#include "services/record_papers.h"
#include "services/sheet_papers.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

const QDate yearEnd(2024, 12, 31);
const QMarginsF ofPapers(48, 48, 48, 48);
const QMarginsF ofPrinters(11, 11, 11, 11); ///< what a printer may leave white

void checkSetting(const QString& title, const documents::LaidPaper& laid, const QMarginsF& margins)
{
    CAPTURE(title.toStdString());
    CHECK_FALSE(laid.pages.isEmpty());
    CHECK(faultsOfSetting(laid, margins).join(QLatin1Char('\n')) == QString());
}

void checkSetting(const documents::Paper& paper)
{
    checkSetting(paper.title + paper.subtitle, documents::layOut(paper), paper.isBare ? ofPrinters : ofPapers);
}

documents::PacketInput packetInput()
{
    const auto& workspace = demoYear();
    static const auto catalogue = need(documents::parsePacketCatalogue(
        readFile(sourcePath(QStringLiteral("resources/packet/catalogue.json"))), QStringLiteral("catalogue.json")));
    return {need(workspace.facts()),
            workspace.plan(),
            workspace.sheets(),
            workspace.calendar(),
            catalogue,
            yearEnd,
            QString(64, QLatin1Char('a')),
            QStringLiteral("办事员（自报姓名）")};
}

} // namespace

TEST_CASE("No letter has a line outside its margins, over another, or cut off", "[services][papers]")
{
    for (const DemoPaper& paper : demoPapers()) {
        documents::Letter letter = need(documents::readLetter(paper.made.docx));
        letter.mark = documents::PaperMark{documents::qrCode(QStringLiteral("CHENGHENG/2024-00001"), 240),
                                           QStringLiteral("2024-00001")};
        const QMarginsF sides(letter.margins.left(), ofPrinters.top(), letter.margins.right(), ofPrinters.bottom());
        checkSetting(paper.kind->title, documents::layOut(letter), sides);
    }
}

TEST_CASE("No paper made from records has a line outside its margins, over another, or cut off", "[services][papers]")
{
    services::Workspace& year = demoYear();
    const rules::DrawRequest draw{QStringLiteral("7"), 12, true};
    const Uid unit = firstRecord(QStringLiteral("unit")).uid;
    QVector<Uid> units;
    for (const model::Record& one : need(services::listRecords(year, model::kindOf<model::Unit>())))
        units.append(one.uid);
    for (const Uid& one : units)
        checkSetting(need(services::unitFolder(year, one, yearEnd)));
    checkSetting(need(services::instrumentLabels(year, {}, yearEnd)));
    checkSetting(need(services::visitSheet(year, units, yearEnd)));
    checkSetting(need(services::dueNotice(year, units, yearEnd)));
    checkSetting(need(services::leadersBrief(year, yearEnd)));
    checkSetting(need(services::rehearsalPapers(year, draw, yearEnd)));
    checkSetting(need(services::fixFirstList(year, draw, yearEnd)));
    checkSetting(need(services::photographSheet(year, QStringLiteral("unit"), unit, yearEnd)));
    checkSetting(need(services::archiveCatalogue(year, yearEnd)));
    checkSetting(need(services::archiveCovers(year, yearEnd)));
    for (const model::Record& one : need(services::listRecords(year, model::kindOf<model::Inspection>())).mid(0, 60))
        checkSetting(need(services::filedSheet(year, one.uid)));
}

TEST_CASE("No paper of the packet has a line outside its margins, over another, or cut off", "[services][papers]")
{
    const documents::PacketInput input = packetInput();
    for (const documents::PacketFile& file : documents::packetFiles(input, documents::packetGaps(input), {}))
        for (const documents::Paper& paper : file.papers)
            checkSetting(paper);
}
