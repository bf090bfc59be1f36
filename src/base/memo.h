// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <memory>
#include <mutex>
#include <type_traits>

namespace chengheng {

/// Values worked out once and kept under a key; usable from any thread. Of more than `capacity` the one that was not
/// asked for the longest is dropped. One key always has the same type.
class Memo
{
public:
    explicit Memo(int capacity) : m_capacity(capacity) {}

    /// Null where nothing is kept.
    template <class T>
    std::shared_ptr<const T> find(const QString& key) const
    {
        return std::static_pointer_cast<const T>(take(key));
    }
    template <class T>
    std::shared_ptr<const T> keep(const QString& key, T value) const
    {
        auto kept = std::make_shared<const T>(std::move(value));
        put(key, kept);
        return kept;
    }
    /// What is kept, or made now. Two threads that ask at once both make it.
    template <class Make>
    auto findOrMake(const QString& key, Make make) const
    {
        using T = std::invoke_result_t<Make>;
        auto known = find<T>(key);
        return known ? known : keep(key, make());
    }

private:
    struct Kept {
        std::shared_ptr<const void> value;
        quint64 lastAsked = 0;
    };

    std::shared_ptr<const void> take(const QString& key) const;
    void put(const QString& key, std::shared_ptr<const void> value) const;

    const int m_capacity;
    mutable std::mutex m_guard;
    mutable QHash<QString, Kept> m_kept;
    mutable quint64 m_asked = 0;
};

} // namespace chengheng
