// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QFile;

namespace chengheng::exchange {

/// Must live around workbook_close(): lets libxlsxwriter write its archive through QuaZip's minizip
/// (the .cpp says why).
class XlsxZipBridge
{
public:
    XlsxZipBridge();
    ~XlsxZipBridge();
    XlsxZipBridge(const XlsxZipBridge&) = delete;
    XlsxZipBridge& operator=(const XlsxZipBridge&) = delete;

    /// No write failed, e.g. on a full disk.
    bool wroteAll() const;

private:
    std::unique_ptr<QFile> m_file;
};

} // namespace chengheng::exchange
