// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme.h"

#include <QApplication>
#include <QStandardPaths>

#include <memory>

/// The suite's application: offscreen, with the program's own theme and settings kept apart.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv);
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("chengheng-test"));
    QCoreApplication::setApplicationName(QStringLiteral("chengheng-test"));
    auto application = std::make_unique<QApplication>(argc, argv);
    chengheng::gui::applyTheme(*application);
    return application;
}
