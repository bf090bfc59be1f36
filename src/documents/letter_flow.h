// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/letter.h"

namespace chengheng::documents {

/// A line or picture with the room it takes below the one before it, in layout units.
struct FlowItem {
    std::optional<SetText> text;
    QImage picture;
    QSizeF pictureSize;
    double x = 0;
    double before = 0; ///< blank above it, left out at the head of a page
    double height = 0;
    bool isFirst = false; ///< of its paragraph
};

/// What stands for a page number while pages are not counted, or on a page.
struct PageNumber {
    int page = 1;
    int pages = 1;
};

/// A paragraph broken into lines of a width, at least one.
QVector<FlowItem> flowOf(const LetterParagraph& paragraph, double width, PageNumber number = {});
QVector<FlowItem> flowOf(const QVector<LetterParagraph>& paragraphs, double width, PageNumber number = {});

double heightOf(const QVector<FlowItem>& items);

/// Puts an item on a page, its upper left corner at a point.
void place(Page& page, const FlowItem& item, QPointF at);

} // namespace chengheng::documents
