// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/page_layout.h"

#include <QMarginsF>
#include <QStringList>

namespace chengheng::test {

/// What is wrong with how pages are set, each as a sentence: a line or picture beyond the margins (points), two
/// lines over each other, a line across a picture or a rule, a text of which some lines are not printed.
QStringList faultsOfSetting(const documents::LaidPaper& paper, const QMarginsF& margins);

} // namespace chengheng::test
