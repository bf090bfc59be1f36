// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/supervision_records.h"

#include <QVector>

namespace chengheng::rules {

/// What a notice to put things right (整改通知) demands: a numbered line for each problem with its item and date, the
/// one due first standing first.
QString demandsOf(QVector<model::Problem> problems);

} // namespace chengheng::rules
