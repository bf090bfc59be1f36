// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace chengheng::gui {

/// The table every list is shown in: whole rows, columns that can be chosen, moved and sized, letters
/// that can be made larger, and all of that remembered under the list's key.
class ListView : public QTableView
{
    Q_OBJECT

public:
    /// `key`: where its looks are remembered; empty: nowhere.
    explicit ListView(const QString& key, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// Hides a column until the user asks for it; without effect where a choice is remembered.
    void hideAtFirst(int column);
    /// Column widths from the first rows, where the user has not set their own.
    void fitColumns();
    /// The menu that shows and hides columns.
    void chooseColumns(const QPoint& at);
    /// Columns as they stand on screen, hidden ones left out.
    QVector<int> shownColumns() const;

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
    void zoom(int steps); ///< 0: back to the usual size
    void copyChosen() const;
    void remember();

    QString m_key;
    qreal m_usualSize;
    bool m_isRemembered = false;
};

} // namespace chengheng::gui
