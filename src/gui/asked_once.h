// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/uid.h"

#include <optional>

namespace chengheng::gui {

/// The intent of what a user asks for: the same one as long as the same is asked, so that asking again after an
/// answer was lost on its way writes nothing twice (a journal takes each intent once).
template <class T>
class AskedOnce
{
public:
    Uid intentOf(const T& asked)
    {
        if (m_asked != asked) {
            m_asked = asked;
            m_intent = Uid::create();
        }
        return m_intent;
    }
    /// It has been written: the same may be asked for anew.
    void answered() { m_asked.reset(); }

private:
    std::optional<T> m_asked;
    Uid m_intent;
};

} // namespace chengheng::gui
