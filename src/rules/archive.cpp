// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/archive.h"

#include "rules/paper_code.h"
#include "rules/summary.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <tuple>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Archive)
};

using Counts = QMap<qint64, int>; ///< how often each number stands

QVector<NumberFault> faultsOf(const QString& series, const Counts& counts)
{
    QVector<NumberFault> faults;
    for (qint64 number = 1; !counts.isEmpty() && number <= counts.lastKey(); ++number) {
        const int times = counts.value(number);
        if (times == 0)
            faults.append({QStringLiteral("number_missing"), Text::tr("%1缺第 %2 号。").arg(series).arg(number)});
        if (times > 1)
            faults.append(
                {QStringLiteral("number_twice"), Text::tr("%1第 %2 号有 %3 件。").arg(series).arg(number).arg(times)});
    }
    return faults;
}

QVector<NumberFault> faultsOfAll(const QMap<QString, Counts>& series)
{
    QVector<NumberFault> faults;
    for (auto it = series.begin(); it != series.end(); ++it)
        faults += faultsOf(it.key(), it.value());
    return faults;
}

/// Boxes that are numbered by their numbers, then those with other names, what has no box last.
struct BoxOrder {
    explicit BoxOrder(const QString& box) : name(box)
    {
        bool isNumber = false;
        number = box.toLongLong(&isNumber);
        rank = isNumber ? 0 : box.isEmpty() ? 2 : 1;
    }
    friend bool operator<(const BoxOrder& a, const BoxOrder& b)
    {
        return std::tie(a.rank, a.number, a.name) < std::tie(b.rank, b.number, b.name);
    }

    QString name;
    qint64 number = 0;
    int rank = 0;
};

} // namespace

QString retentionCode(model::Retention retention)
{
    switch (retention) {
    case model::Retention::Permanent:
        return QStringLiteral("Y");
    case model::Retention::ThirtyYears:
        return QStringLiteral("D30");
    case model::Retention::TenYears:
        break;
    }
    return QStringLiteral("D10");
}

QString archiveCode(const model::ArchivePiece& piece, const QString& fonds)
{
    const QString inner = QStringLiteral("%1-%2-%3")
                              .arg(piece.year.value_or(0), 4, 10, QLatin1Char('0'))
                              .arg(retentionCode(piece.retention))
                              .arg(piece.number, 4, 10, QLatin1Char('0'));
    return fonds.isEmpty() ? inner : fonds + QStringLiteral("-WS·") + inner;
}

model::Retention usualRetention(const QString& paperKind)
{
    const auto isOneOf = [&](std::initializer_list<const char*> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](const char* word) { return paperKind.contains(QString::fromUtf8(word)); });
    };
    if (isOneOf({"申请", "方案", "年度总结", "表彰决定", "验收", "任务分解", "红黑名单"}))
        return model::Retention::Permanent;
    if (isOneOf({"纪要", "签到", "整改", "复查", "承诺书", "检查", "聘书", "答复", "公示", "一户一档", "评分"}))
        return model::Retention::ThirtyYears;
    return model::Retention::TenYears;
}

QVector<ArchiveBox> archiveBoxes(const model::CampaignFacts& facts)
{
    QMap<BoxOrder, ArchiveBox> boxes;
    for (const auto& volume : bookOf<model::ArchiveVolume>(facts))
        boxes[BoxOrder(volume.box)].volume = volume;
    for (const auto& piece : bookOf<model::ArchivePiece>(facts)) {
        ArchiveBox& box = boxes[BoxOrder(piece.box)];
        box.volume.box = piece.box;
        box.pieces.append(piece);
    }
    for (ArchiveBox& box : boxes)
        std::stable_sort(box.pieces.begin(), box.pieces.end(),
                         [](const model::ArchivePiece& a, const model::ArchivePiece& b) {
                             return std::tie(a.year, a.retention, a.number) < std::tie(b.year, b.retention, b.number);
                         });
    return boxes.values();
}

QStringList faultsIn(const ArchiveBox& box)
{
    const model::ArchiveVolume& volume = box.volume;
    if (volume.box.isEmpty())
        return {Text::tr("%1 件还没有装盒，请填盒号。").arg(box.pieces.size())};
    if (volume.uid.isNull())
        return {Text::tr("%1 号盒还没有登记到“档案盒”。").arg(volume.box)};
    QStringList faults;
    for (const model::ArchivePiece& piece : box.pieces)
        if (piece.year != volume.year || piece.retention != volume.retention)
            faults << Text::tr("%1 不属于这一盒（%2 年、%3），请换盒。")
                          .arg(archiveCode(piece, {}))
                          .arg(volume.year.value_or(0))
                          .arg(model::labelOf(volume.retention));
    if (volume.fonds.isEmpty())
        faults << Text::tr("还没有填全宗号，档号不全。");
    return faults;
}

QString numberSpan(const ArchiveBox& box)
{
    if (box.pieces.isEmpty())
        return QStringLiteral("—");
    const qint64 first = box.pieces.first().number;
    const qint64 last = box.pieces.last().number;
    return first == last ? Text::tr("%1 号").arg(first) : Text::tr("%1～%2 号").arg(first).arg(last);
}

qint64 pagesIn(const ArchiveBox& box)
{
    qint64 pages = 0;
    for (const model::ArchivePiece& piece : box.pieces)
        pages += piece.pages.value_or(0);
    return pages;
}

QVector<NumberFault> archiveNumberFaults(const QVector<model::ArchivePiece>& pieces)
{
    QMap<QString, Counts> series;
    for (const model::ArchivePiece& piece : pieces)
        ++series[Text::tr("归档文件 %1 年 %2").arg(piece.year.value_or(0)).arg(model::labelOf(piece.retention))]
                [piece.number];
    return faultsOfAll(series);
}

QVector<NumberFault> paperNumberFaults(const QStringList& numbers)
{
    QMap<QString, Counts> series;
    for (const QString& number : numbers)
        ++series[Text::tr("%1 年文书编号").arg(number.section(QLatin1Char('-'), 0, 0))][counterOf(number)];
    return faultsOfAll(series);
}

} // namespace chengheng::rules
