// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/register_page.h"
#include "gui/text_table.h"

namespace chengheng::gui {

/// 参建单位: the register with the chosen unit's ledger by status and its scores.
class UnitsPage : public RegisterPage
{
    Q_OBJECT

public:
    explicit UnitsPage(AppState& state, QWidget* parent = nullptr);

protected:
    void showDetails(const model::Record& record) override;

private:
    struct Details {
        QVector<QVector<TextCell>> instruments;
        QVector<QVector<TextCell>> scores;
        QVector<QVector<TextCell>> improvements;
    };
    void show(const Details& details);
    void offerPapers();
    /// Those chosen, else the current one; says so where there is none.
    QVector<Uid> chosenUnits();

    TextTable* m_ledger;
    TextTable* m_scores;
    TextTable* m_improvements;
    Uid m_shown;
};

} // namespace chengheng::gui
