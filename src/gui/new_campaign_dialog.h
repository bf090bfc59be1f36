// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

#include <QDate>
#include <QDialog>

#include <memory>

namespace chengheng::gui {

namespace Ui {
class NewCampaignDialog;
}

/// Names of the market-supervision stations in the plans that come with the program.
QStringList builtInStations();

/// Which plan a new campaign follows, and where its file goes.
class NewCampaignDialog : public QDialog
{
    Q_OBJECT

public:
    NewCampaignDialog(QDate today, QWidget* parent);
    ~NewCampaignDialog() override;

Q_SIGNALS:
    /// `predecessor`: file of the round this one goes on from; empty: none.
    void chosen(const services::RuleTexts& texts, const QString& path, const QString& predecessor);

private:
    void planChosen(int index);
    void askPlanFile();
    /// Lists a plan, and shows what is in it once it is the current one; a plan that cannot be read says why.
    bool offer(const Result<services::RuleTexts>& texts, int place);
    void askSheets();
    void askPredecessor();
    void askPlace();

    std::unique_ptr<Ui::NewCampaignDialog> m_ui;
    QDate m_today;
    QString m_predecessorPath;
    QString m_sheetsPath;                 ///< empty: the sheets that come with the program
    QVector<services::RuleTexts> m_texts; ///< by the combo's rows
    QStringList m_summaries;
};

} // namespace chengheng::gui
