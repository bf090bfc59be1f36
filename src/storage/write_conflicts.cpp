// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/write_conflicts.h"

#include <QCoreApplication>

namespace chengheng::storage {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(WriteConflicts)
};

constexpr int mostNamed = 3;

QString shown(const model::Field& field, const model::Value& value)
{
    const QString text = model::displayText(field, value);
    return text.isEmpty() ? Text::tr("（空）") : text;
}

} // namespace

Error changedMeanwhile(const model::Record& stored, const model::Record& wanted)
{
    QStringList parts;
    for (qsizetype i = 0; i < stored.values.size() && parts.size() < mostNamed; ++i) {
        const model::Field& field = stored.kind->fields[i];
        if (field.type == model::FieldType::Document || stored.values[i] == wanted.values[i])
            continue;
        parts << Text::tr("%1现为“%2”，您填写的是“%3”")
                     .arg(field.label, shown(field, stored.values[i]), shown(field, wanted.values[i]));
    }
    QString message = Text::tr("%1“%2”在您打开之后已被修改，没有保存。").arg(stored.kind->title, stored.name());
    if (!parts.isEmpty())
        message += Text::tr("%1。").arg(parts.join(QStringLiteral("；")));
    message += Text::tr("请刷新后重新填写。");
    return {ErrorKind::Conflict, QStringLiteral("changed_meanwhile"), message, stored.uid.toString()};
}

Error duplicateValue(const model::Field& field, const model::Value& value, const model::Record& holder)
{
    return {ErrorKind::Conflict, QStringLiteral("duplicate"),
            Text::tr("%1“%2”已由%3“%4”使用，请核对后修改。")
                .arg(field.label, shown(field, value), holder.kind->title, holder.name()),
            field.key};
}

Error duplicateUid(const model::Record& record)
{
    return {ErrorKind::Conflict, QStringLiteral("duplicate"),
            Text::tr("%1“%2”已经登记过，不能重复登记。").arg(record.kind->title, record.name()), QStringLiteral("uid")};
}

Error stillReferenced(const model::Record& record, const model::RecordKind& byKind, qint64 count)
{
    return {ErrorKind::Conflict, QStringLiteral("still_referenced"),
            Text::tr("还有 %1 条%2与%3“%4”相连，不能撤去。")
                .arg(QString::number(count), byKind.title, record.kind->title, record.name()),
            record.uid.toString()};
}

} // namespace chengheng::storage
