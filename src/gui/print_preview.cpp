// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/print_preview.h"

#include "documents/pdf_file.h"
#include "gui/prompts.h"
#include "services/issued_papers.h"
#include "ui_PrintPreview.h"

#include <QPainter>
#include <QPrintDialog>
#include <QPrintPreviewWidget>
#include <QtConcurrentRun>

namespace chengheng::gui {

Printable printableOf(const documents::Paper& paper)
{
    Printable shown{paper.title, documents::layOut(paper), [paper]() -> Result<QByteArray> {
                        auto made = documents::makePdf({paper}, paper.asOf);
                        if (!made)
                            return fail(made.error());
                        return std::move(made->bytes);
                    }};
    if (const QStringList fonts = documents::substitutedFonts(); !fonts.isEmpty())
        shown.remark = PrintPreview::tr("本机没有装打印用的字体，代用：%1。").arg(fonts.join(QStringLiteral("；")));
    shown.paper = paper;
    return shown;
}

QString numberedRemark(const QString& number)
{
    return PrintPreview::tr(
               "文书编号 %1，已登记在“文书归档”的“文书”中，PDF 附在那里。现在打印和另存的都带编号和二维码。")
        .arg(number);
}

PrintPreview::PrintPreview(Printable shown, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::PrintPreview>()), m_shown(std::move(shown)),
      m_printer(QPrinter::HighResolution), m_view(new QPrintPreviewWidget(&m_printer))
{
    m_ui->setupUi(this);
    setWindowTitle(tr("打印：%1").arg(m_shown.title));
    setAttribute(Qt::WA_DeleteOnClose);
    const bool isLandscape = m_shown.laid.size.width() > m_shown.laid.size.height();
    const auto orientation = isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait;
    m_printer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), orientation, QMarginsF()));
    m_printer.setFullPage(true);
    m_printer.setDocName(m_shown.title);
    m_ui->sheets->addWidget(m_view);
    m_view->setAccessibleName(tr("打印预览"));
    connectBar();
    connect(m_view, &QPrintPreviewWidget::paintRequested, this, &PrintPreview::paint);
    connect(m_view, &QPrintPreviewWidget::previewChanged, this, &PrintPreview::showPlace);
    m_view->setZoomMode(QPrintPreviewWidget::FitToWidth);
    buildDeeds();
    m_view->updatePreview();
    resize(isLandscape ? QSize(1000, 700) : QSize(820, 700));
    showPlace();
}

PrintPreview::~PrintPreview() = default;

void PrintPreview::connectBar()
{
    connect(m_ui->back, &QPushButton::clicked, this, [this] { turn(-1); });
    connect(m_ui->on, &QPushButton::clicked, this, [this] { turn(1); });
    connect(m_ui->wholePage, &QPushButton::clicked, m_view,
            [this] { m_view->setZoomMode(QPrintPreviewWidget::FitInView); });
    connect(m_ui->pageWidth, &QPushButton::clicked, m_view,
            [this] { m_view->setZoomMode(QPrintPreviewWidget::FitToWidth); });
    connect(m_ui->number, &QPushButton::clicked, this, &PrintPreview::askNumber);
    connect(m_ui->savePdf, &QPushButton::clicked, this, &PrintPreview::askPdf);
    connect(m_ui->print, &QPushButton::clicked, this, &PrintPreview::askPrinter);
    connect(m_ui->close, &QPushButton::clicked, this, &QDialog::reject);
}

/// What depends on the paper shown: its remark and the buttons for what can be done with it.
void PrintPreview::buildDeeds()
{
    while (const QLayoutItem* item = m_ui->deeds->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Printable::Deed& deed : std::as_const(m_shown.deeds)) {
        auto* button = new QPushButton(deed.title);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, run = deed.run] { run(this); });
        m_ui->deeds->addWidget(button);
    }
    m_ui->number->setVisible(bool(m_shown.number));
    m_ui->remark->setText(m_shown.remark);
    m_ui->remark->setVisible(!m_shown.remark.isEmpty());
}

void PrintPreview::replace(Printable shown)
{
    m_shown = std::move(shown);
    buildDeeds();
    m_view->updatePreview();
    showPlace();
}

void PrintPreview::askNumber()
{
    if (m_shown.doubt.isEmpty())
        number();
    else
        Prompts::current().confirm(this, m_shown.doubt + tr("仍按原文编号吗？"), tr("仍然编号"), [this] { number(); });
}

void PrintPreview::number()
{
    m_ui->number->setEnabled(false); // one number for one paper
    m_shown.number(this, [this](Result<Printable> numbered) {
        m_ui->number->setEnabled(true);
        if (numbered)
            replace(std::move(*numbered));
        else
            Prompts::current().show(this, numbered.error());
    });
}

/// Pages are laid out for A4; on other paper they shrink or grow to fit.
void PrintPreview::paint(QPrinter* printer) const
{
    QPainter painter;
    if (!painter.begin(printer))
        return;
    const QSizeF sheet = printer->pageLayout().fullRectPixels(printer->resolution()).size();
    const double scale = qMin(sheet.width() / m_shown.laid.size.width(), sheet.height() / m_shown.laid.size.height());
    painter.scale(scale, scale);
    const bool isPart = printer->printRange() == QPrinter::PageRange;
    const int first = isPart ? qMax(1, printer->fromPage()) : 1;
    const int last = isPart ? qMin(pageCount(), printer->toPage()) : pageCount();
    for (int number = first; number <= last; ++number) {
        if (number > first)
            printer->newPage();
        documents::paintPage(painter, m_shown.laid.pages[number - 1]);
    }
}

void PrintPreview::turn(int pages)
{
    m_view->setCurrentPage(m_view->currentPage() + pages);
    showPlace();
}

void PrintPreview::showPlace()
{
    const int page = qBound(1, m_view->currentPage(), pageCount());
    m_ui->place->setText(tr("第 %1 页 共 %2 页").arg(page).arg(pageCount()));
    m_ui->back->setEnabled(page > 1);
    m_ui->on->setEnabled(page < pageCount());
}

void PrintPreview::askPrinter()
{
    auto* dialog = new QPrintDialog(&m_printer, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setMinMax(1, pageCount());
    connect(dialog, &QDialog::accepted, this, [this] {
        paint(&m_printer);
        accept();
    });
    dialog->open();
}

void PrintPreview::askPdf()
{
    Prompts::current().saveFile(this, tr("另存为 PDF"), m_shown.title.simplified() + QStringLiteral(".pdf"),
                                tr("PDF 文件 (*.pdf)"), [this](const QString& path) { savePdf(path); });
}

void PrintPreview::savePdf(const QString& path)
{
    m_ui->savePdf->setEnabled(false);
    const QString file =
        path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive) ? path : QString(path + QStringLiteral(".pdf"));
    QtConcurrent::run([file, make = m_shown.pdf]() -> Result<void> {
        const auto pdf = make();
        return pdf ? services::saveDocument(file, *pdf) : fail(pdf.error());
    }).then(this, [this, file](const Result<void>& saved) {
        m_ui->savePdf->setEnabled(true);
        if (saved)
            Prompts::current().inform(this, tr("已存为“%1”，共 %2 页。").arg(file).arg(pageCount()));
        else
            Prompts::current().show(this, saved.error());
    });
}

} // namespace chengheng::gui
