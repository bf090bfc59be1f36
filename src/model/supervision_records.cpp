// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/supervision_records.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SupervisionRecords)
};

/// Volunteers stand by their numbers wherever others may read.
QString supervisorCodesFault(const QString& text)
{
    static const QRegularExpression codes(Text::tr("^(监督员)?\\d+号([、，,](监督员)?\\d+号)*$"));
    return codes.match(text).hasMatch() ? QString() : Text::tr("监督员只写编号，如“3号、7号”，不写姓名。");
}

} // namespace

template <>
const RecordKind& kindOf<Inspection>()
{
    static const RecordKind kind{
        .key = QStringLiteral("inspection"),
        .title = Text::tr("检查"),
        .fields =
            {
                referenceField("unit", Text::tr("单位名称"), &Inspection::unit, "unit"),
                choiceField("kind", Text::tr("检查类型"), &Inspection::kind).required(),
                dateField("on", Text::tr("检查日期"), &Inspection::on).required(),
                textField("inspectors", Text::tr("检查人员"), &Inspection::inspectors).required().searched(),
                textField("supervisors", Text::tr("参加的监督员"), &Inspection::supervisors)
                    .limit(100)
                    .unlisted()
                    .checked(supervisorCodesFault),
                integerField("sheet", Text::tr("评分表"), &Inspection::sheet).required().range(1, 8),
                textField("edition", Text::tr("评分表版本"), &Inspection::edition).required().unlisted(),
                documentField("answers", Text::tr("评分记录"), &Inspection::answers).required(),
                choiceField("conclusion", Text::tr("验收结论"), &Inspection::conclusion),
                choiceField("displayed", Text::tr("承诺书张贴"), &Inspection::displayed).unlisted(),
                choiceField("complaint_book", Text::tr("投诉与复秤登记"), &Inspection::complaintBook).unlisted(),
                longTextField("remarks", Text::tr("备注"), &Inspection::remarks),
            },
        .nameField = QStringLiteral("on"),
        .parentField = QStringLiteral("unit"),
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<Problem>()
{
    static const RecordKind kind{
        .key = QStringLiteral("problem"),
        .title = Text::tr("问题"),
        .fields =
            {
                referenceField("unit", Text::tr("单位名称"), &Problem::unit, "unit"),
                referenceField("instrument", Text::tr("计量器具"), &Problem::instrument, "instrument").unlisted(),
                referenceField("inspection", Text::tr("来源检查"), &Problem::inspection, "inspection").unlisted(),
                textField("item", Text::tr("评分项"), &Problem::item).limit(20),
                textField("fault", Text::tr("问题类别"), &Problem::fault).required().searched(),
                textField("description", Text::tr("问题描述"), &Problem::description).required().limit(500).searched(),
                dateField("found_on", Text::tr("发现日期"), &Problem::foundOn).required(),
                choiceField("severity", Text::tr("严重程度"), &Problem::severity).required().presumed(),
                dateField("due_on", Text::tr("整改期限"), &Problem::dueOn).ahead().required(),
                choiceField("source", Text::tr("来源"), &Problem::source).required(),
                textField("handler", Text::tr("承办人"), &Problem::handler).limit(40).searched().beginsSigned(),
            },
        .nameField = QStringLiteral("description"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("description"), QStringLiteral("unit"), QStringLiteral("found_on")}},
        .sinceField = QStringLiteral("found_on"),
        .check = [](const Record& r) -> QVector<Error> {
            const QDate found = dateOf(r.value(QStringLiteral("found_on")));
            const QDate due = dateOf(r.value(QStringLiteral("due_on")));
            if (found.isValid() && due.isValid() && due < found)
                return {Error{ErrorKind::Invalid, QStringLiteral("ends_before_it_begins"),
                              Text::tr("整改期限不能早于发现日期。"), QStringLiteral("due_on")}};
            return {};
        },
    };
    return kind;
}

template <>
const RecordKind& kindOf<ProblemStep>()
{
    static const RecordKind kind{
        .key = QStringLiteral("problem_step"),
        .title = Text::tr("整改过程"),
        .fields =
            {
                referenceField("problem", Text::tr("问题"), &ProblemStep::problem, "problem").required(),
                choiceField("kind", Text::tr("步骤"), &ProblemStep::kind)
                    .required()
                    .onlyBy(Authority::Station, StepKind::Ordered)
                    .onlyBy(Authority::Leader, StepKind::Extended)
                    .onlyBy(Authority::Office, StepKind::Closed),
                dateField("on", Text::tr("日期"), &ProblemStep::on).required(),
                textField("persons", Text::tr("经办人"), &ProblemStep::persons).required().beginsSigned(),
                textField("evidence", Text::tr("依据材料"), &ProblemStep::evidence).limit(500),
                dateField("new_due_on", Text::tr("新期限"), &ProblemStep::newDueOn).ahead(),
                longTextField("remarks", Text::tr("备注"), &ProblemStep::remarks),
            },
        .nameField = QStringLiteral("kind"),
        .parentField = QStringLiteral("problem"),
        .identities = {{QStringLiteral("on"), QStringLiteral("problem"), QStringLiteral("kind")}},
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

} // namespace chengheng::model
