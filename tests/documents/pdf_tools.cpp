// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf_tools.h"

#include <QTemporaryDir>

namespace chengheng::test {

QString textOf(const QVector<documents::Paper>& papers, bool isLaidOut)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("paper.pdf"));
    need(documents::writePdf(path, papers, day("2024-03-05")));
    QStringList arguments{path, QStringLiteral("-")};
    if (isLaidOut)
        arguments.prepend(QStringLiteral("-layout"));
    return outputOf(QStringLiteral("pdftotext"), arguments);
}

documents::Paper samplePaper()
{
    documents::Paper paper;
    paper.title = QStringLiteral("在用计量器具台账");
    paper.subtitle = QStringLiteral("编号 YQ000031");
    paper.campaign = QStringLiteral("顾村镇诚信计量示范镇创建");
    paper.mark = QStringLiteral("参考稿（非官方评分表）");
    paper.asOf = day("2024-03-05");
    return paper;
}

} // namespace chengheng::test
