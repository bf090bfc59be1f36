// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/paper_files.h"

#include "documents/checksum.h"

#include <QCoreApplication>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PaperFiles)
};

constexpr qint64 largestPaper = qint64(60) * 1024 * 1024;

} // namespace

LoadedFile pdfFile(const QString& name, const QByteArray& pdf)
{
    LoadedFile file;
    file.name = name + QStringLiteral(".pdf");
    file.mediaType = QStringLiteral("application/pdf");
    file.bytes = pdf;
    file.originalSha256 = documents::sha256Of(pdf).toLatin1();
    return file;
}

Result<void> checkFileSize(qint64 size, const QString& title)
{
    if (size <= largestPaper)
        return {};
    return fail(ErrorKind::Invalid, "file_too_large",
                Text::tr("文书“%1”的文件超过 60 MB，请降低照片或扫描的分辨率后重试。").arg(title), title);
}

} // namespace chengheng::services
