// SPDX-License-Identifier: GPL-3.0-or-later
#include "docx_tools.h"
#include "pdf_tools.h"

#include <QTemporaryDir>

using namespace chengheng;
using namespace chengheng::documents;
using namespace chengheng::test;

namespace {

MergeFields knownFields()
{
    return {{{QStringLiteral("单位名称"), {}}, {QStringLiteral("地址"), {}}, {QStringLiteral("金额（元）"), {}}},
            {{QStringLiteral("计量器具"), {{QStringLiteral("名称"), {}}, {QStringLiteral("编号"), {}}}},
             {QStringLiteral("问题"), {{QStringLiteral("内容"), {}}}}}};
}

MergeData instruments(const QStringList& names)
{
    MergeData data;
    QVector<QHash<QString, QString>>& list = data.lists[QStringLiteral("计量器具")];
    for (const QString& name : names)
        list.append({{QStringLiteral("名称"), name}});
    return data;
}

QByteArray zipOf(const QVector<DocxPackage::Part>& parts)
{
    return writeDocx(DocxPackage{parts});
}

} // namespace

TEST_CASE("a value stands where its field stood, however the field was typed")
{
    struct Case {
        QStringList pieces;
        QString value;
        QString expected;
    };
    const QVector<Case> cases{
        {{QStringLiteral("致{{单位名称}}：")}, QStringLiteral("顾村医院"), QStringLiteral("致顾村医院：\n")},
        {{QStringLiteral("致{"), QStringLiteral("{单位"), QStringLiteral("名称}"), QStringLiteral("}：")},
         QStringLiteral("顾村医院"),
         QStringLiteral("致顾村医院：\n")},
        {{QStringLiteral("{{ 单位名称 }}")}, QStringLiteral("张𬱖喆堃"), QStringLiteral("张𬱖喆堃\n")},
        {{QStringLiteral("｛｛单位名称｝｝。")},
         QStringLiteral("A&B <店>\"甲\""),
         QStringLiteral("A&B <店>\"甲\"。\n")},
        {{QStringLiteral("{{单位名称}}和{{单位名称}}")},
         QStringLiteral("{{地址}}"),
         QStringLiteral("{{地址}}和{{地址}}\n")},
        {{QStringLiteral("（{{单位名称}}）")},
         QStringLiteral("第一行\r\n第二行"),
         QStringLiteral("（第一行\n第二行）\n")},
        {{QStringLiteral("甲{{单位名称}}乙")}, QString(), QStringLiteral("甲乙\n")},
        {{QStringLiteral("甲{{单位名称}}乙")},
         QString(QChar(0xD800)) + QChar(0x0B) + QStringLiteral("丙"),
         QStringLiteral("甲丙乙\n")},
        {{QStringLiteral("{{没有}}")}, QStringLiteral("值"), QStringLiteral("{{没有}}\n")},
        {{QStringLiteral("{{单位"), QStringLiteral("名称}}、{{"), QStringLiteral("单位名称}}")},
         QStringLiteral("甲店"),
         QStringLiteral("甲店、甲店\n")},
    };
    for (const Case& one : cases) {
        MergeData data;
        data.values.insert(QStringLiteral("单位名称"), one.value);
        INFO(one.pieces.join(QLatin1Char('|')).toStdString());
        CHECK(filledText(paragraphXml(one.pieces), data) == one.expected);
    }
}

TEST_CASE("a value takes the look of its field's first run")
{
    const QByteArray body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{单位</w:t></w:r>"
                            "<w:r><w:t>名称}}完</w:t></w:r></w:p>";
    MergeData data;
    data.values.insert(QStringLiteral("单位名称"), QStringLiteral("顾村医院"));
    const Letter letter = need(readLetter(templateOf(body).fill(data)));
    const auto& paragraph = std::get<LetterParagraph>(letter.blocks.at(0));
    REQUIRE(paragraph.runs.size() == 2);
    CHECK(paragraph.runs.at(0).text == QStringLiteral("顾村医院"));
    CHECK(paragraph.runs.at(0).isBold);
    CHECK(!paragraph.runs.at(1).isBold);
}

TEST_CASE("a row stands once for each entry of its list")
{
    const QByteArray table = tableXml(
        {{QStringLiteral("序号"), QStringLiteral("名称"), QStringLiteral("单位")},
         {QStringLiteral("{{计量器具.序号}}"), QStringLiteral("{{计量器具．名称}}"), QStringLiteral("{{单位名称}}")},
         {QStringLiteral("合计"), {}, {}}},
        1);
    MergeData data = instruments({QStringLiteral("电子秤"), QStringLiteral("压力表")});
    data.values.insert(QStringLiteral("单位名称"), QStringLiteral("甲店"));
    CHECK(filledText(table, data) == QStringLiteral("序号\n名称\n单位\n1\n电子秤\n甲店\n2\n压力表\n甲店\n合计\n\n\n"));
    CHECK(filledText(table, instruments({})) == QStringLiteral("序号\n名称\n单位\n（无）\n\n\n合计\n\n\n"));
    const QByteArray lines = paragraphXml({QStringLiteral("{{计量器具.序号}}. {{计量器具."), QStringLiteral("名称}}")});
    CHECK(filledText(lines, data) == QStringLiteral("1. 电子秤\n2. 压力表\n"));
    CHECK(filledText(lines, instruments({})) == QStringLiteral("（无）\n"));
}

TEST_CASE("headers and footers are filled too")
{
    DocxPackage package =
        need(readDocx(wrapDocument(paragraphXml({QStringLiteral("正文")})), QStringLiteral("模板.docx")));
    package.set(QStringLiteral("word/footer1.xml"),
                "<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                    + paragraphXml({QStringLiteral("{{单位"), QStringLiteral("名称}}")}) + "</w:ftr>");
    const DocxTemplate paper = need(DocxTemplate::read(writeDocx(package), QStringLiteral("模板.docx")));
    CHECK(paper.fields() == QStringList{QStringLiteral("单位名称")});
    MergeData data;
    data.values.insert(QStringLiteral("单位名称"), QStringLiteral("顾村医院"));
    const Letter letter = need(readLetter(paper.fill(data)));
    REQUIRE(letter.odd.footer.size() == 1);
    CHECK(letter.odd.footer.first().runs.first().text == QStringLiteral("顾村医院"));
}

TEST_CASE("the same data give the same bytes")
{
    const DocxTemplate paper = templateOf(paragraphXml({QStringLiteral("{{计量器具.名称}}")}));
    const MergeData data = instruments({QStringLiteral("电子秤"), QStringLiteral("压力表")});
    CHECK(paper.fill(data) == paper.fill(data));
    CHECK(paper.fill(data) != paper.fill(instruments({QStringLiteral("电子秤")})));
}

TEST_CASE("each wrong field is named with its place and what it may have meant")
{
    struct Case {
        QByteArray body;
        QString place;
        QString field;
        QString word;
    };
    const QByteArray good = paragraphXml({QStringLiteral("{{单位名称}}、{{金额(元)}}、{{计量器具.序号}}")});
    const QVector<Case> cases{
        {paragraphXml({QStringLiteral("{{单位名}}")}), QStringLiteral("第 2 段"), QStringLiteral("单位名"),
         QStringLiteral("单位名称")},
        {paragraphXml({QStringLiteral("{{完全不同的东西}}")}), QStringLiteral("第 2 段"),
         QStringLiteral("完全不同的东西"), QStringLiteral("字段表")},
        {paragraphXml({QStringLiteral("致{{单位名称：")}), QStringLiteral("第 2 段"), QStringLiteral("{{单位名称："),
         QStringLiteral("没有配对")},
        {paragraphXml({QStringLiteral("单位名称}}：")}), QStringLiteral("第 2 段"), QStringLiteral("单位名称}}："),
         QStringLiteral("没有配对")},
        {paragraphXml({QStringLiteral("{{}}")}), QStringLiteral("第 2 段"), QString(), QStringLiteral("没有字段名")},
        {paragraphXml({QStringLiteral("{{计量器具}}")}), QStringLiteral("第 2 段"), QStringLiteral("计量器具"),
         QStringLiteral("计量器具.序号")},
        {tableXml({{QStringLiteral("名称")}, {QStringLiteral("{{计量器具.名字}}")}}), QStringLiteral("表格 1 第 2 行"),
         QStringLiteral("计量器具.名字"), QStringLiteral("计量器具.名称")},
        {tableXml({{QStringLiteral("{{计量器具.名称}}"), QStringLiteral("{{问题.内容}}")}}),
         QStringLiteral("表格 1 第 1 行"), QStringLiteral("问题.内容"), QStringLiteral("一行只能重复一个清单")},
    };
    MergeFields withReference = knownFields();
    withReference.values.append({QStringLiteral("单位.地址"), {}});
    const QByteArray beside = tableXml({{QStringLiteral("{{单位.地址}}"), QStringLiteral("{{计量器具.名称}}")}});
    CHECK(templateOf(beside).faults(withReference).isEmpty());
    CHECK(templateOf(good).faults(knownFields()).isEmpty());
    for (const Case& one : cases) {
        const QVector<TemplateFault> faults = templateOf(good + one.body).faults(knownFields());
        INFO(one.field.toStdString());
        REQUIRE(faults.size() == 1);
        CHECK(faults.first().place == one.place);
        CHECK(faults.first().field == one.field);
        CHECK_THAT(faults.first().why.toStdString(), Catch::Contains(one.word.toStdString()));
    }
}

TEST_CASE("a file that is no template is refused with a sentence")
{
    const QByteArray good = wrapDocument(paragraphXml({QStringLiteral("正文")}));
    QByteArray cut = good.left(good.size() / 2);
    QByteArray flipped = good;
    flipped[200] = char(flipped[200] ^ 0x55);
    const QByteArray bomb = zipOf({{QStringLiteral("word/document.xml"), "<w:document/>"},
                                   {QStringLiteral("word/media/a.bin"), QByteArray(qsizetype(140) << 20, 'a')}});
    QByteArray deep;
    for (int i = 0; i < 5000; ++i)
        deep += "<a>";
    for (int i = 0; i < 5000; ++i)
        deep += "</a>";
    struct Case {
        QByteArray bytes;
        QString code;
    };
    const QString body = QLatin1String(docxBody);
    const QVector<Case> cases{
        {{}, QStringLiteral("damaged_document")},
        {"just text", QStringLiteral("damaged_document")},
        {cut, QStringLiteral("damaged_document")},
        {flipped, QStringLiteral("damaged_document")},
        {QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old", 12), QStringLiteral("old_document")},
        {zipOf({{QStringLiteral("xl/workbook.xml"), "<a/>"}}), QStringLiteral("no_document_body")},
        {zipOf({{body, "<w:document><w:body></w:document>"}}), QStringLiteral("damaged_document")},
        {zipOf({{body, deep}}), QStringLiteral("damaged_document")},
        {zipOf({{body, "<!DOCTYPE a [<!ENTITY b \"bb\">]><w:document/>"}}), QStringLiteral("document_type")},
        {zipOf({{body, "<w:document/>"}, {QStringLiteral("word/styles.xml"), "<w:styles>"}}),
         QStringLiteral("damaged_document")},
        {bomb, QStringLiteral("document_too_large")},
        {wrapDocument("<w:p><w:r></w:p>"), QStringLiteral("damaged_document")},
    };
    for (qsizetype i = 0; i < cases.size(); ++i) {
        INFO(i);
        const auto read = DocxTemplate::read(cases.at(i).bytes, QStringLiteral("承诺书.docx"));
        REQUIRE(!read);
        CHECK(read.error().code == cases.at(i).code);
        CHECK(read.error().message.contains(QStringLiteral("承诺书.docx")));
    }
}

TEST_CASE("a shipped body is wrapped in any of its three forms")
{
    const QByteArray body = paragraphXml({QStringLiteral("甲")});
    const QByteArray space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    const QByteArray section = "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\"/></w:sectPr>";
    CHECK(plainText(letterOf(body)) == QStringLiteral("甲\n"));
    CHECK(plainText(letterOf("<w:body" + space + ">" + body + "</w:body>")) == QStringLiteral("甲\n"));
    CHECK(letterOf(body).page.height() > letterOf(body).page.width());
    CHECK(letterOf(body + section).page.width() > letterOf(body + section).page.height());
    const Letter whole = letterOf("<w:document" + space + "><w:body>" + body + "</w:body></w:document>");
    CHECK(plainText(whole) == QStringLiteral("甲\n"));
}

TEST_CASE("LibreOffice reads the same text in a filled document")
{
    const QByteArray body =
        paragraphXml({QStringLiteral("关于{{单位名称}}的通知")}, QStringLiteral("Title"))
        + paragraphXml({QStringLiteral("{{单"), QStringLiteral("位名称}}：请于2024年3月5日前办理。")})
        + tableXml({{QStringLiteral("序号"), QStringLiteral("名称")},
                    {QStringLiteral("{{计量器具.序号}}"), QStringLiteral("{{计量器具.名称}}")}},
                   1)
        + paragraphXml({QStringLiteral("完")}, QStringLiteral("Sign"));
    MergeData data = instruments({QStringLiteral("电子秤𬱖"), QStringLiteral("压力表 & 其他")});
    data.values.insert(QStringLiteral("单位名称"), QStringLiteral("顾村医院"));
    const QByteArray docx =
        withMark(templateOf(body).fill(data), {QImage(40, 40, QImage::Format_RGB32), QStringLiteral("ZJ-2024-001")});
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("paper.docx")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(docx);
    file.close();
    if (!convertByOffice(folder.path(), QStringLiteral("txt:Text (encoded):UTF8"), {file.fileName()}))
        return;
    const QString office =
        QString::fromUtf8(readFile(folder.filePath(QStringLiteral("paper.txt")))).remove(QChar(0xFEFF));
    CHECK(packed(office) == packed(plainText(need(readLetter(docx)))));
}
