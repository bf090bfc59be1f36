// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QDate>
#include <QString>
#include <QVector>

namespace chengheng::documents {

/// How a bar looks; a word always says the same.
enum class Tone { Quiet, Running, Well, Warning, Fault, Band, RunningBand };

/// Fill of a bar, pale enough to carry black text; only Fault is full.
QColor fillOf(Tone tone);

/// One row of a time chart: a band for a phase, a bar for a milestone.
struct TimeBar {
    QString key; ///< of a milestone; empty for a phase
    QString label;
    QString state; ///< in a word
    QDate from;    ///< both days belong to the bar; invalid: nothing is drawn
    QDate to;
    QDate doneOn;    ///< marked with ●; invalid: not done
    QDate lateUntil; ///< the stretch after `to` that is late; invalid: none
    QString word;    ///< beside the bar, where it is not well
    QString why;     ///< one sentence
    Tone tone = Tone::Quiet;

    bool isBand() const { return key.isEmpty(); }
};

/// Bars over whole months, with a line where the day is.
struct TimeChart {
    QDate from; ///< first of a month
    QDate to;   ///< first of the month after the last
    QDate day;
    QVector<TimeBar> bars;

    /// Where a day begins, as a share of the whole width.
    double at(QDate when) const;
    /// First days of the months it spans.
    QVector<QDate> months() const;
};

/// How a month is called over a chart: 2024年1月 for the first one and each January (2024年 where that
/// is too long), else 2月.
QString monthLabel(const TimeChart& chart, QDate month, bool isShort = false);

} // namespace chengheng::documents
