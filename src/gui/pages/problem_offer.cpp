// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/problem_offer.h"

#include "gui/asking.h"
#include "services/inspections.h"

#include <QCoreApplication>
#include <QWidget>

namespace chengheng::gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ProblemOffer)
};

void registerProblem(Dispatcher& dispatcher, QWidget* who, const model::Problem& problem)
{
    dispatcher.write<services::Written>(
        who, [record = model::toRecord(problem)](services::Workspace& workspace) { return services::addRecord(workspace, record); },
        [who](const Result<services::Written>& written) {
            if (!written)
                Prompts::current().show(who, written.error());
        });
}

} // namespace

void offerProblems(Dispatcher& dispatcher, QWidget* who, const Uid& inspection)
{
    askFor<QVector<rules::ProblemSuggestion>>(
        dispatcher, who,
        [inspection](const services::Workspace& workspace) { return services::suggestProblems(workspace, inspection); },
        [&dispatcher, who](const QVector<rules::ProblemSuggestion>& suggestions) {
            if (suggestions.isEmpty())
                return;
            QStringList lines;
            for (const rules::ProblemSuggestion& suggestion : suggestions)
                lines << QStringLiteral("· ") + suggestion.problem.description;
            Prompts::current().confirm(who,
                                       Text::tr("评分已提交。扣分提示有 %1 个问题，是否登记到“问题整改”？\n\n%2")
                                           .arg(suggestions.size())
                                           .arg(lines.join(QLatin1Char('\n'))),
                                       Text::tr("登记这些问题"), [&dispatcher, who, suggestions] {
                                           for (const rules::ProblemSuggestion& suggestion : suggestions)
                                               registerProblem(dispatcher, who, suggestion.problem);
                                       });
        });
}

} // namespace chengheng::gui
