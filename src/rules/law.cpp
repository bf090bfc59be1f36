// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/law.h"

#include "base/dates.h"
#include "base/json.h"
#include "base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Law)
};

constexpr int mostArticles = 999; // no law has more

const QString& digits()
{
    static const QString chinese = QStringLiteral("零一二三四五六七八九");
    return chinese;
}

/// 43 → 四十三, 105 → 一百零五.
QString chineseNumber(int number)
{
    const int hundreds = number / 100;
    const int tens = number % 100 / 10;
    const int ones = number % 10;
    QString text;
    if (hundreds > 0)
        text += digits()[hundreds] + QStringLiteral("百");
    if (tens > 0)
        text += (tens > 1 || hundreds > 0 ? QString(digits()[tens]) : QString()) + QStringLiteral("十");
    else if (hundreds > 0 && ones > 0)
        text += digits()[0];
    if (ones > 0)
        text += digits()[ones];
    return text;
}

int numberOf(const QString& text)
{
    for (int number = 1; number <= mostArticles; ++number)
        if (text == QString::number(number) || text == chineseNumber(number))
            return number;
    return 0;
}

QString foldLaw(QString name)
{
    name.remove(QRegularExpression(QStringLiteral("[《》\\s]")));
    return foldName(name);
}

/// An edition of a law; its articles take everything but number and gist from it.
Article readLaw(JsonReader& reader)
{
    Article law;
    law.law = reader.text("name");
    law.synonyms = reader.texts("short");
    law.from = reader.date("from");
    law.to = reader.optionalDate("to");
    law.edition = reader.text("edition");
    law.source = reader.text("source");
    if (law.to.isValid() && law.to < law.from)
        reader.fault("to", Text::tr("失效日期早于施行日期"));
    return law;
}

} // namespace

QString Article::name() const
{
    return Text::tr("《%1》第%2条").arg(law, chineseNumber(number));
}

QVector<Article> LawBook::inForceOn(QDate day) const
{
    QVector<Article> inForce;
    std::copy_if(articles.begin(), articles.end(), std::back_inserter(inForce),
                 [day](const Article& article) { return article.isInForce(day); });
    return inForce;
}

QVector<Article> LawBook::find(const QString& reference) const
{
    static const QRegularExpression form(QStringLiteral("^(.+?)第?([0-9]+|[零一二三四五六七八九十百]+)条"));
    const auto match = form.match(foldWidth(reference).trimmed());
    QVector<Article> found;
    if (!match.hasMatch())
        return found;
    const QString law = foldLaw(match.captured(1));
    const int number = numberOf(match.captured(2));
    for (const Article& article : articles) {
        const bool isNamed = foldLaw(article.law) == law
                             || std::any_of(article.synonyms.begin(), article.synonyms.end(),
                                            [&](const QString& other) { return foldLaw(other) == law; });
        if (isNamed && article.number == number)
            found.append(article);
    }
    return found;
}

Result<LawBook> parseLaw(const QByteArray& json, const QString& fileName)
{
    const auto object = parseJsonObject(json, fileName);
    if (!object)
        return fail(object.error());
    JsonReader reader(*object, fileName);
    LawBook book;
    QSet<QString> seen;
    reader.each("laws", [&](JsonReader& lawReader) {
        const Article law = readLaw(lawReader);
        lawReader.each("articles", [&](JsonReader& articleReader) {
            Article article = law;
            article.number = int(articleReader.integer("no", 1, mostArticles));
            article.gist = articleReader.text("gist");
            const QString key = article.name() + article.from.toString(Qt::ISODate);
            if (seen.contains(key))
                articleReader.fault("no", Text::tr("%1重复").arg(article.name()));
            seen.insert(key);
            book.articles.append(article);
        });
    });
    if (book.articles.isEmpty())
        reader.fault("laws", Text::tr("没有任何条文"));
    if (reader.error())
        return fail(*reader.error());
    return book;
}

QStringList referencesIn(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("[；;\\n]"));
    QStringList references;
    for (const QString& part : text.split(between, Qt::SkipEmptyParts))
        if (!part.trimmed().isEmpty())
            references << part.trimmed();
    return references;
}

Result<void> checkArticles(const LawBook& law, const QString& text, QDate day)
{
    for (const QString& reference : referencesIn(text)) {
        const auto editions = law.find(reference);
        if (editions.isEmpty())
            return fail(
                ErrorKind::Invalid, "unknown_article",
                Text::tr("条文库里没有“%1”，请从列表中选取，写成“《计量法实施细则》第四十三条”，几条之间用分号隔开。")
                    .arg(reference));
        const bool isInForce =
            std::any_of(editions.begin(), editions.end(), [day](const Article& one) { return one.isInForce(day); });
        if (!isInForce)
            return fail(ErrorKind::Invalid, "article_not_in_force",
                        Text::tr("%1自%2起施行，%3还不能适用，请改选当日有效的条文。")
                            .arg(editions.first().name(), paperDate(editions.first().from), paperDate(day)));
    }
    return {};
}

} // namespace chengheng::rules
