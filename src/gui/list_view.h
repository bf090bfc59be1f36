// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/list_paper.h"
#include "gui/handled_key.h"

#include <QTableView>

#include <functional>

namespace chengheng::gui {

/// The table every list is shown in: whole rows, columns that can be chosen, moved and sized, letters
/// that can be made larger, and all of that remembered under the list's key.
class ListView : public QTableView
{
    Q_OBJECT

public:
    explicit ListView(QWidget* parent = nullptr);

    static QVector<HandledKey> keys();

    /// Where its looks are remembered; said before its model is set. Without a key: nowhere.
    void setKey(const QString& key) { m_key = key; }
    void setModel(QAbstractItemModel* model) override;
    /// Looks as remembered under the key, where columns come after the model.
    void recallLooks();
    /// Hides a column until the user asks for it; without effect where a choice is remembered.
    void hideAtFirst(int column);
    /// Column widths from the first rows, where the user has not set their own.
    void fitColumns();
    /// The menu that shows and hides columns.
    void chooseColumns(const QPoint& at);
    /// Columns as they stand on screen, hidden ones left out.
    QVector<int> shownColumns() const;
    /// Rows that must not leave the program are left out of all that is given out.
    void setReleased(std::function<bool(const QModelIndex&)> isReleased) { m_isReleased = std::move(isReleased); }
    /// Several chosen rows, else all that are shown, in the order of the screen.
    QModelIndexList rowsToGiveOut() const;
    /// Those rows as plain text that reads well in WeChat.
    QString plainText(const QString& title) const;
    /// Those rows with the columns on screen, for printing.
    documents::PrintedList printed(const QString& title) const;

Q_SIGNALS:
    /// Enter or a double click on a row.
    void opened();
    /// Esc: away from the list.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    int widestWrapped() const;
    void zoom(int steps);        ///< 0: back to the usual size
    void setLetters(qreal size); // pt
    void copyChosen() const;
    void remember();

    QString m_key;
    std::function<bool(const QModelIndex&)> m_isReleased;
    qreal m_usualSize;
    bool m_isRemembered = false;
};

} // namespace chengheng::gui
