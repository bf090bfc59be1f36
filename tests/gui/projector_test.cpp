// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/projector.h"
#include "support/support.h"

#include <QLabel>
#include <QPointer>
#include <QTest>

using namespace chengheng;
using namespace chengheng::test;

namespace {

services::Brief someBrief()
{
    services::Brief brief;
    brief.overview.campaign = QStringLiteral("虚构镇诚信计量示范镇创建");
    brief.overview.now.day = day("2024-06-12");
    brief.overview.now.units = 40;
    brief.overview.now.verification.inUse = 120;
    brief.overview.now.verification.inTime = 118;
    brief.overview.now.verification.inTimePassed = 117;
    rules::DueGroup group;
    group.label = QStringLiteral("医院");
    group.figures = brief.overview.now.verification;
    brief.overview.ledger.byTrade = {group};
    brief.months = {{day("2024-05-12"), {}}, {day("2024-06-12"), brief.overview.now.verification}};
    return brief;
}

bool says(const QWidget& widget, const QString& text)
{
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->text().contains(text))
            return true;
    return false;
}

} // namespace

TEST_CASE("the projector is turned with arrow keys and left with Esc")
{
    QPointer<gui::Projector> projector = new gui::Projector(someBrief(), nullptr);
    projector->resize(1920, 1080);
    projector->show();
    REQUIRE(projector->pageCount() == 4);
    CHECK(says(*projector, QStringLiteral("98.3%")));
    CHECK(says(*projector, QStringLiteral("数据截至 2024年6月12日")));
    const struct {
        Qt::Key key;
        int page;
    } steps[] = {{Qt::Key_Left, 0},  {Qt::Key_Right, 1}, {Qt::Key_Down, 2},  {Qt::Key_PageDown, 3},
                 {Qt::Key_Space, 3}, {Qt::Key_Up, 2},    {Qt::Key_PageUp, 1}};
    for (const auto& step : steps) {
        QTest::keyClick(projector, step.key);
        CHECK(projector->currentPage() == step.page);
    }
    QTest::keyClick(projector, Qt::Key_Escape);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(projector.isNull());
}
