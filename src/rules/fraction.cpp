// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/fraction.h"

namespace chengheng::rules {

namespace {

QString toText(const BigInteger& number)
{
    return QString::fromStdString(number.str());
}

} // namespace

Fraction::Fraction(BigInteger numerator, BigInteger denominator)
    : m_numerator(std::move(numerator)), m_denominator(std::move(denominator))
{
    const BigInteger common = boost::multiprecision::gcd(m_numerator, m_denominator);
    if (common > 1) {
        m_numerator /= common;
        m_denominator /= common;
    }
}

QString Fraction::toString() const
{
    return toText(m_numerator) + QLatin1Char('/') + toText(m_denominator);
}

QString Fraction::toDecimal(int places) const
{
    const BigInteger scale = boost::multiprecision::pow(BigInteger(10), unsigned(places));
    const BigInteger rounded = (2 * m_numerator * scale + m_denominator) / (2 * m_denominator);
    const QString whole = toText(BigInteger(rounded / scale));
    const QString rest = toText(BigInteger(rounded % scale)).rightJustified(places, QLatin1Char('0'));
    return places > 0 ? QString(whole + QLatin1Char('.') + rest) : whole;
}

Fraction operator*(const Fraction& a, const Fraction& b)
{
    return {a.m_numerator * b.m_numerator, a.m_denominator * b.m_denominator};
}

BigInteger binomial(int n, int k)
{
    if (k < 0 || k > n)
        return 0;
    k = std::min(k, n - k);
    BigInteger ways = 1;
    for (int i = 1; i <= k; ++i) {
        ways *= n - k + i;
        ways /= i;
    }
    return ways;
}

} // namespace chengheng::rules
