// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf_tools.h"

#include "documents/page_layout.h"
#include "documents/sheet_paper.h"

using namespace chengheng;
using namespace chengheng::documents;
using namespace chengheng::test;

namespace {

const rules::SheetEdition& shipped()
{
    static const auto edition = need(rules::parseSheets(
        readFile(sourcePath(QStringLiteral("resources/sheets/reference-draft.json"))), QStringLiteral("sheets")));
    return edition;
}

SheetHead headOfShop()
{
    SheetHead head;
    head.campaign = QStringLiteral("虚构镇诚信计量示范镇创建");
    head.unit = QStringLiteral("虚构喆堃餐饮店");
    head.on = day("2024-09-10");
    head.kind = model::InspectionKind::Joint;
    head.inspectors = QStringLiteral("张虚构、李虚构");
    return head;
}

/// Everything that stands on the paper, cell by cell.
QString saidOn(const Paper& paper)
{
    QStringList texts{paper.title, paper.subtitle, paper.mark};
    for (const Block& block : paper.blocks) {
        if (const auto* table = std::get_if<TableBlock>(&block)) {
            for (const QStringList& row : table->rows)
                texts << row;
            texts << table->totals.value_or(QStringList());
        } else if (const auto* values = std::get_if<KeyValues>(&block)) {
            for (const auto& [label, value] : values->rows)
                texts << label << value;
        } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            texts << paragraph->text;
        } else if (const auto* signatures = std::get_if<Signatures>(&block)) {
            texts << signatures->roles;
        }
    }
    return texts.join(QLatin1Char('\n'));
}

} // namespace

TEST_CASE("A scored sheet prints points, reasons, vetoes and places to sign", "[documents][PLAN-4]")
{
    const rules::Sheet& sheet = *shipped().sheet(4);
    rules::SheetAnswers answers;
    answers.sheet = 4;
    answers.globalVetoes = {QStringLiteral("G2")};
    answers.globalFindings = {{QStringLiteral("G2"), QStringLiteral("锁门拒绝检查")}};
    answers.answers = {rules::goodAnswer(sheet.items[0])};
    const auto score = need(rules::score(shipped(), sheet, answers));
    const Paper paper = filledSheetPaper(headOfShop(), shipped(), sheet, answers, score);
    const QString text = saidOn(paper);
    for (const char* said : {"参考稿（非官方评分表）", "虚构喆堃餐饮店", "张虚构、李虚构", "联合检查", "锁门拒绝检查",
                             "不合格", "受检单位", "未评"})
        CHECK(text.contains(QString::fromUtf8(said)));
    CHECK(text.contains(score.items[0].why));
    CHECK(text.contains(shipped().status));
    for (const rules::SheetItem& item : sheet.items)
        CHECK(text.contains(item.criterion));
    CHECK(layOut(paper).pages.size() >= 2);
}

TEST_CASE("An office's own sheets bear no mark of a draft", "[documents][PLAN-4]")
{
    rules::SheetEdition own = shipped();
    const rules::Sheet& sheet = *own.sheet(4);
    for (const char* status : {"", "本局2025年发布的评分表"}) {
        own.status = QString::fromUtf8(status);
        const Paper paper = blankSheetPaper(headOfShop(), own, sheet);
        CHECK(paper.mark.isEmpty());
        CHECK_FALSE(saidOn(paper).contains(QStringLiteral("参考稿")));
        CHECK(saidOn(paper).contains(own.status));
    }
}

TEST_CASE("A sheet's photographs stand six to a page after it, each with its item", "[documents][PLAN-4]")
{
    const rules::Sheet& sheet = *shipped().sheet(3);
    rules::SheetAnswers answers;
    answers.sheet = 3;
    const auto score = need(rules::score(shipped(), sheet, answers));
    const auto pagesWith = [&](const QVector<PrintedPhotograph>& photographs) {
        return layOut(filledSheetPaper(headOfShop(), shipped(), sheet, answers, score, photographs)).pages;
    };
    QImage red(66, 50, QImage::Format_RGB32);
    red.fill(Qt::red);
    const PrintedPhotograph one{red,
                                captionWithItem(QStringLiteral("3.05"), QStringLiteral("铅封破损")),
                                day("2024-06-18"),
                                {},
                                QStringLiteral("x")};
    const auto alone = pagesWith({});
    const struct {
        int photographs;
        qsizetype pages;
    } cases[] = {{0, 0}, {1, 1}, {6, 1}, {7, 2}};
    for (const auto& [photographs, pages] : cases) {
        INFO(photographs);
        const auto laid = pagesWith(QVector<PrintedPhotograph>(photographs, one));
        CHECK(laid.size() == alone.size() + pages);
        qsizetype pictures = 0;
        for (const Page& page : laid)
            pictures += page.pictures.size();
        CHECK(pictures == photographs);
    }
    const Paper paper = filledSheetPaper(headOfShop(), shipped(), sheet, answers, score, {one});
    const QStringList lines = std::get<Grid>(paper.blocks.last()).cells.first().lines;
    CHECK(lines == QStringList{QStringLiteral("评分项 3.05　铅封破损"), QStringLiteral("2024年6月18日")});
}

TEST_CASE("A blank sheet has each item's rule, the law of its day and room for the finding", "[documents][PLAN-4]")
{
    SheetHead head = headOfShop();
    const Paper paper = blankSheetPaper(head, shipped(), *shipped().sheet(2));
    const QString text = saidOn(paper);
    CHECK(paper.isLandscape);
    for (const rules::SheetItem& item : shipped().sheet(2)->items) {
        CHECK(text.contains(item.criterion));
        CHECK(text.contains(rules::scoringRule(item)));
    }
    CHECK(text.contains(QStringLiteral("□符合　□不符合")));
    CHECK(text.contains(QStringLiteral("G3")));
    CHECK(text.contains(QStringLiteral("总局令第17号，2002年")) == !text.contains(QStringLiteral("总局令第94号")));
    head.on = day("2025-03-01");
    CHECK(saidOn(blankSheetPaper(head, shipped(), *shipped().sheet(2))).contains(QStringLiteral("总局令第94号")));
}
