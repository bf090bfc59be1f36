// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/register_page.h"
#include "rules/paper_standing.h"

class QLabel;

namespace chengheng::gui {

class StateChips;

/// 文书: the register of issued papers. Chips keep those in one state of signing; the chosen paper says where it is
/// since when. A PDF is given its number here, and scanned batches are dealt out to their papers.
class PapersPage : public RegisterPage
{
    Q_OBJECT

public:
    explicit PapersPage(AppState& state, QWidget* parent = nullptr);
    void refresh() override;

protected:
    bool isShown(const model::Record& record) const override;
    void clearFilters() override;
    void prepare(const QVector<model::Record>& records) override;
    void showDetails(const model::Record& record) override;
    QString stateSentence() const override;

private:
    void numberPdf(const QString& path);
    void askWhatItIs(const QString& path, const QByteArray& pdf);
    void archiveChosen();

    StateChips* m_states;
    QLabel* m_standing;
    QHash<Uid, rules::PaperStanding> m_standings;
};

} // namespace chengheng::gui
