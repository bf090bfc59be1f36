// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_driver.h"

#include "gui/attachment_panel.h"
#include "gui/form_dialog.h"
#include "gui/picture_viewer.h"
#include "gui/record_panel.h"
#include "gui/thumbnails.h"
#include "support/pictures.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

using namespace chengheng;
using namespace chengheng::test;

namespace {

/// The attachments of the first organisation, in the window.
struct Panel {
    WindowDriver driver;
    gui::AttachmentPanel* panel = nullptr;
    QListWidget* list = nullptr;

    Panel()
    {
        auto* record = driver.page<gui::Page>("organisation").findChild<gui::RecordPanel*>();
        driver.waitFor([&] { return record->record().has_value(); });
        panel = tab<gui::AttachmentPanel>(*record, QStringLiteral("附件"));
        list = panel->findChild<QListWidget*>();
    }

    QString file(const char* name, const QByteArray& bytes)
    {
        const QString path = driver.folder.filePath(QString::fromUtf8(name));
        QFile written(path);
        REQUIRE(written.open(QIODevice::WriteOnly));
        REQUIRE(written.write(bytes) == bytes.size());
        return path;
    }

    QStringList texts() const
    {
        QStringList all;
        for (int row = 0; row < list->count(); ++row)
            all << list->item(row)->text();
        return all;
    }

    bool isSettled() const { return driver.dispatcher.isSettled(); }
};

QPixmap pictureIn(const gui::PictureViewer& viewer)
{
    for (const auto* label : viewer.findChildren<QLabel*>())
        if (!label->pixmap(Qt::ReturnByValue).isNull())
            return label->pixmap(Qt::ReturnByValue);
    return {};
}

} // namespace

TEST_CASE("Photographs are added to a record, looked at, taken off and brought back", "[gui]")
{
    WindowDriver driver;
    auto& offices = driver.page<gui::Page>("organisation");
    auto* record = offices.findChild<gui::RecordPanel*>();
    driver.waitFor([&] { return record->record().has_value() && driver.dispatcher.isSettled(); });
    auto* panel = tab<gui::AttachmentPanel>(*record, QStringLiteral("附件"));
    auto* list = panel->findChild<QListWidget*>();
    const QString path = driver.folder.filePath(QStringLiteral("门头.png"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(picture(300, 200));
    file.close();

    auto* copied = new QMimeData;
    copied->setImageData(QImage::fromData(picture(60, 40, Qt::blue)));
    QGuiApplication::clipboard()->setMimeData(copied);
    QTest::keyClick(panel->findChild<QLabel*>(QStringLiteral("nothing_attached")), Qt::Key_V,
                    Qt::ControlModifier); // also into an empty place
    driver.waitFor([&] { return list->count() == 1 && driver.dispatcher.isSettled(); });

    driver.prompts.nextPath = path;
    press(*panel, QStringLiteral("添加…"));
    driver.waitFor([&] { return list->count() == 2 && driver.dispatcher.isSettled(); });
    CHECK(list->item(1)->text() == QStringLiteral("门头.jpg"));

    list->setCurrentRow(0);
    press(*panel, QStringLiteral("查看"));
    auto* viewer = driver.dialog<gui::PictureViewer>();
    QTest::keyClick(viewer, Qt::Key_Right);
    CHECK(viewer->windowTitle().contains(QStringLiteral("第 2 张，共 2 张")));
    viewer->close();

    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Delete);
    driver.waitFor([&] { return list->count() == 1 && driver.dispatcher.isSettled(); });
    press(driver.window, QStringLiteral("撤销"));
    driver.waitFor([&] { return list->count() == 2 && driver.dispatcher.isSettled(); });
    CHECK(driver.prompts.errors.isEmpty());
}

TEST_CASE("Several files are added at once, and a bad one among them keeps none out", "[gui]")
{
    Panel shown;
    shown.driver.prompts.nextPaths = {
        shown.file("红.png", picture(30, 20)), shown.file("断.jpg", "\xff\xd8\xff\xe0 nothing"),
        shown.file("蓝.png", picture(30, 20, Qt::blue)), shown.file("证书.doc", "%PDF-1.4")};
    press(*shown.panel, QStringLiteral("添加…"));
    shown.driver.waitFor([&] { return shown.list->count() == 2 && !shown.driver.prompts.errors.isEmpty(); });
    CHECK(shown.texts() == QStringList{QStringLiteral("红.jpg"), QStringLiteral("蓝.jpg")});
    REQUIRE(shown.driver.prompts.errors.size() == 1); // one message
    const QString said = shown.driver.prompts.errors.first();
    CHECK(said.startsWith(QStringLiteral("有 2 个文件没有附上")));
    CHECK(said.contains(QStringLiteral("断.jpg")));
    CHECK(said.contains(QStringLiteral("证书.doc")));
    press(shown.driver.window, QStringLiteral("撤销")); // one selection is one deed
    shown.driver.waitFor([&] { return shown.list->count() == 0; });
}

TEST_CASE("A small picture is decoded once for its content", "[gui]")
{
    Panel shown;
    auto* thumbnails = shown.panel->findChild<gui::Thumbnails*>();
    QSignalSpy made(thumbnails, &gui::Thumbnails::made);
    shown.panel->add({shown.file("绿.png", picture(301, 203, Qt::green)), shown.file("证书.pdf", onePagePdf())});
    shown.driver.waitFor([&] { return shown.list->count() == 2 && made.size() == 1 && shown.isSettled(); });
    const QImage icon = shown.list->item(0)->icon().pixmap(64, 64).toImage();
    CHECK(QColor(icon.pixel(icon.rect().center())).green() > 200);
    shown.panel->add({shown.file("黄.png", picture(301, 203, Qt::yellow))}); // shows the whole list again
    shown.driver.waitFor([&] { return shown.list->count() == 3 && made.size() == 2 && shown.isSettled(); });
    shown.list->setCurrentRow(2);
    QTest::keyClick(shown.list, Qt::Key_Delete);
    shown.driver.waitFor([&] { return shown.list->count() == 2 && shown.isSettled(); });
    CHECK(made.size() == 2);
}

TEST_CASE("What a photograph shows is typed with F2, and stands in the list and in the viewer", "[gui]")
{
    Panel shown;
    shown.panel->add({shown.file("红.png", picture(30, 20)), shown.file("蓝.png", picture(30, 20, Qt::blue))});
    shown.driver.waitFor([&] { return shown.list->count() == 2; });
    const auto say = [&](const QString& words) {
        QTest::keyClick(shown.list, Qt::Key_F2);
        auto* dialog = shown.driver.dialog<gui::FormDialog>();
        dialog->findChild<QLineEdit*>()->setText(words);
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
        shown.driver.waitFor([&] {
            return shown.texts().at(1)
                   == (words.isEmpty() ? QStringLiteral("蓝.jpg") : QStringLiteral("蓝.jpg\n") + words);
        });
        shown.driver.waitFor([&] { return shown.isSettled() && QApplication::activeModalWidget() == nullptr; });
    };
    shown.list->setCurrentRow(1);
    say(QStringLiteral("门头招牌"));
    CHECK(shown.list->currentRow() == 1); // the same stays chosen
    press(*shown.panel, QStringLiteral("查看"));
    auto* viewer = shown.driver.dialog<gui::PictureViewer>();
    bool isSaid = false;
    for (const auto* label : viewer->findChildren<QLabel*>())
        isSaid = isSaid || label->text() == QStringLiteral("蓝.jpg，门头招牌");
    CHECK(isSaid);
    viewer->close();
    const QString longest(200, QLatin1Char('m'));
    QTest::keyClick(shown.list, Qt::Key_F2);
    auto* dialog = shown.driver.dialog<gui::FormDialog>();
    dialog->findChild<QLineEdit*>()->setText(longest);
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
    shown.driver.waitFor([&] { return shown.list->item(1)->toolTip().endsWith(longest) && shown.isSettled(); });
    CHECK(shown.texts().at(1).size() < 60); // cut short below the picture
    say(QString());
    CHECK(shown.driver.prompts.errors.isEmpty());
}

TEST_CASE("The viewer shows a photograph as large as its window allows, and offers others to be saved", "[gui]")
{
    Panel shown;
    shown.panel->add({shown.file("宽.png", picture(3000, 1000)), shown.file("证书.pdf", onePagePdf())});
    shown.driver.waitFor([&] { return shown.list->count() == 2; });
    shown.list->setCurrentRow(0);
    QTest::keyClick(shown.list, Qt::Key_Return);
    auto* viewer = shown.driver.dialog<gui::PictureViewer>();
    shown.driver.waitFor([&] { return pictureIn(*viewer).width() > 900 && shown.isSettled(); });
    viewer->resize(600, 500);
    shown.driver.waitFor([&] { return pictureIn(*viewer).width() < 600; });
    CHECK(qAbs(pictureIn(*viewer).width() - pictureIn(*viewer).height() * 3) <= 3);
    QTest::keyClick(viewer, Qt::Key_Right);
    shown.driver.waitFor([&] { return shown.isSettled(); });
    CHECK(pictureIn(*viewer).isNull());
    shown.driver.prompts.nextPath = shown.driver.folder.filePath(QStringLiteral("取出.pdf"));
    press(*viewer, QStringLiteral("另存为…"));
    CHECK(readFile(shown.driver.prompts.nextPath) == onePagePdf());
    QTest::keyClick(viewer, Qt::Key_Left);
    shown.driver.waitFor([&] { return !pictureIn(*viewer).isNull(); });
    viewer->close();
}
