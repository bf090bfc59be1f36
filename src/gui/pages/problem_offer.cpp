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
        who,
        [record = model::toRecord(problem)](services::Workspace& workspace) {
            return services::addRecord(workspace, record);
        },
        [who](const Result<services::Written>& written) {
            if (!written)
                Prompts::current().show(who, written.error());
        });
}

} // namespace

void offerProblems(Dispatcher& dispatcher, QWidget* who, const Uid& inspection, const QString& filed)
{
    askFor<QVector<rules::ProblemSuggestion>>(
        dispatcher, who,
        [inspection](const services::Workspace& workspace) { return services::suggestProblems(workspace, inspection); },
        [&dispatcher, who, filed](const QVector<rules::ProblemSuggestion>& suggestions) {
            if (suggestions.isEmpty()) {
                Prompts::current().inform(
                    who, filed.isEmpty() ? Text::tr("这次检查的扣分没有要登记的问题，或者都已登记。") : filed);
                return;
            }
            QStringList lines;
            for (const rules::ProblemSuggestion& suggestion : suggestions)
                lines << suggestion.problem.description;
            Prompts::current().pick(
                who,
                (filed.isEmpty() ? QString() : filed + QLatin1Char('\n'))
                    + Text::tr(
                          "扣分提示有 %1 个问题，勾选要登记到“问题整改”的。没有登记的，以后可在“检查记录”选中这次检查，点“扣分提示…”再登记。")
                          .arg(suggestions.size()),
                lines, Text::tr("登记勾选的问题"), [&dispatcher, who, suggestions](const QVector<int>& ticked) {
                    for (const int place : ticked)
                        registerProblem(dispatcher, who, suggestions[place].problem);
                });
        });
}

} // namespace chengheng::gui
