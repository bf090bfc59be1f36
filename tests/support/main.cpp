// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <QCoreApplication>

#include <iostream>

/// Suites that need widgets define this to make a QApplication instead; see tests/gui.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv) __attribute__((weak));

namespace {

/// Names what failed once more at the very end, where the tail of a long log still shows it.
class FailuresAtTheEnd final : public Catch::TestEventListenerBase
{
public:
    using TestEventListenerBase::TestEventListenerBase;

    bool assertionEnded(const Catch::AssertionStats& assertion) override
    {
        const auto& result = assertion.assertionResult;
        if (!result.isOk()) {
            const auto line = result.getSourceInfo();
            std::ostringstream text;
            text << line.file << ':' << line.line << "  " << result.getExpressionInMacro() << "  →  "
                 << result.getExpandedExpression() << "  " << result.getMessage();
            m_ofThisCase.push_back(text.str());
        }
        return true;
    }

    void testCaseEnded(const Catch::TestCaseStats& stats) override
    {
        if (!stats.totals.assertions.allOk())
            m_failures.emplace_back(stats.testInfo.name, m_ofThisCase);
        m_ofThisCase.clear();
    }

    void testRunEnded(const Catch::TestRunStats& stats) override
    {
        TestEventListenerBase::testRunEnded(stats);
        if (m_failures.empty())
            return;
        std::cerr << "\nFailed:\n";
        for (const auto& [name, lines] : m_failures) {
            std::cerr << "  " << name << '\n';
            for (const auto& line : lines)
                std::cerr << "    " << line << '\n';
        }
    }

private:
    std::vector<std::string> m_ofThisCase;
    std::vector<std::pair<std::string, std::vector<std::string>>> m_failures;
};
CATCH_REGISTER_LISTENER(FailuresAtTheEnd)

/// The offscreen platform complains of every window it cannot raise or size; that would bury what failed.
void printWithoutPlatformNoise(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (!text.startsWith(QLatin1String("This plugin does not support")))
        std::cerr << qFormatLogMessage(type, context, text).toStdString() << '\n';
}

} // namespace

int main(int argc, char** argv)
{
    constexpr int skipped = 77;
    if (qEnvironmentVariable("CHENGHENG_TEST_BACKEND") == QLatin1String("server")
        && qEnvironmentVariableIsEmpty("CHENGHENG_TEST_PG"))
        return skipped; // there is no server to run on
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(printWithoutPlatformNoise);
    const auto application =
        makeApplication ? makeApplication(argc, argv) : std::make_unique<QCoreApplication>(argc, argv);
    return Catch::Session().run(argc, argv);
}
