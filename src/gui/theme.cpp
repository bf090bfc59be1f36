// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFile>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

#include <cmath>

namespace chengheng::gui {

namespace {

constexpr qreal usualSize = 10.5;  // pt
constexpr double strong = 20;      // contrast of black on white, which nobody has by chance
constexpr double readableAt = 4.5; // to one

const QColor good(0x1B, 0x7A, 0x3D);
const QColor caution(0x8A, 0x5A, 0x00);
const QColor fault(0xC6, 0x28, 0x28);
const QColor muted(0x5F, 0x6B, 0x76);
const QColor accent(0x1F, 0x5F, 0xA8);

QColor ground = Qt::white; // what lists and pages are painted on

/// A colour of ours on the ground there is.
QColor shown(const QColor& colour)
{
    return readableOn(ground, colour);
}

QColor onGround(const QColor& light, const QColor& dark)
{
    return contrast(ground, Qt::black) > contrast(ground, Qt::white) ? light : dark;
}

} // namespace

double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double part) {
            return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double first = luminance(a);
    const double second = luminance(b);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

QColor readableOn(const QColor& background, QColor colour)
{
    const double towards = contrast(background, Qt::white) < contrast(background, Qt::black) ? 0 : 1;
    constexpr double step = 0.1;
    while (contrast(background, colour) < readableAt) {
        const auto nearer = [&](double part) { return float(part + (towards - part) * step); };
        colour = QColor::fromRgbF(nearer(colour.redF()), nearer(colour.greenF()), nearer(colour.blueF()));
    }
    return colour;
}

StatusLook lookOf(rules::VerificationStatus status)
{
    using rules::VerificationStatus;
    const QString word = rules::labelOf(status);
    switch (status) {
    case VerificationStatus::Valid:
        return {QStringLiteral("●"), word, goodColour()};
    case VerificationStatus::DueSoon:
        return {QStringLiteral("◐"), word, cautionColour()};
    case VerificationStatus::Overdue:
        return {QStringLiteral("▲"), word, faultColour()};
    case VerificationStatus::NeverVerified:
        return {QStringLiteral("◇"), word, shown(QColor(0x6A, 0x3F, 0xA0))};
    case VerificationStatus::Failed:
        return {QStringLiteral("✕"), word, shown(QColor(0x8E, 0x10, 0x10))};
    case VerificationStatus::NotRequired:
        return {QStringLiteral("○"), word, mutedColour()};
    case VerificationStatus::Inactive:
        return {QStringLiteral("■"), word, mutedColour()};
    }
    return {};
}

StatusLook lookOf(rules::MilestoneState state, bool isLate)
{
    using rules::MilestoneState;
    const QString word = rules::labelOf(state);
    switch (state) {
    case MilestoneState::Done:
        return {QStringLiteral("●"), isLate ? QCoreApplication::translate("Theme", "%1（迟）").arg(word) : word,
                goodColour()};
    case MilestoneState::Due:
        return {QStringLiteral("◐"), word, accentColour()};
    case MilestoneState::AtRisk:
        return {QStringLiteral("◆"), word, cautionColour()};
    case MilestoneState::Missed:
        return {QStringLiteral("▲"), word, faultColour()};
    case MilestoneState::NotYetDue:
        return {QStringLiteral("○"), word, mutedColour()};
    }
    return {};
}

StatusLook lookOf(const rules::MilestoneStanding& milestone)
{
    StatusLook look = lookOf(milestone.state, milestone.isLate);
    if (milestone.isEnteredLater) {
        look.shape = QStringLiteral("◉");
        look.word = QCoreApplication::translate("Theme", "%1（补登）").arg(look.word);
    }
    return look;
}

QColor accentColour()
{
    return shown(accent);
}

QColor goodColour()
{
    return shown(good);
}

QColor cautionColour()
{
    return shown(caution);
}

QColor mutedColour()
{
    return shown(muted);
}

QColor faultColour()
{
    return shown(fault);
}

QColor chosenGround()
{
    return onGround(QColor(0xE3, 0xED, 0xF8), QColor(0x1F, 0x3A, 0x5A));
}

QColor lineColour()
{
    return onGround(QColor(0xD5, 0xDB, 0xE1), QColor(0x5A, 0x66, 0x72));
}

QColor bandColour()
{
    return onGround(QColor(0xE1, 0xE7, 0xED), QColor(0x3A, 0x44, 0x4E));
}

QColor runningBandColour()
{
    return onGround(QColor(0xB5, 0xCB, 0xE4), QColor(0x2B, 0x52, 0x80));
}

namespace {

QPalette lightPalette()
{
    QPalette palette(QColor(0xF5, 0xF7, 0xF9));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xF8, 0xFA, 0xFC));
    palette.setColor(QPalette::Text, QColor(0x1E, 0x27, 0x2E));
    palette.setColor(QPalette::WindowText, QColor(0x1E, 0x27, 0x2E));
    palette.setColor(QPalette::ButtonText, QColor(0x1E, 0x27, 0x2E));
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, muted);
    return palette;
}

/// Our own, or the system's where that is of strong contrast or dark: who chose it needs it.
QPalette chosenPalette(const QPalette& system)
{
    const QColor window = system.color(QPalette::Window);
    const QColor text = system.color(QPalette::WindowText);
    const bool isMeant = contrast(window, text) >= strong || window.lightness() < text.lightness();
    return isMeant ? system : lightPalette();
}

QString textOfFile(const QString& path)
{
    QFile file(path);
    file.open(QIODevice::ReadOnly);
    return QString::fromUtf8(file.readAll());
}

/// What every ground shares, then the colours of the light one where it is ours.
QString styleSheet(qreal letters, bool isOurs)
{
    QString sheet = textOfFile(QStringLiteral(":/theme/shape.qss"));
    if (isOurs)
        sheet += textOfFile(QStringLiteral(":/theme/light.qss"));
    const auto points = [letters](double times) -> QString {
        return QString::number(letters * times, 'f', 1) + QStringLiteral("pt");
    };
    return sheet.replace(QStringLiteral("@title"), points(4.0 / 3))
        .replace(QStringLiteral("@figure"), points(1.9))
        .replace(QStringLiteral("@fault"), faultColour().name())
        .replace(QStringLiteral("@muted"), mutedColour().name());
}

} // namespace

void applyTheme(QApplication& application)
{
    const QPalette palette = chosenPalette(QApplication::palette());
    const qreal letters = qMax(usualSize, QApplication::font().pointSizeF()); // larger where the system's are
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(palette);
    ground = palette.color(QPalette::Base);
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPointSizeF(letters);
    QApplication::setFont(font);
    application.setStyleSheet(styleSheet(letters, palette == lightPalette()));
}

QIcon iconNamed(const QString& name)
{
    const QString file = QStringLiteral(":/icons/%1.svg").arg(name);
    QIcon icon(file);
    icon.addFile(file, {}, QIcon::Selected); // not blended with the highlight
    return icon;
}

void setLook(QWidget* widget, const char* look)
{
    widget->setProperty("look", QLatin1String(look));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace chengheng::gui
