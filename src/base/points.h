// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace chengheng {

/// Points of a score, exact: integer hundredths, never floating point.
class Points
{
public:
    constexpr Points() = default;
    static constexpr Points fromHundredths(qint64 hundredths) { return Points(hundredths); }
    static constexpr Points whole(qint64 points) { return Points(points * 100); }
    /// Reads "3", "1.5", "-0.25"; nothing where the text is not a decimal of at most two places.
    static std::optional<Points> parse(const QString& text);

    constexpr qint64 hundredths() const { return m_hundredths; }
    /// Shortest exact decimal: "3", "1.5", "0.25".
    QString toString() const;

    /// numerator / denominator of these points, rounded half up to 0.1. The denominator is positive.
    Points shareRoundedToTenth(qint64 numerator, qint64 denominator) const;

    friend constexpr auto operator<=>(Points, Points) = default;
    friend constexpr Points operator+(Points a, Points b) { return Points(a.m_hundredths + b.m_hundredths); }
    friend constexpr Points operator-(Points a, Points b) { return Points(a.m_hundredths - b.m_hundredths); }
    friend constexpr Points operator*(Points a, qint64 n) { return Points(a.m_hundredths * n); }
    constexpr Points& operator+=(Points other)
    {
        m_hundredths += other.m_hundredths;
        return *this;
    }

private:
    constexpr explicit Points(qint64 hundredths) : m_hundredths(hundredths) {}
    qint64 m_hundredths = 0;
};

/// A count over a count, kept as it was counted; 0/0 is "nothing to count" and prints 无.
struct Rate {
    qint64 num = 0;
    qint64 den = 0;

    bool isNothing() const { return den == 0; }
    /// "96.4%", one decimal, half up, "无" for nothing. 100% only where num == den.
    QString toPercent() const;

    friend bool operator==(const Rate&, const Rate&) = default;
};

} // namespace chengheng
