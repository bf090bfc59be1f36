// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/register_page.h"
#include "rules/problem_state.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace chengheng::gui {

class ProblemBoard;
class StateChips;
class ViewSwitch;
struct ProblemCard;

/// 问题整改: the register as a board by state or as a list. Chips keep what is overdue, one station's or
/// one unit's, in the list also one state; the chosen problem says in a sentence where it stands. On the
/// board a record is opened beside the cards (Enter) and put away again (Esc).
class ProblemsPage : public RegisterPage
{
    Q_OBJECT

public:
    explicit ProblemsPage(AppState& state, QWidget* parent = nullptr);
    void refresh() override;
    void reveal(const Uid& uid) override;

protected:
    bool isShown(const model::Record& record) const override;
    void clearFilters() override;
    void prepare(const QVector<model::Record>& records) override;
    Uid showKept(const QVector<model::Record>& kept) override;
    void showDetails(const model::Record& record) override;

private:
    /// What the other records say of a problem on the day.
    struct Facts {
        rules::ProblemStanding standing;
        QString who;
        Uid unit;
        QString unitName;
        QString instrument; ///< the one it is about: name · number · place; mostly empty
        Uid station;
    };
    struct Picture {
        QHash<Uid, Facts> problems;
        QHash<Uid, QString> stations;
    };

    static Result<Picture> readPicture(const services::Workspace& workspace, QDate on);
    QWidget* buildStanding();
    QComboBox* buildFilter(const QString& name);
    void connectBoard();
    void showCounts();
    void showFilters();
    void showView();
    void showPanel(bool isOpen);
    QVector<services::Action> stepsFrom(rules::ProblemState state) const;
    void offerSteps(const Uid& uid, const QPoint& at);
    bool isBoard() const;
    bool isWanted(const Facts& facts) const; ///< by station and unit

    StateChips* m_states;
    QComboBox* m_station;
    QComboBox* m_unit;
    ViewSwitch* m_view;
    ProblemBoard* m_board;
    QLabel* m_standing;
    QToolButton* m_close;
    Picture m_picture;
};

} // namespace chengheng::gui
