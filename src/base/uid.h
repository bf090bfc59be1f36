// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace chengheng {

/// A record's name for life: a lower-case UUID text that never changes and is the same in every
/// database and bundle. An empty Uid means "none".
class Uid
{
public:
    Uid() = default;
    explicit Uid(QString text) : m_text(std::move(text)) {}

    /// A new one (UUID version 7, RFC 9562): it sorts after all that this process made before, so that
    /// indexes on uids grow at their end.
    static Uid create();
    /// True for the 36-character lower-case form that create() makes.
    static bool isWellFormed(const QString& text);

    const QString& toString() const { return m_text; }
    bool isNull() const { return m_text.isEmpty(); }

    friend bool operator==(const Uid&, const Uid&) = default;
    friend auto operator<=>(const Uid& a, const Uid& b) { return a.m_text.compare(b.m_text) <=> 0; }

private:
    QString m_text;
};

inline size_t qHash(const Uid& uid, size_t seed = 0)
{
    return qHash(uid.toString(), seed);
}

} // namespace chengheng

Q_DECLARE_TYPEINFO(chengheng::Uid, Q_RELOCATABLE_TYPE);
