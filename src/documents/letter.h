// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "documents/page_layout.h"

#include <QImage>
#include <QMarginsF>
#include <QStringList>

#include <optional>
#include <variant>

namespace chengheng::documents {

/// A paper's number and its QR code, at the top right of the first page.
struct PaperMark {
    QImage code;
    QString number;
};

// A word processor's document as this program prints it. Lengths are points.

/// Kinds of Chinese faces; each is set in the first installed face of its kind.
enum class FaceKind { FangSong, XiaoBiaoSong, KaiTi, HeiTi, SongTi };

struct LetterRun {
    enum class Field { None, Page, Pages };

    QString text; ///< line ends as \n
    QString face; ///< as the document names it: 仿宋_GB2312
    FaceKind kind = FaceKind::FangSong;
    double points = 16;
    double spacing = 0; ///< added after each letter
    bool isBold = false;
    bool isUnderlined = false;
    Field field = Field::None; ///< the page's number instead of the text
};

struct LetterPicture {
    QImage image;
    QSizeF size;
};

enum class LinePitch { Multiple, AtLeast, Exact };

struct LetterParagraph {
    QString style; ///< its id
    QVector<LetterRun> runs;
    QVector<LetterPicture> pictures; ///< below the text
    Alignment alignment = Alignment::Left;
    bool isJustified = false;
    double left = 0;
    double right = 0;
    double firstLine = 0; ///< further in than the others; negative: hanging
    double before = 0;
    double after = 0;
    LinePitch pitchKind = LinePitch::Multiple;
    double pitch = 1; ///< points, or a multiple of the face's own
    bool breaksPage = false;
    bool isKeptWithNext = false;
    double markPoints = 16; ///< size of an empty paragraph
};

/// Which of its lines a table or cell has.
struct LetterRules {
    bool top = false;
    bool bottom = false;
    bool left = false;
    bool right = false;
    bool across = false; ///< between rows
    bool down = false;   ///< between columns
};

struct LetterCell {
    QVector<LetterParagraph> paragraphs;
    LetterRules rules;
    int span = 1;                ///< columns
    bool continuesAbove = false; ///< belongs to the cell above it (vertically merged)
    bool isCentred = false;      ///< up and down
    bool isShaded = false;
};

struct LetterRow {
    QVector<LetterCell> cells;
    bool isHeading = false; ///< repeated at the head of each page
    double least = 0;       ///< height
};

struct LetterTable {
    QVector<double> columns; ///< widths
    QVector<LetterRow> rows;
    bool isCentred = false;
};

struct LetterPageBreak {};

using LetterBlock = std::variant<LetterParagraph, LetterTable, LetterPageBreak>;

struct Letter {
    QString title;
    QSizeF page{595.3, 841.9};
    QMarginsF margins;
    double headerDistance = 0; ///< from the page's upper edge
    double footerDistance = 0; ///< from its lower edge
    /// Headers and footers: of odd pages (all pages, where `hasEvenPages` is not set), even ones, the first.
    struct Edge {
        QVector<LetterParagraph> header;
        QVector<LetterParagraph> footer;
    };
    Edge odd;
    Edge even;
    std::optional<Edge> first;
    bool hasEvenPages = false;
    QVector<LetterBlock> blocks;
    std::optional<PaperMark> mark; ///< set by the caller, or as withMark() put it into the document
};

/// A filled document: paragraphs with styles, runs, tables with merged cells, page breaks, inline pictures,
/// headers and footers. Errors: see DocxTemplate::read; they name it `fileName`, or 文档 where it has none.
Result<Letter> readLetter(const QByteArray& docx, const QString& fileName = {});

/// Sets it on pages with the document's own margins, line pitch and letter pitch. Table rows go on overleaf with
/// their heading rows repeated. Needs a QGuiApplication for its fonts.
LaidPaper layOut(const Letter& letter);

/// A word for each kind of face that is not installed: 仿宋 → 思源宋体. Needs a QGuiApplication.
QStringList substitutedFonts(const Letter& letter);

/// All its text in the order it is printed, a line for each paragraph, without headers and footers.
QString plainText(const Letter& letter);

/// The document with the mark in the header of its first page. Other headers and footers stay.
/// The bytes themselves where they are no document.
QByteArray withMark(const QByteArray& docx, const PaperMark& mark);

} // namespace chengheng::documents
