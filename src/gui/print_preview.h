// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "documents/page_layout.h"

#include <QDialog>
#include <QPrinter>

#include <functional>
#include <memory>
#include <optional>

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
    QString remark = {};                        ///< to be said above the pages
    std::optional<documents::Paper> paper = {}; ///< what it says, where the program set it itself
    /// Gives it its number and hands over what is shown, printed and saved from then on. Null: it gets none.
    std::function<void(QWidget* preview, std::function<void(Result<Printable>)> then)> number = {};
    QString doubt = {}; ///< what speaks against giving it its number: asked about first
};
/// One of the program's own papers, without a number.
Printable printableOf(const documents::Paper& paper);
/// Said above a paper that has its number.
QString numberedRemark(const QString& number);

/// A paper as it will be printed, with 编号登记, 打印 and 另存为 PDF.
class PrintPreview : public QDialog
{
    Q_OBJECT

public:
    explicit PrintPreview(Printable shown, QWidget* parent);
    ~PrintPreview() override;

    int pageCount() const { return int(m_shown.laid.pages.size()); }

private:
    void connectBar();
    void buildDeeds();
    void replace(Printable shown);
    void askNumber();
    void number();
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
