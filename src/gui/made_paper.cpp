// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/made_paper.h"

#include "documents/letter.h"
#include "gui/asking.h"
#include "gui/print_preview.h"
#include "gui/prompts.h"

#include <QCoreApplication>

namespace chengheng::gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MadePaper)
};

void saveDocument(QWidget* parent, const services::MadePaper& made)
{
    Prompts::current().saveFile(
        parent, Text::tr("另存为 Word 文档"), made.title + QStringLiteral(".docx"), Text::tr("Word 文档 (*.docx)"),
        [parent, docx = made.docx](const QString& chosen) {
            const QString path = chosen.endsWith(QStringLiteral(".docx"), Qt::CaseInsensitive) ? chosen : QString(chosen + QStringLiteral(".docx"));
            const auto saved = services::saveDocument(path, docx);
            if (saved)
                Prompts::current().inform(parent, Text::tr("已存为“%1”，可以用 WPS 打开修改。").arg(path));
            else
                Prompts::current().show(parent, saved.error());
        });
}

/// Numbers it and says where it is kept; the stamped PDF can be printed from there.
void number(Dispatcher& dispatcher, QWidget* parent, const services::PaperKind& paper, const Uid& subject, QDate day)
{
    dispatcher.write<services::Issued>(
        parent, [paper, subject, day](services::Workspace& workspace) { return services::issueMade(workspace, paper, subject, day); },
        [parent](Result<services::Issued> issued) {
            if (!issued) {
                Prompts::current().show(parent, issued.error());
                return;
            }
            Prompts::current().inform(parent, Text::tr("文书编号 %1，已登记在“文书归档”的“文书”中，带编号和二维码的 PDF 附在那里。")
                                                  .arg(issued->identity.number));
        });
}

QString remarksOn(const services::MadePaper& made)
{
    QStringList remarks;
    if (!made.blanks.isEmpty())
        remarks << Text::tr("还没有登记：%1。纸上留了横线，可以手写，也可以先去登记。").arg(made.blanks.join(QStringLiteral("、")));
    if (!made.substitutedFonts.isEmpty())
        remarks << Text::tr("本机没有装公文字体，打印时代用：%1。").arg(made.substitutedFonts.join(QStringLiteral("；")));
    return remarks.join(QLatin1Char('\n'));
}

} // namespace

void showMadePaper(Dispatcher& dispatcher, QWidget* parent, const services::PaperKind& paper, const Uid& subject, QDate day)
{
    askFor<services::MadePaper>(
        dispatcher, parent,
        [paper, subject, day](const services::Workspace& workspace) { return services::makePaper(workspace, paper, subject, day); },
        [&dispatcher, parent, paper, subject, day](const services::MadePaper& made) {
            const auto letter = documents::readLetter(made.docx);
            if (!letter) {
                Prompts::current().show(parent, letter.error());
                return;
            }
            Printable shown{made.title, documents::layOut(*letter), [pdf = made.pdf]() -> Result<QByteArray> { return pdf; }};
            shown.remark = remarksOn(made);
            shown.deeds = {
                {Text::tr("另存为 Word…"), [made](QWidget* preview) { saveDocument(preview, made); }},
                {Text::tr("编号登记"), [&dispatcher, paper, subject, day](QWidget* preview) {
                     number(dispatcher, preview, paper, subject, day);
                 }}};
            Prompts::current().preview(parent, shown);
        });
}

} // namespace chengheng::gui
