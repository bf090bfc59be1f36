// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "rules/status.h"
#include "services/demo.h"
#include "services/figure_checks.h"
#include "services/overview.h"
#include "services/papers.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

std::unique_ptr<services::Workspace> openDemo()
{
    static QTemporaryDir folder;
    static const QString file = need(services::makeDemo(folder.filePath(QStringLiteral("demo")))).file;
    return need(services::Workspace::open(services::Place::ofFile(file),
                                          {QStringLiteral("办事员"), services::Role::Administrator, {}, true},
                                          std::make_shared<FixedClock>(day("2024-12-31"))));
}

} // namespace

TEST_CASE("each paper that states figures agrees with the records of its own day", "[services][BUR-6]")
{
    const auto office = openDemo();
    for (const char* key : {"acceptance_application", "creation_application", "annual_report"}) {
        INFO(key);
        const services::PaperKind& paper = *services::findPaper(QLatin1String(key));
        Uid subject;
        if (!paper.subject.isEmpty())
            subject = need(services::listRecords(*office, *model::findKind(paper.subject))).first().uid;
        const auto made = need(services::makePaper(*office, paper, subject, day("2024-12-20")));
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("报送.docx"));
        need(services::saveDocument(file, made.docx));
        const QString text = need(services::textOfReport(file));
        const auto report =
            need(services::checkFigures(*office, text, paper.dayField.isEmpty() ? day("2024-12-20") : QDate()));
        CHECK(report.figures.checks.size() >= 2);
        for (const rules::FigureCheck& check : report.figures.checks) {
            INFO(check.label << check.written << check.recorded);
            CHECK(check.agrees);
        }
    }
}

TEST_CASE("a figure that was edited is found, with what the screen says beside it", "[services][BUR-6]")
{
    const auto office = openDemo();
    const QDate on = day("2024-07-30");
    const auto status = need(services::statusOn(*office, on));
    const QString text = QStringLiteral("截至2024年7月30日，参建单位%1家，受检率%2，尚未销号%3个。")
                             .arg(status.units + 1)
                             .arg(status.verification.verificationRate().toPercent())
                             .arg(status.openProblems.size());
    const auto report = need(services::checkFigures(*office, text));
    CHECK(report.day == on);
    REQUIRE(report.figures.checks.size() == 3);
    CHECK(report.figures.differing() == 1);
    CHECK_FALSE(report.figures.checks[0].agrees);
    CHECK(report.figures.checks[0].recorded == QString::number(status.units));
    CHECK(report.sentence.contains(QStringLiteral("有 1 个与2024年7月30日的记录不一致")));
}

TEST_CASE("what is no report is refused in a sentence", "[services]")
{
    QTemporaryDir folder;
    const struct {
        const char* name;
        QByteArray bytes;
        const char* code;
    } cases[] = {{"数字.pdf", "%PDF", "unsupported_file"},
                 {"数字.txt", "\xff\xff\xff", "unsupported_file"},
                 {"数字.docx", "PK broken", "damaged_document"}};
    for (const auto& [name, bytes, code] : cases) {
        INFO(name);
        const QString path = folder.filePath(QString::fromUtf8(name));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto refused = services::textOfReport(path);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.endsWith(QStringLiteral("。")));
        CHECK(refused.error().code == QLatin1String(code));
        CHECK(refused.error().message.contains(QString::fromUtf8(name)));
    }
    const QString ansi = folder.filePath(QStringLiteral("记事本.txt"));
    QFile file(ansi);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("\xb2\xce\xbd\xa8\xb5\xa5\xce\xbb"); // as 记事本 saves it: ANSI
    file.close();
    CHECK(need(services::textOfReport(ansi)) == QStringLiteral("参建单位"));
    CHECK(services::textOfReport(folder.filePath(QStringLiteral("没有.docx"))).error().code
          == QStringLiteral("no_such_file"));
}
