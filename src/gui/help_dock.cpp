// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help_dock.h"

#include <QFile>
#include <QTextBrowser>

namespace chengheng::gui {

HelpDock::HelpDock(QWidget* parent) : QDockWidget(tr("帮助"), parent), m_text(new QTextBrowser)
{
    m_text->setSearchPaths({QStringLiteral(":/help")});
    setWidget(m_text);
}

void HelpDock::showPage(const QString& title)
{
    const QString own = QStringLiteral(":/help/%1.md").arg(title);
    m_text->setSource(QUrl(QStringLiteral("qrc") + (QFile::exists(own) ? own : QStringLiteral(":/help/开始使用.md"))),
                      QTextDocument::MarkdownResource);
    setVisible(true);
}

} // namespace chengheng::gui
