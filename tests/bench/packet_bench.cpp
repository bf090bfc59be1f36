// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/packet_bench.h"

#include "bench/bench_tools.h"
#include "documents/packet_papers.h"
#include "documents/pdf_pages.h"
#include "model/as_of.h"
#include "services/attachments.h"
#include "services/inspections.h"
#include "services/packets.h"
#include "services/tables.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>

using namespace chengheng;

namespace {

constexpr int rounds = 3;
constexpr int fewUnits = 40;
constexpr int manyUnits = 300;
constexpr int instrumentsEach = 25;
constexpr int fewestPages = 160;

QString unitName(int number)
{
    return QStringLiteral("压测单位%1").arg(number, 3, 10, QLatin1Char('0'));
}

std::unique_ptr<services::Workspace> open(const QString& file)
{
    return need(
        services::Workspace::open(services::Place::ofFile(file), benchActor(), std::make_shared<FixedClock>(benchDay)));
}

/// Units of all trades, each with a ledger and a full score sheet.
void makeCampaign(const QString& file, int units)
{
    auto workspace = need(
        services::Workspace::create(services::Place::ofFile(file), benchActor(), std::make_shared<FixedClock>(benchDay),
                                    need(services::RuleTexts::builtIn(QStringLiteral("gucun-2024")))));
    const auto trades = model::wordsOf<model::Trade>();
    QString roster = QStringLiteral("单位名称\t业态\n");
    QString ledger = QStringLiteral("单位名称\t器具名称\t出厂编号\t检定日期\t周期(月)\t检定结论\n");
    for (int i = 0; i < units; ++i) {
        roster += QStringLiteral("%1\t%2\n").arg(unitName(i), trades[1 + i % (int(trades.size()) - 1)].choice.label);
        for (int k = 0; k < instrumentsEach; ++k)
            ledger += QStringLiteral("%1\t电子计价秤\tB%2-%3\t%4\t12\t合格\n")
                          .arg(unitName(i))
                          .arg(i)
                          .arg(k)
                          .arg(benchDay.addDays(-(i * 7 + k) % 500).toString(Qt::ISODate));
    }
    need(services::importClipboard(*workspace, model::kindOf<model::Unit>(), roster, {}));
    need(services::importClipboard(*workspace, model::kindOf<model::Instrument>(), ledger, {}));
    for (const model::Record& unit : need(services::listRecords(*workspace, model::kindOf<model::Unit>()))) {
        services::InspectionForm form;
        form.unit = unit.uid;
        form.on = benchDay.addDays(-20);
        form.inspectors = QStringLiteral("张三、李四");
        const rules::Sheet* sheet = workspace->sheets().sheetOf(model::fromRecord<model::Unit>(unit).trade);
        form.answers.sheet = sheet->no;
        for (const rules::SheetItem& item : sheet->items)
            form.answers.answers.append(rules::goodAnswer(item));
        need(services::recordInspection(*workspace, form));
    }
}

/// Like a photograph: smooth areas with noise over them, no two alike.
QByteArray invented(int number)
{
    QImage image(2560, 1920, QImage::Format_RGB32);
    quint32 state = quint32(number) + 1;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(
                x, y, qRgb((x / 11 + number * 17) % 256, y / 8, int((state = state * 1664525 + 1013904223) >> 27)));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpeg", 88);
    return bytes;
}

void addPhotographs(const QString& file)
{
    constexpr int each = 10;
    auto workspace = open(file);
    QVector<services::LoadedFile> photographs;
    for (int i = 0; i < each; ++i)
        photographs.append(need(services::loadBytes(invented(i), QStringLiteral("%1.jpg").arg(i))));
    for (const model::Record& unit : need(services::listRecords(*workspace, model::kindOf<model::Unit>())))
        need(services::attachFiles(*workspace, {QStringLiteral("unit"), unit.uid}, photographs));
    out() << QStringLiteral("%1 家各 %2 张照片：").arg(fewUnits).arg(each) << Qt::flush;
}

/// The greatest memory of this program since it started. getrusage() would carry over what the parent held
/// before exec.
double peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        giveUp(status.errorString());
    for (QByteArray line = status.readLine(); !line.isEmpty(); line = status.readLine())
        if (line.startsWith("VmHWM:"))
            return line.mid(6).replace("kB", "").trimmed().toDouble() / 1024;
    giveUp(QStringLiteral("读不到内存用量"));
}

/// Writes a packet and prints seconds, pages and the process's greatest memory in MB.
int writePacket(const QString& file)
{
    const QTemporaryDir folder;
    auto workspace = open(file);
    QElapsedTimer timer;
    timer.start();
    const auto report = need(services::writePacket(*workspace, folder.filePath(QStringLiteral("packet")), benchDay));
    const double spent = double(timer.nsecsElapsed()) / 1e9;
    out() << spent << ' ' << report.pages << ' ' << peakMegabytes() << Qt::endl;
    return 0;
}

QString html(const QString& text)
{
    return text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

struct Html {
    QString text;

    void row(const QStringList& cells, const char* tag)
    {
        text += QStringLiteral("<tr>");
        for (const QString& cell : cells)
            text += QStringLiteral("<%1>%2</%1>").arg(QLatin1String(tag), html(cell));
        text += QStringLiteral("</tr>\n");
    }
    void operator()(const documents::Heading& heading)
    {
        text += QStringLiteral("<h2>%1</h2>\n").arg(html(heading.text));
    }
    void operator()(const documents::Paragraph& one) { text += QStringLiteral("<p>%1</p>\n").arg(html(one.text)); }
    void operator()(const documents::KeyValues& values)
    {
        text += QStringLiteral("<table border=1 width=100%>");
        for (const auto& [label, value] : values.rows)
            row({label, value}, "td");
        text += QStringLiteral("</table>");
    }
    void operator()(const documents::TableBlock& table)
    {
        text += QStringLiteral("<table border=1 width=100%><thead>");
        QStringList headings;
        for (const documents::TableColumn& column : table.columns)
            headings << column.heading;
        row(headings, "th");
        text += QStringLiteral("</thead>");
        for (const QStringList& cells : table.rows)
            row(cells, "td");
        if (table.totals)
            row(*table.totals, "th");
        text += QStringLiteral("</table>");
    }
    void operator()(const documents::Signatures& signatures)
    {
        for (const QString& role : signatures.roles)
            text += QStringLiteral("<p>%1：</p>").arg(html(role));
    }
    template <class Other>
    void operator()(const Other&)
    {}
};

/// The same pages as a web page.
int writeHtml(const QString& file, const QString& target)
{
    auto workspace = open(file);
    QFile catalogueFile(QStringLiteral(":/builtin/packet/catalogue.json"));
    if (!catalogueFile.open(QIODevice::ReadOnly))
        giveUp(catalogueFile.errorString());
    const auto catalogue = need(documents::parsePacketCatalogue(catalogueFile.readAll(), catalogueFile.fileName()));
    const documents::PacketInput input{model::asOf(need(workspace->facts()), benchDay),
                                       workspace->plan(),
                                       workspace->sheets(),
                                       workspace->calendar(),
                                       catalogue,
                                       benchDay,
                                       QString(64, QLatin1Char('a')),
                                       QStringLiteral("bench")};
    Html page;
    for (const documents::PacketFile& one : documents::packetFiles(input, documents::packetGaps(input), {}))
        for (const documents::Paper& paper : one.papers) {
            page.text += QStringLiteral("<h1 style=\"page-break-before:always\">%1</h1><p>%2</p>\n")
                             .arg(html(paper.title), html(paper.subtitle));
            for (const documents::Block& block : paper.blocks)
                std::visit(page, block);
        }
    QFile to(target);
    if (!to.open(QIODevice::WriteOnly))
        giveUp(to.errorString());
    to.write(
        QStringLiteral("<html><head><meta charset=\"utf-8\"></head><body>%1</body></html>").arg(page.text).toUtf8());
    return 0;
}

QByteArray runSelf(const QStringList& arguments)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), arguments);
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        giveUp(QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError()));
    return process.readAllStandardOutput();
}

struct Written {
    double seconds = 0;
    int pages = 0;
    double megabytes = 0;
};

/// The median round.
Written measure(const QString& file)
{
    QVector<Written> all;
    for (int i = 0; i < rounds; ++i) {
        const QList<QByteArray> words = runSelf({QStringLiteral("packet-write"), file}).simplified().split(' ');
        all.append({words.value(0).toDouble(), words.value(1).toInt(), words.value(2).toDouble()});
    }
    std::sort(all.begin(), all.end(), [](const Written& a, const Written& b) { return a.seconds < b.seconds; });
    return all[rounds / 2];
}

void compareWriter(const QTemporaryDir& folder, const QString& file, const Written& ours)
{
    if (QStandardPaths::findExecutable(QStringLiteral("soffice")).isEmpty()) {
        out() << QStringLiteral("LibreOffice Writer 没有安装，不比较。") << Qt::endl;
        return;
    }
    const QString page = folder.filePath(QStringLiteral("packet.html"));
    runSelf({QStringLiteral("packet-html"), file, page});
    const QStringList arguments{QStringLiteral("--headless"),
                                QStringLiteral("-env:UserInstallation=file://%1/office").arg(folder.path()),
                                QStringLiteral("--convert-to"),
                                QStringLiteral("pdf:writer_web_pdf_Export"),
                                QStringLiteral("--outdir"),
                                folder.path(),
                                page};
    QVector<double> times;
    for (int i = 0; i < rounds; ++i) { // the first also makes its settings
        QElapsedTimer timer;
        timer.start();
        QProcess writer;
        writer.start(QStringLiteral("soffice"), arguments);
        if (!writer.waitForFinished(-1) || writer.exitCode() != 0
            || !QFile::exists(folder.filePath(QStringLiteral("packet.pdf")))) {
            out() << QStringLiteral("LibreOffice Writer 没有转成，不比较。") << Qt::endl;
            return;
        }
        times.append(double(timer.nsecsElapsed()) / 1e9);
    }
    std::sort(times.begin(), times.end());
    const double theirs = times[rounds / 2];
    QFile converted(folder.filePath(QStringLiteral("packet.pdf")));
    const int theirPages = converted.open(QIODevice::ReadOnly) ? need(documents::pagesIn(converted.readAll())) : 0;
    if (theirPages * 2 < ours.pages)
        giveUp(QStringLiteral("LibreOffice Writer 只转出 %1 页，不能比较").arg(theirPages));
    out()
        << QStringLiteral(
               "验收材料（%1 页，含合订本、表格和清单）：%2 秒，LibreOffice Writer 从 HTML 转 PDF（%6 页）%3 秒，%4 倍（目标 ≤ 0.50 倍，%5）")
               .arg(ours.pages)
               .arg(ours.seconds, 0, 'f', 2)
               .arg(theirs, 0, 'f', 2)
               .arg(ours.seconds / theirs, 0, 'f', 2)
               .arg(verdict(ours.seconds <= theirs / 2))
               .arg(theirPages)
        << Qt::endl;
}

} // namespace

int runPacketMode(int& argc, char** argv)
{
    const QByteArray mode = argc > 2 ? argv[1] : "";
    if (mode != "packet-write" && mode != "packet-html")
        return -1;
    const QGuiApplication application(argc, argv);
    return mode == "packet-write" ? writePacket(QString::fromUtf8(argv[2]))
                                  : writeHtml(QString::fromUtf8(argv[2]), QString::fromUtf8(argv[3]));
}

void benchPackets()
{
    const QTemporaryDir folder;
    const QString few = folder.filePath(QStringLiteral("few.chc"));
    const QString many = folder.filePath(QStringLiteral("many.chc"));
    makeCampaign(few, fewUnits);
    makeCampaign(many, manyUnits);
    out() << QStringLiteral("— 验收材料 —") << Qt::endl;
    const Written small = measure(few);
    if (small.pages < fewestPages)
        giveUp(QStringLiteral("材料只有 %1 页，不到 %2 页").arg(small.pages).arg(fewestPages));
    compareWriter(folder, few, small);
    out() << QStringLiteral("内存最多 %1 MB（目标 < 200 MB，%2）")
                 .arg(small.megabytes, 0, 'f', 0)
                 .arg(verdict(small.megabytes < 200))
          << Qt::endl;
    const Written large = measure(many);
    addPhotographs(few);
    const Written pictured = measure(few);
    out() << QStringLiteral("%1 页，%2 秒，内存最多 %3 MB（目标 < 200 MB，%4）")
                 .arg(pictured.pages)
                 .arg(pictured.seconds, 0, 'f', 2)
                 .arg(pictured.megabytes, 0, 'f', 0)
                 .arg(verdict(pictured.megabytes < 200))
          << Qt::endl;
    const double ratio = (large.seconds / large.pages) / (small.seconds / small.pages);
    out() << QStringLiteral("每页用时，%1 家（%2 页，%3 秒，%4 MB）对 %5 家：%6 倍（目标 ≤ 1.10 倍，%7）")
                 .arg(manyUnits)
                 .arg(large.pages)
                 .arg(large.seconds, 0, 'f', 2)
                 .arg(large.megabytes, 0, 'f', 0)
                 .arg(fewUnits)
                 .arg(ratio, 0, 'f', 2)
                 .arg(verdict(ratio <= 1.1))
          << Qt::endl;
}
