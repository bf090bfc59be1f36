// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QTimer;

namespace chengheng::gui {

/// Ctrl+K: go to any page, unit, instrument, problem … by characters, pinyin or initials.
class SearchPalette : public QDialog
{
    Q_OBJECT

public:
    SearchPalette(Dispatcher& dispatcher, QWidget* parent);

Q_SIGNALS:
    void pageChosen(const QString& key);
    void recordChosen(const QString& pageKey, const Uid& uid);

private:
    void search();
    void choose();

    Dispatcher& m_dispatcher;
    QLineEdit* m_text;
    QListWidget* m_hits;
    QTimer* m_delay;
};

} // namespace chengheng::gui
