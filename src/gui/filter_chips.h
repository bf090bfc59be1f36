// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

#include <QWidget>

class QToolButton;

namespace chengheng::gui {

/// A chip for each choice and each yes-or-no of a kind: it names what it filters (业态：餐饮), is filled
/// while it does, and one button takes all filters off.
class FilterChips : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(const model::RecordKind& kind, QWidget* parent = nullptr);

    /// Equality conditions by field key.
    QVector<QPair<QString, model::Value>> conditions() const;
    /// What is filtered, in words (业态：餐饮；标杆单位：是); empty: nothing.
    QString sentence() const;
    bool isFiltering() const { return !conditions().isEmpty(); }
    /// Sets one filter as if the user had chosen it; an empty key of a choice: all.
    void choose(const QString& field, const QString& key);
    void clear();

Q_SIGNALS:
    void changed();

private:
    struct Chip {
        model::Field field;
        QToolButton* button = nullptr;
        QString key; ///< of the choice, "true" or "false"; empty: all
    };

    void addChip(const model::Field& field);
    void show(const Chip& chip);

    QVector<Chip> m_chips;
    QToolButton* m_clear;
};

} // namespace chengheng::gui
