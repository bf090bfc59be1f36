// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/milestones_page.h"

namespace chengheng::gui {

MilestonesPage::MilestonesPage(AppState& state, QWidget* parent)
    : RegisterPage(state, model::kindOf<model::MilestoneFact>(), parent)
{}

std::function<FieldWords(const services::Workspace&)> MilestonesPage::wordsReader() const
{
    return [](const services::Workspace& workspace) {
        QHash<QString, QString> titles;
        for (const rules::Phase& phase : workspace.plan().phases)
            for (const rules::Milestone& milestone : phase.milestones)
                titles.insert(milestone.key, milestone.title);
        return FieldWords{{QStringLiteral("milestone"), titles}};
    };
}

} // namespace chengheng::gui
