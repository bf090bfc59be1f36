// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "support/support.h"

#include <QTemporaryDir>

using namespace chengheng;
using namespace chengheng::test;

TEST_CASE("a log line keeps what the program did and nothing of a person", "[base]")
{
    const struct {
        const char* line;
        const char* kept;
    } cases[] = {
        {"unit.add seq 12 in 3 ms", "unit.add seq 12 in 3 ms"},
        {"unit.add: conflict duplicate", "unit.add: conflict duplicate"},
        {"QFSFileEngine::open: No file name specified", "QFSFileEngine::open: No file name specified"},
        {"kept /home/zhangsan/创建.chc.backup-v6 before", "kept <path> before"},
        {"kept C:\\Users\\张三\\a.chc before", "kept <path> before"},
        {"cannot open Zhang.chc now", "cannot open <path> now"},
        {"“顾村菜场”已由电脑打开", "<text><words>"},
        {"QIODevice: \"Zhang San\" is not open", "QIODevice: <text> is not open"},
        {"电话13800138000", "<words><number>"},
        {"credit 91310113MA1GK1234X", "credit <number>"},
        {"mail zhang@example.org sent", "mail <address> sent"},
        {"第3行，张三", "<words>3<words>"},
        {"a\nb\tc", "a<words>b<words>c"},
    };
    for (const auto& each : cases) {
        INFO(each.line);
        CHECK(log::withoutPersons(QString::fromUtf8(each.line)) == QString::fromUtf8(each.kept));
    }
}

TEST_CASE("the log file holds codes of refusals and not their sentences", "[base]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.log"));
    log::start(path);
    CHECK(log::filePath() == path);
    log::event(QStringLiteral("unit.add seq 1"));
    log::failure(QStringLiteral("unit.add"),
                 {ErrorKind::Conflict, QStringLiteral("duplicate"), QStringLiteral("已有“顾村菜场”。"), {}});
    qWarning("lost %s", "/home/zhangsan/a.chc");
    log::flush();
    const QString written = QString::fromUtf8(readFile(path));
    log::start();
    CHECK(log::filePath().isEmpty());
    CHECK(written.contains(QStringLiteral("unit.add seq 1")));
    CHECK(written.contains(QStringLiteral("unit.add: conflict duplicate")));
    CHECK(written.contains(QStringLiteral("lost <path>")));
    for (const QChar letter : written)
        CHECK(letter.unicode() < 0x80);
}
