// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPair>
#include <QString>
#include <QVector>

namespace chengheng::documents {

/// What a template may name, as it stands between the braces: 单位名称.
struct MergeField {
    QString name;
    QString meaning;
};

struct MergeFields {
    QVector<MergeField> values;
    QVector<QPair<QString, QVector<MergeField>>> lists; ///< a list's name (计量器具) and its entries' fields
};

/// What a template is filled with: a value by its field's name, a list's entries in their order.
struct MergeData {
    QHash<QString, QString> values;
    QHash<QString, QVector<QHash<QString, QString>>> lists;
};

} // namespace chengheng::documents
