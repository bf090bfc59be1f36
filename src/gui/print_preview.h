// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/page_layout.h"

#include <QDialog>
#include <QPrinter>

class QLabel;
class QPrintPreviewWidget;
class QPushButton;

namespace chengheng::gui {

/// A paper as it will be printed, with 打印 and 另存为 PDF.
class PrintPreview : public QDialog
{
    Q_OBJECT

public:
    explicit PrintPreview(documents::Paper paper, QWidget* parent);

    int pageCount() const { return int(m_laid.pages.size()); }

private:
    QLayout* buildBar();
    void paint(QPrinter* printer) const;
    void turn(int pages);
    void showPlace();
    void askPrinter();
    void askPdf();
    void savePdf(const QString& path);

    documents::Paper m_paper;
    documents::LaidPaper m_laid;
    QPrinter m_printer;
    QPrintPreviewWidget* m_view;
    QLabel* m_place;
    QPushButton* m_back;
    QPushButton* m_on;
    QPushButton* m_pdf;
};

} // namespace chengheng::gui
