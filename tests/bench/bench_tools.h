// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "services/actor.h"

#include <QDate>
#include <QTextStream>

#include <cstdlib>

/// What every benchmark does: speak, give up, and judge.

inline const QDate benchDay(2024, 10, 15);

inline QTextStream& out()
{
    static QTextStream stream(stdout);
    return stream;
}

[[noreturn]] inline void giveUp(const QString& why)
{
    out() << why << Qt::endl;
    std::exit(1);
}

template <class T>
T need(chengheng::Result<T> result)
{
    if (!result)
        giveUp(result.error().message);
    return std::move(*result);
}

inline QString verdict(bool isMet)
{
    return isMet ? QStringLiteral("达到") : QStringLiteral("未达到");
}

inline chengheng::services::Actor benchActor()
{
    return {QStringLiteral("bench"), chengheng::services::Role::Administrator, {}, true};
}
