// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf_tools.h"

#include "documents/packet_papers.h"
#include "documents/page_layout.h"
#include "documents/photograph_paper.h"
#include "model/publicity_records.h"
#include "model/supervisor_records.h"
#include "rules/calendar_parser.h"
#include "rules/invented_facts.h"
#include "support/pictures.h"

#include <QRegularExpression>

#include <functional>

using namespace chengheng;
using namespace chengheng::documents;
using namespace chengheng::test;

namespace {

struct Rules {
    rules::Plan plan = need(rules::parsePlan(readFile(sourcePath(QStringLiteral("resources/plans/gucun-2024.json"))),
                                             QStringLiteral("plan")));
    rules::SheetEdition sheets = need(rules::parseSheets(
        readFile(sourcePath(QStringLiteral("resources/sheets/reference-draft.json"))), QStringLiteral("sheets")));
    WorkingCalendar calendar = need(
        rules::parseCalendar(readFile(sourcePath(QStringLiteral("resources/calendars/cn-holidays-2024-2026.json"))),
                             QStringLiteral("calendar")));
    PacketCatalogue catalogue = need(parsePacketCatalogue(
        readFile(sourcePath(QStringLiteral("resources/packet/catalogue.json"))), QStringLiteral("catalogue.json")));
};

const Rules& builtInRules()
{
    static const Rules all;
    return all;
}

/// One unit of each trade; the market's scale never verified, the shop's run out, a hospital's
/// valid.
model::CampaignFacts inventedFacts()
{
    model::CampaignFacts facts;
    facts.campaign.title = QStringLiteral("虚构镇诚信计量示范镇创建");
    qint64 number = 0;
    for (const auto& word : model::wordsOf<model::Trade>()) {
        if (word.value == model::Trade::None)
            continue;
        model::Unit unit = unitOf(numbered("u", ++number), word.value);
        unit.registrationNumber = number;
        unit.name = QStringLiteral("虚构%1喆堃店").arg(word.choice.label);
        unit.head = QStringLiteral("张虚构");
        facts.units.append(unit);
        facts.instruments.append(instrumentOf(numbered("i", number), unit.uid));
    }
    facts.verifications = {
        verificationOf(numbered("i", 1), day("2024-01-10"), model::VerificationResult::Passed, day("2025-01-09")),
        verificationOf(numbered("i", 3), day("2023-01-10"), model::VerificationResult::Passed, day("2024-01-09"))};
    model::Commitment commitment;
    commitment.unit = numbered("u", 1);
    commitment.signedOn = day("2024-04-01");
    facts.commitments.append(commitment);
    model::Problem problem;
    problem.uid = named("p1");
    problem.unit = numbered("u", 3);
    problem.description = QStringLiteral("电子秤铅封损坏");
    problem.foundOn = day("2024-04-02");
    problem.dueOn = day("2024-04-20");
    facts.problems.append(problem);
    return facts;
}

model::Inspection scoredVisit(const Uid& unit, const rules::Sheet& sheet)
{
    model::Inspection visit = inspectionOf(unit, model::InspectionKind::Joint, day("2024-05-08"));
    visit.sheet = sheet.no;
    visit.edition = builtInRules().sheets.name;
    visit.answers = QStringLiteral("{\"answers\":[],\"global_vetoes\":[]}");
    return visit;
}

PacketInput inputOf(const model::CampaignFacts& facts)
{
    const Rules& all = builtInRules();
    return {facts,
            all.plan,
            all.sheets,
            all.calendar,
            all.catalogue,
            day("2024-06-01"),
            QString(64, QLatin1Char('a')),
            QStringLiteral("李虚构（自报姓名）")};
}

const PaperGap* gapOf(const QVector<PaperGap>& gaps, const QString& paper)
{
    for (const PaperGap& gap : gaps)
        if (gap.paper == paper)
            return &gap;
    return nullptr;
}

} // namespace

TEST_CASE("a packet names what it lacks", "[PLAN-7]")
{
    const QVector<PaperGap> gaps = packetGaps(inputOf(inventedFacts()));
    const auto unitName = [](int place) { return inventedFacts().units.at(place).name; };
    const struct {
        QString paper;
        GapState state;
        QString part;
    } cases[] = {{QStringLiteral("评分表：组织者（附表1）"), GapState::Missing, QStringLiteral("没有检查评分")},
                 {QStringLiteral("评分表：") + unitName(0), GapState::Missing, QStringLiteral("没有检查评分")},
                 {QStringLiteral("诚信计量承诺书：") + unitName(1), GapState::Missing, QStringLiteral("承诺书")},
                 {QStringLiteral("检定证书：") + unitName(1), GapState::Missing, QStringLiteral("没有检定记录")},
                 {QStringLiteral("检定证书：") + unitName(2), GapState::Stale, QStringLiteral("已过有效期")},
                 {QStringLiteral("整改材料：电子秤铅封损坏"), GapState::Stale, QString()}};
    for (const auto& one : cases) {
        INFO(one.paper.toStdString());
        const PaperGap* gap = gapOf(gaps, one.paper);
        REQUIRE(gap);
        CHECK(keyOf(gap->state) == keyOf(one.state));
        CHECK(gap->why.contains(one.part));
    }
    CHECK(!gapOf(gaps, QString(QStringLiteral("诚信计量承诺书：") + unitName(0))));
    CHECK(!gapOf(gaps, QString(QStringLiteral("检定证书：") + unitName(0))));
}

TEST_CASE("a visit on another edition or before the campaign is stale")
{
    model::CampaignFacts facts = inventedFacts();
    const rules::SheetEdition& sheets = builtInRules().sheets;
    const model::Unit& unit = facts.units.first();
    model::Inspection old = scoredVisit(unit.uid, *sheets.sheetOf(unit.trade));
    old.edition = QStringLiteral("旧版");
    facts.inspections = {old};
    const auto gaps = packetGaps(inputOf(facts));
    CHECK(std::any_of(gaps.begin(), gaps.end(), [&unit](const PaperGap& gap) {
        return gap.state == GapState::Stale && gap.paper == QString(QStringLiteral("评分表：") + unit.name);
    }));
}

TEST_CASE("each table of the notice is printed with its items and marked as a draft",
          "[STD-1][STD-2][STD-3][STD-4][STD-5][STD-6][STD-7][STD-8]")
{
    model::CampaignFacts facts = inventedFacts();
    const rules::SheetEdition& sheets = builtInRules().sheets;
    facts.inspections.append(scoredVisit({}, *sheets.sheet(1)));
    for (const model::Unit& unit : facts.units)
        facts.inspections.append(scoredVisit(unit.uid, *sheets.sheetOf(unit.trade)));
    const QVector<Paper> papers = sheetPapers(inputOf(facts));
    REQUIRE(papers.size() == 9); // the index, then the sheets
    const QString printed = packed(textOf(papers, false));
    for (const rules::Sheet& sheet : sheets.sheets) {
        CHECK(printed.contains(packed(sheet.title)));
        for (const rules::SheetItem& item : sheet.items) {
            INFO(item.id.toStdString());
            CHECK(printed.contains(item.id));
        }
    }
    for (const Paper& paper : papers)
        CHECK(paper.mark == QStringLiteral("参考稿（非官方评分表）"));
    CHECK(!printed.contains(QStringLiteral("王一")));
}

TEST_CASE("the ledger paper shows the three rates and why an instrument is not in order")
{
    const QString printed = packed(textOf(ledgerPapers(inputOf(inventedFacts())), false));
    for (const char* text :
         {"受检率", "合格率", "有效率", "1/7，14.3%", "1/1，100", "没有检定记录", "计量器具台账明细", "2025年1月9日"})
        CHECK(printed.contains(QString::fromUtf8(text)));
}

TEST_CASE("every part of a packet prints", "[PLAN-7]")
{
    const model::CampaignFacts facts = inventedFacts();
    const PacketInput input = inputOf(facts);
    const auto gaps = packetGaps(input);
    for (const RequiredPaper& required : input.catalogue.papers) {
        INFO(required.title.toStdString());
        const QString printed = packed(textOf(papersOf(required, input, gaps), false));
        CHECK(printed.contains(facts.campaign.title));
        CHECK(printed.contains(QStringLiteral("数据截至2024年6月1日")));
    }
    const QString roster = packed(textOf({rosterPaper(input)}, false));
    for (const model::Unit& unit : facts.units)
        CHECK(roster.contains(unit.name));
    CHECK(packed(textOf({problemPaper(input)}, false)).contains(QStringLiteral("电子秤铅封损坏")));
    CHECK(packed(textOf({coverPaper(input, gaps, {})}, false)).contains(input.journalHead));
}

TEST_CASE("the cover with its signatures stands on one page, the contents list on the next")
{
    model::CampaignFacts facts = inventedFacts();
    facts.campaign.title = QStringLiteral("虚构区虚构镇创建虚构市“诚信计量示范社（街）区”推进方案");
    const PacketInput input = inputOf(facts);
    const auto files = packetFiles(input, packetGaps(input), {});
    const QStringList pages = textOf(files.first().papers, false).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    REQUIRE(pages.size() == 3);
    CHECK(pages.at(0).contains(QStringLiteral("批准：")));
    CHECK(!pages.at(0).contains(QStringLiteral("材料目录")));
    CHECK(pages.at(1).contains(QStringLiteral("材料目录")));
}

TEST_CASE("the contents list says on which running page every paper begins", "[PLAN-7]")
{
    const PacketInput input = inputOf(inventedFacts());
    const ContentsLine photographs{QStringLiteral("照片 12 张"), QStringLiteral("照片-001 至 照片-012")};
    const auto files = packetFiles(input, packetGaps(input), {photographs});
    REQUIRE(files.size() == input.catalogue.papers.size());
    const QString cover = textOf(files.first().papers);
    CHECK(cover.contains(QRegularExpression(QStringLiteral("照片 12 张 +照片-001 至 照片-012 +—"))));
    QStringList pages;
    for (const PacketFile& file : files) {
        const qsizetype first = pages.size() + 1;
        pages += textOf(file.papers, false).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
        const QString numbers =
            first == pages.size() ? QString::number(first) : QStringLiteral("%1～%2").arg(first).arg(pages.size());
        const QStringList line{file.title, QRegularExpression::escape(file.file) + QStringLiteral("(、\\.xlsx)?"),
                               numbers};
        INFO(line.join(QLatin1Char(' ')).toStdString());
        CHECK(cover.contains(QRegularExpression(line.join(QStringLiteral(" +")) + QLatin1Char('\n'))));
    }
    for (qsizetype i = 0; i < pages.size(); ++i)
        CHECK(packed(pages.at(i)).contains(QStringLiteral("第%1页共%2页").arg(i + 1).arg(pages.size())));
}

TEST_CASE("a paper names the holder of its own day", "[ORG-3]")
{
    model::CampaignFacts facts = inventedFacts();
    model::Seat seat;
    seat.uid = named("seat");
    seat.body = QStringLiteral("领导小组");
    seat.role = QStringLiteral("组长");
    facts.seats = {seat};
    model::SeatHolder first;
    first.uid = named("h1");
    first.seat = seat.uid;
    first.person = QStringLiteral("赵前任");
    first.to = day("2024-04-30");
    model::SeatHolder second = first;
    second.uid = named("h2");
    second.person = QStringLiteral("钱接任");
    second.from = day("2024-05-01");
    second.to = QDate();
    facts.seatHolders = {first, second};
    const QString printed = packed(textOf({organisationPaper(inputOf(facts))}, false));
    CHECK(printed.contains(QStringLiteral("钱接任")));
    CHECK(printed.contains(QStringLiteral("2024年5月1日起接替赵前任")));
    facts.seatHolders = {first};
    const QString vacant = packed(textOf({organisationPaper(inputOf(facts))}, false));
    CHECK(vacant.contains(QStringLiteral("（空缺）")));
}

namespace {

/// One record in every register that a paper needs, and nothing owed for the one unit.
model::CampaignFacts wholeFacts()
{
    model::CampaignFacts facts = inventedFacts();
    facts.units.resize(1);
    facts.instruments.resize(1);
    facts.verifications.resize(1);
    facts.problems.clear();
    facts.inspections = {
        scoredVisit({}, *builtInRules().sheets.sheet(1)),
        scoredVisit(facts.units.first().uid, *builtInRules().sheets.sheetOf(facts.units.first().trade))};
    model::Seat seat;
    seat.uid = named("seat");
    seat.body = QStringLiteral("领导小组");
    facts.seats = {seat};
    model::SeatHolder holder;
    holder.uid = named("holder");
    holder.seat = seat.uid;
    holder.person = QStringLiteral("赵任");
    facts.seatHolders = {holder};
    for (const RequiredPaper& paper : builtInRules().catalogue.papers)
        for (const QString& need : paper.needs) {
            model::Record record(*model::findKind(need));
            record.uid = named("one");
            if (model::recordsOf(facts, need).isEmpty())
                facts.books[need] = {record};
        }
    return facts;
}

/// Papers of the gaps that the second have beyond the first.
QStringList newGaps(const model::CampaignFacts& before, const model::CampaignFacts& after)
{
    QStringList out;
    const auto known = packetGaps(inputOf(before));
    for (const PaperGap& gap : packetGaps(inputOf(after)))
        if (!std::any_of(known.begin(), known.end(),
                         [&gap](const PaperGap& one) { return one.paper == gap.paper && one.why == gap.why; }))
            out << QString(gap.id + QLatin1Char(' ') + gap.paper);
    return out;
}

} // namespace

TEST_CASE("remove the only record of a register that a paper needs, and exactly that paper is missing", "[PLAN-7]")
{
    const model::CampaignFacts whole = wholeFacts();
    int tried = 0;
    for (const RequiredPaper& paper : builtInRules().catalogue.papers)
        for (const QString& need : paper.needs) {
            model::CampaignFacts without = whole;
            if (without.books.remove(need) == 0)
                continue; // held as structs: below
            INFO(paper.id.toStdString());
            QStringList gaps = newGaps(whole, without);
            gaps.removeIf([](const QString& gap) {
                return gap.startsWith(QLatin1String("schedule "));
            }); // milestones that rest on it
            CHECK(gaps == QStringList{QString(paper.id + QLatin1Char(' ') + paper.title)});
            ++tried;
        }
    CHECK(tried >= 15);
}

TEST_CASE("remove any one record behind the single papers, and exactly that gap appears", "[PLAN-7]")
{
    const model::CampaignFacts whole = wholeFacts();
    const QString name = whole.units.first().name;
    const struct {
        const char* what;
        std::function<void(model::CampaignFacts&)> remove;
        QString gap;
    } cases[] = {
        {"commitment", [](auto& facts) { facts.commitments.clear(); },
         QStringLiteral("commitment 诚信计量承诺书：") + name},
        {"unit's inspection", [](auto& facts) { facts.inspections.removeLast(); },
         QStringLiteral("sheets 评分表：") + name},
        {"organiser's inspection", [](auto& facts) { facts.inspections.removeFirst(); },
         QStringLiteral("sheets 评分表：组织者（附表1）")},
        {"verification", [](auto& facts) { facts.verifications.clear(); }, QStringLiteral("ledger 检定证书：") + name},
        {"holder", [](auto& facts) { facts.seatHolders.clear(); }, QStringLiteral("organisation 组织机构")},
        {"seat", [](auto& facts) { facts.seats.clear(); }, QStringLiteral("organisation 组织机构")}};
    for (const auto& one : cases) {
        INFO(one.what);
        model::CampaignFacts without = whole;
        one.remove(without);
        // milestones and the unit's dossier rest on the same records and say so too
        CHECK(newGaps(whole, without).filter(QRegularExpression(QStringLiteral("^(?!schedule |dossiers )")))
              == QStringList{one.gap});
    }
}

TEST_CASE("remove one of several records behind a table, and exactly its line is a gap", "[PLAN-7]")
{
    model::CampaignFacts whole = wholeFacts();
    whole.units = inventedFacts().units.mid(0, 2);
    model::Supervisor volunteer;
    volunteer.uid = named("s1");
    volunteer.number = 1;
    volunteer.appointedOn = day("2024-04-01");
    whole.books[QStringLiteral("supervisor")] = {model::toRecord(volunteer)};
    whole.books[QStringLiteral("assignment")].clear();
    for (const model::Unit& unit : std::as_const(whole.units)) {
        model::Assignment assignment;
        assignment.uid = numbered("a", whole.books[QStringLiteral("assignment")].size());
        assignment.supervisor = volunteer.uid;
        assignment.unit = unit.uid;
        assignment.from = day("2024-04-02");
        whole.books[QStringLiteral("assignment")].append(model::toRecord(assignment));
    }
    for (int place = 0; place < 2; ++place) {
        model::CampaignFacts without = whole;
        without.books[QStringLiteral("assignment")].removeAt(place);
        CHECK(newGaps(whole, without)
              == QStringList{QString(QStringLiteral("coverage 监督员包干覆盖：") + whole.units.at(place).name)});
    }
}

TEST_CASE("a table whose lines press is not simply there", "[PLAN-7]")
{
    QStringList owing;
    for (const RequiredPaper& paper : builtInRules().catalogue.papers)
        if (paper.part == PacketPart::Summary && paper.isOwing)
            owing << paper.id;
    CHECK(owing
          == QStringList{QStringLiteral("balances"), QStringLiteral("dossiers"), QStringLiteral("coverage"),
                         QStringLiteral("feedback"), QStringLiteral("clocks"), QStringLiteral("training_owed")});
}

TEST_CASE("a wrong catalogue is named with its file, place and reason")
{
    const char* const cover = R"({"id":"cover","title":"封面","part":"一","own":"cover"},)";
    const struct {
        QByteArray paper;
        const char* place;
        const char* reason;
    } cases[] = {
        {R"({"id":"x","title":"甲","part":"一","register":"nothing"})", "/papers/1/register", "nothing"},
        {R"({"id":"x","title":"甲","part":"一","summary":"nothing"})", "/papers/1/summary", "nothing"},
        {R"({"id":"x","title":"甲","part":"一","own":"nothing"})", "/papers/1/own", "nothing"},
        {R"({"id":"x","title":"甲","part":"一","register":"training","fields":["colour"]})", "/papers/1/fields",
         "colour"},
        {R"({"id":"x","title":"甲","part":"一","register":"training","needs":["colour"]})", "/papers/1/needs",
         "colour"},
        {R"({"id":"x","title":"甲","part":"一","register":"supervisor"})", "/papers/1/register", "只供推进办公室查阅"},
        {R"({"id":"x","part":"一","register":"training"})", "/papers/1/title", ""},
        {R"({"id":"x","title":"甲","part":"一","scans":["supervisor_report"]})", "/papers/1/scans",
         "附件不能进验收材料"},
        {R"({"id":"x","title":"甲","part":"一","scans":["nothing"]})", "/papers/1/scans", "没有名为“nothing”的登记簿"},
        {R"({"id":"cover","title":"甲","part":"一","register":"training"})", "/papers", "写了两次"}};
    for (const auto& one : cases) {
        INFO(one.paper.toStdString());
        const auto read =
            parsePacketCatalogue(QByteArray(R"({"stale_after_days":30,"papers":[)") + cover + one.paper + "]}",
                                 QStringLiteral("catalogue.json"));
        REQUIRE_FALSE(read);
        const QString told = read.error().where + read.error().message;
        CHECK(told.contains(QStringLiteral("catalogue.json")));
        CHECK(told.contains(QLatin1String(one.place)));
        CHECK(told.contains(QString::fromUtf8(one.reason)));
    }
    CHECK_FALSE(parsePacketCatalogue("{", QStringLiteral("catalogue.json")));
}

TEST_CASE("a paper is one line of data, and supervisors leave the office as numbers only", "[SUP-4]")
{
    model::CampaignFacts facts = inventedFacts();
    model::Record supervisor(*model::findKind(QStringLiteral("supervisor")));
    supervisor.set(QStringLiteral("name"), QStringLiteral("钱监督"));
    supervisor.set(QStringLiteral("community"), QStringLiteral("虚构村"));
    model::Record draft(*model::findKind(QStringLiteral("list_entry")));
    draft.uid = named("draft");
    draft.set(QStringLiteral("ground"), QStringLiteral("还没有批准"));
    model::Record approved = draft;
    approved.uid = named("approved");
    approved.set(QStringLiteral("ground"), QStringLiteral("已经批准"));
    approved.set(QStringLiteral("town_approved_on"), day("2024-05-01"));
    approved.set(QStringLiteral("bureau_approved_on"), day("2024-05-02"));
    facts.books = {{QStringLiteral("supervisor"), {supervisor}}, {QStringLiteral("list_entry"), {draft, approved}}};
    const PacketInput input = inputOf(facts);
    QString printed;
    for (const RequiredPaper& paper : input.catalogue.papers)
        printed += packed(textOf(papersOf(paper, input, {})));
    CHECK(printed.contains(QStringLiteral("虚构村1")));
    CHECK_FALSE(printed.contains(QStringLiteral("钱监督")));
    CHECK(printed.contains(QStringLiteral("已经批准")));
    CHECK_FALSE(printed.contains(QStringLiteral("还没有批准")));
}

TEST_CASE("the index of the score sheets says on which page each begins", "[PLAN-7]")
{
    const PacketInput input = inputOf(inventedFacts());
    for (const PacketFile& file : packetFiles(input, packetGaps(input), {})) {
        if (file.id != QStringLiteral("sheets"))
            continue;
        const QString index = textOf({file.papers.first()});
        for (qsizetype i = 1; i < file.papers.size(); ++i) {
            const QRegularExpression line(file.papers[i].subtitle
                                          + QStringLiteral(" .* %1\n").arg(file.papers[i].pagesBefore + 1));
            INFO(line.pattern().toStdString());
            CHECK(index.contains(line));
        }
    }
}

namespace {

model::Attachment photographOf(const char* uid, const QString& kind, const Uid& subject, const char* caption,
                               const char* takenOn = "2024-05-08")
{
    model::Attachment photograph;
    photograph.uid = named(uid);
    photograph.subjectKind = kind;
    photograph.subject = subject;
    photograph.fileName = QStringLiteral("IMG.jpg");
    photograph.mediaType = QStringLiteral("image/jpeg");
    photograph.sha256 = QString::fromLatin1(uid);
    photograph.takenOn = day(takenOn);
    photograph.caption = QString::fromUtf8(caption);
    return photograph;
}

/// A meeting, and photographs of two units, of the meeting and of a supervisor's report.
model::CampaignFacts photographedFacts()
{
    model::CampaignFacts facts = inventedFacts();
    facts.inspections.append(scoredVisit(numbered("u", 3), *builtInRules().sheets.sheet(3)));
    model::Activity meeting;
    meeting.uid = named("meeting");
    meeting.title = QStringLiteral("动员大会");
    facts.books.insert(QStringLiteral("activity"), {model::toRecord(meeting)});
    model::SupervisorReport report;
    report.uid = named("report");
    report.unit = numbered("u", 1);
    facts.books.insert(QStringLiteral("supervisor_report"), {model::toRecord(report)});
    facts.attachments = {photographOf("x1", QStringLiteral("unit"), numbered("u", 3), "门头"),
                         photographOf("x2", QStringLiteral("problem"), named("p1"), "铅封损坏"),
                         photographOf("x3", QStringLiteral("inspection"), facts.inspections.last().uid, "台面"),
                         photographOf("x4", QStringLiteral("unit"), numbered("u", 1), "大厅"),
                         photographOf("x5", QStringLiteral("activity"), named("meeting"), "会场"),
                         photographOf("x6", QStringLiteral("supervisor_report"), named("report"), "监督员拍的"),
                         photographOf("x7", QStringLiteral("unit"), numbered("u", 1), "还没有拍的", "2024-06-02")};
    facts.attachments[2].item = QStringLiteral("3.05");
    return facts;
}

} // namespace

TEST_CASE("photographs are filed by unit, then by meeting, and none that only the office may see", "[PLAN-7]")
{
    PacketInput input = inputOf(photographedFacts());
    const auto name = [&](int place) {
        return QString(QStringLiteral("参建单位：") + input.facts.units.at(place).name);
    };
    const struct {
        QString subtitle;
        QStringList captions;
    } wanted[] = {{name(0) + QStringLiteral("（1 张）"), {QStringLiteral("大厅")}},
                  {name(2) + QStringLiteral("（3 张）"),
                   {QStringLiteral("评分项 3.05　台面"), QStringLiteral("铅封损坏"), QStringLiteral("门头")}},
                  {QStringLiteral("会议活动：动员大会（1 张）"), {QStringLiteral("会场")}}};
    const QVector<Paper> papers = photographPapers(input);
    REQUIRE(papers.size() == 3);
    for (int i = 0; i < 3; ++i) {
        CHECK(papers[i].subtitle == wanted[i].subtitle);
        QStringList captions;
        for (const Grid::Cell& cell : std::get<Grid>(papers[i].blocks.first()).cells)
            captions << cell.lines.first();
        CHECK(captions == wanted[i].captions);
    }
    CHECK(packed(textOf(papers, false)).count(QStringLiteral("照片读不出来")) == 5);
    const QString counted = fingerprintOf(papers);
    input.pictures.insert(QStringLiteral("x4"), printedPicture(picture(80, 60, Qt::red, "jpeg")));
    CHECK(packed(textOf(photographPapers(input), false)).count(QStringLiteral("照片读不出来")) == 4);
    CHECK(fingerprintOf(photographPapers(input)) == counted);
    input.facts.attachments[0].sha256 = QStringLiteral("another");
    CHECK(fingerprintOf(photographPapers(input)) != counted);
}

TEST_CASE("a photograph takes no more bytes on paper than print needs")
{
    QImage noisy(2400, 1800, QImage::Format_RGB32);
    quint32 state = 1;
    for (int y = 0; y < noisy.height(); ++y)
        for (int x = 0; x < noisy.width(); ++x)
            noisy.setPixel(x, y, qRgb(x / 10, y / 8, int((state = state * 1664525 + 1013904223) >> 28)));
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(noisy.save(&buffer, "jpeg", 90));
    const PrintedPicture small = printedPicture(jpeg);
    CHECK(small.size() == QSize(660, 495));
    CHECK(small.image().size() == small.size());
    const QVector<PrintedPhotograph> two(2,
                                         {small, QStringLiteral("门头"), day("2024-05-06"), {}, QStringLiteral("x")});
    const PdfBytes one = need(
        makePdf({photographPaper(QStringLiteral("虚构镇"), QStringLiteral("喆堂"), {two.first()}, day("2024-06-12"))},
                day("2024-06-12")));
    const PdfBytes both =
        need(makePdf({photographPaper(QStringLiteral("虚构镇"), QStringLiteral("喆堂"), two, day("2024-06-12"))},
                     day("2024-06-12")));
    CHECK(both.bytes.size() - one.bytes.size() < 60'000);
    CHECK(PrintedPicture::ofJpeg("no picture").image().isNull());
    CHECK(printedPicture("no picture").isNull());
}
