// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/due_report.h"

#include <QStyledItemDelegate>

namespace chengheng::gui {

/// Paints in a table's cell how many instruments are in which state, as parts of one bar; the numbers stand
/// in it where they fit and in its tooltip always. Takes what setFigures() put into the cell.
class StateBars : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static QVariant cellOf(const rules::VerificationFigures& figures);
    static QString sentenceOf(const rules::VerificationFigures& figures);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace chengheng::gui
