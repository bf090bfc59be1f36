// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/attachment_panel.h"
#include "gui/picture_viewer.h"
#include "gui/record_panel.h"
#include "support/pictures.h"

#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>

using namespace chengheng;
using namespace chengheng::test;

TEST_CASE("Photographs are added to a record, looked at, taken off and brought back", "[gui]")
{
    WindowDriver driver;
    auto& offices = driver.page<gui::Page>("organisation");
    auto* record = offices.findChild<gui::RecordPanel*>();
    driver.waitFor([&] { return record->record().has_value(); });
    auto* panel = record->findChild<gui::AttachmentPanel*>();
    auto* list = panel->findChild<QListWidget*>();
    const QString path = driver.folder.filePath(QStringLiteral("门头.png"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(picture(300, 200));
    file.close();

    auto* copied = new QMimeData;
    copied->setImageData(QImage::fromData(picture(60, 40, Qt::blue)));
    QGuiApplication::clipboard()->setMimeData(copied);
    QTest::keyClick(panel->findChild<QLabel*>(), Qt::Key_V, Qt::ControlModifier); // also into an empty place
    driver.waitFor([&] { return list->count() == 1; });

    driver.prompts.nextPath = path;
    press(*panel, QStringLiteral("添加…"));
    driver.waitFor([&] { return list->count() == 2; });
    CHECK(list->item(1)->text() == QStringLiteral("门头.jpg"));

    list->setCurrentRow(0);
    press(*panel, QStringLiteral("查看"));
    auto* viewer = driver.dialog<gui::PictureViewer>();
    QTest::keyClick(viewer, Qt::Key_Right);
    CHECK(viewer->windowTitle().contains(QStringLiteral("第 2 张，共 2 张")));
    viewer->close();

    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Delete);
    driver.waitFor([&] { return list->count() == 1; });
    press(driver.window, QStringLiteral("撤销"));
    driver.waitFor([&] { return list->count() == 2; });
    CHECK(driver.prompts.errors.isEmpty());
}
