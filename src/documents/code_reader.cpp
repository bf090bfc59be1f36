// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/code_reader.h"

#include <QCoreApplication>

#include <ReadBarcode.h>
#include <poppler-qt6.h>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CodeReader)
};

constexpr double pointsPerInch = 72;
constexpr double mostPixels = 4000; // of the long edge: a page that is a photograph may be metres long

/// A page's codes, rendered so that a code of this program's papers has enough pixels a module.
QStringList codesOn(const Poppler::Page& page)
{
    const QSizeF size = page.pageSizeF();
    const double inches = qMax(size.width(), size.height()) / pointsPerInch;
    for (const double wanted : {200.0, 300.0}) {
        const double dpi = qMin(wanted, mostPixels / inches);
        const QStringList codes = codesIn(page.renderToImage(dpi, dpi));
        if (!codes.isEmpty())
            return codes;
    }
    return {};
}

} // namespace

QStringList codesIn(const QImage& picture)
{
    if (picture.isNull())
        return {};
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                int(grey.bytesPerLine()));
    const auto hints =
        ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true).setTryRotate(true);
    QStringList texts;
    for (const ZXing::Result& found : ZXing::ReadBarcodes(view, hints))
        texts.append(QString::fromStdString(found.text()));
    return texts;
}

Result<QVector<QStringList>> codesOnPages(const QByteArray& pdf, const std::function<bool(int, int)>& goOn)
{
    Poppler::setDebugErrorFunction([](const QString&, const QVariant&) {}, {}); // faults are told as a whole
    const auto document = Poppler::Document::loadFromData(pdf);
    if (!document || document->isLocked())
        return fail(ErrorKind::Invalid, "not_a_pdf",
                    Text::tr("文件不是完整的 PDF，或者加了密码，读不出来。请重新扫描后重试。"));
    QVector<QStringList> codes;
    for (int number = 0; number < document->numPages(); ++number) {
        if (goOn && !goOn(number + 1, document->numPages()))
            return fail(ErrorKind::Cancelled, "cancelled", Text::tr("已取消，扫描件没有处理。"));
        const auto page = document->page(number);
        codes.append(page ? codesOn(*page) : QStringList());
    }
    return codes;
}

} // namespace chengheng::documents
