// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/pages/scoring_draft.h"
#include "model/unit_records.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLineEdit;

namespace chengheng::gui {

/// Whom, how, when and by whom a sheet is scored: the row above it.
class ScoringHead : public QWidget
{
    Q_OBJECT

public:
    explicit ScoringHead(QDate on, QWidget* parent = nullptr);

    /// The organiser and these; `chosen` is chosen where it is among them, else the organiser. No signal.
    void setUnits(const QVector<model::Unit>& units, const Uid& chosen);
    Uid unit() const; ///< null: the organiser
    QString unitName() const;
    model::Trade trade() const;
    QDate on() const;
    QString inspectors() const;
    void setInspectors(const QString& names);

    /// Kind, day and inspectors of a draft, as typed.
    void write(ScoringDraft& draft) const;
    /// Shows those of a draft. No signal.
    void showFrom(const ScoringDraft& draft);
    void focusUnit();
    void focusInspectors();

Q_SIGNALS:
    void unitChosen();
    void dayChosen(QDate on);
    void edited(); ///< kind, day or inspectors

private:
    void addField(const QString& label, QWidget* widget, int stretch);
    void takeTypedUnit();

    QComboBox* m_unit;
    QComboBox* m_kind;
    QDateEdit* m_on;
    QLineEdit* m_inspectors;
    QHash<Uid, model::Trade> m_trades;
};

} // namespace chengheng::gui
