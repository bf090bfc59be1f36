// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/letter_fonts.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QHash>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LetterFonts)
};

/// A kind's own families, and those that stand in for it, best first.
struct Family {
    QStringList own;
    QStringList standIns;
};

const QString notoSerif = QStringLiteral("Noto Serif CJK SC");
const QString notoSans = QStringLiteral("Noto Sans CJK SC");

Family familyOf(FaceKind kind)
{
    const QStringList serif{notoSerif, QStringLiteral("Source Han Serif SC"), QStringLiteral("AR PL UMing CN")};
    switch (kind) {
    case FaceKind::FangSong:
        return {{QStringLiteral("仿宋_GB2312"), QStringLiteral("FangSong_GB2312"), QStringLiteral("仿宋"),
                 QStringLiteral("FangSong"), QStringLiteral("华文仿宋"), QStringLiteral("STFangsong")},
                serif};
    case FaceKind::XiaoBiaoSong:
        return {{QStringLiteral("方正小标宋简体"), QStringLiteral("FZXiaoBiaoSong-B05S"),
                 QStringLiteral("方正小标宋_GBK"), QStringLiteral("FZXiaoBiaoSong-B05")},
                QStringList{QStringLiteral("华文中宋"), QStringLiteral("STZhongsong")} + serif};
    case FaceKind::KaiTi:
        return {{QStringLiteral("楷体_GB2312"), QStringLiteral("KaiTi_GB2312"), QStringLiteral("楷体"),
                 QStringLiteral("KaiTi"), QStringLiteral("华文楷体"), QStringLiteral("STKaiti")},
                QStringList{QStringLiteral("LXGW WenKai"), QStringLiteral("AR PL UKai CN")} + serif};
    case FaceKind::HeiTi:
        return {{QStringLiteral("黑体"), QStringLiteral("SimHei"), QStringLiteral("STHeiti")},
                {notoSans, QStringLiteral("Source Han Sans SC"), QStringLiteral("WenQuanYi Zen Hei")}};
    case FaceKind::SongTi:
        break;
    }
    return {{QStringLiteral("宋体"), QStringLiteral("SimSun"), QStringLiteral("新宋体"), QStringLiteral("NSimSun"),
             QStringLiteral("华文宋体"), QStringLiteral("STSong")},
            serif};
}

struct Installed {
    QString family;
    bool isOwn = false;
};

Installed findInstalled(FaceKind kind)
{
    const Family family = familyOf(kind);
    for (const QString& name : family.own)
        if (QFontDatabase::hasFamily(name))
            return {name, true};
    for (const QString& name : family.standIns)
        if (QFontDatabase::hasFamily(name))
            return {name, false};
    return {notoSans, false};
}

const Installed& installedFor(FaceKind kind)
{
    static const QVector<Installed> faces{findInstalled(FaceKind::FangSong), findInstalled(FaceKind::XiaoBiaoSong),
                                          findInstalled(FaceKind::KaiTi), findInstalled(FaceKind::HeiTi),
                                          findInstalled(FaceKind::SongTi)};
    return faces.at(int(kind));
}

QString labelOf(FaceKind kind)
{
    switch (kind) {
    case FaceKind::FangSong:
        return Text::tr("仿宋");
    case FaceKind::XiaoBiaoSong:
        return Text::tr("小标宋");
    case FaceKind::KaiTi:
        return Text::tr("楷体");
    case FaceKind::HeiTi:
        return Text::tr("黑体");
    case FaceKind::SongTi:
        break;
    }
    return Text::tr("宋体");
}

QString labelOf(const QString& family)
{
    const QHash<QString, QString> labels{
        {notoSerif, Text::tr("思源宋体")},
        {QStringLiteral("Source Han Serif SC"), Text::tr("思源宋体")},
        {notoSans, Text::tr("思源黑体")},
        {QStringLiteral("Source Han Sans SC"), Text::tr("思源黑体")},
        {QStringLiteral("LXGW WenKai"), Text::tr("霞鹜文楷")},
        {QStringLiteral("WenQuanYi Zen Hei"), Text::tr("文泉驿正黑")},
        {QStringLiteral("AR PL UKai CN"), Text::tr("文鼎楷体")},
        {QStringLiteral("AR PL UMing CN"), Text::tr("文鼎明体")},
        {QStringLiteral("STZhongsong"), Text::tr("华文中宋")},
    };
    return labels.value(family, family);
}

void addKinds(QVector<FaceKind>& kinds, const QVector<LetterParagraph>& paragraphs)
{
    for (const LetterParagraph& paragraph : paragraphs)
        for (const LetterRun& run : paragraph.runs)
            if (!kinds.contains(run.kind))
                kinds.append(run.kind);
}

} // namespace

FaceKind kindOfFace(const QString& face)
{
    const auto has = [&face](const QString& word) { return face.contains(word, Qt::CaseInsensitive); };
    if (has(QStringLiteral("仿宋")) || has(QStringLiteral("FangSong")) || has(QStringLiteral("Fang")))
        return FaceKind::FangSong;
    if (has(QStringLiteral("标宋")) || has(QStringLiteral("BiaoSong")) || has(QStringLiteral("中宋")))
        return FaceKind::XiaoBiaoSong;
    if (has(QStringLiteral("楷")) || has(QStringLiteral("Kai")))
        return FaceKind::KaiTi;
    if (has(QStringLiteral("黑")) || has(QStringLiteral("Hei")) || has(QStringLiteral("等线"))
        || has(QStringLiteral("Sans")))
        return FaceKind::HeiTi;
    return FaceKind::SongTi;
}

QFont letterFont(const LetterRun& run, double extra)
{
    const Installed& face = installedFor(run.kind);
    QFont font = printedFont(run.points, run.isBold);
    font.setFamilies(QStringList{face.family, notoSerif} + font.families());
    // A title's face is heavy by itself; what stands in for it is not.
    if (run.kind == FaceKind::XiaoBiaoSong && !face.isOwn)
        font.setBold(true);
    font.setLetterSpacing(QFont::AbsoluteSpacing, run.spacing * unitsPerPoint + extra);
    return font;
}

QStringList substitutedFonts(const Letter& letter)
{
    QVector<FaceKind> kinds;
    for (const LetterBlock& block : letter.blocks) {
        if (const auto* paragraph = std::get_if<LetterParagraph>(&block))
            addKinds(kinds, {*paragraph});
        else if (const auto* table = std::get_if<LetterTable>(&block))
            for (const LetterRow& row : table->rows)
                for (const LetterCell& cell : row.cells)
                    addKinds(kinds, cell.paragraphs);
    }
    addKinds(kinds, letter.odd.footer);
    QStringList words;
    for (const FaceKind kind : std::as_const(kinds))
        if (const Installed& face = installedFor(kind); !face.isOwn)
            words.append(Text::tr("%1 → %2").arg(labelOf(kind), labelOf(face.family)));
    return words;
}

} // namespace chengheng::documents
