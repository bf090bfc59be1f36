// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/schedule.h"
#include "rules/verification.h"

#include <QColor>
#include <QIcon>
#include <QString>

class QApplication;
class QWidget;

namespace chengheng::gui {

/// A status as it always shows: a shape and a word in a colour of at least 4.5:1 on white.
struct StatusLook {
    QString shape;
    QString word;
    QColor colour;

    QString text() const { return shape + QLatin1Char(' ') + word; }
};

StatusLook lookOf(rules::VerificationStatus status);
StatusLook lookOf(rules::MilestoneState state, bool isLate);
/// The same, telling what was entered later (补登) from what was done late.
StatusLook lookOf(const rules::MilestoneStanding& milestone);

/// Fusion with a quiet light palette, Noto Sans CJK SC 10.5 pt, one blue accent.
void applyTheme(QApplication& application);

QColor accentColour();
QColor mutedColour();
QColor faultColour();
constexpr int spacing = 8; ///< two steps of 4 px
constexpr int gutter = 16;

/// An icon of the program by name ("units").
QIcon iconNamed(const QString& name);
/// Title of a page or a group: 14 pt or bold.
void makeTitle(QWidget* widget);
void makeHeading(QWidget* widget);

} // namespace chengheng::gui
