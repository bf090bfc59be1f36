// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/notice_text.h"

#include "base/dates.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengheng::rules {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(NoticeText)
};

} // namespace

QString demandsOf(QVector<model::Problem> problems)
{
    std::stable_sort(problems.begin(), problems.end(),
                     [](const model::Problem& a, const model::Problem& b) { return a.dueOn < b.dueOn; });
    QStringList lines;
    for (const model::Problem& problem : std::as_const(problems)) {
        const QString number = QString::number(lines.size() + 1);
        const QString until = paperDate(problem.dueOn);
        lines << (problem.item.isEmpty()
                      ? Text::tr("%1．%2（%3前）").arg(number, problem.description, until)
                      : Text::tr("%1．%2（评分项%3，%4前）").arg(number, problem.description, problem.item, until));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace chengheng::rules
