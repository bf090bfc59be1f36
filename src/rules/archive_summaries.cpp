// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/archive.h"
#include "rules/summary.h"

#include <QCoreApplication>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ArchiveSummaries)
};

SummaryRow rowOf(const ArchiveBox& box)
{
    const model::ArchiveVolume& volume = box.volume;
    const QStringList faults = faultsIn(box);
    const bool isEntered = !volume.uid.isNull();
    return {{volume.box.isEmpty() ? Text::tr("（未装盒）") : volume.box, volume.fonds,
             isEntered ? QString::number(volume.year.value_or(0)) : QString(),
             isEntered ? model::labelOf(volume.retention) : QString(), numberSpan(box),
             QString::number(box.pieces.size()), QString::number(pagesIn(box)), faults.join(QString())},
            isEntered ? model::kindOf<model::ArchiveVolume>().key : model::kindOf<model::ArchivePiece>().key,
            isEntered || box.pieces.isEmpty() ? volume.uid : box.pieces.first().uid,
            !faults.isEmpty()};
}

} // namespace

Summary archiveSummary(const SummaryInput& input)
{
    Summary summary{{Text::tr("盒号"), Text::tr("全宗号"), Text::tr("年度"), Text::tr("保管期限"), Text::tr("起止件号"),
                     Text::tr("件数"), Text::tr("页数"), Text::tr("待办")},
                    {},
                    {}};
    qint64 pieces = 0;
    for (const ArchiveBox& box : archiveBoxes(input.facts)) {
        summary.rows.append(rowOf(box));
        pieces += box.pieces.size();
    }
    const auto wrong = archiveNumberFaults(bookOf<model::ArchivePiece>(input.facts));
    for (const NumberFault& fault : wrong)
        summary.rows.append(
            {{QString(), QString(), QString(), QString(), QString(), QString(), QString(), fault.why}, {}, {}, true});
    summary.sentence = pieces == 0 ? Text::tr("还没有归档文件。")
                                   : Text::tr("归档文件 %1 件，%2 盒，%3 处待办。")
                                         .arg(pieces)
                                         .arg(bookOf<model::ArchiveVolume>(input.facts).size())
                                         .arg(summary.pressing());
    return summary;
}

} // namespace chengheng::rules
