// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_year.h"

#include "documents/letter.h"
#include "model/application_records.h"
#include "model/inspection_records.h"
#include "model/publicity_records.h"
#include "model/supervisor_records.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

QString textOf(const services::MadePaper& made)
{
    return documents::plainText(need(documents::readLetter(made.docx)));
}

/// A document with one paragraph.
QByteArray saying(const char* text)
{
    return documents::wrapDocument("<w:p><w:r><w:t>" + QByteArray(text) + "</w:t></w:r></w:p>");
}

} // namespace

TEST_CASE("Every shipped template names only what its paper knows", "[services][papers]")
{
    for (const services::PaperKind& paper : services::paperKinds()) {
        CAPTURE(paper.title.toStdString());
        const auto known = need(services::fieldsOf(demoYear(), paper));
        const auto form = need(documents::DocxTemplate::read(services::shippedTemplate(paper), paper.title));
        CHECK_FALSE(form.fields().isEmpty());
        for (const documents::TemplateFault& fault : form.faults(known))
            FAIL_CHECK(QString(fault.place + fault.field + fault.why).toStdString());
    }
}

TEST_CASE("Every paper of the demonstration year is made, without a field left in it", "[services][papers]")
{
    const QString folder = qEnvironmentVariable("CHENGHENG_KEEP_PAPERS"); // for looking at them
    for (const DemoPaper& paper : demoPapers()) {
        CAPTURE(paper.kind->title.toStdString());
        CHECK(paper.made.pages > 0);
        CHECK(paper.made.pdf.startsWith("%PDF"));
        CHECK_FALSE(textOf(paper.made).contains(QLatin1String("{{")));
        if (folder.isEmpty())
            continue;
        QFile file(QDir(folder).filePath(paper.kind->key + QStringLiteral(".pdf")));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(paper.made.pdf);
    }
}

TEST_CASE("A paper says what the records say", "[services][papers][OFF-1]")
{
    const auto unit =
        model::fromRecord<model::Unit>(need(services::listRecords(demoYear(), model::kindOf<model::Unit>())).first());
    const QString commitment = textOf(demoPaper("commitment_letter", unit.uid));
    CHECK(commitment.contains(unit.name));
    CHECK(commitment.contains(unit.creditCode));
    CHECK_FALSE(commitment.contains(QStringLiteral("2024年12月31日"))); // its own day, not the printing's
    const QString form = textOf(demoPaper("creation_form"));
    for (const model::Record& one : need(services::listRecords(demoYear(), model::kindOf<model::Unit>())))
        if (model::fromRecord<model::Unit>(one).participation == model::Participation::Participating)
            CHECK(form.contains(one.name()));
}

TEST_CASE("A paper prints the holders of its own date", "[services][papers][ORG-3]")
{
    OpenCampaign campaign;
    const Uid seat = campaign.all<model::Seat>().first().uid;
    const auto& replace = *services::findAction(model::kindOf<model::Seat>(), QStringLiteral("replace"));
    need(services::doAction(
        *campaign.workspace, replace, seat,
        {{QStringLiteral("person"), QStringLiteral("接任者")}, {QStringLiteral("from"), day("2024-09-01")}}));
    const services::PaperKind& paper = *services::findPaper(QStringLiteral("creation_application"));
    const auto before = need(services::makePaper(*campaign.workspace, paper, {}, day("2024-08-31")));
    const auto after = need(services::makePaper(*campaign.workspace, paper, {}, day("2024-09-01")));
    CHECK(textOf(before).contains(QStringLiteral("郑杨")));
    CHECK_FALSE(textOf(before).contains(QStringLiteral("接任者")));
    CHECK(textOf(after).contains(QStringLiteral("接任者")));
}

TEST_CASE("A notice printed again says what it said on its day, in the name of who may order it", "[services][papers]")
{
    for (const model::Record& one :
         need(services::listRecords(demoYear(), model::kindOf<model::RectificationNotice>()))) {
        const auto notice = model::fromRecord<model::RectificationNotice>(one);
        const auto unit = model::fromRecord<model::Unit>(
            need(services::findRecord(demoYear(), model::kindOf<model::Unit>(), notice.unit)));
        const QString later = textOf(demoPaper("rectification_notice", one.uid));
        CHECK(
            later
            == textOf(need(services::makePaper(demoYear(), *services::findPaper(QStringLiteral("rectification_notice")),
                                               one.uid, notice.issuedOn))));
        CHECK(later.contains(unit.name));
        const QString station =
            need(services::findRecord(demoYear(), model::kindOf<model::Organisation>(), unit.station)).name();
        CHECK(later.contains(station) == (notice.issuer == model::NoticeKind::Order));
    }
}

TEST_CASE("What is blank becomes a line to write on, and is named", "[services][papers]")
{
    OpenCampaign campaign;
    model::Unit unit;
    unit.name = QStringLiteral("甲店");
    unit.trade = model::Trade::Shop;
    const Uid uid = need(services::addRecord(*campaign.workspace, model::toRecord(unit))).uid;
    const auto made = need(services::makePaper(
        *campaign.workspace, *services::findPaper(QStringLiteral("commitment_letter")), uid, day("2024-10-01")));
    CHECK(made.blanks
          == QStringList{QStringLiteral("计量管理员"), QStringLiteral("统一社会信用代码"), QStringLiteral("地址"),
                         QStringLiteral("承诺书签订日期")});
    CHECK(textOf(made).contains(QStringLiteral("指定________为计量管理员")));
}

TEST_CASE("An office's own template serves until it is given up", "[services][papers]")
{
    OpenCampaign campaign;
    const services::PaperKind& paper = *services::findPaper(QStringLiteral("units_notice"));
    const auto wrong =
        services::setTemplate(*campaign.workspace, paper, saying("{{参建单位总数}}"), QStringLiteral("我的.docx"));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == QStringLiteral("template_faults"));
    CHECK(wrong.error().message.contains(QStringLiteral("参建单位总数")));
    const auto broken = services::setTemplate(*campaign.workspace, paper, "PK", QStringLiteral("坏的.docx"));
    REQUIRE_FALSE(broken);
    CHECK_FALSE(need(services::templateOf(*campaign.workspace, paper)).isOwn);

    need(services::setTemplate(*campaign.workspace, paper, saying("共{{参建单位数}}家"), QStringLiteral("我的.docx")));
    CHECK(need(services::templateOf(*campaign.workspace, paper)).fileName == QStringLiteral("我的.docx"));
    CHECK(textOf(need(services::makePaper(*campaign.workspace, paper, {}, {}))).contains(QStringLiteral("共0家")));
    need(services::setTemplate(*campaign.workspace, paper, saying("计{{参建单位数}}家"), QStringLiteral("新的.docx")));
    CHECK(textOf(need(services::makePaper(*campaign.workspace, paper, {}, {}))).contains(QStringLiteral("计0家")));
    need(services::resetTemplate(*campaign.workspace, paper));
    CHECK_FALSE(need(services::templateOf(*campaign.workspace, paper)).isOwn);
    CHECK_FALSE(services::resetTemplate(*campaign.workspace, paper));

    campaign.reopenAs({QStringLiteral("领导"), services::Role::Leader, {}, true});
    CHECK(services::setTemplate(*campaign.workspace, paper, saying("x"), QStringLiteral("x.docx")).error().kind
          == ErrorKind::Denied);
}

TEST_CASE("A template is tried before it serves, also where there is nothing to fill it with", "[services][papers]")
{
    OpenCampaign campaign;
    const services::PaperKind& notice = *services::findPaper(QStringLiteral("rectification_notice"));
    const auto tried = [&](const char* text) {
        return services::tryTemplate(*campaign.workspace, notice, saying(text), QStringLiteral("试.docx"), {});
    };
    CHECK(textOf(need(tried("致{{单位名称}}"))).contains(QStringLiteral("致________")));
    const auto wrong = tried("致{{单位}}");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == QStringLiteral("template_faults"));
    CHECK_FALSE(need(services::templateOf(*campaign.workspace, notice)).isOwn);
    const services::PaperKind& letter = *services::findPaper(QStringLiteral("commitment_letter"));
    campaign.importSample("unit", "roster.xlsx");
    const auto filled = need(
        services::tryTemplate(*campaign.workspace, letter, saying("{{单位名称}}承诺"), QStringLiteral("试.docx"), {}));
    CHECK(textOf(filled).contains(campaign.all<model::Unit>().first().name + QStringLiteral("承诺")));
}

TEST_CASE("Papers about volunteers are for the office alone, and others do not name them", "[services][papers][SUP-2]")
{
    const auto supervisors = need(services::listRecords(demoYear(), *model::findKind(QStringLiteral("supervisor"))));
    REQUIRE_FALSE(supervisors.isEmpty());
    for (const char* key : {"units_notice", "inspection_notice", "lists_notice", "creation_form"})
        for (const model::Record& one : supervisors)
            CHECK_FALSE(textOf(demoPaper(key)).contains(one.name()));
    OpenCampaign campaign({QStringLiteral("所员"), services::Role::Officer, {}, true});
    const auto refused = services::makePaper(*campaign.workspace, *services::findPaper(QStringLiteral("appointment")),
                                             Uid::create(), {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::Denied);
}

TEST_CASE("A paper for the unit tells neither that a volunteer found the problem nor when", "[services][papers][SUP-4]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    model::Supervisor supervisor;
    supervisor.name = QStringLiteral("王阿姨");
    supervisor.recruitedOn = day("2024-03-01");
    model::SupervisorReport report;
    report.supervisor = need(services::addRecord(*campaign.workspace, model::toRecord(supervisor))).uid;
    report.unit = campaign.all<model::Unit>().first().uid;
    report.on = report.receivedOn = day("2024-09-11");
    report.commitment = model::Finding::Bad;
    need(services::addRecord(*campaign.workspace, model::toRecord(report)));
    const Uid problem = campaign.all<model::Problem>().first().uid;
    const services::PaperKind& paper = *services::findPaper(QStringLiteral("recheck_opinion"));
    need(services::setTemplate(*campaign.workspace, paper, saying("{{问题描述}}，来源“{{来源}}”，发现于“{{发现日期}}”"),
                               QStringLiteral("自己的.docx")));
    const QString text = textOf(need(services::makePaper(*campaign.workspace, paper, problem, day("2024-10-01"))));
    CHECK(text.contains(QStringLiteral("承诺书没有张贴")));
    CHECK(text.contains(QStringLiteral("来源“________”"))); // a line to write on
    CHECK_FALSE(text.contains(QStringLiteral("9月11日")));
}

TEST_CASE("A made paper is numbered and kept", "[services][papers]")
{
    OpenCampaign campaign;
    const auto issued = need(services::issueMade(
        *campaign.workspace, *services::findPaper(QStringLiteral("creation_application")), {}, day("2024-10-01")));
    CHECK(issued.identity.number == QStringLiteral("2024-00001"));
    const auto kept = campaign.all<model::IssuedPaper>();
    REQUIRE(kept.size() == 1);
    CHECK(kept.first().paperKind == QStringLiteral("创建申请书"));
    CHECK(kept.first().pages == issued.pages);
}

TEST_CASE("A meeting's notice is dated the day before it, and can be made before that", "[services][papers][TOWN-7]")
{
    OpenCampaign campaign;
    model::Activity meeting;
    meeting.title = QStringLiteral("例会");
    meeting.kind = model::ActivityKind::Meeting;
    meeting.on = day("2024-10-10");
    const Uid uid = need(services::addRecord(*campaign.workspace, model::toRecord(meeting))).uid;
    const struct {
        const char* paper;
        const char* asked;
        const char* dated; ///< empty: not to be had yet
    } cases[] = {{"meeting_notice", "2024-09-30", "2024年9月30日"},
                 {"meeting_notice", "2024-10-10", "2024年10月9日"},
                 {"meeting_notice", "2024-12-31", "2024年10月9日"},
                 {"minutes", "2024-09-30", ""},
                 {"minutes", "2024-12-31", "2024年10月10日"}};
    for (const auto& [paper, asked, dated] : cases) {
        CAPTURE(paper, asked);
        const auto made =
            services::makePaper(*campaign.workspace, *services::findPaper(QLatin1String(paper)), uid, day(asked));
        CHECK(bool(made) == (*dated != 0));
        if (made)
            CHECK(textOf(*made).trimmed().endsWith(QString::fromUtf8(dated)));
    }
}

TEST_CASE("A commitment letter has a line for the day until it is signed", "[services][papers][PLAN-2]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    const Uid unit = campaign.all<model::Unit>().first().uid;
    const services::PaperKind& letter = *services::findPaper(QStringLiteral("commitment_letter"));
    const auto made = [&] { return need(services::makePaper(*campaign.workspace, letter, unit, day("2024-10-01"))); };
    CHECK(textOf(made()).trimmed().endsWith(QStringLiteral("________")));
    CHECK(made().blanks.contains(QStringLiteral("承诺书签订日期")));
    model::Commitment commitment;
    commitment.unit = unit;
    commitment.signedOn = day("2024-05-06");
    need(services::addRecord(*campaign.workspace, model::toRecord(commitment)));
    CHECK(textOf(made()).trimmed().endsWith(QStringLiteral("2024年5月6日")));
}

TEST_CASE("A notice of rectification that has nothing to demand is not made", "[services][papers][BUR-3]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    model::RectificationNotice notice;
    notice.unit = campaign.all<model::Unit>().first().uid;
    notice.issuedOn = day("2024-09-02");
    notice.dueOn = day("2024-09-20");
    notice.content = QStringLiteral("整改");
    const Uid uid = need(services::addRecord(*campaign.workspace, model::toRecord(notice))).uid;
    const services::PaperKind& paper = *services::findPaper(QStringLiteral("rectification_notice"));
    const auto refused = services::makePaper(*campaign.workspace, paper, uid, day("2024-10-01"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("nothing_to_say"));
    CHECK(services::makePapers(*campaign.workspace, paper, day("2024-10-01")).error().code
          == QStringLiteral("nothing_to_print"));
    model::Problem problem;
    problem.unit = notice.unit;
    problem.fault = problem.description = QStringLiteral("铅封损坏");
    problem.source = model::ProblemSource::Other;
    problem.dueOn = day("2024-09-20");
    problem.foundOn = day("2024-09-01");
    need(services::addRecord(*campaign.workspace, model::toRecord(problem)));
    CHECK(textOf(need(services::makePaper(*campaign.workspace, paper, uid, day("2024-10-01"))))
              .contains(QStringLiteral("铅封损坏")));
}

TEST_CASE("A report whose typed figures differ is numbered only where they are accepted", "[services][papers][BUR-6]")
{
    OpenCampaign campaign;
    campaign.importSample("unit", "roster.xlsx");
    model::AnnualReport report;
    report.title = QStringLiteral("2024年度总结");
    report.year = 2024;
    report.on = day("2024-09-20");
    report.content = QStringLiteral("全年共有参建单位39家。");
    const Uid uid = need(services::addRecord(*campaign.workspace, model::toRecord(report))).uid;
    const services::PaperKind& paper = *services::findPaper(QStringLiteral("annual_report"));
    const auto made = need(services::makePaper(*campaign.workspace, paper, uid, {}));
    CHECK(made.differences == QStringLiteral("文中有 1 个数字与登记的不一致：参建单位写的是39家，登记的是40。"));
    const auto refused = services::issueMade(*campaign.workspace, paper, uid, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == QStringLiteral("figures_differ"));
    CHECK(refused.error().message.contains(made.differences));
    CHECK(campaign.all<model::IssuedPaper>().isEmpty());
    need(services::issueMade(*campaign.workspace, paper, uid, {}, services::Differences::Accept));
    CHECK(campaign.all<model::IssuedPaper>().size() == 1);
}
