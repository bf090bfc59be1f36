// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/workspace.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace chengheng::gui {

/// Names of the market-supervision stations in the plans that come with the program.
QStringList builtInStations();

/// Which plan a new campaign follows, and where its file goes.
class NewCampaignDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NewCampaignDialog(QWidget* parent);

Q_SIGNALS:
    /// `predecessor`: file of the round this one goes on from; empty: none.
    void chosen(const services::RuleTexts& texts, const QString& path, const QString& predecessor);

private:
    void planChosen(int index);
    void askPlanFile();
    /// Lists a plan, and shows what is in it once it is the current one; a plan that cannot be read says why.
    bool offer(const Result<services::RuleTexts>& texts, int place);
    void askPredecessor();
    void askPlace();

    QComboBox* m_plan;
    QLabel* m_summary;
    QPushButton* m_predecessor; ///< names the file, once it is chosen
    QString m_predecessorPath;
    QPushButton* m_make;
    QVector<services::RuleTexts> m_texts; ///< by the combo's rows
    QStringList m_summaries;
};

} // namespace chengheng::gui
