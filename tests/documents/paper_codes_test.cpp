// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/code_reader.h"
#include "documents/code_stamp.h"
#include "documents/pdf_file.h"
#include "documents/pdf_pages.h"
#include "documents/qr_code.h"
#include "support/support.h"

#include <QBuffer>
#include <QPainter>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTransform>

using namespace chengheng;
using namespace chengheng::test;

namespace {

const QString sample = QStringLiteral("CH1:7728950E-2024-00012-K");

QByteArray pdfOf(int pages, bool isLandscape = false)
{
    documents::Paper paper;
    paper.title = QStringLiteral("整改通知书");
    paper.isLandscape = isLandscape;
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            paper.blocks.append(documents::PageBreak{});
        paper.blocks.append(documents::Paragraph{QStringLiteral("第 %1 页").arg(page + 1)});
    }
    return need(documents::makePdf({paper}, day("2024-09-02"))).bytes;
}

/// A sheet photographed on a dark table: turned, in perspective, unevenly lit.
QImage photographOf(const QImage& code, double turn)
{
    QImage sheet(1240, 1754, QImage::Format_RGB32);
    sheet.fill(QColor(250, 248, 240));
    QPainter painter(&sheet);
    painter.drawImage(QRect(950, 60, 220, 220), code);
    painter.end();
    QTransform seen;
    seen.rotate(turn);
    seen *= QTransform(1, 0.05, 0.00004, 0.08, 1, 0.00003, 0, 0, 1);
    const QImage lying = sheet.transformed(seen, Qt::SmoothTransformation);
    QImage table(lying.size() + QSize(200, 200), QImage::Format_RGB32);
    table.fill(QColor(70, 60, 50));
    QPainter laid(&table);
    laid.drawImage(100, 100, lying);
    return table;
}

void runTool(const QString& tool, const QStringList& arguments)
{
    QProcess process;
    process.start(tool, arguments);
    REQUIRE(process.waitForFinished());
    REQUIRE(process.exitCode() == 0);
}

void writeTo(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// The first page as another program shows it.
QImage renderedAt(const QByteArray& pdf, int dpi)
{
    const QTemporaryDir folder;
    writeTo(folder.filePath(QStringLiteral("a.pdf")), pdf);
    runTool(QStringLiteral("pdftoppm"),
            {QStringLiteral("-r"), QString::number(dpi), QStringLiteral("-gray"), QStringLiteral("-png"),
             QStringLiteral("-singlefile"), folder.filePath(QStringLiteral("a.pdf")),
             folder.filePath(QStringLiteral("a"))});
    return QImage(folder.filePath(QStringLiteral("a.png")));
}

/// The PDF with its pages shown turned by so many degrees.
QByteArray turned(const QByteArray& pdf, int degrees)
{
    const QTemporaryDir folder;
    writeTo(folder.filePath(QStringLiteral("a.pdf")), pdf);
    runTool(QStringLiteral("qpdf"),
            {QStringLiteral("--rotate=%1").arg(degrees), folder.filePath(QStringLiteral("a.pdf")),
             folder.filePath(QStringLiteral("b.pdf"))});
    return readFile(folder.filePath(QStringLiteral("b.pdf")));
}

/// A page as a cheap scanner gives it: at a resolution, two degrees askew, with grains and strong compression.
QImage scannedAs(const QByteArray& pdf, int dpi)
{
    QImage askew = renderedAt(pdf, dpi)
                       .transformed(QTransform().rotate(2), Qt::SmoothTransformation)
                       .convertToFormat(QImage::Format_Grayscale8);
    QRandomGenerator grains(7);
    for (int row = 0; row < askew.height(); ++row)
        for (int column = 0; column < askew.width(); ++column) {
            uchar& pixel = askew.scanLine(row)[column];
            pixel = uchar(qBound(0, pixel + int(grains.bounded(61)) - 30, 255));
        }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(askew.save(&buffer, "JPEG", 40));
    return QImage::fromData(bytes);
}

QByteArray jpegOf(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(image.save(&buffer, "JPEG", 70));
    return bytes;
}

} // namespace

TEST_CASE("a QR code is drawn in whole pixels with its border and reads back", "[documents]")
{
    const auto modules = documents::qrModules(sample);
    CHECK(modules.size() == 25);
    for (const int pixels : {33, 100, 500}) {
        const QImage code = documents::qrCode(sample, pixels);
        CHECK(code.width() == pixels / 33 * 33);
        CHECK(code.pixelColor(0, 0) == Qt::white);
        if (pixels > 33)
            CHECK(documents::codesIn(code) == QStringList{sample});
    }
    CHECK(documents::qrCode(sample, 32).isNull());
    CHECK(documents::qrCode(QString(), 100).isNull());
    CHECK(documents::qrCode(QString(5000, QLatin1Char('A')), 5000).isNull());
    const QString chinese = QStringLiteral("电子计价秤 沪检2024第000123号");
    CHECK(documents::codesIn(documents::qrCode(chinese, 300)) == QStringList{chinese});
}

TEST_CASE("a photographed page gives its code", "[documents]")
{
    for (const double turn : {0.0, 7.0, 90.0, 180.0, -12.0}) {
        INFO(turn);
        CHECK(documents::codesIn(photographOf(documents::qrCode(sample, 220), turn)) == QStringList{sample});
    }
    CHECK(documents::codesIn(photographOf(QImage(220, 220, QImage::Format_RGB32), 5)).isEmpty());
    CHECK(documents::codesIn(QImage()).isEmpty());
}

TEST_CASE("a stamped paper bears its code on each page and is otherwise what it was", "[documents]")
{
    for (const bool isLandscape : {false, true}) {
        const QByteArray pdf = pdfOf(3, isLandscape);
        const QByteArray stamped = need(documents::stampCode(pdf, sample));
        CHECK(need(documents::stampCode(pdf, sample)) == stamped);
        CHECK(need(documents::codesOnPages(need(documents::stampCode(pdf, sample, QStringLiteral("2024-00012")))))
              == QVector<QStringList>(3, {sample}));
        CHECK(need(documents::pagesIn(stamped)) == 3);
        CHECK(need(documents::codesOnPages(stamped)) == QVector<QStringList>(3, {sample}));
    }
    CHECK(need(documents::codesOnPages(pdfOf(2))) == QVector<QStringList>(2, QStringList()));
    const auto tooLong = documents::stampCode(pdfOf(1), QString(5000, QLatin1Char('A')));
    REQUIRE_FALSE(tooLong);
    CHECK(tooLong.error().code == QLatin1String("code_too_long"));
}

TEST_CASE("the stamp stands upright at the top right of a page that is shown turned", "[documents]")
{
    constexpr int dpi = 200;
    constexpr int corner = int((documents::stampDistance + documents::stampSide + 4) * dpi / 72);
    const QImage upright = renderedAt(need(documents::stampCode(pdfOf(1), sample)), dpi);
    const QImage wanted = upright.copy(upright.width() - corner, 0, corner, corner);
    REQUIRE(documents::codesIn(wanted) == QStringList{sample});
    for (const int degrees : {90, 180, 270}) {
        INFO(degrees);
        const QImage page = renderedAt(need(documents::stampCode(turned(pdfOf(1), degrees), sample)), dpi);
        const QImage found = page.copy(page.width() - corner, 0, corner, corner);
        int different = 0;
        for (int row = 0; row < corner; ++row)
            for (int column = 0; column < corner; ++column)
                different += qAbs(qGray(found.pixel(column, row)) - qGray(wanted.pixel(column, row))) > 128;
        CHECK(different < corner * corner / 20); // edges fall between pixels
        CHECK(documents::codesIn(found) == QStringList{sample});
    }
}

TEST_CASE("a stamped page is read from a scanner's picture, coarse, askew and grainy", "[documents]")
{
    const QByteArray pdf = need(documents::stampCode(pdfOf(1), sample, QStringLiteral("2024-00012")));
    for (const int dpi : {150, 200, 300}) {
        INFO(dpi);
        const QImage scanned = scannedAs(pdf, dpi);
        REQUIRE_FALSE(scanned.isNull());
        CHECK(documents::codesIn(scanned) == QStringList{sample});
    }
}

TEST_CASE("pages taken from a batch and pages put together keep their order", "[documents]")
{
    const QString other = QStringLiteral("CH1:7728950E-2024-00013-9");
    const QByteArray first = need(documents::stampCode(pdfOf(2), sample));
    const QByteArray second = need(documents::stampCode(pdfOf(1, true), other));
    const QByteArray photograph = jpegOf(photographOf(documents::qrCode(sample, 220), 90));
    const QByteArray batch = need(documents::joinPages({{QStringLiteral("一.pdf"), first},
                                                        {QStringLiteral("二.pdf"), second},
                                                        {QStringLiteral("三.jpg"), photograph}}));
    CHECK(need(documents::codesOnPages(batch)) == QVector<QStringList>{{sample}, {sample}, {other}, {sample}});
    const QByteArray taken = need(documents::takePages(batch, {4, 3}));
    CHECK(need(documents::codesOnPages(taken)) == QVector<QStringList>{{sample}, {other}});
    CHECK(need(documents::takePages(batch, {4, 3})) == taken);
    CHECK_FALSE(documents::takePages(batch, {5}));
}

TEST_CASE("what is no PDF is refused in a sentence", "[documents]")
{
    const QByteArray whole = pdfOf(1);
    for (const QByteArray& bytes :
         {QByteArray(), QByteArray("%PDF-1.7\n"), whole.left(whole.size() / 3), QByteArray(5000, 'x')}) {
        const auto pages = documents::pagesIn(bytes);
        const auto stamped = documents::stampCode(bytes, sample);
        REQUIRE_FALSE(pages);
        REQUIRE_FALSE(stamped);
        for (const Error& error : {pages.error(), stamped.error()}) {
            CHECK(error.kind == ErrorKind::Invalid);
            CHECK(error.message.endsWith(QStringLiteral("。")));
        }
        const auto codes = documents::codesOnPages(bytes);
        CHECK((!codes || codes->isEmpty()));
    }
    int asked = 0;
    const auto cancelled = documents::codesOnPages(pdfOf(3), [&](int, int) { return ++asked < 2; });
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().kind == ErrorKind::Cancelled);
    CHECK(asked == 2);
}
