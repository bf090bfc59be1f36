// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include <unicode/translit.h>

#include <QCollator>
#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <mutex>
#include <numeric>
#include <utility>
#include <vector>

namespace chengheng {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(UnsoundText)
};

} // namespace

QString foldWidth(const QString& text)
{
    QString out = text;
    for (QChar& c : out) {
        const char16_t u = c.unicode();
        if (u >= 0xFF01 && u <= 0xFF5E)
            c = QChar(u - 0xFEE0);
        else if (u == 0x3000 || u == 0x00A0)
            c = QLatin1Char(' ');
        else if (u == u'〔' || u == u'【')
            c = QLatin1Char('[');
        else if (u == u'〕' || u == u'】')
            c = QLatin1Char(']');
    }
    return out;
}

QString foldName(const QString& text)
{
    return foldWidth(text).toLower().simplified().remove(QLatin1Char(' '));
}

namespace {

/// Latin letters of a text by ICU, lower case without tones.
QString latinOf(const QString& text)
{
    static std::mutex guard; // ICU transliterators are not thread-safe
    static const auto latin = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    }();
    icu::UnicodeString icuText(text.utf16(), int32_t(text.size()));
    if (latin) {
        const std::lock_guard lock(guard);
        latin->transliterate(icuText);
    }
    return QString::fromUtf16(icuText.getBuffer(), icuText.length()).remove(QLatin1Char(' '));
}

/// The same for one letter, remembered: a ledger of 100 000 rows has a few hundred of them, and ICU would be nine
/// tenths of its import.
QString latinOf(char32_t letter)
{
    thread_local QHash<char32_t, QString> known;
    const auto found = known.constFind(letter);
    if (found != known.cend())
        return *found;
    const QString syllable = latinOf(QString::fromUcs4(&letter, 1));
    known.insert(letter, syllable);
    return syllable;
}

/// Pinyin syllables of a text, lower case without tones; a run of other letters is one syllable.
QStringList syllables(const QString& text)
{
    QStringList out;
    QString run;
    const auto append = [&out](const QString& syllable) {
        if (!syllable.isEmpty())
            out.append(syllable);
    };
    const QList<uint> letters = text.toUcs4();
    for (const char32_t letter : letters) {
        if (letter < 0x80) {
            run += QChar(char16_t(letter));
        } else if (QChar::script(letter) != QChar::Script_Han) {
            run += latinOf(letter);
        } else {
            append(std::exchange(run, {}));
            append(latinOf(letter));
        }
    }
    append(run);
    return out;
}

} // namespace

QString searchKey(const QString& text)
{
    QString folded = foldName(text);
    if (folded.isEmpty())
        return folded;
    QString full;
    QString initials;
    for (const QString& syllable : syllables(folded)) {
        full += syllable;
        initials += syllable.front();
    }
    if (full == folded)
        return folded;
    return folded + QLatin1Char('|') + full + QLatin1Char('|') + initials;
}

int compareNames(const QString& a, const QString& b)
{
    thread_local const QCollator collator = [] {
        QCollator pinyin(QLocale(QLocale::Chinese, QLocale::SimplifiedHanScript, QLocale::China));
        pinyin.setNumericMode(true);
        pinyin.setCaseSensitivity(Qt::CaseInsensitive);
        return pinyin;
    }();
    return collator.compare(a, b);
}

QString unsoundText(const QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text[i];
        const bool isPair = letter.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (letter.isSurrogate() && !isPair)
            return Text::tr("第 %1 个字是坏字（半个字符），请删去重新输入").arg(i + 1);
        if (letter.category() == QChar::Other_Control && !QStringLiteral("\t\n\r").contains(letter))
            return Text::tr("第 %1 个字是看不见的控制字符，请删去").arg(i + 1);
        i += isPair ? 1 : 0;
    }
    return {};
}

int editDistance(const QString& a, const QString& b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const size_t k = size_t(j) + 1;
            const int substituted = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[k];
            row[k] = std::min({row[k] + 1, row[k - 1] + 1, substituted});
        }
    }
    return row.back();
}

} // namespace chengheng
