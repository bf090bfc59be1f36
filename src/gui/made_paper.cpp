// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/made_paper.h"

#include "base/files.h"
#include "documents/letter.h"
#include "gui/asking.h"
#include "gui/print_preview.h"
#include "gui/prompts.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>
#include <QWidget>

namespace chengheng::gui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MadePaper)
};

void saveDocument(QWidget* parent, const services::MadePaper& made)
{
    Prompts::current().saveFile(parent, Text::tr("另存为 Word 文档"), made.title + QStringLiteral(".docx"),
                                Text::tr("Word 文档 (*.docx)"), [parent, docx = made.docx](const QString& chosen) {
                                    const QString path = chosen.endsWith(QStringLiteral(".docx"), Qt::CaseInsensitive)
                                                             ? chosen
                                                             : QString(chosen + QStringLiteral(".docx"));
                                    const auto saved = services::saveDocument(path, docx);
                                    if (saved)
                                        Prompts::current().inform(
                                            parent, Text::tr("已存为“%1”，可以用 WPS 打开修改。").arg(path));
                                    else
                                        Prompts::current().show(parent, saved.error());
                                });
}

/// With its number on the first page, as the PDF that is kept has it.
Printable numbered(services::MadePaper made, documents::Letter letter, const services::Issued& issued)
{
    letter.mark = services::markOf(issued.identity);
    made.docx = documents::withMark(made.docx, *letter.mark);
    Printable shown{made.title, documents::layOut(letter), [pdf = issued.pdf]() -> Result<QByteArray> { return pdf; }};
    shown.remark = numberedRemark(issued.identity.number);
    shown.deeds = {{Text::tr("另存为 Word…"), [made](QWidget* preview) { saveDocument(preview, made); }}};
    return shown;
}

QString remarksOn(const services::MadePaper& made)
{
    QStringList remarks;
    if (!made.blanks.isEmpty())
        remarks << Text::tr("还没有登记：%1。纸上留了横线，可以手写，也可以先去登记。")
                       .arg(made.blanks.join(QStringLiteral("、")));
    if (!made.differences.isEmpty())
        remarks << Text::tr("▲ %1").arg(made.differences);
    if (!made.substitutedFonts.isEmpty())
        remarks
            << Text::tr("本机没有装公文字体，打印时代用：%1。").arg(made.substitutedFonts.join(QStringLiteral("；")));
    return remarks.join(QLatin1Char('\n'));
}

Printable printableOf(const services::MadePaper& made, const documents::Letter& letter)
{
    Printable shown{made.title, documents::layOut(letter), [pdf = made.pdf]() -> Result<QByteArray> { return pdf; }};
    shown.remark = remarksOn(made);
    shown.deeds = {{Text::tr("另存为 Word…"), [made](QWidget* preview) { saveDocument(preview, made); }}};
    return shown;
}

/// Numbers a paper that is shown, once.
auto numbering(Dispatcher& dispatcher, const services::PaperKind& paper, const Uid& subject, QDate day,
               const services::MadePaper& made, const documents::Letter& letter)
{
    return [&dispatcher, paper, subject, day, made, letter,
            intent = Uid::create()](QWidget* preview, std::function<void(Result<Printable>)> then) {
        // those the preview has told of, and asked about
        const auto differences =
            made.differences.isEmpty() ? services::Differences::Refuse : services::Differences::Accept;
        dispatcher.write<services::Issued>(
            preview,
            [paper, subject, day, differences, intent](services::Workspace& workspace) {
                return services::issueMade(workspace, paper, subject, day, differences, intent);
            },
            [made, letter, then = std::move(then)](Result<services::Issued> issued) {
                then(issued ? Result<Printable>(numbered(made, letter, *issued))
                            : Result<Printable>(fail(issued.error())));
            });
    };
}

/// A template in a file, and what it prints.
struct Tried {
    QByteArray docx;
    services::MadePaper made;
};

} // namespace

void showMadePaper(Dispatcher& dispatcher, QWidget* parent, const services::PaperKind& paper, const Uid& subject,
                   QDate day)
{
    askFor<services::MadePaper>(
        dispatcher, parent,
        [paper, subject, day](const services::Workspace& workspace) {
            return services::makePaper(workspace, paper, subject, day);
        },
        [&dispatcher, parent, paper, subject, day](const services::MadePaper& made) {
            const auto letter = documents::readLetter(made.docx);
            if (!letter) {
                Prompts::current().show(parent, letter.error());
                return;
            }
            Printable shown = printableOf(made, *letter);
            shown.number = numbering(dispatcher, paper, subject, day, made, *letter);
            shown.doubt = made.differences;
            Prompts::current().preview(parent, shown);
        });
}

void showTriedTemplate(Dispatcher& dispatcher, QWidget* parent, const services::PaperKind& paper, const QString& path,
                       QDate day, std::function<void()> changed)
{
    const QString name = QFileInfo(path).fileName();
    askFor<Tried>(
        dispatcher, parent,
        [paper, path, name, day](const services::Workspace& workspace) -> Result<Tried> {
            const auto docx = readFile(path);
            if (!docx)
                return fail(docx.error());
            auto made = services::tryTemplate(workspace, paper, *docx, name, day);
            if (!made)
                return fail(made.error());
            return Tried{*docx, std::move(*made)};
        },
        [&dispatcher, parent, paper, name, changed = std::move(changed)](const Tried& tried) {
            const auto letter = documents::readLetter(tried.made.docx);
            if (!letter) {
                Prompts::current().show(parent, letter.error());
                return;
            }
            Printable shown{tried.made.title, documents::layOut(*letter),
                            [pdf = tried.made.pdf]() -> Result<QByteArray> { return pdf; }};
            shown.remark =
                Text::tr("这是用“%1”试印的样子，还没有换用。").arg(name) + QLatin1Char('\n') + remarksOn(tried.made);
            shown.deeds = {
                {Text::tr("换用这个模板"),
                 [&dispatcher, parent, paper, name, docx = tried.docx, changed](QWidget* preview) {
                     dispatcher.write<services::Written>(
                         parent,
                         [paper, name, docx](services::Workspace& workspace) {
                             return services::setTemplate(workspace, paper, docx, name);
                         },
                         [parent, preview = QPointer(preview), changed](const Result<services::Written>& written) {
                             if (!written) {
                                 Prompts::current().show(parent, written.error());
                                 return;
                             }
                             if (preview)
                                 preview->close();
                             changed();
                         });
                 }}};
            Prompts::current().preview(parent, shown);
        });
}

} // namespace chengheng::gui
