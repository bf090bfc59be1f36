// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/separated_text.h"

namespace chengheng::exchange {

bool SeparatedText::nextRecord(QStringList& fields)
{
    fields.clear();
    if (m_position >= m_text.size())
        return false;
    fields << readField();
    while (m_position < m_text.size() && !atLineEnd()) {
        ++m_position; // the separator
        fields << readField();
    }
    passLineEnd();
    return true;
}

QString SeparatedText::readField()
{
    QString field;
    if (m_position < m_text.size() && m_text[m_position] == QLatin1Char('"') && readQuoted(field)) {
        field += readPlain();
        return field;
    }
    return readPlain();
}

bool SeparatedText::readQuoted(QString& field)
{
    qsizetype at = m_position + 1;
    while (true) {
        const qsizetype quote = m_text.indexOf(QLatin1Char('"'), at);
        if (quote < 0) {
            m_unclosedQuote = true;
            field.clear();
            return false;
        }
        field += QStringView(m_text).mid(at, quote - at);
        at = quote + 1;
        if (at >= m_text.size() || m_text[at] != QLatin1Char('"'))
            break;
        field += QLatin1Char('"');
        ++at;
    }
    m_position = at;
    return true;
}

QString SeparatedText::readPlain()
{
    const qsizetype from = m_position;
    while (m_position < m_text.size() && m_text[m_position] != m_separator && !atLineEnd())
        ++m_position;
    return m_text.mid(from, m_position - from);
}

bool SeparatedText::atLineEnd() const
{
    return m_text[m_position] == QLatin1Char('\n') || m_text[m_position] == QLatin1Char('\r');
}

void SeparatedText::passLineEnd()
{
    if (m_position >= m_text.size())
        return;
    const bool pair = QStringView(m_text).mid(m_position, 2) == QLatin1String("\r\n");
    m_position += pair ? 2 : 1;
}

} // namespace chengheng::exchange
