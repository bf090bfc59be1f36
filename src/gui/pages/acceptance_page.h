// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/paper.h"
#include "gui/page.h"
#include "services/overview.h"
#include "services/packets.h"

class QCheckBox;
class QDateEdit;
class QLabel;
class QLineEdit;

namespace chengheng::gui {

class TextTable;

/// 迎检验收: what will be wrong on the day of acceptance, the rehearsal of the draw, the packet and its gaps.
class AcceptancePage : public Page
{
    Q_OBJECT

public:
    explicit AcceptancePage(AppState& state, QWidget* parent = nullptr);
    void refresh() override;
    QAction* primaryAction() override { return m_export; }

private:
    QWidget* buildReadiness();
    QWidget* buildDraw();
    QWidget* buildGaps();
    QWidget* buildPapers();
    void showGaps(const QVector<services::Gap>& gaps);
    void showPapers(const QVector<services::PacketPaper>& papers);
    void openGap();
    void openPaper();
    void compareWithEarlier();
    void refreshPapers();
    void draw();
    rules::DrawRequest drawAsked() const;
    void printDraw(Result<documents::Paper> (*make)(const services::Workspace&, const rules::DrawRequest&, QDate));
    void showDraw(const rules::DrawResult& result);
    void exportPacket();

    QAction* m_export;
    QDateEdit* m_on;
    TextTable* m_risks;
    QLineEdit* m_seed;
    QCheckBox* m_stratified;
    TextTable* m_drawn;
    QLabel* m_chance;
    TextTable* m_gaps;
    QLabel* m_gapSentence;
    QVector<services::Gap> m_gapList;
    TextTable* m_papers;
    QLabel* m_comparedWith;
    QString m_earlier; ///< packet that the papers are compared with
};

} // namespace chengheng::gui
