// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <QCoreApplication>

/// Suites that need widgets define this to make a QApplication instead; see tests/gui.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv) __attribute__((weak));

int main(int argc, char** argv)
{
    constexpr int skipped = 77;
    if (qEnvironmentVariable("CHENGHENG_TEST_BACKEND") == QLatin1String("server")
        && qEnvironmentVariableIsEmpty("CHENGHENG_TEST_PG"))
        return skipped; // there is no server to run on
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const auto application =
        makeApplication ? makeApplication(argc, argv) : std::make_unique<QCoreApplication>(argc, argv);
    return Catch::Session().run(argc, argv);
}
