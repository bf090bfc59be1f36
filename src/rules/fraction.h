// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <boost/multiprecision/cpp_int.hpp>

namespace chengheng::rules {

/// Whole number without limit: 300 choose 12 does not fit 64 bits. Include this header in .cpp files only.
using BigInteger = boost::multiprecision::cpp_int;

/// Exact share between 0 and 1, always reduced.
class Fraction
{
public:
    Fraction() = default;
    /// The denominator is positive.
    Fraction(BigInteger numerator, BigInteger denominator);

    const BigInteger& numerator() const { return m_numerator; }
    const BigInteger& denominator() const { return m_denominator; }

    /// "3/40"; whole numbers too: "0/1", "1/1".
    QString toString() const;
    /// Decimal with so many places, rounded half up: "0.123457".
    QString toDecimal(int places) const;

    friend Fraction operator*(const Fraction& a, const Fraction& b);
    friend bool operator==(const Fraction&, const Fraction&) = default;

private:
    BigInteger m_numerator = 0;
    BigInteger m_denominator = 1;
};

/// Ways to choose k of n; 0 where k > n.
BigInteger binomial(int n, int k);

} // namespace chengheng::rules
