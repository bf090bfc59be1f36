// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/text_column.h"

#include "base/text.h"

#include <algorithm>
#include <numeric>

namespace chengheng::gui {

namespace {

constexpr qsizetype mostByPinyin = 20'000; ///< texts; Han-Latin costs ten microseconds each

} // namespace

void TextColumn::append(const QString& text)
{
    const auto known = m_places.constFind(text);
    if (known != m_places.cend()) {
        m_textAt.append(*known);
        return;
    }
    m_textAt.append(qint32(m_texts.size()));
    m_places.insert(text, m_textAt.last());
    m_texts.append(text);
}

void TextColumn::makeReady()
{
    const bool isByPinyin = m_texts.size() <= mostByPinyin;
    m_keys.resize(m_texts.size());
    std::transform(m_texts.begin(), m_texts.end(), m_keys.begin(), isByPinyin ? searchKey : foldName);
    QVector<qint32> order(m_texts.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](qint32 a, qint32 b) {
        return isByPinyin ? compareNames(m_texts[a], m_texts[b]) < 0 : m_texts[a] < m_texts[b];
    });
    m_ranks.resize(m_texts.size());
    for (qsizetype rank = 0; rank < order.size(); ++rank)
        m_ranks[order[rank]] = qint32(rank);
}

TextMatch TextColumn::matches(const QString& folded) const
{
    QVector<bool> isHeld(m_keys.size());
    std::transform(m_keys.begin(), m_keys.end(), isHeld.begin(),
                   [&](const QString& key) { return key.contains(folded); });
    return {m_textAt, std::move(isHeld)};
}

} // namespace chengheng::gui
