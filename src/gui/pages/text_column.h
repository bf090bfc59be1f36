// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QVector>

namespace chengheng::gui {

/// Which lines hold a looked-for text.
class TextMatch
{
public:
    TextMatch(const QVector<qint32>& textAt, QVector<bool> isHeld) : m_textAt(&textAt), m_isHeld(std::move(isHeld)) {}

    bool operator()(qint32 line) const { return m_isHeld[(*m_textAt)[line]]; }

private:
    const QVector<qint32>* m_textAt;
    QVector<bool> m_isHeld; ///< by text
};

/// A column of many lines, each different text kept once: sorting and searching look at few texts however many lines
/// there are.
class TextColumn
{
public:
    void append(const QString& text); ///< the next line's
    /// Finds out the order and what searching looks in; before rank() and matches(). Takes its time.
    void makeReady();

    /// The line's place by pinyin; very many different texts stand by their letters' codes instead.
    qint32 rank(qint32 line) const { return m_ranks[m_textAt[line]]; }
    /// By characters, and but for very many different texts by pinyin and initials. `folded`: by foldName().
    TextMatch matches(const QString& folded) const;

private:
    QHash<QString, qint32> m_places;
    QVector<QString> m_texts;
    QVector<qint32> m_textAt; ///< by line
    QVector<qint32> m_ranks;  ///< by text
    QVector<QString> m_keys;  ///< by text
};

} // namespace chengheng::gui
