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

inline void report(const QString& what, double ours, const QString& rival, double theirs, double bound)
{
    out() << QStringLiteral("%1：%2 秒，%3 %4 秒，%5 倍（目标 ≤ %6 倍，%7）")
                 .arg(what)
                 .arg(ours, 0, 'f', 3)
                 .arg(rival)
                 .arg(theirs, 0, 'f', 3)
                 .arg(ours / theirs, 0, 'f', 2)
                 .arg(bound, 0, 'f', 2)
                 .arg(verdict(ours <= bound * theirs))
          << Qt::endl;
}

inline chengheng::services::Actor benchActor()
{
    return {QStringLiteral("bench"), chengheng::services::Role::Administrator, {}, true};
}
