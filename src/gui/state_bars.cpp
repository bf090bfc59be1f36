// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/state_bars.h"

#include "gui/theme.h"

#include <QPainter>

namespace chengheng::gui {

QVariant StateBars::cellOf(const rules::VerificationFigures& figures)
{
    QVariantList counts;
    for (const rules::VerificationStatus status : rules::allVerificationStatuses())
        counts << figures.count(status);
    return counts;
}

QString StateBars::sentenceOf(const rules::VerificationFigures& figures)
{
    QStringList parts;
    for (const rules::VerificationStatus status : rules::allVerificationStatuses())
        if (figures.count(status) > 0)
            parts << tr("%1 %2").arg(lookOf(status).text()).arg(figures.count(status));
    return parts.join(QStringLiteral("  "));
}

void StateBars::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QVariantList counts = index.data(Qt::UserRole).toList();
    qint64 whole = 0;
    for (const QVariant& count : counts)
        whole += count.toLongLong();
    if (whole == 0) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const QRectF bar = QRectF(option.rect).adjusted(4, 6, -4, -6);
    qreal left = bar.left();
    for (qsizetype i = 0; i < counts.size(); ++i) {
        const qint64 count = counts[i].toLongLong();
        const QRectF part(left, bar.top(), bar.width() * qreal(count) / qreal(whole), bar.height());
        left = part.right();
        if (count == 0)
            continue;
        painter->fillRect(part, lookOf(rules::allVerificationStatuses()[i]).colour);
        painter->setPen(Qt::white);
        const QString text = QString::number(count);
        if (option.fontMetrics.horizontalAdvance(text) + 4 <= part.width())
            painter->drawText(part, Qt::AlignCenter, text);
    }
}

} // namespace chengheng::gui
