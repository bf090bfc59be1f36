// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/figure_check.h"

#include "base/json.h"
#include "base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FigureCheck)
};

const QString number = QStringLiteral(R"((?<number>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?))");

QString oneOf(QStringList words)
{
    std::sort(words.begin(), words.end(), [](const QString& a, const QString& b) { return a.size() > b.size(); });
    for (QString& word : words)
        word = QRegularExpression::escape(foldWidth(word));
    return QStringLiteral("(?:%1)").arg(words.join(QLatin1Char('|')));
}

/// A label's words with the number behind them, and before them.
QVector<QRegularExpression> patternsOf(const FigureLabel& label, const FigureLabels& labels)
{
    const QString between =
        QStringLiteral(R"((?:数量|总数|数|共有|共计|合计|累计|总计|达到|已达|共|计|为|是|有|达|已|的|约|了|[:\s|])*)");
    const QString word = QStringLiteral("(?<label>%1)").arg(oneOf(label.words));
    const QString first =
        labels.otherBefore.isEmpty()
            ? word
            : QString(QStringLiteral("(?<!%1)").arg(labels.otherBefore.join(QLatin1Char('|'))) + word);
    if (label.units.isEmpty())
        return {QRegularExpression(first + between + number + QStringLiteral(R"(\s*(?<unit>%))"))};
    const QString unit = QStringLiteral(R"(\s*(?<unit>%1))").arg(oneOf(label.units));
    // In a table the unit may be missing: the number then stands alone in its cell.
    return {QRegularExpression(first + between + number + QStringLiteral(R"((?:%1|(?=[^\S\n]*(?:\n|$))))").arg(unit)),
            QRegularExpression(QStringLiteral(R"((?<![0-9.,第]))") + number + unit + QStringLiteral("的?") + word)};
}

/// A rate as it would be written with so many decimals; as Rate::toPercent, 100 % only where all are.
QString percentWith(const Rate& rate, int decimals)
{
    qint64 scale = 100;
    for (int i = 0; i < decimals; ++i)
        scale *= 10;
    qint64 value = (2 * scale * rate.num + rate.den) / (2 * rate.den);
    if (rate.num < rate.den)
        value = qMin(value, scale - 1);
    QString digits = QString::number(value);
    if (decimals == 0)
        return digits;
    digits = digits.rightJustified(decimals + 1, QLatin1Char('0'));
    return digits.insert(digits.size() - decimals, QLatin1Char('.'));
}

bool isSame(const QString& written, const CampaignFigure& figure)
{
    const QString plain = QString(written).remove(QLatin1Char(','));
    if (!figure.rate)
        return !plain.contains(QLatin1Char('.')) && plain.toLongLong() == figure.count.value_or(0);
    if (figure.rate->isNothing())
        return false;
    const qsizetype point = plain.indexOf(QLatin1Char('.'));
    constexpr int mostDecimals = 6;
    const int decimals = point < 0 ? 0 : int(qMin<qsizetype>(plain.size() - point - 1, mostDecimals));
    return plain == percentWith(*figure.rate, decimals);
}

/// What stands around a place, from its own line on.
QString contextOf(const QString& text, qsizetype from, qsizetype to)
{
    constexpr qsizetype around = 10;
    const qsizetype line = from > 0 ? text.lastIndexOf(QLatin1Char('\n'), from - 1) + 1 : 0;
    const qsizetype begin = qMax(line, from - around);
    return text.mid(begin, to + around - begin).simplified();
}

struct Found {
    qsizetype from = 0;
    qsizetype to = 0;
    FigureCheck check;
};

FigureCheck checkOf(const FigureLabel& label, const QRegularExpressionMatch& match,
                    const QVector<CampaignFigure>& figures)
{
    FigureCheck check;
    check.label = match.captured(QStringLiteral("label"));
    const QString digits = match.captured(QStringLiteral("number"));
    check.written = digits + match.captured(QStringLiteral("unit"));
    QStringList recorded;
    QStringList why;
    for (const QString& key : label.figures)
        for (const CampaignFigure& figure : figures) {
            if (figure.key != key)
                continue;
            check.agrees = check.agrees || isSame(digits, figure);
            recorded << figure.text();
            why << figure.why;
        }
    recorded.removeDuplicates();
    check.recorded = recorded.join(Text::tr("或"));
    check.why = why.join(QString());
    return check;
}

/// Longer words first, so that 强检计量器具 is not taken for 计量器具.
QVector<const FigureLabel*> longestFirst(const FigureLabels& labels)
{
    const auto length = [](const FigureLabel* label) {
        qsizetype longest = 0;
        for (const QString& word : label->words)
            longest = qMax(longest, word.size());
        return longest;
    };
    QVector<const FigureLabel*> sorted;
    for (const FigureLabel& label : labels.labels)
        sorted.append(&label);
    std::stable_sort(sorted.begin(), sorted.end(), [&](const auto* a, const auto* b) { return length(a) > length(b); });
    return sorted;
}

bool isTaken(const QVector<Found>& found, qsizetype from, qsizetype to)
{
    return std::any_of(found.begin(), found.end(), [&](const Found& one) { return from < one.to && to > one.from; });
}

void addFound(QVector<Found>& found, const QString& text, const FigureLabel& label,
              const QRegularExpressionMatch& match, const QVector<CampaignFigure>& figures)
{
    Found one{match.capturedStart(), match.capturedEnd(), checkOf(label, match, figures)};
    if (isTaken(found, one.from, one.to))
        return;
    one.check.context = contextOf(text, one.from, one.to);
    one.check.paragraph = int(text.left(one.from).count(QLatin1Char('\n'))) + 1;
    found.append(one);
}

QStringList uncheckedIn(const QString& text, const QVector<Found>& found)
{
    static const QRegularExpression other(
        QStringLiteral(
            R"((?<![0-9.,第])%1\s*(?:台\(件\)|台件|万元|人次|户次|家|户|台|件|个|名|人|次|场|期|份|起|篇|条|%|元))")
            .arg(number));
    QStringList unchecked;
    for (auto matches = other.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (!isTaken(found, match.capturedStart(), match.capturedEnd()))
            unchecked << contextOf(text, match.capturedStart(), match.capturedEnd());
    }
    return unchecked;
}

} // namespace

qsizetype CheckedFigures::differing() const
{
    return std::count_if(checks.begin(), checks.end(), [](const FigureCheck& one) { return !one.agrees; });
}

Result<FigureLabels> parseFigureLabels(const QByteArray& bytes, const QString& fileName)
{
    const auto json = parseJsonObject(bytes, fileName);
    if (!json)
        return fail(json.error());
    JsonReader reader(*json, fileName);
    FigureLabels labels;
    labels.otherBefore = reader.texts("other_before");
    reader.each("labels", [&labels](JsonReader& item) {
        const FigureLabel label{item.texts("words"), item.texts("units"), item.texts("figures")};
        if (label.words.isEmpty())
            item.fault("words", Text::tr("至少要写一个称呼"));
        if (label.figures.isEmpty())
            item.fault("figures", Text::tr("至少要写一个数字的名称"));
        for (const QString& figure : label.figures)
            if (!isFigureKey(figure))
                item.fault("figures", Text::tr("没有名为“%1”的数字").arg(figure));
        labels.labels.append(label);
    });
    if (reader.error())
        return fail(*reader.error());
    return labels;
}

CheckedFigures checkFigures(const QString& text, const QVector<CampaignFigure>& figures, const FigureLabels& labels)
{
    const QString folded = foldWidth(text);
    QVector<Found> found;
    for (const FigureLabel* label : longestFirst(labels))
        for (const QRegularExpression& pattern : patternsOf(*label, labels))
            for (auto matches = pattern.globalMatch(folded); matches.hasNext();)
                addFound(found, text, *label, matches.next(), figures);
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.from < b.from; });
    CheckedFigures checked;
    checked.unchecked = uncheckedIn(folded, found);
    for (Found& one : found)
        checked.checks.append(std::move(one.check));
    return checked;
}

QDate dayOfFigures(const QString& text)
{
    static const QRegularExpression stated(
        QStringLiteral(R"(截(?:至|止)\s*([0-9]{4})\s*年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*日)"));
    const auto match = stated.match(foldWidth(text));
    return match.hasMatch() ? QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt())
                            : QDate();
}

} // namespace chengheng::rules
