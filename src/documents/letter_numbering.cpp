// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/letter_numbering.h"

namespace chengheng::documents {

namespace {

constexpr int levels = 9;

QString letterNumber(int number, char first)
{
    constexpr int letters = 26;
    const QChar letter(ushort(first + (number - 1) % letters));
    return QString((number - 1) / letters + 1, letter);
}

QString circledNumber(int number)
{
    constexpr int mostCircled = 20;
    return number >= 1 && number <= mostCircled ? QString(QChar(ushort(0x2460 + number - 1))) : QString::number(number);
}

QString formatted(int number, const QString& format)
{
    if (number < 1)
        return QString::number(number);
    if (format == QLatin1String("lowerLetter"))
        return letterNumber(number, 'a');
    if (format == QLatin1String("upperLetter"))
        return letterNumber(number, 'A');
    if (format.startsWith(QLatin1String("decimalEnclosedCircle")))
        return circledNumber(number);
    if (format.startsWith(QLatin1String("chinese")) || format.startsWith(QLatin1String("japanese"))
        || format.startsWith(QLatin1String("taiwanese")) || format == QLatin1String("ideographDigital"))
        return chineseNumber(number);
    return format == QLatin1String("none") ? QString() : QString::number(number);
}

QString valueOf(pugi::xml_node node, const char* child)
{
    return attributeOf(node.child(child), "w:val");
}

} // namespace

QString chineseNumber(int number)
{
    constexpr int tooLarge = 10000;
    if (number <= 0 || number >= tooLarge)
        return QString::number(number);
    const QString digits = QStringLiteral("零一二三四五六七八九");
    const QString units = QStringLiteral("千百十");
    QString text;
    bool isGap = false;
    int unit = 1000;
    for (int i = 0; i < 4; ++i, unit /= 10) {
        const int digit = number / unit % 10;
        if (digit == 0) {
            isGap = !text.isEmpty();
            continue;
        }
        if (isGap)
            text += digits.at(0);
        isGap = false;
        if (digit > 1 || unit != 10 || !text.isEmpty())
            text += digits.at(digit);
        if (i < units.size())
            text += units.at(i);
    }
    return text;
}

LetterNumbering::LetterNumbering(pugi::xml_node numbering)
{
    QHash<QString, pugi::xml_node> abstract;
    for (pugi::xml_node list : numbering.children("w:abstractNum"))
        abstract.insert(attributeOf(list, "w:abstractNumId"), list);
    for (pugi::xml_node list : numbering.children("w:num"))
        m_lists.insert(attributeOf(list, "w:numId"), abstract.value(valueOf(list, "w:abstractNumId")));
}

pugi::xml_node LetterNumbering::levelOf(const QString& list, int level) const
{
    for (pugi::xml_node one : m_lists.value(list).children("w:lvl"))
        if (one.attribute("w:ilvl").as_int() == level)
            return one;
    return {};
}

QString LetterNumbering::textOf(const QString& list, int level) const
{
    const pugi::xml_node node = levelOf(list, level);
    if (valueOf(node, "w:numFmt") == QLatin1String("bullet"))
        return QStringLiteral("•");
    const QVector<int> counters = m_counters.value(list);
    QString text = valueOf(node, "w:lvlText");
    for (int i = 0; i < counters.size(); ++i)
        text.replace(QStringLiteral("%%1").arg(i + 1),
                     formatted(counters.at(i), valueOf(levelOf(list, i), "w:numFmt")));
    return text;
}

LetterNumbering::Label LetterNumbering::next(const QString& list, int level)
{
    const pugi::xml_node node = levelOf(list, level);
    if (!node || level < 0 || level >= levels)
        return {};
    QVector<int>& counters = m_counters[list];
    for (int i = int(counters.size()); i < levels; ++i)
        counters.append(levelOf(list, i).child("w:start").attribute("w:val").as_int(1) - 1);
    ++counters[level];
    for (int i = level + 1; i < levels; ++i)
        counters[i] = levelOf(list, i).child("w:start").attribute("w:val").as_int(1) - 1;
    const QString suffix = valueOf(node, "w:suff");
    QString text = textOf(list, level);
    if (suffix == QLatin1String("space"))
        text += QLatin1Char(' ');
    else if (suffix != QLatin1String("nothing") && !text.isEmpty())
        text += QLatin1Char('\t');
    return {text, node.child("w:pPr")};
}

} // namespace chengheng::documents
