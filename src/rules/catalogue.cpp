// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/catalogue.h"

#include "base/json.h"
#include "base/text.h"

#include <QCoreApplication>

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
    reader.each("instruments", [&](JsonReader& entry) { catalogue.entries.append(readEntry(entry)); });
    if (reader.error())
        return fail(*reader.error());
    return catalogue;
}

} // namespace chengheng::rules
