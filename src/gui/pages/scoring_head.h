// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/pages/scoring_draft.h"
#include "model/unit_records.h"

#include <QHash>
#include <QWidget>

#include <memory>

namespace chengheng::gui {

namespace Ui {
class ScoringHead;
}

/// Whom, how, when and by whom a sheet is scored: the row above it.
class ScoringHead : public QWidget
{
    Q_OBJECT

public:
    explicit ScoringHead(QWidget* parent = nullptr);
    ~ScoringHead() override;

    void setOn(QDate on);                                       ///< no signal
    void setKinds(const QVector<model::InspectionKind>& kinds); ///< those to choose from; no signal

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
    void takeTypedUnit();

    std::unique_ptr<Ui::ScoringHead> m_ui;
    QHash<Uid, model::Trade> m_trades;
};

} // namespace chengheng::gui
