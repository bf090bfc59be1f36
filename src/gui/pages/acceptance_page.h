// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/paper.h"
#include "gui/page.h"
#include "services/overview.h"
#include "services/packets.h"

namespace chengheng::gui {

namespace Ui {
class AcceptancePage;
}

/// 迎检验收: what will be wrong on the day of acceptance, the rehearsal of the draw, the packet and its gaps.
class AcceptancePage : public Page
{
    Q_OBJECT

public:
    explicit AcceptancePage(AppState& state, QWidget* parent = nullptr);
    ~AcceptancePage() override;

    void refresh() override;
    QAction* primaryAction() override { return m_export; }
    QAction* printAction() override { return m_print; }

private:
    void showGaps(const QVector<services::Gap>& gaps);
    void showPapers(const QVector<services::PacketPaper>& papers);
    void openGap();
    void openPaper();
    void openRisk();
    void printShown();
    void compareWithEarlier();
    void refreshPapers();
    void takePapers(const Result<QVector<services::PacketPaper>>& papers);
    void draw();
    rules::DrawRequest drawAsked() const;
    void printDraw(Result<documents::Paper> (*make)(const services::Workspace&, const rules::DrawRequest&, QDate));
    void showDraw(const rules::DrawResult& result);
    void exportPacket();
    void writePacket(const QString& path);

    std::unique_ptr<Ui::AcceptancePage> m_ui;
    QAction* m_export;
    QAction* m_print;
    QVector<services::Gap> m_gapList;
    QVector<rules::Risk> m_riskList;
    QString m_earlier; ///< packet that the papers are compared with
    bool m_arePapersStale = true;
    bool m_isLayingOut = false;
};

} // namespace chengheng::gui
