// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook_archive.h"

#include "exchange/read_faults.h"

#include <quazip.h>
#include <quazipfile.h>
#include <quazipfileinfo.h>

namespace chengheng::exchange {

namespace {

constexpr int maxDepth = 100;
constexpr int maxParts = 20'000;

/// A part's unpacked bytes, drawn from the archive's budget.
class PartDevice : public QIODevice
{
public:
    PartDevice(QuaZip& zip, qint64& budget) : m_part(&zip), m_budget(budget) {}

    bool openPart() { return m_part.open(ReadOnly) && open(ReadOnly); }
    bool isSequential() const override { return true; }
    bool overBudget() const { return m_budget < 0; }
    bool broken() const { return m_broken; }

    /// Reads to the end, so that the checksum is compared.
    void finish()
    {
        QByteArray rest(1 << 16, Qt::Uninitialized);
        while (!m_broken && !overBudget() && readData(rest.data(), rest.size()) > 0) {
        }
        m_part.close();
        m_broken = m_broken || m_part.getZipError() != UNZ_OK;
    }

protected:
    qint64 readData(char* data, qint64 size) override
    {
        const qint64 count = m_part.read(data, size);
        if (count < 0 || m_part.getZipError() != UNZ_OK) {
            m_broken = true;
            return -1;
        }
        m_budget -= count;
        return overBudget() ? -1 : count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QuaZipFile m_part;
    qint64& m_budget;
    bool m_broken = false;
};

} // namespace

XmlWalk::XmlWalk(QIODevice* device, const ReadLimits& limits) : m_xml(device), m_limits(limits)
{
    m_xml.setEntityExpansionLimit(64);
}

bool XmlWalk::next()
{
    if (m_stopped || m_fault || m_xml.atEnd())
        return false;
    switch (m_xml.readNext()) {
    case QXmlStreamReader::StartElement:
        if (++m_depth > maxDepth)
            fail(faults::damagedWorkbook(QStringLiteral("nesting")));
        break;
    case QXmlStreamReader::EndElement:
        --m_depth;
        break;
    case QXmlStreamReader::DTD:
        fail(faults::damagedWorkbook(QStringLiteral("document type")));
        break;
    default:
        break;
    }
    return !m_fault && !m_xml.atEnd();
}

void XmlWalk::fail(const Error& fault)
{
    if (!m_fault)
        m_fault = fault;
}

bool XmlWalk::starts(QStringView localName) const
{
    return m_xml.isStartElement() && m_xml.name() == localName;
}

bool XmlWalk::ends(QStringView localName) const
{
    return m_xml.isEndElement() && m_xml.name() == localName;
}

QString XmlWalk::attribute(QLatin1String name) const
{
    return m_xml.attributes().value(name).toString();
}

QString XmlWalk::attribute(const QString& space, const QString& name) const
{
    return m_xml.attributes().value(space, name).toString();
}

void XmlWalk::skipElement()
{
    const int own = m_depth;
    while (nextWithin(own)) {
    }
}

QString XmlWalk::readText()
{
    const int own = m_depth;
    QString text;
    while (nextWithin(own)) {
        text += characters();
        if (text.size() > m_limits.textLength)
            fail(faults::textTooLong(m_limits));
    }
    return text;
}

QStringView XmlWalk::characters() const
{
    return m_xml.isCharacters() ? m_xml.text() : QStringView();
}

QString XmlWalk::damage() const
{
    return m_xml.hasError() ? m_xml.errorString() : QString();
}

WorkbookArchive::WorkbookArchive(const QString& path, const ReadLimits& limits)
    : m_zip(std::make_unique<QuaZip>(path)), m_limits(limits), m_budget(limits.unpackedBytes)
{}

WorkbookArchive::~WorkbookArchive() = default;

Result<void> WorkbookArchive::open()
{
    if (!m_zip->open(QuaZip::mdUnzip))
        return fail(faults::damagedWorkbook(QStringLiteral("zip")));
    if (m_zip->getEntriesCount() > maxParts)
        return fail(faults::tooMuchUnpacked(m_limits));
    return {};
}

bool WorkbookArchive::has(const QString& part) const
{
    return m_zip->setCurrentFile(part, QuaZip::csInsensitive);
}

Result<void> WorkbookArchive::walk(const QString& part, const std::function<void(XmlWalk&)>& visit)
{
    QuaZipFileInfo64 info;
    if (!has(part) || !m_zip->getCurrentFileInfo(&info))
        return fail(faults::damagedWorkbook(part));
    if (info.flags & 1)
        return fail(faults::encryptedWorkbook());
    PartDevice device(*m_zip, m_budget);
    if (!device.openPart())
        return fail(faults::damagedWorkbook(part));
    XmlWalk walk(&device, m_limits);
    visit(walk);
    if (!walk.stopped() && !walk.fault())
        device.finish();
    if (device.overBudget())
        return fail(faults::tooMuchUnpacked(m_limits));
    if (walk.fault())
        return fail(*walk.fault());
    if (device.broken())
        return fail(faults::damagedWorkbook(part));
    if (const QString damage = walk.damage(); !damage.isEmpty())
        return fail(faults::damagedWorkbook(QString(part + QLatin1String(": ") + damage)));
    return {};
}

} // namespace chengheng::exchange
