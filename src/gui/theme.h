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

/// Fusion with a quiet light palette, Noto Sans CJK SC 10.5 pt, one blue accent. A system of strong contrast or a dark
/// one keeps its own palette, and its letters are taken where they are larger.
void applyTheme(QApplication& application);

/// How far two colours stand apart, 1 to 21 (WCAG 2.1).
double contrast(const QColor& a, const QColor& b);
/// The colour, made lighter or darker until it stands 4.5:1 apart from the background.
QColor readableOn(const QColor& background, QColor colour);

QColor accentColour();
QColor goodColour();
QColor cautionColour();
QColor mutedColour();
QColor faultColour();
/// Behind what is chosen where the full highlight would swallow it.
QColor chosenGround();
/// Thin lines around and between.
QColor lineColour();
/// A stretch of time, and the one that holds the day.
QColor bandColour();
QColor runningBandColour();
constexpr int spacing = 8; ///< two steps of 4 px
constexpr int gutter = 16;

/// An icon of the program by name ("units").
QIcon iconNamed(const QString& name);
/// How a widget looks, by a word of the style sheets in resources/theme: "title", "heading", "figure", "fault",
/// "muted"; Designer forms say it as the property `look`.
void setLook(QWidget* widget, const char* look);

} // namespace chengheng::gui
