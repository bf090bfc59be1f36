// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace chengheng {

/// An amount of yuan, exact: integer fen, never floating point.
class Money
{
public:
    constexpr Money() = default;
    static constexpr Money fromFen(qint64 fen) { return Money(fen); }
    /// Reads "1200", "1200.5", "1,200.50", "￥1200": at most two places; nothing where it is no amount.
    static std::optional<Money> parse(const QString& text);

    constexpr qint64 fen() const { return m_fen; }
    /// Always two places: "1200.50".
    QString toString() const;

    friend constexpr auto operator<=>(Money, Money) = default;
    friend constexpr Money operator+(Money a, Money b) { return Money(a.m_fen + b.m_fen); }
    friend constexpr Money operator-(Money a, Money b) { return Money(a.m_fen - b.m_fen); }
    constexpr Money& operator+=(Money other)
    {
        m_fen += other.m_fen;
        return *this;
    }

private:
    constexpr explicit Money(qint64 fen) : m_fen(fen) {}
    qint64 m_fen = 0;
};

} // namespace chengheng
