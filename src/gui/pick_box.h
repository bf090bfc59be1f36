// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/field.h"

#include <QComboBox>

namespace chengheng::gui {

/// A text that is picked from a list or typed. Where several may stand one after the other, a choice is added to what
/// is there. What is stored is a choice's key; what is shown, its label.
class PickBox : public QComboBox
{
    Q_OBJECT

public:
    /// `between`: what separates several; empty: there is one.
    explicit PickBox(QString between = {}, QWidget* parent = nullptr);

    void setBetween(const QString& between) { m_between = between; }
    void setPicks(const QVector<model::Choice>& picks);
    QString text() const;
    void setText(const QString& text);

Q_SIGNALS:
    void edited();

private:
    void take(int index);

    QString m_between;
    QString m_typed; ///< the line as it was before a choice was taken
};

} // namespace chengheng::gui
