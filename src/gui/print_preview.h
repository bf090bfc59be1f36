// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "documents/page_layout.h"

#include <QDialog>
#include <QPrinter>

#include <functional>
#include <memory>

class QPrintPreviewWidget;

namespace chengheng::gui {

namespace Ui {
class PrintPreview;
}

/// What a preview shows, and what can be done with it beside printing.
struct Printable {
    struct Deed {
        QString title; ///< of its button
        std::function<void(QWidget* preview)> run;
    };
    QString title;
    documents::LaidPaper laid;
    std::function<Result<QByteArray>()> pdf; ///< called on another thread
    QVector<Deed> deeds = {};
    QString remark = {}; ///< to be said above the pages
};
/// One of the program's own papers.
Printable printableOf(const documents::Paper& paper);

/// A paper as it will be printed, with 打印 and 另存为 PDF.
class PrintPreview : public QDialog
{
    Q_OBJECT

public:
    explicit PrintPreview(Printable shown, QWidget* parent);
    ~PrintPreview() override;

    int pageCount() const { return int(m_shown.laid.pages.size()); }

private:
    void offerDeeds();
    void connectBar();
    void paint(QPrinter* printer) const;
    void turn(int pages);
    void showPlace();
    void askPrinter();
    void askPdf();
    void savePdf(const QString& path);

    std::unique_ptr<Ui::PrintPreview> m_ui;
    Printable m_shown;
    QPrinter m_printer;
    QPrintPreviewWidget* m_view;
};

} // namespace chengheng::gui
