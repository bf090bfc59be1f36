// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

/// Runs this program again as a process of its own that shows a window and ends: "bare" (a widget with our
/// style, fonts and translator and one SQLite file open), "shell" (our window without a campaign), "page"
/// (with a campaign, its first page read and shown), "ledger" (the ledger page). Where it was asked for as
/// such a process, runs it and gives its exit status, else -1.
int runWindowMode(int& argc, char** argv);

/// Median seconds of such a process from start to end.
double windowSeconds(const QString& mode, const QString& file);

/// The longest time in milliseconds that the window's thread was busy in one go in mode "ledger".
double longestBlock(const QString& file);

/// How long a page took from being asked for to being read and painted.
struct OpeningTime {
    QString page;
    double milliseconds = 0;
};

struct PageTimes {
    QVector<OpeningTime> pages; ///< every page, opened for the first time
    QVector<OpeningTime> units; ///< some units' pages
    double longestBlock = 0;    ///< ms that the window's thread was busy in one go meanwhile
};

/// Of a process that opens a campaign, waits for its first page and then opens the others.
PageTimes pageTimes(const QString& file);
