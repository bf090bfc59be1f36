// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/paper.h"

namespace chengheng::documents {

struct ListColumn
{
    QString heading;
    Alignment alignment = Alignment::Left;
};

/// A list as it stands on the screen: what is shown, in its order.
struct PrintedList
{
    QString title;
    QString subtitle; ///< how it was filtered, e.g. "状态：超周期"; empty: whole
    QString campaign; ///< at the head of every page
    QDate asOf;
    QVector<ListColumn> columns;
    QVector<QStringList> rows; ///< a text for each column
    QStringList totals;        ///< below the last row, a text for each column; empty: none
};

/// The list as a ruled table with running numbers; columns are as wide as what stands in them, and a list
/// too wide for an upright page lies across. Heading, page x of y and 数据截至 stand on every page.
Paper listPaper(const PrintedList& list);

} // namespace chengheng::documents
