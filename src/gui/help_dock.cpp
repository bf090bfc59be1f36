// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help_dock.h"

#include <QFile>
#include <QRegularExpression>
#include <QTextBrowser>

namespace chengheng::gui {

namespace {

/// The manual without its pictures: who reads it here has the window itself before them.
class HelpText : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

    QVariant loadResource(int type, const QUrl& name) override
    {
        const QVariant loaded = QTextBrowser::loadResource(type, name);
        if (type != QTextDocument::MarkdownResource)
            return loaded;
        static const QRegularExpression picture(QStringLiteral("!\\[[^\\]]*\\]\\([^)]*\\)"));
        return QString::fromUtf8(loaded.toByteArray()).remove(picture).toUtf8();
    }
};

} // namespace

HelpDock::HelpDock(QWidget* parent) : QDockWidget(tr("帮助"), parent), m_text(new HelpText)
{
    constexpr QSize narrowest(320, 240);
    m_text->setMinimumSize(narrowest);
    m_text->setSearchPaths({QStringLiteral(":/help")});
    setWidget(m_text);
}

void HelpDock::toggle(const QString& title)
{
    const bool isThere = isVisible() && title == m_title;
    m_title = title;
    if (isThere)
        hide();
    else
        showPage(title);
}

void HelpDock::showPage(const QString& title)
{
    const QString own = QStringLiteral(":/help/%1.md").arg(title);
    m_text->setSource(QUrl(QStringLiteral("qrc") + (QFile::exists(own) ? own : QStringLiteral(":/help/开始使用.md"))),
                      QTextDocument::MarkdownResource);
    setVisible(true);
}

} // namespace chengheng::gui
