// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/record.h"

/// Evidence that stays where it is.
namespace chengheng::model {

/// 外存文件: a video or another file too large to be attached, kept outside by path and hash. `verify` says when it is
/// gone or no longer what it was.
struct OutsideFile : RecordHead {
    QString title;
    QString path;
    QDate on; ///< when it was taken
    Uid unit;
    Uid activity;
    QString place;  ///< where it was taken
    QString keeper; ///< who has the disk
    QString sha256; ///< hex; read from the file when it is entered, empty where it could not be read then
    std::optional<qint64> size;
    QString remarks;
};

} // namespace chengheng::model
