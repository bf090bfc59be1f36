// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/internal/out_of_use.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OutOfUse)
};

const QString status = QStringLiteral("status");

bool isOutOfUse(const model::RecordKind& kind, const model::Value& value)
{
    const QString word = model::textOf(value);
    return kind.key == model::kindOf<model::Instrument>().key && !word.isEmpty()
           && word != model::keyOf(model::InstrumentStatus::InUse);
}

} // namespace

Result<void> checkOutOfUse(storage::Intent& intent, const model::Record& instrument, const FieldValues& values,
                           const QString& reason)
{
    if (!isOutOfUse(*instrument.kind, values.value(status)))
        return {};
    if (reason.trimmed().isEmpty())
        return fail(ErrorKind::Invalid, "required", Text::tr("器具停用、封存、报废要写明原因。"),
                    QStringLiteral("reason"));
    const auto files = intent.list(model::kindOf<model::Attachment>(),
                                   {.where = {{QStringLiteral("subject"), instrument.uid.toString()}}});
    if (!files)
        return fail(files.error());
    const bool isShown = std::any_of(files->begin(), files->end(), [](const model::Record& file) {
        return model::textOf(file.value(QStringLiteral("media_type"))).startsWith(QLatin1String("image/"));
    });
    if (isShown)
        return {};
    return fail(ErrorKind::Invalid, "photograph_required",
                Text::tr("器具停用、封存、报废要有现场照片（封签、铭牌或原位置），请附上照片再登记。"), status);
}

Result<void> checkStaysInUse(const model::Record* before, const model::Record& after)
{
    const model::Value is = after.value(status);
    if (!isOutOfUse(*after.kind, is) || (before && before->value(status) == is))
        return {};
    return fail(
        ErrorKind::Invalid, "out_of_use_by_action",
        Text::tr("停用、封存、报废要写明日期和原因并附现场照片，请在台账中选中这台器具，用“停用”“封存”或“报废”办理。"),
        status);
}

} // namespace chengheng::services
