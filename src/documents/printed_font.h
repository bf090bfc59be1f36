// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStringList>

#include <functional>

namespace chengheng::documents {

/// Layout units: tenths of a point, so that the same layout holds on every paint device.
inline constexpr int unitsPerPoint = 10;

/// The program's printed face in a size of points. Its glyphs are never shaped: shaped Han text
/// could not be copied out of the paper again.
QFont printedFont(double points, bool isBold = false);

/// What stands in for the face that papers are printed in: 思源黑体 → 文泉驿正黑; without any Chinese face a word on
/// that. Empty where it is installed. Needs a QGuiApplication.
QStringList substitutedFonts();
/// The same for a machine where these families are installed.
QStringList substitutedFonts(const std::function<bool(const QString& family)>& isInstalled);

} // namespace chengheng::documents
