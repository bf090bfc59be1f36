// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QPushButton;

namespace chengheng::gui {

/// A row of chips of which one is chosen: each keeps some of a list's rows, and says which and how many. The first
/// keeps all.
class StateChips : public QWidget
{
    Q_OBJECT

public:
    /// A chip for each state there is, after the one for all.
    explicit StateChips(int states, QWidget* parent = nullptr);

    void setText(int chip, const QString& text);
    void setShown(int chip, bool isShown);
    int chosen() const;
    void choose(int chip); ///< no signal
    /// Something else that filters, beside the chips.
    void addBeside(QWidget* widget);
    /// At the right end.
    void addAtEnd(QWidget* widget);

    static constexpr int all = 0;
    static constexpr int firstState = 1;

Q_SIGNALS:
    void changed();

private:
    QHBoxLayout* m_row;
    QButtonGroup* m_chips;
    int m_beside; ///< where the next thing beside the chips goes
};

} // namespace chengheng::gui
