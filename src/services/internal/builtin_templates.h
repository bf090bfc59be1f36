// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace chengheng::services {

/// A file of the templates that come with the program; empty where there is none of that name.
inline QByteArray builtInTemplateFile(const QString& name)
{
    QFile file(QStringLiteral(":/builtin/templates/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace chengheng::services
