// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_year.h"

#include "documents/letter.h"
#include "rules/problem_state.h"
#include "services/overview.h"
#include "support/command.h"

#include <QRegularExpression>

using namespace chengheng;
using namespace chengheng::test;

namespace {

const QDate yearEnd(2024, 12, 31);

using Known = QHash<QString, QString>;

model::Record find(const QString& kind, const model::Value& uid)
{
    return need(services::findRecord(demoYear(), *model::findKind(kind), Uid(model::textOf(uid)), yearEnd));
}

QVector<model::Record> all(const char* kind)
{
    return need(services::listRecords(demoYear(), *model::findKind(QLatin1String(kind)), {.asOf = yearEnd}));
}

QString printed(QDate day)
{
    return day.isValid() ? QStringLiteral("%1年%2月%3日").arg(day.year()).arg(day.month()).arg(day.day()) : QString();
}

/// A value as a clerk would write it down: worked out here, not by the code that fills papers.
QString written(const model::Field& field, const model::Value& value)
{
    if (model::isEmpty(value))
        return {};
    if (field.type == model::FieldType::Date)
        return printed(model::dateOf(value));
    if (field.type == model::FieldType::Reference)
        return find(field.refers, value).name();
    for (const model::Choice& choice : field.choices)
        if (choice.key == model::textOf(value))
            return choice.label;
    return field.type == model::FieldType::Integer ? QString::number(model::integerOf(value)) : model::textOf(value);
}

void note(Known& known, const model::Record& record, const QString& before = {})
{
    for (qsizetype i = 0; i < record.values.size(); ++i) {
        const model::Field& field = record.kind->fields[i];
        known.insert(before + field.label, written(field, record.values[i]));
        if (before.isEmpty() && field.refers == QStringLiteral("unit") && !model::isEmpty(record.values[i]))
            note(known, find(field.refers, record.values[i]), field.label + QStringLiteral("·"));
    }
}

rules::ProblemStanding standingOf(const model::Record& problem, QDate on = yearEnd)
{
    QVector<model::ProblemStep> steps;
    for (const model::Record& one : all("problem_step"))
        if (model::textOf(one.value(QStringLiteral("problem"))) == problem.uid.toString())
            steps.append(model::fromRecord<model::ProblemStep>(one));
    return rules::problemStanding(model::fromRecord<model::Problem>(problem), steps, on);
}

QString percent(Rate rate)
{
    const qint64 tenths = (rate.num * 2000 + rate.den) / (2 * rate.den); // half up
    return QStringLiteral("%1.%2%").arg(tenths / 10).arg(tenths % 10);
}

/// What the screen says of the campaign on a day.
Known figures(QDate on = yearEnd)
{
    const rules::Status status = need(services::statusOn(demoYear(), on));
    const qsizetype problems =
        need(services::listRecords(demoYear(), model::kindOf<model::Problem>(), {.asOf = on})).size();
    Known known{{QStringLiteral("落款日期"), printed(on)},
                {QStringLiteral("参建单位数"), QString::number(status.units)},
                {QStringLiteral("已签承诺单位数"), QString::number(status.committedUnits.size())},
                {QStringLiteral("已评分单位数"), QString::number(status.scoredUnits.size())},
                {QStringLiteral("在用强检器具数"), QString::number(status.verification.inUse)},
                {QStringLiteral("受检率"), percent(status.verification.verificationRate())},
                {QStringLiteral("合格率"), percent(status.verification.passRate())},
                {QStringLiteral("有效率"), percent(status.verification.validityRate())},
                {QStringLiteral("问题总数"), QString::number(problems)},
                {QStringLiteral("已销号问题数"), QString::number(problems - status.openProblems.size())},
                {QStringLiteral("未销号问题数"), QString::number(status.openProblems.size())},
                {QStringLiteral("逾期问题数"), QString::number(status.overdueProblems.size())}};
    note(known, all("campaign").first());
    return known;
}

/// `[label]` stands for what is known under it; what is blank became a line to write on.
QString expand(QString pattern, const Known& known, const QString& blank)
{
    static const QRegularExpression place(QStringLiteral("\\[([^\\]]+)\\]"));
    for (auto found = place.match(pattern); found.hasMatch(); found = place.match(pattern)) {
        INFO(found.captured(1).toStdString());
        REQUIRE(known.contains(found.captured(1)));
        const QString value = known.value(found.captured(1));
        pattern.replace(found.capturedStart(), found.capturedLength(), value.isEmpty() ? blank : value);
    }
    return pattern;
}

/// Rows of a table: which records they are, and their cells one after the other.
struct Rows {
    const char* kind;
    std::function<bool(const model::Record& subject, const model::Record& row)> isPrinted;
    const char* cells;
};

struct Truth {
    const char* paper;
    QVector<const char*> says;
    QVector<Rows> rows = {};
};

bool refersTo(const model::Record& row, const char* field, const model::Record& subject)
{
    return model::textOf(row.value(QLatin1String(field))) == subject.uid.toString();
}

/// Whose name stays in the office.
bool isVolunteer(const model::Record& attendance)
{
    return model::textOf(attendance.value(QStringLiteral("group"))) == QStringLiteral("supervisor");
}

bool ofSameUnit(const model::Record& subject, const model::Record& row)
{
    return model::textOf(row.value(QStringLiteral("unit"))) == model::textOf(subject.value(QStringLiteral("unit")));
}

bool isOpen(const model::Record& problem, QDate on = yearEnd)
{
    return model::dateOf(problem.value(QStringLiteral("found_on"))) <= on
           && standingOf(problem, on).state != rules::ProblemState::Closed;
}

bool takesPart(const model::Record&, const model::Record& unit)
{
    return model::fromRecord<model::Unit>(unit).participation == model::Participation::Participating;
}

const rules::DueLine& ledgerLine(const model::Record& instrument)
{
    static const auto ledger = need(services::ledgerOn(demoYear(), yearEnd)).report;
    return *std::find_if(ledger.lines.begin(), ledger.lines.end(),
                         [&](const auto& line) { return line.uid == instrument.uid; });
}

bool isToBeVerified(const model::Record& visit, const model::Record& instrument)
{
    const auto status = ledgerLine(instrument).status;
    return ofSameUnit(visit, instrument) && status != rules::VerificationStatus::Valid
           && status != rules::VerificationStatus::Inactive && status != rules::VerificationStatus::NotRequired;
}

/// The last day of the records below one, of those of some kinds.
QDate lastDay(const char* below, const model::Record& above, const char* dayField, const QStringList& kinds = {})
{
    QDate last;
    for (const model::Record& one : all(below))
        if (refersTo(one, above.kind->key.toLatin1(), above)
            && (kinds.isEmpty() || kinds.contains(model::textOf(one.value(QStringLiteral("kind"))))))
            last = qMax(last.isValid() ? last : QDate(1900, 1, 1), model::dateOf(one.value(QLatin1String(dayField))));
    return last;
}

Known knownOf(const model::Record& row)
{
    Known known;
    note(known, row);
    if (row.kind->key == QStringLiteral("problem"))
        known.insert(QStringLiteral("现行期限"), printed(standingOf(row).dueOn));
    if (row.kind->key == QStringLiteral("problem"))
        known.insert(QStringLiteral("整改状态"), rules::labelOf(standingOf(row).state));
    if (row.kind->key == QStringLiteral("problem"))
        known.insert(QStringLiteral("复查日期"),
                     printed(lastDay("problem_step", row, "on",
                                     {QStringLiteral("recheck_passed"), QStringLiteral("recheck_failed")})));
    if (row.kind->key == QStringLiteral("unit"))
        known.insert(QStringLiteral("承诺书签订日期"), printed(lastDay("commitment", row, "signed_on")));
    if (row.kind->key == QStringLiteral("commendation")) {
        const auto unit = row.value(QStringLiteral("unit"));
        known.insert(QStringLiteral("受表彰者"), model::isEmpty(unit)
                                                     ? model::textOf(row.value(QStringLiteral("subject")))
                                                     : find(QStringLiteral("unit"), unit).name());
    }
    if (row.kind->key == QStringLiteral("instrument"))
        known.insert(QStringLiteral("有效期至"), printed(ledgerLine(row).validUntil));
    if (row.kind->key == QStringLiteral("rectification_notice")) {
        const bool isOrder = model::textOf(row.value(QStringLiteral("issuer"))) == QStringLiteral("order");
        const auto unit = find(QStringLiteral("unit"), row.value(QStringLiteral("unit")));
        known.insert(QStringLiteral("发出单位"),
                     isOrder ? find(QStringLiteral("organisation"), unit.value(QStringLiteral("station"))).name()
                             : figures().value(QStringLiteral("创建主体")));
    }
    return known;
}

const QVector<Truth>& truths()
{
    static const auto everything = [](const model::Record&, const model::Record&) { return true; };
    static const char* const inNumbers =
        "在用强制检定计量器具[在用强检器具数]台（件），受检率[受检率]，合格率[合格率]，有效率[有效率]";
    static const QVector<Truth> papers{
        {"commitment_letter",
         {"[创建主体]：", "《[活动名称]》", "指定[计量管理员]为计量管理员", "承诺单位（盖章）：[单位名称]",
          "统一社会信用代码：[统一社会信用代码]", "址：[地址]", "负责人（签字）：[承诺书签订日期]"}},
        {"appointment",
         {"[姓名]同志：", "《[活动名称]》", "聘期自[聘任日期]至[聘期至]", "聘书编号：[聘书编号]",
          "[创建主体][聘任日期]"}},
        {"rectification_notice",
         {"编号：[编号]", "[单位名称]：", "请你单位于[整改期限]前", "整改要求：[整改要求]", "本通知性质为[性质]",
          "[发出单位][发出日期]", "签收人：[签收人]"},
         {{"problem",
           [](const auto& notice, const auto& row) {
               return ofSameUnit(notice, row) && isOpen(row, model::dateOf(notice.value(QStringLiteral("issued_on"))));
           },
           "[问题描述][评分项][现行期限]"}}},
        {"recheck_opinion",
         {"单位名称[单位名称]", "地址[单位名称·地址]", "负责人[单位名称·负责人]", "问题描述[问题描述]",
          "整改期限[现行期限]", "严重程度[严重程度]", "整改状态[整改状态]", "单位意见（签字）：[复查日期]"},
         {{"problem_step", [](const auto& problem, const auto& row) { return refersTo(row, "problem", problem); },
           "[步骤][日期][经办人][依据材料]"}}},
        {"creation_form",
         {"活动名称[活动名称]", "创建类型[创建类型]", "创建主体[创建主体]", "方案文号[发文字号]",
          "创建期间[开始日期]至[结束日期]", "参建单位数[参建单位数]家", "在用强检器具[在用强检器具数]台（件）"},
         {{"unit", takesPart, "[单位名称][业态][地址]"}}},
        {"creation_application",
         {"《[活动名称]》（[发文字号]）",
          "共确定参建单位[参建单位数]家，登记在用强制检定计量器具[在用强检器具数]台（件）",
          "自[开始日期]至[结束日期]。", "[创建主体][落款日期]"}},
        {"acceptance_application",
         {"[创建主体]自[开始日期]起组织实施《[活动名称]》", "截至[落款日期]",
          "参建单位[参建单位数]家，其中已签订诚信计量承诺书[已签承诺单位数]家，已按评分表检查评分[已评分单位数]家",
          inNumbers, "累计发现问题[问题总数]个，尚未销号[未销号问题数]个，其中逾期[逾期问题数]个"}},
        {"task_breakdown",
         {"[活动名称]任务分解表", "[创建主体][落款日期]"},
         {{"task", everything, "[任务][责任部门][责任岗位][完成期限][成果材料]"}}},
        {"meeting_notice",
         {"关于召开[名称]的通知", "定于[日期]召开[名称]", "二、地点：[地点]", "三、主持人：[主持人]",
          "主办部门（[主办部门]）", "[创建主体][落款日期]"}},
        {"minutes",
         {"[名称]会议纪要", "间：[日期]", "点：[地点]", "主持人：[主持人]", "办：[主办部门]", "[会议纪要]",
          "[创建主体][落款日期]"},
         {{"follow_up", [](const auto& meeting, const auto& row) { return refersTo(row, "activity", meeting); },
           "[事项][责任部门][完成期限]"},
          {"activity_attendance",
           [](const auto& meeting, const auto& row) { return refersTo(row, "activity", meeting) && !isVolunteer(row); },
           "[单位名称][姓名][类别]"}}},
        {"attendance_sheet",
         {"培训名称[培训名称]", "日期[日期]", "地点[地点]", "授课人[授课人]", "培训对象[培训对象]",
          "培训内容[培训内容]"},
         {{"training_attendance",
           [](const auto& training, const auto& row) { return refersTo(row, "training", training); },
           "[单位名称][姓名][身份]"}}},
        {"units_notice",
         {"根据《[活动名称]》", "下列[参建单位数]家单位", "[创建主体][落款日期]"},
         {{"unit", takesPart, "[单位名称][业态][路段]"}}},
        {"inspection_notice",
         {"截至[落款日期]，对[参建单位数]家参建单位开展检查评分，已评分[已评分单位数]家", inNumbers,
          "累计发现问题[问题总数]个，尚未销号[未销号问题数]个"},
         {{"problem", [](const auto&, const auto& row) { return isOpen(row); }, "[单位名称][问题描述][现行期限]"}}},
        {"lists_notice",
         {"根据《[活动名称]》", "[创建主体][落款日期]"},
         {{"list_entry",
           [](const auto&, const auto& row) {
               return !model::isEmpty(row.value(QStringLiteral("town_approved_on")))
                      && !model::isEmpty(row.value(QStringLiteral("bureau_approved_on")));
           },
           "[单位名称][名单][列入理由][公布至]"}}},
        {"visit_booking",
         {"单位名称[单位名称]", "地址[单位名称·地址]", "联系人[单位名称·计量管理员]",
          "联系电话[单位名称·计量管理员电话]", "检定机构[检定机构]", "计划日期[计划日期]", "经办人[经办人]",
          "器具数[器具数]"},
         {{"instrument", isToBeVerified, "[器具名称][型号规格][出厂编号][有效期至]"}}},
        {"commendation_decision",
         {"在实施《[活动名称]》过程中", "[创建主体][落款日期]"},
         {{"commendation",
           [](const auto&, const auto& row) { return !model::isEmpty(row.value(QStringLiteral("decided_on"))); },
           "[受表彰者][对象][事迹]"}}},
        {"commendation_certificate",
         {"[受表彰者]：", "在实施《[活动名称]》过程中", "（[决定文号]）", "证书编号：[证书编号]",
          "[创建主体][决定日期]"}},
        {"annual_report",
         {"[标题]", "参建单位[参建单位数]家，已签订承诺书[已签承诺单位数]家，已检查评分[已评分单位数]家", inNumbers,
          "累计发现问题[问题总数]个，尚未销号[未销号问题数]个", "[正文]"}},
        {"experience_summary",
         {"[标题]", "[正文]", "参建单位[参建单位数]家，已签订承诺书[已签承诺单位数]家", inNumbers,
          "累计发现问题[问题总数]个，已销号[已销号问题数]个", "执笔人：[执笔人]", "[创建主体][日期]"}},
        {"complaint_answer",
         {"关于[类别]事项的答复", "登记号：[登记号]", "您于[收到日期]反映的“[事由]”", "[答复内容]",
          "处理结果：[结果]。", "[创建主体][答复日期]"}},
    };
    return papers;
}

const Truth* truthOf(const QString& paper)
{
    for (const Truth& truth : truths())
        if (paper == QLatin1String(truth.paper))
            return &truth;
    return nullptr;
}

/// A paper's PDF in a folder that lives with it.
struct PdfOnDisk {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("paper.pdf"));

    explicit PdfOnDisk(const QByteArray& pdf) { need(services::saveDocument(path, pdf)); }

    /// In the order in which it was painted, without page numbers.
    QString text() const
    {
        static const QRegularExpression pageNumber(QStringLiteral("— \\d+ —"));
        return packed(outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")})
                          .remove(pageNumber));
    }
};

QString plainText(const services::MadePaper& made)
{
    return documents::plainText(need(documents::readLetter(made.docx)));
}

} // namespace

TEST_CASE("Every paper says what its records and the screen's figures say, word by word", "[services][papers][OFF-1]")
{
    for (const DemoPaper& paper : demoPapers()) {
        CAPTURE(paper.kind->title.toStdString());
        const Truth* truth = truthOf(paper.kind->key);
        REQUIRE(truth);
        Known known = figures(paper.day());
        if (paper.subject)
            known.insert(knownOf(*paper.subject));
        const QString text = packed(plainText(paper.made));
        for (const char* says : truth->says) {
            const QString expected = packed(expand(QString::fromUtf8(says), known, QString(8, QLatin1Char('_'))));
            CAPTURE(expected.toStdString());
            CHECK(text.contains(expected));
        }
        for (const Rows& rows : truth->rows) {
            int number = 0;
            for (const model::Record& row : all(rows.kind)) {
                if (!rows.isPrinted(paper.subject.value_or(model::Record()), row))
                    continue;
                const QString expected =
                    QString::number(++number) + packed(expand(QString::fromUtf8(rows.cells), knownOf(row), {}));
                CAPTURE(expected.toStdString());
                CHECK(text.contains(expected));
            }
            CAPTURE(rows.kind);
            CHECK(number > 0); // the demonstration has something to print in every table
        }
    }
}

TEST_CASE("Every paper's PDF holds its whole text, embeds its fonts and is sound", "[services][papers]")
{
    static const QRegularExpression embedded(QStringLiteral("Identity-H +yes (yes|no) +yes"));
    for (const DemoPaper& paper : demoPapers()) {
        CAPTURE(paper.kind->title.toStdString());
        const PdfOnDisk pdf(paper.made.pdf);
        const QString text = pdf.text();
        QStringList missing;
        for (const QString& line : plainText(paper.made).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            if (!text.contains(packed(line)))
                missing << line;
        CHECK(missing.join(QLatin1Char('|')) == QString());
        CHECK(outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), pdf.path})
                  .contains(QStringLiteral("No syntax or stream encoding errors")));
        const QStringList fonts =
            outputOf(QStringLiteral("pdffonts"), {pdf.path}).split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
        CHECK_FALSE(fonts.isEmpty());
        for (const QString& font : fonts) {
            CAPTURE(font.toStdString());
            CHECK(font.contains(embedded));
        }
    }
}

TEST_CASE("Rare letters in a name are on paper and can be copied from it", "[services][papers]")
{
    OpenCampaign campaign;
    model::Unit unit;
    unit.name = QStringLiteral("𬱖喆堃㐂𠮷面馆");
    unit.trade = model::Trade::Restaurant;
    unit.manager = QStringLiteral("李䶮");
    const Uid uid = need(services::addRecord(*campaign.workspace, model::toRecord(unit))).uid;
    const auto made = need(
        services::makePaper(*campaign.workspace, *services::findPaper(QStringLiteral("commitment_letter")), uid, {}));
    const QString printed = PdfOnDisk(made.pdf).text();
    for (const QString& text : {plainText(made), printed}) {
        CHECK(text.contains(unit.name));
        CHECK(text.contains(unit.manager));
    }
}
