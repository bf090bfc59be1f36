// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/support.h"

#include "gui/theme.h"

#include <QApplication>
#include <QFont>
#include <QPalette>

using namespace chengheng;
using namespace chengheng::gui;

namespace {

constexpr double readable = 4.5;

QVector<QColor> allColours()
{
    QVector<QColor> colours{accentColour(), goodColour(), cautionColour(), mutedColour(), faultColour()};
    for (const rules::VerificationStatus each : rules::allVerificationStatuses())
        colours << lookOf(each).colour;
    using rules::MilestoneState;
    for (const MilestoneState each : {MilestoneState::Done, MilestoneState::Due, MilestoneState::AtRisk,
                                      MilestoneState::Missed, MilestoneState::NotYetDue})
        colours << lookOf(each, false).colour;
    return colours;
}

} // namespace

TEST_CASE("A status is a shape, a word and a colour that can be read on every row", "[gui]")
{
    for (const rules::VerificationStatus each : rules::allVerificationStatuses()) {
        CHECK_FALSE(lookOf(each).shape.isEmpty());
        CHECK_FALSE(lookOf(each).word.isEmpty());
    }
    for (const QPalette::ColorRole ground : {QPalette::Base, QPalette::AlternateBase})
        for (const QColor& colour : allColours()) {
            INFO(colour.name().toStdString());
            CHECK(contrast(QApplication::palette().color(ground), colour) >= readable);
        }
}

TEST_CASE("A colour becomes readable on any ground, and stays itself where it is", "[gui]")
{
    const QColor blue(0x1F, 0x5F, 0xA8);
    CHECK(readableOn(Qt::white, blue) == blue);
    for (const QColor& ground :
         {QColor(Qt::black), QColor(0x20, 0x20, 0x20), QColor(0x80, 0x80, 0x80), QColor(0xFF, 0xFF, 0x00)})
        for (const QColor& colour : allColours()) {
            INFO(ground.name().toStdString() << ' ' << colour.name().toStdString());
            CHECK(contrast(ground, readableOn(ground, colour)) >= readable);
        }
    CHECK(contrast(Qt::black, Qt::white) == Approx(21));
}

TEST_CASE("Letters are never smaller than ours, and titles grow with them", "[gui]")
{
    CHECK(QApplication::font().pointSizeF() >= 10.5);
    CHECK(qApp->styleSheet().contains(QStringLiteral("*[look=\"title\"] { font-size: %1pt")
                                          .arg(QApplication::font().pointSizeF() * 4 / 3, 0, 'f', 1)));
}
