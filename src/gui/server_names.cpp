// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/server_names.h"

#include <QDir>
#include <QSettings>

namespace chengheng::gui {

QStringList serverNames()
{
    const QString own =
        qEnvironmentVariable("PGSERVICEFILE", QDir::home().filePath(QStringLiteral(".pg_service.conf")));
    const QDir machine(qEnvironmentVariable("PGSYSCONFDIR", QStringLiteral("/etc/postgresql-common")));
    QStringList names;
    for (const QString& file : {own, machine.filePath(QStringLiteral("pg_service.conf"))})
        names += QSettings(file, QSettings::IniFormat).childGroups();
    names.removeDuplicates();
    return names;
}

} // namespace chengheng::gui
