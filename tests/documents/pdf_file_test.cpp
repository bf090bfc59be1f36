// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf_tools.h"

#include "documents/checksum.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>

#include <sys/resource.h>

using namespace chengheng;
using namespace chengheng::documents;
using namespace chengheng::test;

namespace {

/// While it lives no file can grow past `bytes`: a disk that fills up.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

Paper tableOf(int rows, int every = 1)
{
    Paper paper = samplePaper();
    TableBlock table{
        {{QStringLiteral("序号"), 0.5, Alignment::Right}, {QStringLiteral("器具名称"), 2}, {QStringLiteral("说明"), 3}},
        {}};
    for (int i = 1; i <= rows; ++i) {
        const QString longer = i % every == 0 ? QStringLiteral("超过有效期，须重新检定").repeated(i % 7) : QString();
        table.rows.append({QString::number(i), QStringLiteral("电子秤%1号").arg(i, 5, 10, QLatin1Char('0')),
                           QStringLiteral("说明甲%1%2完").arg(i).arg(longer)});
    }
    paper.blocks.append(table);
    return paper;
}

} // namespace

TEST_CASE("what is printed can be copied out again")
{
    const QStringList texts{QStringLiteral("喆堃"),
                            QStringLiteral("YQ000031"),
                            QStringLiteral("大"),
                            QStringLiteral("2024年3月5日"),
                            QStringLiteral("子气色长车页马鱼风门飞黄卤见贝麦齐齿龙龟青韦食"),
                            QStringLiteral("上海市宝山区沪太路3555弄12号"),
                            QStringLiteral("0.5 kg～30 kg（Ⅲ级）"),
                            QStringLiteral("91310113MA1GK8XB2H"),
                            QStringLiteral("见“说明”；三、四、五")};
    Paper paper = samplePaper();
    for (const QString& text : texts)
        paper.blocks.append(Paragraph{text});
    const QString printed = textOf({paper});
    for (const QString& text : texts)
        CHECK_THAT(printed.toStdString(), Catch::Contains(text.toStdString()));
    CHECK(printed.contains(paper.title));
    CHECK(printed.contains(paper.campaign));
    CHECK(printed.contains(paper.mark));
    CHECK(printed.contains(QStringLiteral("数据截至 2024年3月5日")));
}

TEST_CASE("rare characters beyond the first plane can be copied out again")
{
    const QStringList names{QStringLiteral("张𬱖"), QStringLiteral("㐂𠮷"), QStringLiteral("𬭎𬭚李"),
                            QStringLiteral("𬸚𠮷𬱖")};
    Paper paper = samplePaper();
    paper.title = QStringLiteral("𬴊的台账𬱖");
    for (const QString& name : names)
        paper.blocks.append(Paragraph{name});
    paper.blocks.append(Heading{QStringLiteral("𫖮大𬭎")});
    const QString printed = textOf({paper}, false);
    const QStringList all = names + QStringList{paper.title, QStringLiteral("𫖮大𬭎")};
    for (const QString& name : all)
        CHECK_THAT(printed.toStdString(), Catch::Contains(name.toStdString()));
}

TEST_CASE("all fonts are embedded and the file is sound")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("台账.pdf"));
    const int pages = need(writePdf(path, {tableOf(60)}, day("2024-03-05")));
    CHECK(outputOf(QStringLiteral("pdfinfo"), {path})
              .contains(QRegularExpression(QStringLiteral("Pages: +%1\n").arg(pages))));
    CHECK(outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), path})
              .contains(QStringLiteral("No syntax or stream encoding errors")));
    const QStringList fonts =
        outputOf(QStringLiteral("pdffonts"), {path}).split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
    REQUIRE(!fonts.isEmpty());
    for (const QString& font : fonts) {
        INFO(font.toStdString());
        CHECK(font.contains(QRegularExpression(QStringLiteral("Identity-H +yes (yes|no) +yes"))));
        CHECK(font.contains(QStringLiteral("CJK")));
    }
}

TEST_CASE("the same paper gives the same bytes")
{
    const auto first = need(makePdf({tableOf(40)}, day("2024-03-05")));
    const auto second = need(makePdf({tableOf(40)}, day("2024-03-05")));
    CHECK(sha256Of(first.bytes) == sha256Of(second.bytes));
    const auto other = need(makePdf({tableOf(41)}, day("2024-03-05")));
    CHECK(sha256Of(first.bytes) != sha256Of(other.bytes));
}

TEST_CASE("every cell of a long table is on paper, under its heading")
{
    const Paper paper = tableOf(500, 3);
    const QStringList pages = textOf({paper}).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    REQUIRE(pages.size() > 5);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        CHECK(pages.at(i).contains(QStringLiteral("器具名称")));
        CHECK(packed(pages.at(i)).contains(QStringLiteral("第%1页共%2页").arg(i + 1).arg(pages.size())));
    }
    QStringList missing;
    const QString printed = packed(textOf({paper}, false));
    for (const QStringList& row : std::get<TableBlock>(paper.blocks.first()).rows)
        for (const QString& cell : row)
            if (!printed.contains(cell))
                missing << cell;
    CHECK(missing.join(QLatin1Char(' ')) == QString());
}

TEST_CASE("a table that goes on overleaf names its section again")
{
    Paper paper = tableOf(80);
    paper.blocks.prepend(Heading{QStringLiteral("小商户")});
    const QStringList pages = textOf({paper}).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    REQUIRE(pages.size() >= 2);
    CHECK(!pages.at(0).contains(QStringLiteral("（续）")));
    for (qsizetype i = 1; i < pages.size(); ++i)
        CHECK(pages.at(i).contains(QStringLiteral("小商户（续）")));
}

TEST_CASE("a row taller than a page goes on overleaf without loss")
{
    Paper paper = samplePaper();
    QString text;
    for (int i = 0; i < 900; ++i)
        text += QStringLiteral("第%1处；").arg(i);
    paper.blocks.append(
        TableBlock{{{QStringLiteral("事项"), 1}, {QStringLiteral("经过"), 2}}, {{QStringLiteral("甲"), text}}});
    const QStringList pages = textOf({paper}, false).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    REQUIRE(pages.size() >= 2);
    const QString printed = packed(pages.join(QString()));
    for (int i = 0; i < 900; i += 37)
        CHECK(printed.contains(QStringLiteral("第%1处").arg(i)));
    CHECK(pages.at(1).contains(QStringLiteral("经过")));
}

TEST_CASE("an empty table says that there is nothing")
{
    CHECK(textOf({tableOf(0)}).contains(QStringLiteral("（无）")));
}

TEST_CASE("two papers in one file have their own page numbers")
{
    Paper wide = tableOf(3);
    wide.isLandscape = true;
    const QStringList pages = textOf({tableOf(3), wide}).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    REQUIRE(pages.size() == 2);
    CHECK(packed(pages.at(1)).contains(QStringLiteral("第1页共1页")));
}

TEST_CASE("a place that cannot be written is named")
{
    const auto written = writePdf(QStringLiteral("/no/such/folder/台账.pdf"), {tableOf(1)}, day("2024-03-05"));
    REQUIRE(!written);
    CHECK(written.error().code == QStringLiteral("cannot_write_file"));
    CHECK(written.error().message.contains(QStringLiteral("台账.pdf")));
}

TEST_CASE("a full disk is told and leaves the old file as it was")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("台账.pdf"));
    need(writePdf(path, {tableOf(3)}, day("2024-03-05")));
    const QString before = need(sha256OfFile(path));
    const auto written = [&path] {
        const SmallDisk disk(4096);
        return writePdf(path, {tableOf(60)}, day("2024-03-05"));
    }();
    REQUIRE(!written);
    CHECK(written.error().code == QStringLiteral("cannot_write_file"));
    CHECK(need(sha256OfFile(path)) == before);
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size() == 1);
}

TEST_CASE("only a plain file is ever replaced")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("台账.pdf"));
    REQUIRE(QDir().mkdir(path));
    const auto written = writePdf(path, {tableOf(1)}, day("2024-03-05"));
    REQUIRE(!written);
    CHECK(written.error().code == QStringLiteral("cannot_write_file"));
    CHECK(QFileInfo(path).isDir());
}

TEST_CASE("a font subset's name does not depend on the order Qt numbers fonts in")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("台账.pdf"));
    need(writePdf(path, {tableOf(5)}, day("2024-03-05")));
    const QByteArray bytes = readFile(path);
    static const QRegularExpression name(QStringLiteral("/FontName /([A-Z]{6})\\+"));
    auto names = name.globalMatch(QString::fromLatin1(bytes));
    QStringList tags;
    while (names.hasNext())
        tags << names.next().captured(1);
    REQUIRE(tags.size() == 2);
    CHECK(tags.at(0) != tags.at(1));
    for (const QString& tag : tags)
        CHECK(!tag.endsWith(QStringLiteral("AAA")));
}

TEST_CASE("checksums are those of the well-known program")
{
    CHECK(sha256Of(QByteArrayLiteral("abc"))
          == QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    CHECK(!sha256OfFile(QStringLiteral("/no/such/file")));
}
