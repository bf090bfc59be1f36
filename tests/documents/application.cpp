// SPDX-License-Identifier: GPL-3.0-or-later
#include <QGuiApplication>

#include <memory>

// Papers need fonts, and fonts a QGuiApplication.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv)
{
    return std::make_unique<QGuiApplication>(argc, argv);
}
