// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/words.h"

#include <QStringList>
#include <QVector>

namespace chengheng::rules {

/// A kind of instrument as the catalogue of mandatory instruments (公告2020年第42号) and the
/// verification regulations see it. Defaults only: the certificate's dates win.
struct CatalogueEntry {
    QString name;
    QStringList synonyms;
    QVector<model::Trade> trades;
    model::LegalKind legalKind = model::LegalKind::Periodic;
    bool isCertain = true;  ///< false: check with the verification body
    qint64 cycleMonths = 0; ///< 0: none
    QString regulation;     ///< JJG number
    QString sureness;       ///< seen, weak, recalled, inferred
    QString note;
};

struct Catalogue {
    QVector<CatalogueEntry> entries;

    /// By name or synonym, width and case folded; nullptr where unknown.
    const CatalogueEntry* find(const QString& name) const;
};

Result<Catalogue> parseCatalogue(const QByteArray& json, const QString& fileName);

} // namespace chengheng::rules
