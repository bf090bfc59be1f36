// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/uid.h"

#include <QUuid>

namespace chengheng {

Uid Uid::create()
{
    return Uid(QUuid::createUuid().toString(QUuid::WithoutBraces));
}

bool Uid::isWellFormed(const QString& text)
{
    return text.size() == 36 && QUuid::fromString(text).toString(QUuid::WithoutBraces) == text;
}

} // namespace chengheng
