// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/support.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

namespace chengheng::test {

/// What a program prints; the test fails where it ends with a fault.
inline QString outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForFinished(-1));
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// A text without any blanks and line ends, for looking up what was wrapped.
inline QString packed(QString text)
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"), QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(blanks);
}

/// Lets LibreOffice convert files into their folder, all at once, with a profile of its own there. False where it is
/// not installed.
inline bool convertByOffice(const QString& folder, const QString& format, const QStringList& names)
{
    const QString office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
    if (office.isEmpty()) {
        WARN("soffice is not installed: the conversion was not tried");
        return false;
    }
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), folder);
    environment.insert(QStringLiteral("LC_ALL"),
                       QStringLiteral("C.UTF-8")); // else it finds no file with a Chinese name
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(office, QStringList{QString(QStringLiteral("-env:UserInstallation=file://") + folder
                                              + QStringLiteral("/profile")),
                                      QStringLiteral("--headless"), QStringLiteral("--convert-to"), format}
                              + names);
    REQUIRE(process.waitForFinished(300'000));
    return true;
}

} // namespace chengheng::test
