// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/label_paper.h"

#include "base/dates.h"
#include "base/text.h"
#include "documents/ledger_words.h"
#include "documents/qr_code.h"

#include <QCoreApplication>

namespace chengheng::documents {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LabelPaper)
};

constexpr int labelsBeside = 3;
constexpr double labelHeight = 841.9 / 8; ///< points
constexpr int codePixels = 400;

} // namespace

QString labelCode(const Uid& instrument)
{
    return instrument.toString().toUpper();
}

Uid labelledUid(const QString& text)
{
    QString digits = foldName(text);
    digits.remove(QLatin1Char('-'));
    constexpr qsizetype uuidDigits = 32;
    if (digits.size() != uuidDigits)
        return {};
    for (const int place : {8, 13, 18, 23})
        digits.insert(place, QLatin1Char('-'));
    return Uid::isWellFormed(digits) ? Uid(digits) : Uid();
}

Paper labelPaper(const rules::SummaryInput& input, const QVector<Uid>& instruments)
{
    rules::DueOptions options;
    options.calendar = &input.calendar;
    const rules::DueReport ledger = rules::dueReport(input.facts, input.day, options);
    QHash<Uid, const rules::DueLine*> lines;
    for (const rules::DueLine& line : ledger.lines)
        lines.insert(line.uid, &line);
    Paper paper = recordPaper(input, Text::tr("器具标签"));
    paper.isBare = true;
    Grid grid;
    grid.columns = labelsBeside;
    grid.cellHeight = labelHeight;
    grid.isPictureBeside = true;
    for (const Uid& uid : instruments) {
        const rules::DueLine* line = lines.value(uid);
        if (!line)
            continue;
        QStringList texts{line->name, line->unitName,
                          Text::tr("出厂编号 %1").arg(line->serial.isEmpty() ? QStringLiteral("—") : line->serial)};
        texts << (line->validUntil.isValid() ? Text::tr("有效期至\n%1").arg(endText(*line))
                                             : Text::tr("检定：%1").arg(rules::labelOf(line->status)));
        grid.cells.append({qrCode(labelCode(uid), codePixels), texts});
    }
    if (grid.cells.isEmpty()) {
        paper.isBare = false;
        paper.blocks.append(Paragraph{Text::tr("没有可以打印标签的器具。")});
    } else {
        paper.blocks.append(grid);
    }
    return paper;
}

} // namespace chengheng::documents
