// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/problem_cards.h"

#include "base/dates.h"

#include <QPainter>

#include <algorithm>

namespace chengheng::gui {

namespace {

using rules::ProblemState;

constexpr int linesOfCard = 4;
constexpr int inset = spacing;     // px between a card's edge and its text
constexpr int apart = spacing / 2; // px between two cards
constexpr int edgeWidth = 4;       // px of the coloured edge
constexpr qint64 daysOfWarning = 3;

StatusLook untilDue(QDate dueOn, QDate day)
{
    if (!dueOn.isValid())
        return {QStringLiteral("○"), ProblemCards::tr("未定期限"), mutedColour()};
    const qint64 left = day.daysTo(dueOn);
    if (left < 0)
        return {QStringLiteral("▲"), ProblemCards::tr("逾期 %1 天").arg(-left), faultColour()};
    const QString word = left == 0 ? ProblemCards::tr("今天到期") : ProblemCards::tr("还有 %1 天").arg(left);
    if (left <= daysOfWarning)
        return {QStringLiteral("◐"), word, lookOf(rules::VerificationStatus::DueSoon).colour};
    return {QStringLiteral("○"), word, mutedColour()};
}

/// The day a card is sorted by within its column.
QDate pressingOn(const rules::ProblemStanding& standing)
{
    switch (standing.state) {
    case ProblemState::Open:
    case ProblemState::Demanded:
        return standing.dueOn.isValid() ? standing.dueOn : QDate(9999, 12, 31);
    case ProblemState::Rectified:
    case ProblemState::RecheckPassed:
        return standing.rectifiedOn;
    case ProblemState::Closed:
        return standing.closedOn;
    }
    return {};
}

/// The instrument tells like faults of one unit apart.
QString whatIsWrong(const ProblemCard& card)
{
    return card.instrument.isEmpty() ? card.fault : ProblemCards::tr("%1：%2").arg(card.instrument, card.fault);
}

bool comesBefore(const ProblemCard& a, const ProblemCard& b)
{
    const QDate first = pressingOn(a.standing);
    const QDate second = pressingOn(b.standing);
    return a.standing.isClosed() && b.standing.isClosed() ? second < first : first < second;
}

} // namespace

StatusLook timeLeft(const rules::ProblemStanding& standing, QDate day)
{
    switch (standing.state) {
    case ProblemState::Open:
    case ProblemState::Demanded:
        return untilDue(standing.dueOn, day);
    case ProblemState::Rectified:
        return {QStringLiteral("◆"), ProblemCards::tr("等复查 %1 天").arg(standing.rectifiedOn.daysTo(day)),
                accentColour()};
    case ProblemState::RecheckPassed:
        return {QStringLiteral("◆"), ProblemCards::tr("复查已通过，等销号"), accentColour()};
    case ProblemState::Closed:
        return {QStringLiteral("●"), ProblemCards::tr("%1 销号").arg(screenDate(standing.closedOn)),
                lookOf(rules::VerificationStatus::Valid).colour};
    }
    return {};
}

void ProblemCards::setCards(QVector<ProblemCard> cards, QDate day)
{
    std::stable_sort(cards.begin(), cards.end(), comesBefore);
    beginResetModel();
    m_cards = std::move(cards);
    m_day = day;
    endResetModel();
}

int ProblemCards::rowOf(const Uid& uid) const
{
    const auto found =
        std::find_if(m_cards.begin(), m_cards.end(), [&](const ProblemCard& card) { return card.uid == uid; });
    return found == m_cards.end() ? -1 : int(found - m_cards.begin());
}

int ProblemCards::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_cards.size());
}

QString ProblemCards::sentence(const ProblemCard& card) const
{
    return tr("%1，%2，%3，%4").arg(card.unit, whatIsWrong(card), timeLeft(card.standing, m_day).word, card.who);
}

QVariant ProblemCards::data(const QModelIndex& index, int role) const
{
    const ProblemCard& card = m_cards[index.row()];
    if (role == Qt::DisplayRole)
        return card.unit; // what typed letters look for
    if (role == Qt::AccessibleTextRole)
        return sentence(card);
    if (role == Qt::ToolTipRole)
        return QStringList{sentence(card), card.description, card.standing.why}.join(QLatin1Char('\n'));
    return {};
}

QSize ProblemCardPainter::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {0, linesOfCard * option.fontMetrics.lineSpacing() + 2 * inset + apart};
}

void ProblemCardPainter::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& cards = static_cast<const ProblemCards&>(*index.model());
    const ProblemCard& card = cards.card(index.row());
    const StatusLook left = timeLeft(card.standing, cards.day());
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const QRectF area = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5 - apart);
    painter->save();
    painter->setPen(isChosen ? QPen(accentColour(), 2) : QPen(lineColour()));
    painter->setBrush(isChosen ? chosenGround() : option.palette.color(QPalette::Base));
    painter->drawRect(isChosen ? area.adjusted(0.5, 0.5, -0.5, -0.5) : area);
    painter->fillRect(QRectF(area.topLeft(), QSizeF(edgeWidth, area.height())), left.colour);
    QRectF line(area.left() + edgeWidth + inset, area.top() + inset, area.width() - edgeWidth - 2 * inset,
                option.fontMetrics.lineSpacing());
    const auto write = [&](const QString& text, const QColor& colour, bool isBold) {
        QFont font = option.font;
        font.setBold(isBold);
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetricsF(font).elidedText(text, Qt::ElideRight, line.width()));
        line.translate(0, line.height());
    };
    const QColor ink = option.palette.color(QPalette::Text);
    write(card.unit, ink, true);
    write(whatIsWrong(card), ink, false);
    write(left.text(), left.colour, card.standing.isOverdue);
    write(card.who, mutedColour(), false);
    painter->restore();
}

} // namespace chengheng::gui
