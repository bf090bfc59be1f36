// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search_keys.h"

#include "base/text.h"

#include <algorithm>

namespace chengheng::storage {

namespace {

constexpr qsizetype mostRemembered = 20'000;

} // namespace

QString SearchKeys::keyOf(const QString& text)
{
    const bool isAscii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (isAscii) // has no pinyin: the folded text is the whole key
        return foldName(text);
    const auto known = m_known.constFind(text);
    if (known != m_known.constEnd())
        return *known;
    if (m_known.size() >= mostRemembered)
        m_known.clear();
    return *m_known.insert(text, searchKey(text));
}

QString SearchKeys::of(const model::Record& record)
{
    QString out;
    for (qsizetype i = 0; i < record.values.size(); ++i) {
        if (!record.kind->fields[i].isSearched)
            continue;
        const QString text = model::textOf(record.values[i]);
        if (text.isEmpty())
            continue;
        if (!out.isEmpty())
            out += QLatin1Char('\n');
        out += keyOf(text);
    }
    return out;
}

} // namespace chengheng::storage
