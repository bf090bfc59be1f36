// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QVector>

#include <functional>

class QListWidget;

namespace chengheng::gui {

/// A question over a list of ticks, however long the list is.
class PickDialog : public QDialog
{
    Q_OBJECT

public:
    PickDialog(const QString& question, const QStringList& names, const QString& action,
               std::function<void(QVector<int>)> then, QWidget* parent);

private:
    QVector<int> ticked() const;

    QListWidget* m_names;
};

} // namespace chengheng::gui
