// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/record_papers.h"

#include <QDialog>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace chengheng::gui {

/// The campaign on a day for a room: one thing a screen in letters that grow with it. Arrow keys turn the pages, Esc
/// leaves.
class Projector : public QDialog
{
    Q_OBJECT

public:
    explicit Projector(const services::Brief& brief, QWidget* parent);

    int pageCount() const;
    int currentPage() const; ///< from 0
    void turn(int pages);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QVBoxLayout* addPage(const QString& title);
    /// `size`: of its letters against the usual ones.
    QLabel* newLabel(const QString& text, double size, bool isBold = false);
    void addStanding(const services::Brief& brief);
    void addRates(const services::Brief& brief);
    void addThreats(const services::Brief& brief);
    void addSchedule(const services::Brief& brief);
    void fitLetters();
    void showPlace();

    QStackedWidget* m_pages;
    QLabel* m_place;
};

} // namespace chengheng::gui
