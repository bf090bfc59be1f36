// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QVector>

namespace chengheng::documents {

/// Modules around a code that have to stay white (ISO/IEC 18004).
inline constexpr int quietModules = 4;

/// The modules of a QR code that may lose a quarter of them (level Q), row by row, true where dark; without
/// the white border. Empty for a text that is empty or too long. Capitals, digits and “ $%*+-./:” make the
/// smallest code.
QVector<QVector<bool>> qrModules(const QString& text);

/// The code in black on white with its border, as large as `pixels` allows in whole pixels a module; null where
/// qrModules() is empty or the modules do not fit.
QImage qrCode(const QString& text, int pixels);

} // namespace chengheng::documents
