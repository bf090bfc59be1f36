// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window_driver.h"

#include "gui/list_view.h"
#include "services/overview.h"
#include "services/tables.h"

namespace chengheng::test {

/// The window with the sample roster and ledger.
struct SampleOffice {
    WindowDriver driver;

    SampleOffice()
    {
        for (const auto& [kind, file] : {std::pair("unit", "roster.xlsx"), std::pair("instrument", "ledger.csv")}) {
            bool isDone = false;
            const QString path = sourcePath(QStringLiteral("tests/data/samples/") + QLatin1String(file));
            driver.dispatcher.write<services::ImportReport>(
                &driver.window,
                [path, &of = *model::findKind(QLatin1String(kind))](services::Workspace& workspace) {
                    return services::importFile(workspace, of, path, {});
                },
                [&](const Result<services::ImportReport>& report) { isDone = report.has_value(); });
            driver.waitFor([&] { return isDone; });
        }
    }

    rules::DueReport report()
    {
        return driver.ask<rules::DueReport>([](const services::Workspace& workspace) {
            return services::ledgerFiguresOn(workspace, day("2024-09-30"));
        });
    }

    /// Does one intent and waits for it.
    template <class T>
    T write(std::function<Result<T>(services::Workspace&)> work)
    {
        std::optional<T> answer;
        driver.dispatcher.write<T>(&driver.window, std::move(work),
                                   [&](Result<T> result) { answer = need(std::move(result)); });
        driver.waitFor([&] { return answer.has_value(); });
        return *answer;
    }
};

/// What stands in a cell of a list.
inline QString cell(const gui::ListView& rows, int row, int column)
{
    return rows.model()->index(row, column).data().toString();
}

} // namespace chengheng::test
