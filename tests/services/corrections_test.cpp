// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_campaign.h"

#include "documents/pdf_file.h"
#include "services/corrections.h"
#include "services/issued_papers.h"

using namespace chengheng;
using namespace chengheng::test;

namespace {

struct Office : OpenCampaign {
    model::Unit unit;

    Office()
    {
        importSample("unit", "roster.xlsx");
        unit = all<model::Unit>().first();
    }
    QString issue(const char* title, const Uid& about)
    {
        documents::Paper paper;
        paper.title = QString::fromUtf8(title);
        services::PaperRequest request;
        request.title = paper.title;
        request.paperKind = paper.title;
        request.unit = about;
        return need(
                   services::issuePaper(*workspace, request,
                                        services::stamping(need(documents::makePdf({paper}, day("2024-10-01"))).bytes)))
            .identity.number;
    }
    Result<services::SlipWritten> correct(const services::FieldValues& values, const char* reason = "录入时看错",
                                          const char* approver = "郑杨", const Uid& intent = Uid::create())
    {
        return services::correctWithSlip(*workspace, model::kindOf<model::Unit>(), unit.uid, unit.version, values,
                                         QString::fromUtf8(reason), QString::fromUtf8(approver), intent);
    }
};

} // namespace

TEST_CASE("A correction and its slip are one intent, and the slip names the papers it touches",
          "[services][corrections]")
{
    Office office;
    const QString letter = office.issue("诚信计量承诺书", office.unit.uid);
    const QString other = office.issue("会议通知", {});
    const Uid intent = Uid::create();
    const auto made =
        need(office.correct({{QStringLiteral("head"), QStringLiteral("张更正")}}, "录入时看错", "郑杨", intent));
    CHECK(made.slip.number == 1);
    CHECK(made.slip.was
          == QStringLiteral("负责人：") + (office.unit.head.isEmpty() ? QStringLiteral("（空）") : office.unit.head));
    CHECK(made.slip.now == QStringLiteral("负责人：张更正"));
    CHECK(made.slip.on == day("2024-10-01"));
    CHECK(made.slip.papers.contains(letter));
    CHECK_FALSE(made.slip.papers.contains(other)); // no figure moves
    CHECK(office.all<model::Unit>().first().head == QStringLiteral("张更正"));
    CHECK(need(office.correct({{QStringLiteral("head"), QStringLiteral("张更正")}}, "录入时看错", "郑杨", intent))
              .slip.number
          == 1); // asked twice
    CHECK(office.all<model::CorrectionSlip>().size() == 1);
}

TEST_CASE("Where a figure moves the papers about the whole campaign are touched, void ones are not",
          "[services][corrections]")
{
    Office office;
    const QString report = office.issue("年度总结", {});
    const QString voided = office.issue("检查情况公示", {});
    const auto& action = *services::findAction(model::kindOf<model::IssuedPaper>(), QStringLiteral("voided"));
    need(services::doAction(*office.workspace, action, office.all<model::IssuedPaper>().last().uid,
                            {{QStringLiteral("on"), day("2024-10-01")},
                             {QStringLiteral("person"), QStringLiteral("甲")},
                             {QStringLiteral("reason"), QStringLiteral("错")}}));
    const auto made = need(office.correct({{QStringLiteral("trade"), QStringLiteral("market")}}));
    CHECK(made.slip.papers.contains(report));
    CHECK_FALSE(made.slip.papers.contains(voided));
}

TEST_CASE("A slip without approver, without a difference or with an unknown field changes nothing",
          "[services][corrections]")
{
    Office office;
    const services::FieldValues values{{QStringLiteral("head"), QStringLiteral("张更正")}};
    CHECK(office.correct(values, "录入时看错", " ").error().code == QStringLiteral("required"));
    CHECK(office.correct(values, "").error().code == QStringLiteral("required"));
    CHECK(office.correct({{QStringLiteral("name"), office.unit.name}}).error().code
          == QStringLiteral("nothing_to_correct"));
    CHECK(office.correct({{QStringLiteral("nonsense"), QStringLiteral("x")}}).error().code
          == QStringLiteral("unknown_field"));
    CHECK(office.all<model::Unit>().first().head == office.unit.head);
    CHECK(office.all<model::CorrectionSlip>().isEmpty());
}
