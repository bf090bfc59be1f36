// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/pdf_file.h"

#include "base/files.h"
#include "documents/page_layout.h"
#include "documents/pdf_text_mend.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <functional>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PdfFile)
};

void setPage(QPdfWriter& writer, QSizeF size)
{
    QPageSize::PageSizeId id = QPageSize::id(size / unitsPerPoint, QPageSize::Point, QPageSize::FuzzyOrientationMatch);
    const bool isLandscape = size.width() > size.height();
    const QSizeF upright = (isLandscape ? size.transposed() : size) / unitsPerPoint;
    const QPageSize sheet = id == QPageSize::Custom ? QPageSize(upright, QPageSize::Point) : QPageSize(id);
    writer.setPageLayout(QPageLayout(sheet, isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF()));
}

void addPrinted(PrintedText& printed, const Page& page)
{
    for (const Page::Line& line : page.lines) {
        for (const QChar letter : line.text.text())
            printed.letters.insert(letter.unicode());
        for (const QFont& font : line.text.fonts())
            printed.addFace(font);
    }
    printed.rare.add(page);
}

/// What hands out one paper after the other; nothing at the end.
using NextPaper = std::function<std::optional<LaidPaper>()>;

/// Papers as Qt writes them, and the letters in them; nothing where it cannot paint.
std::optional<PdfBytes> paintPapers(const NextPaper& next, const QString& title, PrintedText& printed)
{
    PdfBytes pdf;
    QBuffer buffer(&pdf.bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72 * unitsPerPoint);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("ChengHeng"));
    QPainter painter;
    while (const auto laid = next()) {
        for (const Page& page : laid->pages) {
            setPage(writer, laid->size);
            if (pdf.pages == 0 ? !painter.begin(&writer) : !writer.newPage())
                return std::nullopt;
            paintPage(painter, page);
            addPrinted(printed, page);
            ++pdf.pages;
        }
    }
    if (!painter.isActive() || !painter.end())
        return std::nullopt;
    return pdf;
}

Result<PdfBytes> makeMendedPdf(const NextPaper& next, const QString& title, QDate created)
{
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return fail(ErrorKind::Unavailable, "pdf_not_made",
                    Text::tr("PDF 没有生成：程序没有装入字体。请把这句话告诉程序的维护人员。"));
    PrintedText printed;
    auto pdf = paintPapers(next, title, printed);
    if (!pdf)
        return fail(ErrorKind::Unavailable, "pdf_not_made", Text::tr("PDF 没有生成。请检查内存和字体后重试。"));
    auto mended = mendPdf(pdf->bytes, printed, created);
    if (!mended)
        return fail(mended.error());
    pdf->bytes = std::move(*mended);
    return std::move(*pdf);
}

tl::unexpected<Error> cannotWrite(const QString& path, const QString& reason)
{
    return fail(ErrorKind::Unavailable, "cannot_write_file",
                Text::tr("文件“%1”没有写成（%2），原来的文件没有改动。"
                         "请检查磁盘空间和写入权限，关闭正在打开它的程序，或换一个位置保存。")
                    .arg(QDir::toNativeSeparators(path), reason),
                QFileInfo(path).fileName());
}

} // namespace

Result<PdfBytes> makePdf(const QVector<Paper>& papers, QDate created)
{
    qsizetype at = 0;
    const auto next = [&papers, &at]() -> std::optional<LaidPaper> {
        return at < papers.size() ? std::optional(layOut(papers.at(at++))) : std::nullopt;
    };
    return makeMendedPdf(next, papers.value(0).title, created);
}

Result<PdfBytes> makePdf(const LaidPaper& paper, const QString& title, QDate created)
{
    bool isDone = false;
    const auto next = [&paper, &isDone]() -> std::optional<LaidPaper> {
        return std::exchange(isDone, true) ? std::nullopt : std::optional(paper);
    };
    return makeMendedPdf(next, title, created);
}

Result<int> writePdf(const QString& path, const QVector<Paper>& papers, QDate created)
{
    const auto pdf = makePdf(papers, created);
    if (!pdf)
        return fail(pdf.error());
    if (const QFileInfo target(path); target.exists() && !target.isFile())
        return cannotWrite(path, Text::tr("同名的不是普通文件"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, reasonOf(file));
    // QSaveFile takes a short write (a full disk) for a good one: count the bytes.
    if (file.write(pdf->bytes) != pdf->bytes.size()) {
        file.cancelWriting();
        return cannotWrite(path, Text::tr("数据没有全部写到磁盘上"));
    }
    if (!file.commit())
        return cannotWrite(path, reasonOf(file));
    return pdf->pages;
}

} // namespace chengheng::documents
