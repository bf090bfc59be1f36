// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QVector>

namespace chengheng::storage {

/// The uids of one register by database key. Keys are counted up from 1, so nearly all stand in a plain list;
/// what lies far outside (a file from elsewhere) is looked up.
class UidsByKey
{
public:
    void insert(qint64 key, const QString& uid)
    {
        if (key < 0 || key > 2 * m_near.size() + roomToGrow) {
            m_far.insert(key, uid);
            return;
        }
        if (key >= m_near.size())
            m_near.resize(key + 1);
        m_near[key] = uid;
    }

    /// "" for a key that is not there.
    QString value(qint64 key) const
    {
        return key >= 0 && key < m_near.size() && !m_near[key].isEmpty() ? m_near[key] : m_far.value(key);
    }

private:
    static constexpr qint64 roomToGrow = 1024;

    QVector<QString> m_near;
    QHash<qint64, QString> m_far;
};

} // namespace chengheng::storage
