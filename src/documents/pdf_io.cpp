// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/pdf_io.h"

#include "base/log.h"

#include <QCoreApplication>
#include <QFile>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFWriter.hh>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PdfIo)
};

tl::unexpected<Error> notAPdf()
{
    return fail(ErrorKind::Invalid, "not_a_pdf", Text::tr("文件不是完整的 PDF，读不出来。请重新扫描或导出后重试。"));
}

template <class Read>
Result<void> opened(QPDF& pdf, const Read& read)
{
    try {
        pdf.setSuppressWarnings(true);
        read();
        if (pdf.getAllPages().empty())
            return notAPdf();
        return {};
    } catch (const QPDFExc& fault) {
        if (fault.getErrorCode() == qpdf_e_password)
            return fail(ErrorKind::Invalid, "locked_pdf", Text::tr("这个 PDF 加了密码，读不出来。请去掉密码后重试。"));
        return notAPdf();
    } catch (const std::exception&) {
        return notAPdf();
    }
}

} // namespace

Result<void> openPdf(QPDF& pdf, const QByteArray& bytes)
{
    return opened(pdf, [&] { pdf.processMemoryFile("paper", bytes.constData(), size_t(bytes.size())); });
}

Result<void> openPdfFile(QPDF& pdf, const QString& path)
{
    return opened(pdf, [&] { pdf.processFile(QFile::encodeName(path).constData()); });
}

QByteArray bytesOfPdf(QPDF& pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.write();
    const std::shared_ptr<Buffer> out = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char*>(out->getBuffer()), qsizetype(out->getSize()));
}

tl::unexpected<Error> pdfFault(const std::exception& fault)
{
    log::warning(QString::fromUtf8(fault.what()));
    return fail(ErrorKind::Invalid, "damaged_pdf", Text::tr("PDF 中有损坏的页面。请重新扫描或导出后重试。"));
}

} // namespace chengheng::documents
