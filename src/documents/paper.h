// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/uid.h"
#include "documents/printed_picture.h"
#include "documents/time_chart.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>
#include <variant>

namespace chengheng::documents {

struct Heading {
    QString text;
};

struct Paragraph {
    QString text;
};

/// Labels with their values, one a line in a ruled table.
struct KeyValues {
    QVector<QPair<QString, QString>> rows;
};

enum class Alignment { Left, Centre, Right };

struct TableColumn {
    QString heading;
    double weight = 1; ///< share of the page's width
    Alignment alignment = Alignment::Left;
};

/// A ruled table. Its heading stands on every page; without rows it says （无）.
struct TableBlock {
    QVector<TableColumn> columns;
    QVector<QStringList> rows;
    std::optional<QStringList> totals = {};
    int tonedColumn = -1;     ///< whose cells bear a stripe of colour beside the word
    QVector<Tone> tones = {}; ///< the stripe of each row
};

struct PageBreak {};

/// What follows begins a page unless so much room is left on this one.
struct Room {
    double points = 0;
};

/// Places to sign, each with room for name and date.
struct Signatures {
    QStringList roles;
};

/// Cells of one size side by side: labels, photographs. A row of cells goes whole onto a page.
struct Grid {
    struct Cell {
        PrintedPicture picture; ///< as large as the cell has room for
        QStringList lines;      ///< the first in bold; set smaller where the cell is too small for them
        QString content =
            {}; ///< hash of what it should show, so that papers can be compared and a lost picture is told
    };
    int columns = 1;
    double cellHeight = 0;        ///< points
    bool isPictureBeside = false; ///< at the right of the lines, else above them
    QVector<Cell> cells;
};

/// Bars from the left, each with its name before and its figure behind it.
struct BarChart {
    struct Bar {
        QString label;
        QString figure;
        double share = 0; ///< of the longest possible bar, 0 to 1
        Tone tone = Tone::Running;
    };
    QVector<Bar> bars;
};

/// Strips to cut out and glue on the backs of archive boxes, side by side; text runs down, its letters upright.
struct Spines {
    struct Spine {
        double millimetres = 30;                 ///< wide
        QString title;                           ///< down the strip
        QVector<QPair<QString, QString>> fields; ///< label above, value below it: 年度, 2024
    };
    QVector<Spine> spines;
};

using Block = std::variant<Heading, Paragraph, KeyValues, TableBlock, PageBreak, Room, Signatures, TimeChart, Grid,
                           BarChart, Spines>;

/// What a paper says, apart from how it is set. Sizes and page breaks are the painter's.
struct Paper {
    QString title;
    QString subtitle;
    QString campaign; ///< at the head of every page
    QString mark;     ///< beside it, e.g. 参考稿（非官方评分表）; empty: none
    QDate asOf;       ///< 数据截至, at the foot of every page
    Uid unit = {};    ///< the one it is about; null: none, or several
    bool isLandscape = false;
    bool isBare = false;  ///< the blocks alone from edge to edge, as on a sheet of labels
    bool isCover = false; ///< the title stands large and lower on the first page
    int pagesBefore = 0;  ///< of the collection it stands in
    int pagesInAll = 0;   ///< of that collection; 0: the paper's own pages are counted
    QVector<Block> blocks;
};

} // namespace chengheng::documents
