// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/closing_records.h"

#include "model/checks.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace chengheng::model {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ClosingRecords)
};

/// Where the leading group has two heads, both approve; that is checked where the seats are known.
QVector<Error> isApproved(const Record& commendation)
{
    return needWith(commendation, "decided_on", {"first_approval", "decision"});
}

} // namespace

template <>
const RecordKind& kindOf<Commendation>()
{
    static const RecordKind kind{
        .key = QStringLiteral("commendation"),
        .title = Text::tr("表彰"),
        .fields =
            {
                choiceField("kind", Text::tr("对象"), &Commendation::kind).required(),
                referenceField("unit", Text::tr("单位名称"), &Commendation::unit, "unit"),
                textField("subject", Text::tr("表彰对象"), &Commendation::subject).required().searched(),
                textField("reason", Text::tr("事迹"), &Commendation::reason).required(),
                dateField("proposed_on", Text::tr("提名日期"), &Commendation::proposedOn).required(),
                dateField("first_approval", Text::tr("第一位领导批准日期"), &Commendation::firstApproval)
                    .onlyBy(Authority::Leader)
                    .since(),
                textField("first_approver", Text::tr("第一位批准人"), &Commendation::firstApprover)
                    .derived()
                    .since("first_approval"),
                dateField("second_approval", Text::tr("第二位领导批准日期"), &Commendation::secondApproval)
                    .onlyBy(Authority::Leader)
                    .since(),
                textField("second_approver", Text::tr("第二位批准人"), &Commendation::secondApprover)
                    .derived()
                    .since("second_approval"),
                textField("decision", Text::tr("决定文号"), &Commendation::decision).limit(60).since("decided_on"),
                dateField("decided_on", Text::tr("决定日期"), &Commendation::decidedOn).since(),
                textField("certificate", Text::tr("证书编号"), &Commendation::certificate)
                    .numberedOn()
                    .limit(40)
                    .since("decided_on"),
            },
        .nameField = QStringLiteral("subject"),
        .identities = {{QStringLiteral("subject"), QStringLiteral("proposed_on")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("proposed_on"),
        .inOrder = {{QStringLiteral("proposed_on"), QStringLiteral("decided_on")},
                    {QStringLiteral("first_approval"), QStringLiteral("decided_on")},
                    {QStringLiteral("second_approval"), QStringLiteral("decided_on")}},
        .check = isApproved,
    };
    return kind;
}

template <>
const RecordKind& kindOf<PastFigure>()
{
    static const RecordKind kind{
        .key = QStringLiteral("past_figure"),
        .title = Text::tr("上一轮数字"),
        .fields =
            {
                textField("title", Text::tr("项目"), &PastFigure::title).required().searched().unique().limit(60),
                textField("value", Text::tr("数字"), &PastFigure::value).required().limit(40),
                dateField("on", Text::tr("截至日期"), &PastFigure::on).required().beginsBlank(),
            },
        .nameField = QStringLiteral("title"),
        .identities = {{QStringLiteral("title")}},
        .keepers = Keepers::Office,
    };
    return kind;
}

template <>
const RecordKind& kindOf<Experience>()
{
    static const RecordKind kind{
        .key = QStringLiteral("experience"),
        .title = Text::tr("经验总结"),
        .fields =
            {
                textField("title", Text::tr("标题"), &Experience::title).required().searched().unique(),
                dateField("on", Text::tr("日期"), &Experience::on).required(),
                textField("author", Text::tr("执笔人"), &Experience::author).limit(40),
                longTextField("content", Text::tr("正文"), &Experience::content),
            },
        .nameField = QStringLiteral("title"),
        .identities = {{QStringLiteral("title")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("on"),
    };
    return kind;
}

template <>
const RecordKind& kindOf<ArchivePiece>()
{
    static const RecordKind kind{
        .key = QStringLiteral("archive_piece"),
        .title = Text::tr("归档文件"),
        .fields =
            {
                integerField("number", Text::tr("件号"), &ArchivePiece::number).derived(),
                integerField("year", Text::tr("年度"), &ArchivePiece::year).required().range(2000, 2100),
                choiceField("retention", Text::tr("保管期限"), &ArchivePiece::retention).required(),
                textField("matter", Text::tr("机构（问题）"), &ArchivePiece::matter).limit(40),
                textField("document_number", Text::tr("文号"), &ArchivePiece::documentNumber).searched().limit(60),
                textField("responsible", Text::tr("责任者"), &ArchivePiece::responsible).required().limit(60),
                textField("title", Text::tr("题名"), &ArchivePiece::title).required().searched(),
                dateField("dated", Text::tr("文件日期"), &ArchivePiece::dated).required().beginsBlank(),
                textField("secrecy", Text::tr("密级"), &ArchivePiece::secrecy).limit(40),
                integerField("pages", Text::tr("页数"), &ArchivePiece::pages).required().range(1, 99999),
                textField("box", Text::tr("盒号"), &ArchivePiece::box).limit(40),
                dateField("voided_on", Text::tr("作废日期"), &ArchivePiece::voidedOn),
                textField("void_reason", Text::tr("作废原因"), &ArchivePiece::voidReason).limit(100),
                longTextField("remarks", Text::tr("备注"), &ArchivePiece::remarks),
            },
        .nameField = QStringLiteral("title"),
        .identities = {{QStringLiteral("title"), QStringLiteral("dated")}},
        .keepers = Keepers::Office,
        .sinceField = QStringLiteral("dated"),
        .inOrder = {{QStringLiteral("dated"), QStringLiteral("voided_on")}},
        .check =
            [](const Record& record) {
                return needWith(record, "voided_on", {"void_reason"}) + needWith(record, "void_reason", {"voided_on"});
            },
    };
    return kind;
}

namespace {

QString fondsFault(const QString& fonds)
{
    static const QRegularExpression form(QStringLiteral("^[A-Z0-9]{4}$"));
    return form.match(fonds).hasMatch() ? QString()
                                        : Text::tr("全宗号由 4 位大写字母或数字组成，如 J001；还不知道就先空着");
}

/// Boxes are sold in four widths.
QVector<Error> widthFaults(const Record& record)
{
    static const QVector<qint64> sold{20, 30, 40, 50};
    if (sold.contains(integerOf(record.value(QStringLiteral("width")))))
        return {};
    return {Error{ErrorKind::Invalid, QStringLiteral("not_a_width"),
                  Text::tr("档案盒的盒脊宽是 20、30、40 或 50 毫米。"), QStringLiteral("width")}};
}

} // namespace

template <>
const RecordKind& kindOf<ArchiveVolume>()
{
    static const RecordKind kind{
        .key = QStringLiteral("archive_volume"),
        .title = Text::tr("档案盒"),
        .fields =
            {
                textField("box", Text::tr("盒号"), &ArchiveVolume::box).required().searched().unique().limit(40),
                textField("fonds", Text::tr("全宗号"), &ArchiveVolume::fonds).limit(4).checked(fondsFault),
                integerField("year", Text::tr("年度"), &ArchiveVolume::year).required().range(2000, 2100),
                choiceField("retention", Text::tr("保管期限"), &ArchiveVolume::retention).required(),
                integerField("width", Text::tr("盒脊宽（毫米）"), &ArchiveVolume::width)
                    .presumed()
                    .required()
                    .range(20, 50),
                dateField("packed_on", Text::tr("整理日期"), &ArchiveVolume::packedOn),
                textField("packer", Text::tr("整理人"), &ArchiveVolume::packer).limit(40),
                textField("checker", Text::tr("检查人"), &ArchiveVolume::checker).limit(40),
                longTextField("remarks", Text::tr("备注"), &ArchiveVolume::remarks),
            },
        .nameField = QStringLiteral("box"),
        .identities = {{QStringLiteral("box")}},
        .keepers = Keepers::Office,
        .check = widthFaults,
    };
    return kind;
}

} // namespace chengheng::model
