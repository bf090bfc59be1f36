// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/photo_groups.h"

#include "support/support.h"

using namespace chengheng;
using namespace chengheng::rules;
using namespace chengheng::test;

namespace {

QDateTime at(const char* iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate);
}

} // namespace

TEST_CASE("a picture's name tells when it was received, however the telephone writes it")
{
    const struct {
        const char* name;
        QDateTime time;
    } cases[]{{"mmexport1718605805123.jpg", at("2024-06-17T14:30:05.123")},
              {"wx_camera_1718605805123.jpg", at("2024-06-17T14:30:05.123")},
              {"wx_camera_1718605805.jpg", at("2024-06-17T14:30:05")},
              {"微信图片_20240617143005.jpg", at("2024-06-17T14:30:05")},
              {"微信图片_20240617143005_123.jpg", at("2024-06-17T14:30:05")},
              {"IMG_20240617_143005.jpg", at("2024-06-17T14:30:05")},
              {"Screenshot_2024-06-17-14-30-05.png", at("2024-06-17T14:30:05")},
              {"门头.jpg", {}},
              {"20241399999999.jpg", {}},
              {"13800138000.jpg", {}},
              {"9999999999999.jpg", {}}};
    for (const auto& one : cases) {
        CAPTURE(one.name);
        CHECK(receivedAt(QString::fromUtf8(one.name)) == one.time);
    }
}

TEST_CASE("pictures fall into groups where time lies between them")
{
    const QVector<QDateTime> times{at("2024-06-17T14:30:00"), {},
                                   at("2024-06-17T09:00:00"), at("2024-06-17T14:59:00"),
                                   at("2024-06-17T15:29:00"), at("2024-06-17T16:00:00"),
                                   at("2024-06-18T09:00:00")};
    CHECK(groupsByTime(times, 30) == QVector<QVector<int>>{{2}, {0, 3, 4}, {5}, {6}, {1}});
    CHECK(groupsByTime(times, 24 * 60).size() == 2);
    CHECK(groupsByTime({}, 30).isEmpty());
    CHECK(groupsByTime({QDateTime()}, 30) == QVector<QVector<int>>{{0}});
}
