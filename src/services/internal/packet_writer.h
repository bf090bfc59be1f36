// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/packet_papers.h"
#include "documents/pdf_file.h"
#include "documents/pdf_merge.h"
#include "services/packets.h"

#include <QDir>

namespace chengheng::services {

/// Writes the files of one packet into a folder that nobody else sees yet.
class PacketWriter
{
public:
    PacketWriter(const Workspace& workspace, documents::PacketInput input, PaperIdentity cover, QDateTime stamp,
                 QString folder, Progress progress)
        : m_workspace(workspace), m_input(std::move(input)), m_cover(std::move(cover)), m_stamp(std::move(stamp)),
          m_folder(std::move(folder)), m_progress(std::move(progress)), m_gaps(documents::packetGaps(m_input))
    {}

    /// All of them; Cancelled, Unavailable "cannot_write_file" and what making a paper may say.
    Result<PacketReport> write();

private:
    Result<void> readPhotographs();
    QVector<documents::ContentsLine> unpagedFiles() const;
    Result<void> writePapers();
    Result<documents::PdfBytes> pdfOf(const documents::PacketFile& file) const;
    Result<QByteArray> withScans(const documents::PacketFile& file, const QByteArray& index) const;
    Result<void> writePaper(documents::PacketFile& file, QVector<documents::MergePart>& parts);
    Result<void> writeTables();
    Result<void> writeTable(const documents::RequiredPaper& paper) const;
    Result<void> writePhotographs();
    Result<QByteArray> writeManifest() const;
    Result<void> report(const QString& now);
    QString path(const QString& file) const { return QDir(m_folder).filePath(file); }

    struct WrittenFile {
        QString file;
        int pages = 0;   ///< 0 for a table
        QString id = {}; ///< of the catalogue's paper, where it is one
        int firstPage = 0;
        QString fingerprint = {};
    };

    const Workspace& m_workspace;
    documents::PacketInput m_input;
    PaperIdentity m_cover; ///< number and code on the first page; empty: it has none
    QDateTime m_stamp;     ///< the files' time
    QString m_folder;
    Progress m_progress;
    QVector<documents::PaperGap> m_gaps;
    QVector<model::Attachment> m_photographs;
    QVector<WrittenFile> m_written;
    QVector<PacketPaper> m_papers;
    qint64 m_steps = 0;
};

} // namespace chengheng::services
