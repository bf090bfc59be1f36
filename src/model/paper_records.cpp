// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/paper_records.h"

#include <QCoreApplication>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PaperRecords)
};

} // namespace

template <>
const RecordKind& kindOf<IssuedPaper>()
{
    static const RecordKind kind{
        .key = QStringLiteral("issued_paper"),
        .title = Text::tr("文书"),
        .fields =
            {
                textField("number", Text::tr("文书编号"), &IssuedPaper::number).derived().searched().unique().limit(20),
                integerField("year", Text::tr("年度"), &IssuedPaper::year).derived().unlisted(),
                textField("title", Text::tr("题名"), &IssuedPaper::title).required().searched(),
                textField("paper_kind", Text::tr("文书种类"), &IssuedPaper::paperKind).required().searched().limit(60),
                referenceField("unit", Text::tr("单位名称"), &IssuedPaper::unit, "unit"),
                textField("subject", Text::tr("对象"), &IssuedPaper::subject).searched(),
                textField("receiver", Text::tr("送往"), &IssuedPaper::receiver).limit(60),
                dateField("made_on", Text::tr("制发日期"), &IssuedPaper::madeOn).required(),
                textField("maker", Text::tr("制作人"), &IssuedPaper::maker).limit(40),
                integerField("pages", Text::tr("页数"), &IssuedPaper::pages).required().range(1, 99999),
                textField("sha256", Text::tr("文件校验值"), &IssuedPaper::sha256).derived().unlisted().limit(64),
                longTextField("remarks", Text::tr("备注"), &IssuedPaper::remarks),
            },
        .nameField = QStringLiteral("title"),
        .parentField = QStringLiteral("unit"),
        .identities = {{QStringLiteral("title"), QStringLiteral("made_on")}},
        .sinceField = QStringLiteral("made_on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<IssuedPaperStep>()
{
    static const RecordKind kind{
        .key = QStringLiteral("issued_paper_step"),
        .title = Text::tr("送签办理"),
        .fields =
            {
                referenceField("issued_paper", Text::tr("文书"), &IssuedPaperStep::issuedPaper, "issued_paper")
                    .required(),
                choiceField("kind", Text::tr("步骤"), &IssuedPaperStep::kind).required(),
                dateField("on", Text::tr("日期"), &IssuedPaperStep::on).required(),
                textField("person", Text::tr("经办人"), &IssuedPaperStep::person).required().limit(40).beginsSigned(),
                textField("reason", Text::tr("原因"), &IssuedPaperStep::reason),
            },
        .nameField = QStringLiteral("person"),
        .parentField = QStringLiteral("issued_paper"),
        .identities = {{QStringLiteral("on"), QStringLiteral("issued_paper"), QStringLiteral("kind")}},
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

} // namespace chengheng::model
