// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dispatcher.h"
#include "services/registers.h"

#include <QDialog>

#include <memory>

class QAction;
class QTimer;

namespace chengheng::gui {

namespace Ui {
class SearchPalette;
}

/// Ctrl+K: go to any page, unit, instrument, problem … by characters, pinyin or initials.
class SearchPalette : public QDialog
{
    Q_OBJECT

public:
    /// `actions` of the window can be found too.
    SearchPalette(Dispatcher& dispatcher, const QList<QAction*>& actions, QWidget* parent);
    ~SearchPalette() override;

Q_SIGNALS:
    void pageChosen(const QString& key);
    void recordChosen(const QString& pageKey, const Uid& uid);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    bool isMeant(const QString& title) const;
    void listActions();
    void show(const QVector<services::SearchHit>& hits);
    void choose();

    std::unique_ptr<Ui::SearchPalette> m_ui;
    Dispatcher& m_dispatcher;
    QList<QAction*> m_actions;
    bool m_isChoosing = false; ///< Enter came before the records did
    QTimer* m_delay;
};

} // namespace chengheng::gui
