// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/photo_intake_dialog.h"
#include "model/training_records.h"
#include "services/attachments.h"
#include "support/pictures.h"

#include <QLineEdit>
#include <QListWidget>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// A campaign with a training on 2024-06-17 and a shop, and a folder of three pictures received on two days.
struct Office {
    WindowDriver driver;
    Uid training;
    Uid shop;
    gui::PhotoIntakeDialog* dialog = nullptr;

    Office()
    {
        model::Training held;
        held.title = QStringLiteral("参建单位计量培训");
        held.on = day("2024-06-17");
        held.topics = QStringLiteral("诚信计量");
        held.place = QStringLiteral("镇政府");
        training = add(model::toRecord(held));
        model::Unit unit;
        unit.name = QStringLiteral("甲店");
        unit.trade = model::Trade::Shop;
        shop = add(model::toRecord(unit));
        const QDir folder(driver.folder.path());
        REQUIRE(folder.mkdir(QStringLiteral("微信")));
        int shade = 0;
        for (const char* name :
             {"mmexport1718605805123.png", "mmexport1718605900000.png", "mmexport1718700000000.png"}) {
            QFile file(folder.filePath(QStringLiteral("微信/") + QLatin1String(name)));
            REQUIRE(file.open(QIODevice::WriteOnly));
            file.write(picture(40 + ++shade, 30));
        }
        driver.prompts.nextPath = folder.filePath(QStringLiteral("微信"));
        gui::PhotoIntakeDialog::start(driver.dispatcher, &driver.window);
        dialog = driver.dialog<gui::PhotoIntakeDialog>();
    }

    Uid add(const model::Record& record)
    {
        Uid uid;
        driver.dispatcher.write<services::Written>(
            &driver.window, [record](services::Workspace& workspace) { return services::addRecord(workspace, record); },
            [&](Result<services::Written> written) { uid = need(std::move(written)).uid; });
        driver.waitFor([&] { return !uid.isNull(); });
        return uid;
    }
    qsizetype attachedTo(const Uid& uid)
    {
        return driver
            .ask<QVector<model::Attachment>>(
                [uid](const services::Workspace& workspace) { return services::attachmentsOf(workspace, uid); })
            .size();
    }
};

} // namespace

TEST_CASE("WeChat's pictures go to their records group by group, by a digit or a search", "[gui][attachments]")
{
    Office office;
    auto* groups = named<QListWidget>(*office.dialog, QStringLiteral("照片分组"));
    auto* targets = named<QListWidget>(*office.dialog, QStringLiteral("可以归到的记录"));
    auto* text = named<QLineEdit>(*office.dialog, QStringLiteral("归到哪条记录"));
    REQUIRE(groups->count() == 2);
    CHECK(groups->item(0)->text() == QStringLiteral("2024-06-17 14:30–14:31，2 张"));
    office.driver.waitFor([&] { return targets->count() == 1; });
    CHECK(targets->item(0)->text().startsWith(QStringLiteral("1. 参建单位计量培训")));

    QTest::keyClick(text, Qt::Key_1);
    office.driver.waitFor([&] { return groups->currentRow() == 1; });
    CHECK(office.attachedTo(office.training) == 2);
    CHECK(groups->item(0)->text() == QStringLiteral("（已归完）"));

    text->setText(QStringLiteral("jd"));
    office.driver.waitFor(
        [&] { return targets->count() >= 1 && targets->item(0)->text().startsWith(QStringLiteral("甲店")); });
    QTest::keyClick(text, Qt::Key_Return);
    office.driver.waitFor([&] { return groups->item(1)->text() == QStringLiteral("（已归完）"); });
    CHECK(office.attachedTo(office.shop) == 1);
    CHECK(office.driver.prompts.errors.isEmpty());
}
