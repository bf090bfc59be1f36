// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/figure_checks.h"

#include "base/dates.h"
#include "base/files.h"
#include "documents/letter.h"
#include "exchange/csv_reader.h"
#include "services/issued_papers.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace chengheng::services {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FigureChecks)
};

const rules::FigureLabels& labels()
{
    static const rules::FigureLabels known = [] {
        QFile file(QStringLiteral(":/builtin/figures/labels.json"));
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        auto read = rules::parseFigureLabels(bytes, QStringLiteral("figures/labels.json"));
        if (!read)
            qFatal("%s: %s", qUtf8Printable(read.error().where), qUtf8Printable(read.error().message));
        return std::move(*read);
    }();
    return known;
}

QString sentenceOf(const FigureReport& report)
{
    const auto& [checks, unchecked] = report.figures;
    QString said =
        checks.isEmpty() ? Text::tr("没有找到可以核对的数字。")
        : report.figures.differing() == 0
            ? Text::tr("核对了 %1 个数字，与%2的记录全部一致。").arg(checks.size()).arg(paperDate(report.day))
            : Text::tr("核对了 %1 个数字，有 %2 个与%3的记录不一致，请改正后再报送。")
                  .arg(checks.size())
                  .arg(report.figures.differing())
                  .arg(paperDate(report.day));
    if (!unchecked.isEmpty())
        said += Text::tr("另有 %1 个数字没有对应的记录，没有核对，请人工核实。").arg(unchecked.size());
    return said;
}

} // namespace

Result<FigureReport> checkFigures(const Workspace& workspace, const QString& text, QDate day)
{
    FigureReport report;
    const QDate stated = rules::dayOfFigures(text);
    report.day = day.isValid() ? day : stated.isValid() ? stated : workspace.clock().today();
    const auto known = workspace.factsOn(report.day);
    if (!known)
        return fail(known.error());
    const model::CampaignFacts& facts = *known;
    const auto figures =
        rules::campaignFigures({facts, workspace.plan(), workspace.sheets(), workspace.calendar(), report.day});
    report.figures = rules::checkFigures(text, figures, labels());
    report.sentence = sentenceOf(report);
    return report;
}

QString differencesIn(const QVector<rules::FigureCheck>& checks)
{
    QStringList told;
    for (const rules::FigureCheck& check : checks)
        if (!check.agrees)
            told << Text::tr("%1写的是%2，登记的是%3").arg(check.label, check.written, check.recorded);
    return told.isEmpty()
               ? QString()
               : Text::tr("文中有 %1 个数字与登记的不一致：%2。").arg(told.size()).arg(told.join(QStringLiteral("；")));
}

Result<QString> textOfReport(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    const auto bytes = readFile(path);
    if (!bytes)
        return fail(bytes.error());
    if (name.endsWith(QLatin1String(".docx"), Qt::CaseInsensitive)) {
        const auto letter = documents::readLetter(*bytes, name);
        if (!letter)
            return fail(letter.error());
        return documents::plainText(*letter);
    }
    if (name.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive)) {
        if (auto text = exchange::decodedText(*bytes))
            return std::move(*text);
        return fail(ErrorKind::Invalid, "unsupported_file",
                    Text::tr("“%1”里有认不出的文字编码，请另存为 .docx 后重试。").arg(name), name);
    }
    return fail(ErrorKind::Invalid, "unsupported_file",
                Text::tr("“%1”不能核对，请用 WPS 或 Word 另存为 .docx，或把正文粘贴进来。").arg(name), name);
}

} // namespace chengheng::services
