// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/page_registry.h"

#include "gui/pages/acceptance_page.h"
#include "gui/pages/dashboard_page.h"
#include "gui/pages/ledger_page.h"
#include "gui/pages/organisation_page.h"
#include "gui/pages/problems_page.h"
#include "gui/pages/schedule_page.h"
#include "gui/pages/scoring_page.h"
#include "gui/pages/units_page.h"
#include "gui/register_page.h"

#include <QCoreApplication>

namespace chengheng::gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PageRegistry)
};

template <class P>
Page* build(AppState& state, QWidget* parent)
{
    return new P(state, parent);
}

/// A page that needs nothing beyond the kind's description.
template <class R>
Page* buildRegister(AppState& state, QWidget* parent)
{
    return new RegisterPage(state, model::kindOf<R>(), parent);
}

} // namespace

const QVector<PageEntry>& allPages()
{
    static const QVector<PageEntry> pages{
        {Text::tr("全局"), QStringLiteral("dashboard"), Text::tr("创建总览"), QStringLiteral("dashboard"), build<DashboardPage>},
        {Text::tr("全局"), QStringLiteral("schedule"), Text::tr("计划任务"), QStringLiteral("schedule"), build<SchedulePage>},
        {Text::tr("单位与器具"), QStringLiteral("unit"), Text::tr("参建单位"), QStringLiteral("units"), build<UnitsPage>},
        {Text::tr("单位与器具"), QStringLiteral("instrument"), Text::tr("计量器具台账"), QStringLiteral("ledger"), build<LedgerPage>},
        {Text::tr("单位与器具"), QStringLiteral("stallholder"), Text::tr("场内经营户"), QStringLiteral("stall"), buildRegister<model::Stallholder>},
        {Text::tr("检查与整改"), QStringLiteral("scoring"), Text::tr("检查评分"), QStringLiteral("scoring"), build<ScoringPage>},
        {Text::tr("检查与整改"), QStringLiteral("problem"), Text::tr("问题整改"), QStringLiteral("problem"), build<ProblemsPage>},
        {Text::tr("迎检"), QStringLiteral("acceptance"), Text::tr("迎检验收"), QStringLiteral("acceptance"), build<AcceptancePage>},
        {Text::tr("办公室"), QStringLiteral("seat"), Text::tr("组织机构"), QStringLiteral("organisation"), build<OrganisationPage>},
        {Text::tr("办公室"), QStringLiteral("organisation"), Text::tr("单位部门"), QStringLiteral("office"), buildRegister<model::Organisation>},
    };
    return pages;
}

} // namespace chengheng::gui
