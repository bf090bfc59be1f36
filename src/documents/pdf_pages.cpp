// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/pdf_pages.h"

#include "documents/pdf_io.h"
#include "documents/photograph.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>

#include <qpdf/QPDFPageDocumentHelper.hh>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PdfPages)
};

/// A photograph of a page as an A4 page, upright or lying as it was taken.
Result<QByteArray> pageOf(const NamedBytes& picture)
{
    const auto photograph = readPhotograph(picture.bytes, picture.name);
    if (!photograph)
        return fail(photograph.error());
    const QImage image = QImage::fromData(photograph->jpeg);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(300);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4),
                                     image.width() > image.height() ? QPageLayout::Landscape : QPageLayout::Portrait,
                                     QMarginsF()));
    QPainter painter(&writer);
    const QRectF page(0, 0, writer.width(), writer.height());
    QRectF area(QPointF(), QSizeF(image.size()).scaled(page.size(), Qt::KeepAspectRatio));
    area.moveCenter(page.center());
    painter.drawImage(area, image);
    painter.end();
    return bytes;
}

Error named(Error error, const QString& name)
{
    error.message = Text::tr("“%1”：%2").arg(name, error.message);
    error.where = name;
    return error;
}

} // namespace

Result<int> pagesIn(const QByteArray& pdf)
{
    QPDF document;
    if (auto opened = openPdf(document, pdf); !opened)
        return fail(opened.error());
    return int(document.getAllPages().size());
}

Result<QByteArray> takePages(const QByteArray& pdf, const QVector<int>& pages)
{
    QPDF whole;
    if (auto opened = openPdf(whole, pdf); !opened)
        return fail(opened.error());
    try {
        QPDF part;
        part.emptyPDF();
        const auto all = whole.getAllPages();
        for (const int page : pages)
            part.addPage(all.at(size_t(page - 1)), false);
        return bytesOfPdf(part);
    } catch (const std::exception& fault) {
        return pdfFault(fault);
    }
}

Result<QByteArray> joinPages(const QVector<NamedBytes>& files)
{
    QVector<QByteArray> contents;
    std::vector<std::unique_ptr<QPDF>> sources; // pages are copied from them when the whole is written
    try {
        QPDF whole;
        whole.emptyPDF();
        for (const NamedBytes& file : files) {
            auto bytes = isPicture(file.bytes) ? pageOf(file) : Result<QByteArray>(file.bytes);
            if (!bytes)
                return fail(bytes.error());
            contents.append(*bytes);
            sources.push_back(std::make_unique<QPDF>());
            if (auto opened = openPdf(*sources.back(), contents.last()); !opened)
                return fail(named(opened.error(), file.name));
            for (const QPDFObjectHandle& page : sources.back()->getAllPages())
                whole.addPage(page, false);
        }
        return bytesOfPdf(whole);
    } catch (const std::exception& fault) {
        return pdfFault(fault);
    }
}

} // namespace chengheng::documents
