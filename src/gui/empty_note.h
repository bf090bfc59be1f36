// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

class QAbstractItemView;

namespace chengheng::gui {

/// A sentence in the middle of a list while it has no rows: why, and what can be done. Made once the list has its
/// model; it belongs to the list.
class EmptyNote : public QLabel
{
    Q_OBJECT

public:
    EmptyNote(QAbstractItemView* view, const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();

    QAbstractItemView* m_view;
};

} // namespace chengheng::gui
