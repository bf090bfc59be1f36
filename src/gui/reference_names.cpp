// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reference_names.h"

#include "services/registers.h"

namespace chengheng::gui {

Result<ReferenceNames> namesOfReferences(const services::Workspace& workspace, const QVector<const model::RecordKind*>& kinds,
                                         const QString& without)
{
    ReferenceNames names;
    for (const model::RecordKind* kind : kinds)
        for (const model::Field& field : kind->fields) {
            if (field.type != model::FieldType::Reference || field.refers == without || names.contains(field.refers))
                continue;
            const auto read = services::namesOf(workspace, *model::findKind(field.refers));
            if (!read)
                return fail(read.error());
            names.insert(field.refers, *read);
        }
    return names;
}

} // namespace chengheng::gui
