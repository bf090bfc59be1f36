// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/printed_font.h"

#include <QCoreApplication>
#include <QFontDatabase>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PrintedPaper)
};

struct Face {
    const char* family;
    const char* label;
    bool isOwn; ///< the one meant, under one of its names
};
constexpr Face printedFaces[]{{"Noto Sans CJK SC", QT_TRANSLATE_NOOP("PrintedPaper", "思源黑体"), true},
                              {"Source Han Sans SC", QT_TRANSLATE_NOOP("PrintedPaper", "思源黑体"), true},
                              {"WenQuanYi Zen Hei", QT_TRANSLATE_NOOP("PrintedPaper", "文泉驿正黑"), false}};

} // namespace

QStringList substitutedFonts(const std::function<bool(const QString&)>& isInstalled)
{
    for (const Face& face : printedFaces)
        if (isInstalled(QLatin1String(face.family)))
            return face.isOwn
                       ? QStringList()
                       : QStringList{Text::tr("%1 → %2").arg(Text::tr(printedFaces[0].label), Text::tr(face.label))};
    return {Text::tr("%1没有装，也没有能代用的中文字体，汉字可能印不出来").arg(Text::tr(printedFaces[0].label))};
}

QStringList substitutedFonts()
{
    return substitutedFonts([](const QString& family) { return QFontDatabase::hasFamily(family); });
}

QFont printedFont(double points, bool isBold)
{
    QFont font;
    font.setFamilies({QLatin1String(printedFaces[0].family), QLatin1String(printedFaces[1].family),
                      QLatin1String(printedFaces[2].family)});
    font.setPixelSize(qRound(points * unitsPerPoint));
    font.setBold(isBold);
    font.setStyleStrategy(QFont::PreferNoShaping);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setKerning(false);
    return font;
}

} // namespace chengheng::documents
