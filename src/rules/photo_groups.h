// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QVector>

namespace chengheng::rules {

/// When a picture was received, as telephones and WeChat write it into its name: mmexport1718609999123.jpg
/// (milliseconds since 1970, China's time), wx_camera_1718609999.jpg, 微信图片_20240617143005.jpg,
/// IMG_20240617_143005.jpg. It orders pictures, but is no ground for a warning: a picture may be sent on days later.
/// Invalid where the name tells nothing.
QDateTime receivedAt(const QString& fileName);

/// Pictures of one event follow each other closely: places in `times`, grouped where more than `gapMinutes` lie between
/// two, each group and the groups in the order of time. Those without a time are the last group.
QVector<QVector<int>> groupsByTime(const QVector<QDateTime>& times, int gapMinutes);

} // namespace chengheng::rules
