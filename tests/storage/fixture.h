// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/backup.h"
#include "storage/connection.h"
#include "storage/database.h"
#include "storage/intent.h"
#include "storage/journal.h"
#include "storage/snapshot.h"
#include "support/support.h"
#include "support/test_server.h"

#include <QTemporaryDir>

namespace chengheng::test {

enum class Backend { File, Server };

/// A place that each case has to itself: a folder and, where CHENGHENG_TEST_PG names a server, an empty
/// database there, dropped afterwards.
class Place
{
public:
    explicit Place(Backend backend);

    std::unique_ptr<storage::Database> create() const;
    std::unique_ptr<storage::Database> open() const;
    QString path(const QString& name = QStringLiteral("a.chc")) const { return m_folder.filePath(name); }
    QString service() const { return m_server->service(); }
    bool isServer() const { return m_server != nullptr; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<ServerDatabase> m_server;
};

/// On which databases a case runs. Warns once where there is no server.
std::vector<Backend> databases();

model::Unit unitNamed(const QString& name);
model::Instrument instrumentOf(const Uid& unit, const QString& serial);
storage::IntentHead head(const char* intent);

/// Inserts each record in an intent of its own; the seq of the last.
qint64 put(storage::Database& database, const QVector<model::Record>& records);
/// Runs one raw statement: somebody who works behind the program's back.
void tamper(storage::Database& database, const QString& sql);
QStringList breaksOf(storage::Database& database);

} // namespace chengheng::test
