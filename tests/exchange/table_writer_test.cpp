// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/fixtures.h"
#include "exchange/table_reader.h"
#include "exchange/table_writer.h"
#include "support/command.h"

#include <QDir>

#include <quazip.h>
#include <quazipfile.h>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace chengheng;
using namespace chengheng::exchange;
using namespace chengheng::test;

namespace {

Cell text(const char* utf8)
{
    return Cell::ofText(QString::fromUtf8(utf8));
}

SheetData instruments()
{
    SheetData sheet;
    sheet.name = QStringLiteral("计量器具");
    sheet.columns = {{QStringLiteral("单位名称"), CellKind::Text, {}, true},
                     {QStringLiteral("证书编号"), CellKind::Text, {}, false},
                     {QStringLiteral("检定日期"), CellKind::Date, {}, false},
                     {QStringLiteral("数量"), CellKind::Number, {}, false},
                     {QStringLiteral("状态"), CellKind::Text, {QStringLiteral("在用"), QStringLiteral("停用")}, false}};
    sheet.rows = {
        {text("示例眼镜店"), text("913101130000000007"), Cell::ofDate(day("2024-03-05")), Cell::ofNumber(1),
         text("在用")},
        {text("=HYPERLINK(\"http://x\")"), text("000123"), Cell::ofDate(day("1900-03-01")), Cell::ofNumber(-2.5),
         Cell()},
        {text("多行\n“引号”,\"逗号\""), text("+86-1"), Cell(), Cell::ofNumber(0.1), text("@x")},
        {text("_x000D_ <&>"), text("'=1"), Cell::ofDate(day("2024-12-31")), Cell::ofNumber(123456789012.0),
         text("-12.5")},
    };
    return sheet;
}

QByteArray part(const QString& path, const char* name)
{
    QuaZip zip(path);
    REQUIRE(zip.open(QuaZip::mdUnzip));
    REQUIRE(zip.setCurrentFile(QString::fromLatin1(name)));
    QuaZipFile file(&zip);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// Files may not grow beyond a hundred bytes while this lives: a full disk.
class FullDisk
{
public:
    FullDisk() : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit full = m_before;
        full.rlim_cur = 100;
        setrlimit(RLIMIT_FSIZE, &full);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    void (*m_handler)(int);
    rlimit m_before{};
};

QStringList filesIn(const QTemporaryDir& folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
}

using Writer = Result<void> (*)(const QString&, const SheetData&);

} // namespace

TEST_CASE("an xlsx read back has the cells that were written", "[exchange]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("台账.xlsx"));
    for (const char* title : {"", "示例台账"}) {
        SheetData sheet = instruments();
        sheet.title = QString::fromUtf8(title);
        need(writeXlsx(path, sheet));
        const Table table = need(readTable(path));
        const qsizetype heading = sheet.title.isEmpty() ? 0 : 1;
        CHECK(table.name == QStringLiteral("计量器具"));
        CHECK(table.at(heading, 0).text == QStringLiteral("单位名称*"));
        REQUIRE(table.rows.size() == heading + 1 + sheet.rows.size());
        for (qsizetype row = 0; row < sheet.rows.size(); ++row) {
            for (qsizetype column = 0; column < sheet.columns.size(); ++column) {
                CAPTURE(row, column);
                CHECK(table.at(heading + 1 + row, column) == sheet.rows[row][column]);
            }
        }
        CHECK(filesIn(folder) == QStringList{QStringLiteral("台账.xlsx")});
    }
}

TEST_CASE("a csv read back shows what was written", "[exchange]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.csv"));
    const SheetData sheet = instruments();
    need(writeCsv(path, sheet));
    const QByteArray bytes = readFile(path);
    CHECK(bytes.startsWith("\xEF\xBB\xBF单位名称,证书编号,检定日期,数量,状态\r\n"));
    CHECK(bytes.contains("\"'=HYPERLINK(\"\"http://x\"\")\",000123,1900-03-01,-2.5,\r\n"));
    CHECK(bytes.contains(",'+86-1,,0.1,'@x\r\n"));
    CHECK(bytes.contains(",-12.5\r\n"));
    const Table table = need(readTable(path));
    for (qsizetype row = 0; row < sheet.rows.size(); ++row) {
        for (qsizetype column = 0; column < sheet.columns.size(); ++column)
            CHECK(table.at(row + 1, column).text == sheet.rows[row][column].text);
    }
}

TEST_CASE("the headings stay in view, below a title too", "[exchange]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    SheetData sheet = instruments();
    for (const auto& [title, above] : {std::pair{"", "ySplit=\"1\""}, {"示例台账", "ySplit=\"2\""}}) {
        sheet.title = QString::fromUtf8(title);
        need(writeXlsx(path, sheet));
        const QByteArray cells = part(path, "xl/worksheets/sheet1.xml");
        CHECK(cells.contains(above));
        CHECK(cells.contains("state=\"frozen\""));
    }
}

TEST_CASE("an empty xlsx table offers choices, keeps typed codes as text and explains itself", "[exchange]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("空表.xlsx"));
    SheetData sheet = instruments();
    sheet.rows.clear();
    QStringList& many = sheet.columns[1].choices;
    for (int i = 0; i < 60; ++i)
        many << QStringLiteral("示例检定机构第%1号").arg(i);
    sheet.instructions = {QStringLiteral("带星号的列必须填写。"), QStringLiteral("日期写成 2024-03-05。")};
    need(writeXlsx(path, sheet));
    const QByteArray cells = part(path, "xl/worksheets/sheet1.xml");
    CHECK(cells.contains("在用,停用"));
    CHECK(cells.contains("'选项'!$A$1:$A$60"));
    CHECK(cells.contains("state=\"frozen\""));
    CHECK(cells.contains("<autoFilter ref=\"A1:E1\"/>"));
    CHECK(part(path, "xl/workbook.xml").contains("name=\"选项\" sheetId=\"2\" state=\"hidden\""));
    CHECK(part(path, "xl/styles.xml").contains("yyyy-mm-dd"));
    const Table table = need(readTable(path));
    CHECK(table.rows.size() == 1);
    REQUIRE(table.notes.size() == 1);
    CHECK(table.notes.front().contains(QStringLiteral("填写说明")));
}

TEST_CASE("choices of many bytes but few letters go to the hidden sheet", "[exchange]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    SheetData sheet = instruments();
    sheet.columns[1].choices.clear();
    for (int i = 0; i < 14; ++i)
        sheet.columns[1].choices << QStringLiteral("整改期限设定之第%1项").arg(i + 10);
    REQUIRE(sheet.columns[1].choices.join(QLatin1Char(',')).size() < 255);
    need(writeXlsx(path, sheet));
    CHECK(part(path, "xl/worksheets/sheet1.xml").contains("'选项'!$A$1:$A$14"));
}

TEST_CASE("any sheet name becomes one that spreadsheets accept", "[exchange]")
{
    struct Case {
        QString asked;
        QString used;
    };
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    for (const Case& c :
         {Case{QString(), QStringLiteral("数据")}, Case{QStringLiteral("a/b:c[d]"), QStringLiteral("a-b-c-d-")},
          Case{QStringLiteral("'x'"), QStringLiteral("-x-")},
          Case{QStringLiteral("长").repeated(40), QStringLiteral("长").repeated(31)},
          Case{QStringLiteral("填写说明"), QStringLiteral("填写说明")}}) {
        SheetData sheet = instruments();
        sheet.name = c.asked;
        sheet.instructions = {QStringLiteral("说明。")};
        need(writeXlsx(path, sheet));
        CHECK(need(readTable(path)).name == c.used);
    }
}

TEST_CASE("a failed write names the trouble and leaves the old file as it was", "[exchange]")
{
    for (const Writer write : {&writeXlsx, &writeCsv}) {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("旧.dat"));
        writeBytes(path, "old");
        {
            const FullDisk full;
            const auto written = write(path, instruments());
            REQUIRE_FALSE(written);
            CHECK(written.error().code == QStringLiteral("cannot_write_file"));
            CHECK(written.error().message.contains(QStringLiteral("旧.dat")));
        }
        CHECK(readFile(path) == "old");
        CHECK(filesIn(folder).size() == 1);
        need(write(path, instruments()));
        CHECK(readFile(path).size() > 100);
        CHECK(filesIn(folder).size() == 1);
    }
}

TEST_CASE("places where no file can be written are refused", "[exchange]")
{
    QTemporaryDir folder;
    for (const Writer write : {&writeXlsx, &writeCsv}) {
        const auto missing = write(folder.filePath(QStringLiteral("无/a.xlsx")), instruments());
        REQUIRE_FALSE(missing);
        CHECK(missing.error().code == QStringLiteral("no_such_folder"));
        const auto directory = write(folder.path(), instruments());
        REQUIRE_FALSE(directory);
        CHECK(directory.error().code == QStringLiteral("cannot_write_file"));
    }
    const QString pipe = folder.filePath(QStringLiteral("pipe.xlsx")); // stands for a device
    REQUIRE(::mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
    const QString campaign = folder.filePath(QStringLiteral("round.xlsx"));
    const QByteArray held = QByteArray("SQLite format 3", 16) + "what it holds";
    {
        QFile file(campaign);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(held) == held.size());
    }
    const QString link = folder.filePath(QStringLiteral("link.xlsx"));
    REQUIRE(QFile::link(campaign, link));
    for (const QString& path : {pipe, campaign, link}) {
        const auto refused = writeXlsx(path, instruments());
        INFO(path.toStdString());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == QStringLiteral("cannot_write_file"));
    }
    CHECK(readFile(campaign) == held);
    for (const QString& path : {pipe, campaign, link})
        QFile::remove(path);
    SheetData sheet = instruments();
    sheet.rows[0][0] = Cell::ofText(QStringLiteral("x").repeated(32'768));
    const auto tooLong = writeXlsx(folder.filePath(QStringLiteral("a.xlsx")), sheet);
    REQUIRE_FALSE(tooLong);
    CHECK(tooLong.error().code == QStringLiteral("text_too_long"));
    CHECK(filesIn(folder).isEmpty());
}

TEST_CASE("LibreOffice shows the dates and texts that were written", "[exchange]")
{
    QTemporaryDir folder;
    SheetData sheet = instruments();
    sheet.title = QStringLiteral("示例台账");
    need(writeXlsx(folder.filePath(QStringLiteral("a.xlsx")), sheet));
    if (!convertByOffice(folder.path(), QStringLiteral("csv:Text - txt - csv (StarCalc):44,34,76,1"),
                         {QStringLiteral("a.xlsx")}))
        return;
    const Table table = need(readTable(folder.filePath(QStringLiteral("a.csv"))));
    CHECK(table.at(0, 0).text == sheet.title);
    for (qsizetype row = 0; row < sheet.rows.size(); ++row) {
        for (qsizetype column = 0; column < 3; ++column) {
            CAPTURE(row, column);
            const QString written = sheet.rows[row][column].text;
            const bool guarded = written == QStringLiteral("'=1"); // csv reading takes one off
            CHECK(table.at(row + 2, column).text == (guarded ? QStringLiteral("=1") : written));
        }
    }
}
