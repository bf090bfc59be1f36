// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace chengheng::exchange {

/// Cuts separated text into records. A field may be quoted: then it may hold separators, line breaks
/// and doubled quotes. One record is one row of the spreadsheet, however many lines it takes.
class SeparatedText
{
public:
    SeparatedText(const QString& text, QChar separator) : m_text(text), m_separator(separator) {}

    /// False at the end of the text.
    bool nextRecord(QStringList& fields);
    /// A quote was opened and never closed; its field was read as plain text.
    bool sawUnclosedQuote() const { return m_unclosedQuote; }

private:
    QString readField();
    bool readQuoted(QString& field);
    QString readPlain();
    bool atLineEnd() const;
    void passLineEnd();

    const QString m_text;
    const QChar m_separator;
    qsizetype m_position = 0;
    bool m_unclosedQuote = false;
};

} // namespace chengheng::exchange
