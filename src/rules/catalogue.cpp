// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/catalogue.h"

#include "base/json.h"
#include "base/text.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Catalogue)
};

CatalogueEntry readEntry(JsonReader& reader)
{
    CatalogueEntry entry;
    entry.name = reader.text("name");
    entry.synonyms = reader.texts("synonyms");
    for (const QString& key : reader.texts("trades")) {
        const auto trade = model::wordOf<model::Trade>(key);
        if (!trade)
            reader.fault("trades", Text::tr("没有“%1”这种业态").arg(key));
        else
            entry.trades.append(*trade);
    }
    const QString kind = reader.text("legal_kind");
    if (const auto word = model::wordOf<model::LegalKind>(kind))
        entry.legalKind = *word;
    else
        reader.fault("legal_kind", Text::tr("没有“%1”这种管理类别").arg(kind));
    entry.isCertain = reader.flag("certain", true);
    entry.cycleMonths = reader.integer("cycle_months", 0, 240);
    entry.regulation = reader.optionalText("regulation");
    entry.sureness = reader.text("sureness");
    entry.note = reader.optionalText("note");
    return entry;
}

} // namespace

const CatalogueEntry* Catalogue::find(const QString& name) const
{
    const QString folded = foldName(name);
    for (const CatalogueEntry& entry : entries) {
        const bool isNamed = foldName(entry.name) == folded
                             || std::any_of(entry.synonyms.begin(), entry.synonyms.end(),
                                            [&](const QString& other) { return foldName(other) == folded; });
        if (isNamed)
            return &entry;
    }
    return nullptr;
}

Result<Catalogue> parseCatalogue(const QByteArray& json, const QString& fileName)
{
    const auto object = parseJsonObject(json, fileName);
    if (!object)
        return fail(object.error());
    JsonReader reader(*object, fileName);
    Catalogue catalogue;
    QSet<QString> names;
    reader.each("instruments", [&](JsonReader& entryReader) {
        const CatalogueEntry entry = readEntry(entryReader);
        for (const QString& name : QStringList(entry.name) + entry.synonyms) {
            if (names.contains(foldName(name)))
                entryReader.fault("name", Text::tr("器具名称或别名“%1”重复").arg(name));
            names.insert(foldName(name));
        }
        catalogue.entries.append(entry);
    });
    if (catalogue.entries.isEmpty())
        reader.fault("instruments", Text::tr("目录是空的"));
    if (reader.error())
        return fail(*reader.error());
    return catalogue;
}

} // namespace chengheng::rules
