// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/page_stamp.h"

#include "documents/code_stamp.h"
#include "documents/qr_code.h"

namespace chengheng::documents {

LaidPaper stamped(LaidPaper paper, const QString& code, const QString& label)
{
    constexpr int pixels = 400;
    const QImage image = qrCode(code, pixels);
    if (image.isNull())
        return paper;
    const double side = stampSide * unitsPerPoint;
    const double distance = stampDistance * unitsPerPoint;
    const QRectF area(paper.size.width() - distance - side, distance, side, side);
    const double quiet = side / double(qrModules(code).size()) * quietModules;
    const SetText words(label, printedFont(stampLabelPoints), side * 4, Alignment::Right);
    for (Page& page : paper.pages) {
        page.pictures.append({area.adjusted(-quiet, -quiet, quiet, quiet), image});
        page.lines.append({words, 0, area.topLeft() - QPointF(side * 4 + quiet, 0)});
    }
    return paper;
}

} // namespace chengheng::documents
