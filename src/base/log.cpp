// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace chengheng::log {

namespace {

void forwardQtMessage(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    switch (type) {
    case QtDebugMsg:
        spdlog::debug(text.toStdString());
        break;
    case QtInfoMsg:
        spdlog::info(text.toStdString());
        break;
    case QtWarningMsg:
        spdlog::warn(text.toStdString());
        break;
    case QtCriticalMsg:
    case QtFatalMsg:
        spdlog::error(text.toStdString());
        break;
    }
}

} // namespace

void start(const QString& filePath)
{
    constexpr size_t maxBytes = size_t(2) * 1024 * 1024;
    constexpr size_t maxFiles = 5;
    std::vector<spdlog::sink_ptr> sinks{std::make_shared<spdlog::sinks::stderr_sink_mt>()};
    if (!filePath.isEmpty())
        sinks.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            filePath.toStdString(), maxBytes, maxFiles));
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("chengheng", sinks.begin(), sinks.end()));
    qInstallMessageHandler(forwardQtMessage);
}

void info(const QString& text)
{
    spdlog::info(text.toStdString());
}

void warning(const QString& text)
{
    spdlog::warn(text.toStdString());
}

void error(const QString& text)
{
    spdlog::error(text.toStdString());
}

} // namespace chengheng::log
