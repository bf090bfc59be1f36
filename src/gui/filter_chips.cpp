// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/filter_chips.h"

#include "gui/theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStyle>
#include <QToolButton>

namespace chengheng::gui {

namespace {

constexpr int mostChips = 4; // with the longest labels more do not fit beside a record at 1366 px

bool isFilterable(const model::Field& field)
{
    return field.isListed && (field.type == model::FieldType::Choice || field.type == model::FieldType::Flag);
}

QVector<model::Choice> choicesOf(const model::Field& field)
{
    if (field.type == model::FieldType::Choice)
        return field.choices;
    return {{QStringLiteral("true"), FilterChips::tr("是"), {}}, {QStringLiteral("false"), FilterChips::tr("否"), {}}};
}

} // namespace

FilterChips::FilterChips(const model::RecordKind& kind, QWidget* parent) : QWidget(parent), m_clear(new QToolButton)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    for (const model::Field& field : kind.fields)
        if (isFilterable(field) && m_chips.size() < mostChips)
            addChip(field);
    m_clear->setText(tr("✕ 取消筛选"));
    m_clear->setAutoRaise(true);
    m_clear->hide();
    connect(m_clear, &QToolButton::clicked, this, &FilterChips::clear);
    row->addWidget(m_clear);
    row->addStretch(1);
    setVisible(!m_chips.isEmpty());
}

void FilterChips::addChip(const model::Field& field)
{
    Chip chip{field, new QToolButton, {}};
    chip.button->setProperty("chip", true);
    chip.button->setPopupMode(QToolButton::InstantPopup);
    chip.button->setAccessibleName(tr("按%1筛选").arg(field.label));
    chip.button->setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(chip.button);
    const auto offer = [&](const QString& label, const QString& key) {
        connect(menu->addAction(label), &QAction::triggered, this,
                [this, place = field.key, key] { choose(place, key); });
    };
    offer(tr("全部"), QString());
    for (const model::Choice& choice : choicesOf(field))
        offer(choice.label, choice.key);
    chip.button->setMenu(menu);
    layout()->addWidget(chip.button);
    m_chips.append(chip);
    show(chip);
}

void FilterChips::show(const Chip& chip)
{
    QString label = tr("全部");
    for (const model::Choice& choice : choicesOf(chip.field))
        if (choice.key == chip.key)
            label = choice.label;
    chip.button->setText(tr("%1：%2").arg(chip.field.label, label));
    chip.button->setProperty("filtering", !chip.key.isEmpty());
    chip.button->style()->unpolish(chip.button);
    chip.button->style()->polish(chip.button);
}

QVector<QPair<QString, model::Value>> FilterChips::conditions() const
{
    QVector<QPair<QString, model::Value>> conditions;
    for (const Chip& chip : m_chips) {
        if (chip.key.isEmpty())
            continue;
        if (chip.field.type == model::FieldType::Flag)
            conditions.append({chip.field.key, chip.key == QLatin1String("true")});
        else
            conditions.append({chip.field.key, chip.key});
    }
    return conditions;
}

QString FilterChips::sentence() const
{
    QStringList parts;
    for (const Chip& chip : m_chips)
        if (!chip.key.isEmpty())
            parts << chip.button->text();
    return parts.join(QStringLiteral("；"));
}

void FilterChips::choose(const QString& field, const QString& key)
{
    for (Chip& chip : m_chips)
        if (chip.field.key == field && chip.key != key) {
            chip.key = key;
            show(chip);
            m_clear->setVisible(isFiltering());
            Q_EMIT changed();
        }
}

void FilterChips::clear()
{
    if (!isFiltering())
        return;
    for (Chip& chip : m_chips) {
        chip.key.clear();
        show(chip);
    }
    m_clear->hide();
    Q_EMIT changed();
}

} // namespace chengheng::gui
