// SPDX-License-Identifier: GPL-3.0-or-later
//
// libxlsxwriter and QuaZip both bring a minizip, and the dynamic linker keeps one definition of each
// name for the whole process. QuaZip's zipOpen takes a QIODevice where libxlsxwriter passes a file
// name: without this file the program crashes. Defined in the program itself, this zipOpen comes
// before both; QuaZip itself never calls it (it calls zipOpen3). The other four functions that
// libxlsxwriter calls have the same signatures in both.

#include "exchange/xlsx_zip_bridge.h"

#include <QFile>

#include <zip.h>

namespace chengheng::exchange {

namespace {

thread_local QFile* archiveFile = nullptr;

} // namespace

XlsxZipBridge::XlsxZipBridge() : m_file(std::make_unique<QFile>())
{
    archiveFile = m_file.get();
}

XlsxZipBridge::~XlsxZipBridge()
{
    archiveFile = nullptr;
}

bool XlsxZipBridge::wroteAll() const
{
    return m_file->error() == QFileDevice::NoError;
}

} // namespace chengheng::exchange

/// `path` is the file name libxlsxwriter was given, in the local file-name encoding.
extern "C" Q_DECL_EXPORT zipFile zipOpen(voidpf path, int append)
{
    QFile* file = chengheng::exchange::archiveFile;
    if (!file || append != APPEND_STATUS_CREATE)
        return nullptr;
    file->setFileName(QFile::decodeName(static_cast<const char*>(path)));
    return zipOpen3(file, append, nullptr, nullptr, ZIP_AUTO_CLOSE);
}
