// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop_facts.h"

#include "documents/brief_paper.h"
#include "documents/docx_template.h"
#include "documents/letter.h"
#include "documents/paper_fields.h"
#include "documents/sheet_paper.h"
#include "documents/unit_folder_paper.h"
#include "documents/visit_paper.h"
#include "model/inspection_records.h"

#include <QImage>
#include <QPainter>

using namespace chengheng;
using namespace chengheng::documents;
using namespace chengheng::test;

namespace {

constexpr int width = 420; ///< pixels of a page's picture
constexpr int block = 6;   ///< pixels that are compared by their mean: hinting and versions of a font do not count
constexpr int tolerance = 24;
constexpr double mostDiffering = 0.03; ///< of the blocks with ink in them

QImage pictureOf(const LaidPaper& laid, qsizetype page)
{
    const double scale = width / laid.size.width();
    QImage image(width, qRound(laid.size.height() * scale), QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    paintPage(painter, laid.pages[page]);
    return image;
}

QImage blurred(const QImage& image)
{
    return image.scaled(image.width() / block, image.height() / block, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_Grayscale8);
}

/// Share of the blocks with ink in either picture that look different; 1 where the pictures have different sizes.
double difference(const QImage& one, const QImage& other)
{
    if (one.size() != other.size())
        return 1;
    const QImage a = blurred(one);
    const QImage b = blurred(other);
    constexpr int paper = 255 - tolerance;
    int inked = 1;
    int differing = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const int before = a.constScanLine(y)[x];
            const int now = b.constScanLine(y)[x];
            inked += qMin(before, now) < paper ? 1 : 0;
            differing += qAbs(before - now) > tolerance ? 1 : 0;
        }
    return double(differing) / inked;
}

/// Compares each page with the picture somebody has looked at (tests/data/pages). With CHENGHENG_UPDATE_PICTURES set
/// the pictures are written anew instead: look at each before committing it.
void checkPictures(const char* name, const LaidPaper& laid)
{
    for (qsizetype page = 0; page < qMin(laid.pages.size(), qsizetype(2)); ++page) {
        const QString path =
            sourcePath(QStringLiteral("tests/data/pages/%1-%2.png").arg(QLatin1String(name)).arg(page + 1));
        CAPTURE(path.toStdString());
        const QImage made = pictureOf(laid, page);
        if (qEnvironmentVariableIsSet("CHENGHENG_UPDATE_PICTURES")) {
            REQUIRE(made.save(path));
            continue;
        }
        const QImage expected(path);
        REQUIRE_FALSE(expected.isNull());
        CHECK(difference(made, expected.convertToFormat(QImage::Format_Grayscale8)) <= mostDiffering);
    }
}

LaidPaper letterFrom(const char* key, const rules::SummaryInput& input, const model::Record* subject)
{
    const QByteArray body = readFile(sourcePath(QStringLiteral("resources/templates/%1.xml").arg(QLatin1String(key))));
    const auto form = need(DocxTemplate::read(wrapDocument(body), QLatin1String(key)));
    const PaperSource source{input, QStringLiteral("办事员"), {}, false};
    return layOut(need(readLetter(form.fill(paperData(source, subject, form.fields())))));
}

model::CampaignFacts facts()
{
    model::CampaignFacts facts = threeShops();
    facts.campaign.applicant = QStringLiteral("虚构镇人民政府");
    facts.campaign.noticeNumber = QStringLiteral("虚府〔2024〕3号");
    facts.campaign.from = day("2024-01-01");
    facts.campaign.to = day("2024-12-31");
    for (const auto& [role, person] : {std::pair("组长", "赵喆"), std::pair("成员", "钱堃")}) {
        model::Seat seat;
        seat.uid = numbered("seat", facts.seats.size());
        seat.body = QStringLiteral("领导小组");
        seat.role = QString::fromUtf8(role);
        model::SeatHolder holder;
        holder.seat = seat.uid;
        holder.person = QString::fromUtf8(person);
        facts.seats.append(seat);
        facts.seatHolders.append(holder);
    }
    return facts;
}

} // namespace

TEST_CASE("Letters look as they did when somebody looked at them", "[documents][pictures]")
{
    const model::CampaignFacts known = facts();
    const rules::SummaryInput input = inputOf(known);
    const model::Record unit = model::toRecord(known.units[1]);
    model::RectificationNotice notice;
    notice.uid = named("n1");
    notice.unit = known.units[1].uid;
    notice.number = 7;
    notice.issuer = model::NoticeKind::Advice;
    notice.issuedOn = day("2024-04-03");
    notice.dueOn = day("2024-04-20");
    const model::Record letter = model::toRecord(notice);
    checkPictures("commitment_letter", letterFrom("commitment_letter", input, &unit));
    checkPictures("rectification_notice", letterFrom("rectification_notice", input, &letter));
    checkPictures("creation_form", letterFrom("creation_form", input, nullptr));
    checkPictures("acceptance_application", letterFrom("acceptance_application", input, nullptr));
    checkPictures("units_notice", letterFrom("units_notice", input, nullptr));
}

TEST_CASE("Papers from records look as they did when somebody looked at them", "[documents][pictures]")
{
    const model::CampaignFacts known = facts();
    const rules::SummaryInput input = inputOf(known);
    const Uid unit = known.units[1].uid;
    checkPictures("unit_folder", layOut(unitFolderPaper(input, {unit, {}, {}})));
    checkPictures("due_notice", layOut(dueNoticePaper(input, {})));
    checkPictures("visit_sheet", layOut(visitPaper(input, {unit, known.units[2].uid})));
    const Rules& all = builtInRules();
    PrintedOverview overview;
    overview.campaign = known.campaign.title;
    overview.now = rules::status(known, all.plan, all.calendar, input.day);
    overview.monthAgo = overview.now;
    overview.readiness = rules::readiness(known, all.plan, all.calendar, input.day, all.plan.to);
    overview.ledger = rules::dueReport(known, input.day);
    checkPictures("brief",
                  layOut(briefPaper(overview, {{day("2024-05-12"), {}}, {input.day, overview.ledger.figures}})));
    SheetHead head;
    head.campaign = known.campaign.title;
    head.unit = known.units[1].name;
    checkPictures("blank_sheet", layOut(blankSheetPaper(head, all.sheets, *all.sheets.sheetOf(model::Trade::Shop))));
}

TEST_CASE("A page that lost its table or moved its lines is told from its picture", "[documents][pictures]")
{
    const model::CampaignFacts known = facts();
    const rules::SummaryInput input = inputOf(known);
    const LaidPaper laid = layOut(dueNoticePaper(input, {}));
    const QImage whole = pictureOf(laid, 0);
    LaidPaper moved = laid;
    for (Page::Line& line : moved.pages[0].lines)
        line.at.ry() += 60; // two millimetres
    LaidPaper bare = laid;
    bare.pages[0].lines.remove(bare.pages[0].lines.size() / 2, bare.pages[0].lines.size() / 3);
    CHECK(difference(whole, whole) == 0);
    CHECK(difference(whole, pictureOf(moved, 0)) > mostDiffering);
    CHECK(difference(whole, pictureOf(bare, 0)) > mostDiffering);
}
