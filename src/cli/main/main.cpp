// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/log.h"
#include "cli/run.h"

#include <QGuiApplication>

int main(int argc, char** argv)
{
    // Papers need fonts, not a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("chengheng-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CHENGHENG_VERSION));
    chengheng::log::start();
    QTextStream out(stdout);
    QTextStream err(stderr);
    return chengheng::cli::run(QCoreApplication::arguments().mid(1), out, err,
                               std::make_shared<chengheng::SystemClock>());
}
