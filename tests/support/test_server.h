// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace chengheng::test {

/// A PostgreSQL database that a case has to itself, on the server that CHENGHENG_TEST_PG names; dropped
/// afterwards.
class ServerDatabase
{
public:
    /// Empty, or a copy of another one that nobody is connected to.
    explicit ServerDatabase(const ServerDatabase* original = nullptr);
    ~ServerDatabase();
    ServerDatabase(const ServerDatabase&) = delete;
    ServerDatabase& operator=(const ServerDatabase&) = delete;

    /// What a campaign is opened with.
    QString service() const { return m_service; }

    static bool isAvailable();

private:
    QString m_name;
    QString m_service;
};

} // namespace chengheng::test
