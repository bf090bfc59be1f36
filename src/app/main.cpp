// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/picture_taker.h"
#include "base/log.h"
#include "gui/main_window.h"
#include "gui/theme.h"
#include "services/demo.h"
#include "services/unsigned_name.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLibraryInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QTextStream>
#include <QTranslator>

using namespace chengheng;

namespace {

/// Without a display Qt aborts; say it in a sentence instead.
bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
           || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

bool wantsPictures(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i)
        if (QByteArray(argv[i]).startsWith("--screenshots"))
            return true;
    return false;
}

QString logFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return QDir().mkpath(folder) ? folder + QStringLiteral("/chengheng.log") : QString();
}

/// What the command line declares of who works: --user, --role, --station.
struct WhoOptions {
    QCommandLineOption user{QStringLiteral("user"), QObject::tr("声明的姓名"), QObject::tr("姓名")};
    QCommandLineOption role{
        QStringLiteral("role"),
        QObject::tr(
            "身份：clerk 办公室人员，officer 监管所人员，section 计量科人员，leader 领导，administrator 管理员（默认）"),
        QObject::tr("身份")};
    QCommandLineOption station{QStringLiteral("station"), QObject::tr("监管所人员所在的监管所"), QObject::tr("名称")};

    Result<services::Actor> read(const QCommandLineParser& parser, const QString& unnamed) const
    {
        services::Actor actor;
        actor.name = parser.isSet(user) ? parser.value(user) : unnamed;
        actor.stationName = parser.value(station);
        if (!parser.isSet(role))
            return actor;
        const auto found = model::wordOf<model::Role>(parser.value(role));
        if (!found)
            return fail(ErrorKind::Invalid, "no_such_role",
                        QObject::tr("没有身份“%1”，可用：clerk、officer、section、leader、administrator。")
                            .arg(parser.value(role)));
        actor.role = *found;
        return actor;
    }
};

} // namespace

int main(int argc, char** argv)
{
    if (wantsPictures(argc, argv))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!hasDisplay()) {
        QTextStream(stderr) << QObject::tr("没有图形桌面，无法打开窗口。请在桌面上运行，或改用 chengheng-cli。")
                            << Qt::endl;
        return 1;
    }
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("chengheng"));
    QCoreApplication::setApplicationName(QStringLiteral("chengheng"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CHENGHENG_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.chengheng.ChengHeng"));
    log::start(logFile());
    log::event(
        QStringLiteral("started %1, qt %2").arg(QStringLiteral(CHENGHENG_VERSION), QString::fromLatin1(qVersion())));
    QTranslator qtTexts;
    if (qtTexts.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qtTexts);
    gui::applyTheme(application);
    QGuiApplication::setWindowIcon(gui::iconNamed(QStringLiteral("chengheng")));

    QCommandLineParser parser;
    const QCommandLineOption file(QStringLiteral("file"), QObject::tr("打开这个创建活动"), QObject::tr("文件.chc"));
    const WhoOptions who;
    const QCommandLineOption pictures(QStringLiteral("screenshots"), QObject::tr("把每一页画成图片"),
                                      QObject::tr("文件夹"));
    const QCommandLineOption only(QStringLiteral("only"), QObject::tr("只画这些页，用逗号隔开"), QObject::tr("页"));
    const QCommandLineOption server(QStringLiteral("server"), QObject::tr("打开服务器上的创建活动"),
                                    QObject::tr("名称"));
    parser.addOptions({file, server, who.user, who.role, who.station, pictures, only});
    parser.addPositionalArgument(QObject::tr("文件.chc"), QObject::tr("打开这个创建活动"), QObject::tr("[文件.chc]"));
    parser.addHelpOption();
    parser.process(application);
    const auto actor = who.read(parser, parser.isSet(pictures) ? QObject::tr("演示人员") : services::unsignedName());
    if (!actor) {
        QTextStream(stderr) << actor.error().message << Qt::endl;
        return 1;
    }

    if (parser.isSet(pictures)) {
        // Settings of its own: pictures must not stand in the user's list of recent campaigns.
        QCoreApplication::setApplicationName(QStringLiteral("chengheng-pictures"));
        QSettings().clear();
        const QStringList pages = parser.value(only).split(QLatin1Char(','), Qt::SkipEmptyParts);
        return app::takePictures(parser.value(pictures), pages, parser.value(file), *actor);
    }
    gui::Dispatcher dispatcher;
    const auto clock = std::make_shared<SystemClock>();
    gui::MainWindow window(dispatcher, clock);
    window.showAsLeft();
    const QString campaign = parser.isSet(file) ? parser.value(file) : parser.positionalArguments().value(0);
    if (!campaign.isEmpty() || parser.isSet(server)) {
        const services::Place place{campaign, campaign.isEmpty() ? parser.value(server) : QString()};
        const auto run = [place, declared = *actor, clock](const services::Progress&, const services::SignIn& signIn) {
            return services::Workspace::open(place, declared, clock, services::Workspace::Mode::ReadWrite, signIn);
        };
        window.openCampaign({place, QObject::tr("正在打开"), run});
    }
    return QApplication::exec();
}
