// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include <QAction>

using namespace chengheng;
using namespace chengheng::test;

TEST_CASE("The diagnosis is exported from the menu, with a campaign and without one", "[gui]")
{
    WindowDriver driver;
    const auto exportTo = [&](const char* name) {
        driver.prompts.nextPath = driver.folder.filePath(QLatin1String(name));
        for (QAction* action : driver.window.windowActions())
            if (action->text() == QStringLiteral("导出诊断…"))
                action->trigger();
        driver.waitFor([&] { return !driver.prompts.said.isEmpty() || !driver.prompts.errors.isEmpty(); });
        CHECK(driver.prompts.errors.isEmpty());
        CHECK(driver.prompts.said.takeLast().startsWith(QStringLiteral("诊断已存到")));
        return QFileInfo(driver.prompts.nextPath).size();
    };
    const qint64 full = exportTo("a.zip");
    driver.window.closeCampaign();
    driver.waitFor([&] { return !driver.dispatcher.isOpen(); });
    const qint64 small = exportTo("b.zip");
    CHECK(small > 0);
    CHECK(full > small);
}
