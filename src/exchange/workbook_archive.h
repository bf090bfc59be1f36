// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exchange/table.h"

#include <QXmlStreamReader>

#include <functional>
#include <memory>
#include <optional>

class QIODevice;
class QuaZip;

namespace chengheng::exchange {

/// Walks one XML part of a workbook; refuses document types (entity bombs) and absurd nesting.
class XmlWalk
{
public:
    XmlWalk(QIODevice* device, const ReadLimits& limits);

    /// Moves to the next token. False at the end, after stop() and after any fault.
    bool next();
    /// The same, but false too at the end of the element whose depth() was taken at its start.
    bool nextWithin(int depth) { return next() && m_depth >= depth; }
    /// Nothing more is wanted.
    void stop() { m_stopped = true; }
    void fail(const Error& fault);

    bool starts(QStringView localName) const;
    bool startsAny() const { return m_xml.isStartElement(); }
    bool ends(QStringView localName) const;
    int depth() const { return m_depth; }
    QString attribute(QLatin1String name) const;
    QString attribute(const QString& space, const QString& name) const;

    /// Passes over the element just started.
    void skipElement();
    /// All text inside the element just started.
    QString readText();
    /// The text just met, empty for any other token.
    QStringView characters() const;

    bool stopped() const { return m_stopped; }
    const std::optional<Error>& fault() const { return m_fault; }
    QString damage() const;

private:
    QXmlStreamReader m_xml;
    const ReadLimits m_limits;
    int m_depth = 0;
    bool m_stopped = false;
    std::optional<Error> m_fault;
};

/// A zipped workbook (xlsx, ods) opened for reading, with one byte budget for all its parts.
class WorkbookArchive
{
public:
    WorkbookArchive(const QString& path, const ReadLimits& limits);
    ~WorkbookArchive();

    Result<void> open();
    bool has(const QString& part) const;
    /// Calls `visit` over the part; checks sizes, checksums and well-formedness on the way.
    Result<void> walk(const QString& part, const std::function<void(XmlWalk&)>& visit);

private:
    std::unique_ptr<QuaZip> m_zip;
    const ReadLimits m_limits;
    qint64 m_budget;
};

} // namespace chengheng::exchange
