// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/letter.h"

namespace chengheng::documents {

/// What a face's name says of its kind: 仿宋_GB2312 is a FangSong. An unknown one counts as 宋体.
FaceKind kindOfFace(const QString& face);

/// The run's size and weight in the first installed face of its kind. `extra`: set wider by so many layout units.
QFont letterFont(const LetterRun& run, double extra = 0);

} // namespace chengheng::documents
