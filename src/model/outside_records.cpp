// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outside_records.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OutsideRecords)
};

} // namespace

template <>
const RecordKind& kindOf<OutsideFile>()
{
    static const RecordKind kind{
        .key = QStringLiteral("outside_file"),
        .title = Text::tr("外存文件"),
        .fields =
            {
                textField("title", Text::tr("内容"), &OutsideFile::title).required().searched(),
                textField("path", Text::tr("存放位置"), &OutsideFile::path).required().unique().limit(1000),
                dateField("on", Text::tr("拍摄日期"), &OutsideFile::on).required().beginsBlank(),
                referenceField("unit", Text::tr("单位名称"), &OutsideFile::unit, "unit"),
                referenceField("activity", Text::tr("会议活动"), &OutsideFile::activity, "activity"),
                textField("place", Text::tr("拍摄地点"), &OutsideFile::place).searched(),
                textField("keeper", Text::tr("保管人"), &OutsideFile::keeper).required().limit(40),
                textField("sha256", Text::tr("文件校验值"), &OutsideFile::sha256).derived().unlisted().limit(64),
                integerField("size", Text::tr("字节数"), &OutsideFile::size).derived(),
                longTextField("remarks", Text::tr("备注"), &OutsideFile::remarks),
            },
        .nameField = QStringLiteral("title"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("path")}},
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

} // namespace chengheng::model
