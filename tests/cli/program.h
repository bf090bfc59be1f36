// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/support.h"
#include "support/test_server.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

#include <functional>

namespace chengheng::test {

struct Outcome {
    int status = -1;
    QJsonObject json;
    QByteArray out;
};

/// One call of the real program; `prepare` runs in it before the program starts, to take something from it.
inline Outcome call(const QStringList& arguments, const std::function<void()>& prepare = {})
{
    QProcess process;
    if (prepare)
        process.setChildProcessModifier(prepare);
    process.start(QString::fromUtf8(CHENGHENG_CLI), arguments);
    REQUIRE(process.waitForFinished(60'000));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    Outcome outcome;
    outcome.status = process.exitCode();
    outcome.out = process.readAllStandardOutput();
    outcome.json = QJsonDocument::fromJson(outcome.out).object();
    return outcome;
}

inline void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

/// Every file below a folder and its bytes: what must not change when something is refused.
inline QMap<QString, QByteArray> filesIn(const QString& folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator found(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString path = found.next();
        files.insert(path, readFile(path));
    }
    return files;
}

/// A campaign worked on by script only: in a file or, where CHENGHENG_TEST_BACKEND is "server", in a PostgreSQL
/// database of its own.
struct Script {
    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("a.chc"));
    std::unique_ptr<ServerDatabase> server = qEnvironmentVariable("CHENGHENG_TEST_BACKEND") == QLatin1String("server")
                                                 ? std::make_unique<ServerDatabase>()
                                                 : nullptr;

    Script() { REQUIRE(on({"new", "--plan", "gucun-2024"}).status == 0); }

    Outcome on(std::initializer_list<const char*> words, const QStringList& more = {}) const
    {
        QStringList arguments{QStringLiteral("--json")};
        arguments << (server ? QStringList{QStringLiteral("--server"), server->service()}
                             : QStringList{QStringLiteral("--file"), file});
        for (const char* word : words)
            arguments << QString::fromUtf8(word);
        return call(arguments + more);
    }

    QString sample(const char* name) const
    {
        return sourcePath(QStringLiteral("tests/data/samples/") + QLatin1String(name));
    }

    QString written(const char* name, const QJsonObject& json) const
    {
        const QString path = folder.filePath(QLatin1String(name));
        writeFile(path, QJsonDocument(json).toJson());
        return path;
    }
};

/// A refusal as the program's contract has it: status 1 and one JSON object with a code and one whole
/// Chinese sentence.
inline void checkRefused(const Outcome& outcome, const char* code)
{
    const QJsonObject error = outcome.json[QLatin1String("error")].toObject();
    const QString sentence = error[QLatin1String("message")].toString();
    CAPTURE(outcome.out.toStdString());
    CHECK(outcome.status == 1);
    CHECK(outcome.out.count('\n') == 1);
    CHECK(error[QLatin1String("code")].toString() == QLatin1String(code));
    CHECK(error.contains(QLatin1String("where")));
    CHECK(sentence.endsWith(QStringLiteral("。")));
}

} // namespace chengheng::test
