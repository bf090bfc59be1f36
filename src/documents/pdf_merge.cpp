// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/pdf_merge.h"

#include "documents/pdf_io.h"

#include <memory>

namespace chengheng::documents {

namespace {

/// A bookmark before it is written.
struct Bookmark {
    QString title;
    QPDFObjectHandle page;
    std::vector<Bookmark> children = {};
};

QPDFObjectHandle textOf(const QString& text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

/// Writes bookmarks below `parent`; returns how many lines stand open.
int writeBelow(QPDF& pdf, QPDFObjectHandle parent, const std::vector<Bookmark>& bookmarks, int depth)
{
    QPDFObjectHandle before;
    int lines = 0;
    for (const Bookmark& bookmark : bookmarks) {
        QPDFObjectHandle item = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", textOf(bookmark.title));
        item.replaceKey("/Parent", parent);
        QPDFObjectHandle place = QPDFObjectHandle::newArray();
        place.appendItem(bookmark.page);
        place.appendItem(QPDFObjectHandle::newName("/Fit"));
        item.replaceKey("/Dest", place);
        if (before.isInitialized()) {
            item.replaceKey("/Prev", before);
            before.replaceKey("/Next", item);
        } else {
            parent.replaceKey("/First", item);
        }
        before = item;
        ++lines;
        if (!bookmark.children.empty()) {
            const bool isOpen = depth == 0; // chapters show their papers, papers keep their pages folded
            const int below = writeBelow(pdf, item, bookmark.children, depth + 1);
            item.replaceKey("/Count", QPDFObjectHandle::newInteger(isOpen ? below : -below));
            lines += isOpen ? below : 0;
        }
    }
    if (before.isInitialized())
        parent.replaceKey("/Last", before);
    return lines;
}

void writeOutline(QPDF& pdf, const std::vector<Bookmark>& bookmarks)
{
    QPDFObjectHandle outline = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    outline.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    outline.replaceKey("/Count", QPDFObjectHandle::newInteger(writeBelow(pdf, outline, bookmarks, 0)));
    pdf.getRoot().replaceKey("/Outlines", outline);
    pdf.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

std::vector<Bookmark> bookmarksOf(const QVector<MergePart>& parts, const std::vector<QPDFObjectHandle>& pages,
                                  const std::vector<size_t>& firstPages)
{
    std::vector<Bookmark> chapters;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const size_t first = firstPages[size_t(i)];
        Bookmark part{parts[i].title, pages.at(first)};
        for (const MergeMark& mark : parts[i].marks)
            part.children.push_back({mark.title, pages.at(first + size_t(mark.page))});
        if (chapters.empty() || chapters.back().title != parts[i].chapter)
            chapters.push_back({parts[i].chapter, part.page});
        chapters.back().children.push_back(std::move(part));
    }
    return chapters;
}

void describe(QPDF& pdf, const QString& title, QDate created)
{
    QPDFObjectHandle info = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    info.replaceKey("/Title", textOf(title));
    info.replaceKey("/Creator", textOf(QStringLiteral("ChengHeng")));
    const QString date = QStringLiteral("D:%1000000+08'00'").arg(created.toString(QStringLiteral("yyyyMMdd")));
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(date.toStdString()));
    pdf.getTrailer().replaceKey("/Info", info);
}

} // namespace

Result<QByteArray> mergePdfs(const QVector<MergePart>& parts, const QString& title, QDate created)
{
    std::vector<std::unique_ptr<QPDF>> sources; // pages are copied from them when the whole is written
    std::vector<size_t> firstPages;
    size_t before = 0;
    try {
        QPDF whole;
        whole.emptyPDF();
        for (const MergePart& part : parts) {
            sources.push_back(std::make_unique<QPDF>());
            const auto opened =
                part.file.isEmpty() ? openPdf(*sources.back(), part.pdf) : openPdfFile(*sources.back(), part.file);
            if (!opened)
                return fail(opened.error());
            firstPages.push_back(before);
            for (const QPDFObjectHandle& page : sources.back()->getAllPages())
                whole.addPage(page, false);
            before = whole.getAllPages().size();
        }
        writeOutline(whole, bookmarksOf(parts, whole.getAllPages(), firstPages));
        describe(whole, title, created);
        return bytesOfPdf(whole);
    } catch (const std::exception& fault) {
        return pdfFault(fault);
    }
}

} // namespace chengheng::documents
