// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/time_chart.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>
#include <variant>

namespace chengheng::documents {

struct Heading
{
    QString text;
};

struct Paragraph
{
    QString text;
};

/// Labels with their values, one a line in a ruled table.
struct KeyValues
{
    QVector<QPair<QString, QString>> rows;
};

enum class Alignment { Left, Centre, Right };

struct TableColumn
{
    QString heading;
    double weight = 1; ///< share of the page's width
    Alignment alignment = Alignment::Left;
};

/// A ruled table. Its heading stands on every page; without rows it says （无）.
struct TableBlock
{
    QVector<TableColumn> columns;
    QVector<QStringList> rows;
    std::optional<QStringList> totals = {};
};

struct PageBreak
{};

/// Places to sign, each with room for name and date.
struct Signatures
{
    QStringList roles;
};

using Block = std::variant<Heading, Paragraph, KeyValues, TableBlock, PageBreak, Signatures, TimeChart>;

/// What a paper says, apart from how it is set. Sizes and page breaks are the painter's.
struct Paper
{
    QString title;
    QString subtitle;
    QString campaign; ///< at the head of every page
    QString mark;     ///< beside it, e.g. 参考稿（非官方评分表）; empty: none
    QDate asOf;       ///< 数据截至, at the foot of every page
    bool isLandscape = false;
    bool isCover = false; ///< the title stands large and lower on the first page
    int pagesBefore = 0;  ///< of the collection it stands in
    int pagesInAll = 0;   ///< of that collection; 0: the paper's own pages are counted
    QVector<Block> blocks;
};

} // namespace chengheng::documents
