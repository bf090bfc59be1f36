// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

#include <QRegularExpression>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace chengheng::log {

namespace {

/// Where the lines for the file go; nothing where there is no file.
struct LogFile {
    std::shared_ptr<spdlog::logger> logger;
    QString path;
};

LogFile& logFile()
{
    static LogFile file;
    return file;
}

void writeToFile(spdlog::level::level_enum level, const QString& text)
{
    if (const auto logger = logFile().logger)
        logger->log(level, withoutPersons(text).toStdString());
}

void write(spdlog::level::level_enum level, const QString& text)
{
    spdlog::log(level, text.toStdString());
    writeToFile(level, text);
}

void forwardQtMessage(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    switch (type) {
    case QtDebugMsg:
        write(spdlog::level::debug, text);
        break;
    case QtInfoMsg:
        write(spdlog::level::info, text);
        break;
    case QtWarningMsg:
        write(spdlog::level::warn, text);
        break;
    case QtCriticalMsg:
    case QtFatalMsg:
        write(spdlog::level::err, text);
        break;
    }
}

QString nameOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
        return QStringLiteral("usage");
    case ErrorKind::Invalid:
        return QStringLiteral("invalid");
    case ErrorKind::NotFound:
        return QStringLiteral("not_found");
    case ErrorKind::Conflict:
        return QStringLiteral("conflict");
    case ErrorKind::Denied:
        return QStringLiteral("denied");
    case ErrorKind::Unavailable:
        return QStringLiteral("unavailable");
    case ErrorKind::Corrupt:
        return QStringLiteral("corrupt");
    case ErrorKind::Cancelled:
        return QStringLiteral("cancelled");
    }
    return {};
}

} // namespace

void start(const QString& filePath)
{
    constexpr size_t maxBytes = size_t(2) * 1024 * 1024;
    constexpr size_t maxFiles = 5;
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("chengheng", std::make_shared<spdlog::sinks::stderr_sink_mt>()));
    logFile() = {};
    if (!filePath.isEmpty()) {
        const auto sink =
            std::make_shared<spdlog::sinks::rotating_file_sink_mt>(filePath.toStdString(), maxBytes, maxFiles);
        logFile() = {std::make_shared<spdlog::logger>("chengheng-file", sink), filePath};
        logFile().logger->flush_on(spdlog::level::warn);
    }
    qInstallMessageHandler(forwardQtMessage);
}

QString filePath()
{
    return logFile().path;
}

void flush()
{
    if (const auto logger = logFile().logger)
        logger->flush();
}

void info(const QString& text)
{
    write(spdlog::level::info, text);
}

void warning(const QString& text)
{
    write(spdlog::level::warn, text);
}

void error(const QString& text)
{
    write(spdlog::level::err, text);
}

void event(const QString& text)
{
    writeToFile(spdlog::level::info, text);
}

void failure(const QString& deed, const Error& error)
{
    writeToFile(spdlog::level::warn, QStringLiteral("%1: %2 %3").arg(deed, nameOf(error.kind), error.code));
}

QString withoutPersons(const QString& line)
{
    static const QVector<QPair<QRegularExpression, QString>> marks{
        {QRegularExpression(QStringLiteral("\"[^\"]*\"|'[^']*'|\\x{201C}[^\\x{201D}]*\\x{201D}")),
         QStringLiteral("<text>")},
        {QRegularExpression(QStringLiteral("\\S*[/\\\\]\\S*")), QStringLiteral("<path>")},
        {QRegularExpression(QStringLiteral("\\S*@\\S*")), QStringLiteral("<address>")},
        {QRegularExpression(QStringLiteral("\\S*\\.chc\\S*")), QStringLiteral("<path>")},
        {QRegularExpression(QStringLiteral("\\b[0-9A-Z]{12,}\\b|[0-9]{7,}")), QStringLiteral("<number>")},
        {QRegularExpression(QStringLiteral("[^\\x20-\\x7E]+")), QStringLiteral("<words>")},
    };
    QString safe = line;
    for (const auto& [pattern, mark] : marks)
        safe.replace(pattern, mark);
    return safe;
}

} // namespace chengheng::log
