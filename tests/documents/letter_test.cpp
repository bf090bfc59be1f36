// SPDX-License-Identifier: GPL-3.0-or-later
#include "docx_tools.h"
#include "pdf_tools.h"

#include "documents/letter_numbering.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace chengheng;
using namespace chengheng::documents;
using namespace chengheng::test;

namespace {

/// A PDF of a letter in a folder that lives with it.
struct PdfOnDisk {
    QTemporaryDir folder;
    QString path;

    explicit PdfOnDisk(const Letter& letter) : path(folder.filePath(QStringLiteral("letter.pdf")))
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(need(makePdf(layOut(letter), letter.title, day("2024-03-05"))).bytes);
    }
    /// As it stands on the pages, which are separated by form feeds.
    QString text() const
    {
        return outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")});
    }
};

/// The lines of a page with text in them, from the top.
QStringList linesOf(const Page& page)
{
    QStringList lines;
    for (const Page::Line& line : page.lines)
        lines.append(line.text.text());
    return lines;
}

const QString poem = QStringLiteral("顾村镇诚信计量示范镇创建工作领导小组办公室");

QByteArray sampleBody()
{
    QByteArray body = paragraphXml({QStringLiteral("关于限期整改的通知")}, QStringLiteral("Title"))
                      + paragraphXml({QStringLiteral("张𬱖喆堃的店：")}, QStringLiteral("Plain"));
    for (int i = 0; i < 8; ++i)
        body += paragraphXml(
            {QStringLiteral("子气色长车页马鱼风，见“说明”；YQ%1，2024年3月5日。").arg(i, 6, 10, QLatin1Char('0'))
             + poem.repeated(i)});
    body += paragraphXml({QStringLiteral("一、检查情况")}, QStringLiteral("Heading1"))
            + paragraphXml({QStringLiteral("（一）计量器具")}, QStringLiteral("Heading2"));
    QVector<QStringList> rows{{QStringLiteral("器具名称"), QStringLiteral("编号")}};
    for (int i = 1; i <= 70; ++i)
        rows.append({QStringLiteral("电子秤%1号").arg(i), QStringLiteral("0.5 kg～30 kg（Ⅲ级）")});
    return body + tableXml(rows, 1) + paragraphXml({QStringLiteral("顾村镇人民政府")}, QStringLiteral("Sign"));
}

} // namespace

TEST_CASE("a letter's PDF holds the letter's text, with its fonts and sound")
{
    const Letter letter = letterOf(sampleBody());
    const PdfOnDisk pdf(letter);
    QStringList missing;
    const QString printed = packed(pdf.text());
    for (const QString& line : plainText(letter).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        if (!line.contains(poem) && !printed.contains(packed(line)))
            missing << line;
    CHECK(missing.join(QLatin1Char('|')) == QString());
    CHECK(outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), pdf.path})
              .contains(QStringLiteral("No syntax or stream encoding errors")));
    const QStringList fonts =
        outputOf(QStringLiteral("pdffonts"), {pdf.path}).split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
    CHECK(fonts.size() >= 3);
    for (const QString& font : fonts) {
        INFO(font.toStdString());
        CHECK(font.contains(QRegularExpression(QStringLiteral("Identity-H +yes (yes|no) +yes"))));
    }
}

TEST_CASE("a page holds 22 lines of 28 letters on GB/T 9704's type area")
{
    const QString line = QStringLiteral("一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未");
    REQUIRE(line.size() == 28);
    const LaidPaper laid = layOut(letterOf(paragraphXml({line.repeated(23)}, QStringLiteral("Plain"))));
    REQUIRE(laid.pages.size() == 2);
    QStringList lines = linesOf(laid.pages.at(0));
    REQUIRE(lines.size() == 23); // with the page's number
    CHECK(lines.takeLast() == QStringLiteral("— 1 —"));
    for (const QString& one : lines)
        CHECK(one == line);
    constexpr double millimetre = 72 / 25.4 * unitsPerPoint;
    const auto& first = laid.pages.at(0).lines.at(0);
    const auto& last = laid.pages.at(0).lines.at(21);
    CHECK(first.at.x() == Approx(28 * millimetre).margin(2));
    CHECK(first.at.y() == Approx(37 * millimetre).margin(2));
    CHECK(first.at.x() + first.text.width() <= (28 + 156.2) * millimetre);
    CHECK(last.at.y() + last.text.height() <= (37 + 225) * millimetre);
    CHECK(last.at.y() - first.at.y() == Approx(21 * 28 * unitsPerPoint));
}

TEST_CASE("a paragraph begins two letters in and fills its lines")
{
    const LaidPaper laid = layOut(letterOf(paragraphXml({poem.repeated(6) + QStringLiteral("。")})));
    const auto& lines = laid.pages.at(0).lines;
    REQUIRE(lines.size() > 4);
    CHECK(lines.at(0).at.x() - lines.at(1).at.x() == Approx(2 * 15.75 * unitsPerPoint).margin(2));
    CHECK(lines.at(0).text.text().size() == 26);
    CHECK(lines.at(1).text.text().size() == 28);
    const double right = lines.at(1).at.x() + lines.at(1).text.width();
    CHECK(lines.at(0).at.x() + lines.at(0).text.width() == Approx(right).margin(15));
}

TEST_CASE("page numbers stand outside, to the right on odd pages and to the left on even ones")
{
    const LaidPaper laid = layOut(letterOf(sampleBody()));
    REQUIRE(laid.pages.size() >= 3);
    for (int i = 0; i < laid.pages.size(); ++i) {
        const auto& number = laid.pages.at(i).lines.last();
        CHECK(number.text.text() == QStringLiteral("— %1 —").arg(i + 1));
        const bool isRight = number.at.x() > laid.size.width() / 2;
        CHECK(isRight == (i % 2 == 0));
    }
}

TEST_CASE("a table's heading stands on every page it goes on to")
{
    const LaidPaper laid = layOut(letterOf(sampleBody()));
    int pagesWithTable = 0;
    for (const Page& page : laid.pages) {
        const QStringList lines = linesOf(page);
        const int from = int(lines.indexOf(QStringLiteral("器具名称")));
        bool hasRow = false;
        for (const QString& line : lines)
            hasRow = hasRow || line.startsWith(QStringLiteral("电子秤"));
        pagesWithTable += hasRow ? 1 : 0;
        CHECK(hasRow == (from >= 0));
    }
    CHECK(pagesWithTable >= 2);
}

TEST_CASE("no line of a letter stands outside its page's margins")
{
    const Letter letter = letterOf(sampleBody());
    const LaidPaper laid = layOut(letter);
    const double bottom = (letter.page.height() - letter.margins.bottom()) * unitsPerPoint;
    const double right = (letter.page.width() - letter.margins.right()) * unitsPerPoint;
    for (const Page& page : laid.pages)
        for (qsizetype i = 0; i + 1 < page.lines.size(); ++i) { // the last is the page's number
            const auto& line = page.lines.at(i);
            INFO(line.text.text().toStdString());
            CHECK(line.at.y() + line.text.height() <= bottom + 1);
            CHECK(line.at.x() + line.text.width() <= right + 5);
        }
}

TEST_CASE("merged cells are ruled as one")
{
    const QByteArray cell = "<w:tc><w:tcPr>%1</w:tcPr>%2</w:tc>";
    const auto cellOf = [&cell](const char* properties, const QString& text) {
        return QByteArray(cell)
            .replace("%1", properties)
            .replace("%2", paragraphXml({text}, QStringLiteral("TableText")));
    };
    const QByteArray table =
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Ruled\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"2000\"/>"
        "<w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid><w:tr>"
        + cellOf("<w:vMerge w:val=\"restart\"/>", QStringLiteral("甲"))
        + cellOf("<w:gridSpan w:val=\"2\"/>", QStringLiteral("乙")) + "</w:tr><w:tr>" + cellOf("<w:vMerge/>", QString())
        + cellOf("", QStringLiteral("丙")) + cellOf("", QStringLiteral("丁")) + "</w:tr></w:tbl>";
    const LaidPaper laid = layOut(letterOf(table));
    const auto& lines = laid.pages.at(0).lines;
    REQUIRE(lines.size() == 5);
    CHECK(lines.at(1).at.x() == lines.at(2).at.x());
    const double between = (lines.at(1).at.y() + lines.at(2).at.y()) / 2;
    double leftmost = laid.size.width();
    for (const QLineF& rule : laid.pages.at(0).rules)
        if (rule.y1() == rule.y2() && qAbs(rule.y1() - between) < 120)
            leftmost = qMin(leftmost, rule.x1());
    CHECK(leftmost > lines.at(0).at.x() + 500);
}

TEST_CASE("a letter's row taller than a page goes on overleaf without loss")
{
    QString text;
    for (int i = 0; i < 600; ++i)
        text += QStringLiteral("第%1处；").arg(i);
    const LaidPaper laid =
        layOut(letterOf(tableXml({{QStringLiteral("事项"), QStringLiteral("经过")}, {QStringLiteral("甲"), text}}, 1)));
    REQUIRE(laid.pages.size() >= 2);
    QString printed;
    for (const Page& page : laid.pages)
        printed += linesOf(page).join(QString()).remove(QRegularExpression(QStringLiteral("事项经过|— \\d+ —|甲")));
    CHECK(printed == text);
}

TEST_CASE("a page break begins a page and leaves no empty one")
{
    const QByteArray pageBreak = "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";
    const LaidPaper laid = layOut(
        letterOf(paragraphXml({QStringLiteral("甲")}) + pageBreak + paragraphXml({QStringLiteral("乙")}) + pageBreak));
    REQUIRE(laid.pages.size() == 2);
    CHECK(linesOf(laid.pages.at(1)).value(0) == QStringLiteral("乙"));
}

TEST_CASE(
    "a letter names its attachment between text and signature, and the attachment begins a page (GB/T 9704 7.3.4, 7.3.10)")
{
    const struct {
        const char* paper;
        const char* note;
        const char* before; ///< what stands above the note
        const char* after;  ///< what stands below it on its page; empty: nothing
    } cases[] = {
        {"acceptance_application", "附件：考核验收会签表", "以上情况属实，请予考核验收。", "{{创建主体}}（盖章）"},
        {"creation_form", "附件：参建单位名册", "（盖章）　　　　年　　月　　日", ""}};
    for (const auto& [paper, note, before, after] : cases) {
        CAPTURE(paper);
        const QByteArray body =
            readFile(sourcePath(QStringLiteral("resources/templates/%1.xml").arg(QLatin1String(paper))));
        const LaidPaper laid = layOut(need(readLetter(wrapDocument(body))));
        qsizetype noted = 0;
        while (noted < laid.pages.size() && !linesOf(laid.pages.at(noted)).contains(QString::fromUtf8(note)))
            ++noted;
        REQUIRE(noted + 1 < laid.pages.size());
        const QStringList lines = linesOf(laid.pages.at(noted));
        const qsizetype place = lines.indexOf(QString::fromUtf8(note));
        CHECK(lines.mid(0, place).contains(QString::fromUtf8(before)));
        if (*after)
            CHECK(lines.mid(place).contains(QString::fromUtf8(after)));
        const QStringList attached = linesOf(laid.pages.at(noted + 1));
        CHECK(attached.value(0) == QStringLiteral("附件"));
        CHECK(QString::fromUtf8(note).endsWith(attached.value(1)));
    }
}

TEST_CASE("a paper's code and number stand in the document and on the PDF's first page")
{
    QImage code(80, 80, QImage::Format_RGB32);
    code.fill(Qt::black);
    const PaperMark mark{code, QStringLiteral("ZG-2024-0031")};
    const QByteArray plain = wrapDocument(sampleBody());
    const Letter letter = need(readLetter(withMark(plain, mark)));
    REQUIRE(letter.mark);
    CHECK(letter.mark->number == mark.number);
    CHECK(letter.mark->code.size() == code.size());
    CHECK(plainText(letter) == plainText(need(readLetter(plain))));
    const LaidPaper laid = layOut(letter);
    CHECK(laid.pages.at(0).pictures.size() == 1);
    CHECK(laid.pages.at(1).pictures.isEmpty());
    CHECK(linesOf(laid.pages.at(0)).contains(mark.number));
    CHECK(linesOf(laid.pages.at(0)).contains(QStringLiteral("— 1 —")));
    CHECK(withMark(withMark(plain, mark), mark) == withMark(plain, mark));
    CHECK(withMark("no document", mark) == QByteArray("no document"));
}

TEST_CASE("faces that are not installed are named with those used instead")
{
    for (const QString& word : substitutedFonts(letterOf(sampleBody())))
        CHECK(QRegularExpression(QStringLiteral("^.+ → .+$")).match(word).hasMatch());
    const Letter letter = letterOf(sampleBody());
    CHECK(std::get<LetterParagraph>(letter.blocks.at(0)).runs.at(0).kind == FaceKind::XiaoBiaoSong);
    CHECK(std::get<LetterParagraph>(letter.blocks.at(1)).runs.at(0).kind == FaceKind::FangSong);
    CHECK(std::get<LetterParagraph>(letter.blocks.at(10)).runs.at(0).kind == FaceKind::HeiTi);
    CHECK(std::get<LetterParagraph>(letter.blocks.at(11)).runs.at(0).kind == FaceKind::KaiTi);
}

TEST_CASE("the same letter gives the same PDF")
{
    const Letter letter = letterOf(sampleBody());
    const auto bytes = [&letter] { return need(makePdf(layOut(letter), letter.title, day("2024-03-05"))).bytes; };
    CHECK(bytes() == bytes());
}

TEST_CASE("numbers that a word processor writes by itself are printed too")
{
    const QByteArray space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    const auto item = [](int level, const QString& text) {
        const QByteArray number =
            "<w:numPr><w:ilvl w:val=\"" + QByteArray::number(level) + "\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr>";
        return paragraphXml({text}).replace("</w:pPr>", number);
    };
    DocxPackage package = need(readDocx(wrapDocument(item(0, QStringLiteral("甲")) + item(1, QStringLiteral("乙"))
                                                     + item(1, QStringLiteral("丙")) + item(0, QStringLiteral("丁"))
                                                     + item(1, QStringLiteral("戊"))),
                                        QStringLiteral("模板.docx")));
    package.set(QStringLiteral("word/numbering.xml"),
                "<w:numbering" + space
                    + "><w:abstractNum w:abstractNumId=\"3\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
                      "<w:numFmt w:val=\"chineseCounting\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\""
                    + QStringLiteral("%1、").toUtf8()
                    + "\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
                      "<w:suff w:val=\"space\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl></w:abstractNum>"
                      "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>");
    CHECK(plainText(need(readLetter(writeDocx(package))))
          == QStringLiteral("一、甲\n一.1 乙\n一.2 丙\n二、丁\n二.1 戊\n"));
}

TEST_CASE("Chinese numbers are written as they are spoken")
{
    const QVector<QPair<int, QString>> cases{
        {1, QStringLiteral("一")},          {10, QStringLiteral("十")},        {12, QStringLiteral("十二")},
        {20, QStringLiteral("二十")},       {105, QStringLiteral("一百零五")}, {110, QStringLiteral("一百一十")},
        {1002, QStringLiteral("一千零二")}, {10000, QStringLiteral("10000")},  {0, QStringLiteral("0")}};
    for (const auto& [number, expected] : cases)
        CHECK(chineseNumber(number) == expected);
}

TEST_CASE("underlined blanks at a line's end are places to write")
{
    const QByteArray body = "<w:p><w:r><w:t>" + QStringLiteral("签字：").toUtf8()
                            + "</w:t></w:r><w:r><w:rPr><w:u w:val=\"single\"/></w:rPr>"
                              "<w:t xml:space=\"preserve\">          </w:t></w:r></w:p>";
    const LaidPaper laid = layOut(letterOf(body));
    const SetText& line = laid.pages.at(0).lines.at(0).text;
    CHECK(line.text() == QStringLiteral("签字：") + QString(10, QLatin1Char(' ')));
    const LaidPaper plain = layOut(letterOf(paragraphXml({QStringLiteral("签字："), QString(10, QLatin1Char(' '))})));
    CHECK(line.width() > plain.pages.at(0).lines.at(0).text.width());
}

TEST_CASE("a cell has the lines it names, whatever its table has")
{
    const auto table = [](const QByteArray& tableProperties, const QByteArray& cellProperties) -> QByteArray {
        return "<w:tbl><w:tblPr>" + tableProperties
               + "</w:tblPr><w:tblGrid><w:gridCol w:w=\"2000\"/></w:tblGrid><w:tr><w:tc><w:tcPr>" + cellProperties
               + "</w:tcPr>" + paragraphXml({QStringLiteral("甲")}, QStringLiteral("TableText"))
               + "</w:tc></w:tr></w:tbl>";
    };
    const QByteArray ruled = "<w:tblStyle w:val=\"Ruled\"/>";
    const QByteArray none = "<w:tcBorders><w:top w:val=\"nil\"/><w:left w:val=\"none\"/></w:tcBorders>";
    const QByteArray below = "<w:tcBorders><w:bottom w:val=\"single\"/></w:tcBorders>";
    const auto rules = [](const QByteArray& body) { return layOut(letterOf(body)).pages.at(0).rules.size(); };
    CHECK(rules(table({}, {})) == 0);
    CHECK(rules(table(ruled, {})) == 4);
    CHECK(rules(table(ruled, none)) == 2);
    CHECK(rules(table({}, below)) == 1);
    CHECK(rules(table(ruled + "<w:tblBorders><w:top w:val=\"nil\"/></w:tblBorders>", {})) == 3);
}

TEST_CASE("a damaged document's absurd sizes still make a letter")
{
    const QByteArray body = "<w:p><w:pPr><w:spacing w:line=\"-5\" w:lineRule=\"exact\" w:before=\"99999999\"/>"
                            "</w:pPr><w:r><w:rPr><w:sz w:val=\"0\"/></w:rPr><w:t>a</w:t></w:r></w:p>"
                            "<w:tbl><w:tr><w:trPr><w:trHeight w:val=\"99999999\"/></w:trPr><w:tc/></w:tr></w:tbl>"
                            "<w:sectPr><w:pgSz w:w=\"0\" w:h=\"99999999\"/></w:sectPr>";
    const LaidPaper laid = layOut(letterOf(body));
    CHECK(laid.pages.size() < 10);
    CHECK(linesOf(laid.pages.at(0)).value(0) == QStringLiteral("a"));
}

TEST_CASE("text in boxes is printed below what they hang on")
{
    const QByteArray body = "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>"
                            + paragraphXml({QStringLiteral("框内{{单位"), QStringLiteral("名称}}")})
                            + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
                            + "<w:txbxContent>" + paragraphXml({QStringLiteral("旧式")})
                            + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>"
                            + QStringLiteral("框外").toUtf8() + "</w:t></w:r></w:p>";
    MergeData data;
    data.values.insert(QStringLiteral("单位名称"), QStringLiteral("顾村医院"));
    CHECK(filledText(body, data) == QStringLiteral("框外\n框内顾村医院\n"));
}
