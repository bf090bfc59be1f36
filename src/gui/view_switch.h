// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;

namespace chengheng::gui {

/// Buttons that change between the views of one page (看板 | 列表); the last choice is remembered.
class ViewSwitch : public QWidget
{
    Q_OBJECT

public:
    /// `key`: where the choice is remembered. The first title is the view shown at first.
    ViewSwitch(const QString& key, const QStringList& titles, QWidget* parent = nullptr);

    int current() const; ///< place in the titles

Q_SIGNALS:
    void changed(int view);

private:
    QString m_key;
    QButtonGroup* m_buttons;
};

} // namespace chengheng::gui
