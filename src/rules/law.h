// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDate>
#include <QStringList>
#include <QVector>

namespace chengheng::rules {

/// One article of a law or regulation, in one of its editions.
struct Article {
    QString law;          ///< 中华人民共和国计量法实施细则
    QStringList synonyms; ///< 计量法实施细则
    int number = 0;
    QString gist;    ///< how it begins
    QDate from;      ///< this edition is in force from here …
    QDate to;        ///< … to here; invalid: still
    QString edition; ///< 2022年3月29日第四次修订
    QString source;  ///< public address of the text

    QString name() const; ///< 《中华人民共和国计量法实施细则》第四十三条
    bool isInForce(QDate day) const { return from <= day && (!to.isValid() || to >= day); }
};

/// Articles that cases rest on (resources/law/articles.json).
struct LawBook {
    QVector<Article> articles;

    QVector<Article> inForceOn(QDate day) const;
    /// Editions of an article named the way people do: “计量法实施细则第43条”, “《计量法》第二十五条第一款”.
    QVector<Article> find(const QString& reference) const;
};

Result<LawBook> parseLaw(const QByteArray& json, const QString& fileName);

/// Articles of a text, which stand one after the other (；).
QStringList referencesIn(const QString& text);
/// Each article of a text is known and in force on the day; else the error says which is not, and what to do.
Result<void> checkArticles(const LawBook& law, const QString& text, QDate day);

} // namespace chengheng::rules
