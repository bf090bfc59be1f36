// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace chengheng::documents {

QVector<QVector<bool>> qrModules(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty())
        return {};
    constexpr int smallestVersion = 0;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(bytes.constData(), smallestVersion, QR_ECLEVEL_Q, QR_MODE_8, 1), QRcode_free);
    if (!code)
        return {};
    QVector<QVector<bool>> modules(code->width, QVector<bool>(code->width));
    for (int row = 0; row < code->width; ++row)
        for (int column = 0; column < code->width; ++column)
            modules[row][column] = code->data[row * code->width + column] & 1;
    return modules;
}

QImage qrCode(const QString& text, int pixels)
{
    const auto modules = qrModules(text);
    const int side = int(modules.size()) + 2 * quietModules;
    const int scale = pixels / side;
    if (modules.isEmpty() || scale < 1)
        return {};
    QImage small(side, side, QImage::Format_Grayscale8);
    small.fill(Qt::white);
    for (int row = 0; row < modules.size(); ++row)
        for (int column = 0; column < modules.size(); ++column)
            if (modules[row][column])
                small.scanLine(row + quietModules)[column + quietModules] = 0;
    return small.scaled(side * scale, side * scale);
}

} // namespace chengheng::documents
