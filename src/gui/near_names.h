// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/tables.h"

#include <QTableWidget>

namespace chengheng::gui {

/// Names in a table that are nearly those of known units, each with the units it may mean and “不是”. A name is asked
/// for once: what was chosen stays when the table is judged again.
class NearNames : public QTableWidget
{
    Q_OBJECT

public:
    explicit NearNames(QWidget* parent = nullptr);

    void ask(const QVector<services::NearMatch>& matches);
    bool isEmpty() const { return rowCount() == 0; }
    /// By the name in the table, the unit meant; null: none of those offered.
    const QHash<QString, Uid>& choices() const { return m_choices; }

Q_SIGNALS:
    void chosen(); ///< by the user

private:
    void add(const services::NearMatch& match);

    QHash<QString, Uid> m_choices;
};

} // namespace chengheng::gui
