// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chapter_page.h"
#include "gui/main_window.h"
#include "gui/print_preview.h"
#include "gui/prompts.h"
#include "services/demo.h"
#include "services/workspace.h"
#include "support/support.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

namespace chengheng::test {

/// Answers every question and file dialog at once, and keeps what was said.
class AnsweringPrompts : public gui::Prompts
{
public:
    AnsweringPrompts() { setCurrent(this); }
    ~AnsweringPrompts() override { setCurrent(nullptr); }

    void openFile(QWidget*, const QString&, const QString&, std::function<void(QString)> then) override
    {
        then(nextPath);
    }
    void openFiles(QWidget*, const QString&, const QString&, std::function<void(QStringList)> then) override
    {
        then(nextPaths.isEmpty() ? QStringList{nextPath} : nextPaths);
    }
    void saveFile(QWidget*, const QString&, const QString&, const QString&, std::function<void(QString)> then) override
    {
        then(nextPath);
    }
    void folder(QWidget*, const QString&, std::function<void(QString)> then) override { then(nextPath); }
    void confirm(QWidget*, const QString& question, const QString&, std::function<void()> then) override
    {
        said << question;
        if (agrees)
            then();
    }
    void askToSave(QWidget*, const QString& sentence, std::function<void()> save, std::function<void()> drop) override
    {
        said << sentence;
        savesChanges ? save() : drop();
    }
    void choose(QWidget* parent, const QString& title, const QString& label, const QStringList& names,
                std::function<void(QString)> then) override
    {
        chosenName.isEmpty() ? Prompts::choose(parent, title, label, names, then) : then(chosenName);
    }
    void pick(QWidget*, const QString& question, const QStringList& names, const QString&,
              std::function<void(QVector<int>)> then) override
    {
        said << question + QLatin1Char('\n') + names.join(QLatin1Char('\n'));
        QVector<int> all(names.size());
        std::iota(all.begin(), all.end(), 0);
        then(all);
    }
    void preview(QWidget*, const gui::Printable& paper) override
    {
        if (paper.paper)
            printed << *paper.paper;
        previewed << paper;
    }
    void show(QWidget*, const Error& error) override { errors << error.message; }
    void inform(QWidget*, const QString& sentence) override { said << sentence; }

    QString nextPath;
    QStringList nextPaths; ///< where several may be chosen
    QString chosenName;    ///< of several that are offered; empty: the program asks
    bool agrees = true;    ///< where what cannot be undone is asked
    bool savesChanges = false;
    QVector<documents::Paper> printed; ///< of the previewed ones those that the program set itself
    QVector<gui::Printable> previewed;
    QStringList said;
    QStringList errors;
};

/// The real window on a campaign in a temporary folder, driven as a person would.
struct WindowDriver {
    QTemporaryDir folder;
    AnsweringPrompts prompts;
    gui::Dispatcher dispatcher;
    std::shared_ptr<FixedClock> clock = std::make_shared<FixedClock>(day("2024-09-30"));
    gui::MainWindow window{dispatcher, clock};

    WindowDriver()
    {
        window.resize(1366, 768);
        window.show();
        const QString path = folder.filePath(QStringLiteral("journey.chc"));
        window.openCampaign(
            [path, clock = clock]() -> Result<std::unique_ptr<services::Workspace>> {
                const auto texts = services::RuleTexts::builtIn(QStringLiteral("gucun-2024"));
                if (!texts)
                    return fail(texts.error());
                services::Actor actor;
                actor.name = QStringLiteral("王霄凌");
                return services::Workspace::create(services::Place::ofFile(path), actor, clock, *texts);
            },
            path);
        waitFor([this] { return window.currentPage() != nullptr; });
    }

    /// Opens the demonstration instead: records in every register, of a year that ends in November.
    void openDemo()
    {
        const QString path = need(services::makeDemo(folder.filePath(QStringLiteral("demo")))).file;
        clock->set(QDateTime(day("2024-11-20"), QTime(9, 0)));
        services::Actor actor;
        actor.name = QStringLiteral("王霄凌");
        bool isOpen = false;
        const auto told =
            QObject::connect(&window, &gui::MainWindow::campaignOpened, &window, [&isOpen] { isOpen = true; });
        window.openCampaign(
            [path, actor, clock = clock] {
                return services::Workspace::open(services::Place::ofFile(path), actor, clock);
            },
            path);
        waitFor([&isOpen] { return isOpen; });
        QObject::disconnect(told);
    }

    /// Waits until something holds; fails the test where it never does.
    static void waitFor(const std::function<bool()>& holds) { REQUIRE(QTest::qWaitFor(holds, 60'000)); }

    /// The page or the part of one that has this key.
    template <class P>
    P& page(const char* key)
    {
        window.showPage(QLatin1String(key));
        gui::Page* front = window.currentPage();
        if (const auto* chapter = qobject_cast<gui::ChapterPage*>(front))
            front = chapter->current();
        auto* shown = qobject_cast<P*>(front);
        REQUIRE(shown);
        return *shown;
    }

    /// The one open dialog of a type.
    template <class D>
    D* dialog()
    {
        D* found = nullptr;
        waitFor([&] {
            for (QWidget* widget : QApplication::topLevelWidgets())
                if (auto* each = qobject_cast<D*>(widget); each && each->isVisible())
                    found = each;
            return found != nullptr;
        });
        return found;
    }

    /// What the services say now, read as the pages do.
    template <class T>
    T ask(std::function<Result<T>(const services::Workspace&)> question)
    {
        std::optional<T> answer;
        dispatcher.read<T>(&window, std::move(question), [&](Result<T> result) { answer = need(std::move(result)); });
        waitFor([&] { return answer.has_value(); });
        return *answer;
    }
};

/// The widget of a type below another that screen readers know by this name.
template <class W>
W* named(const QWidget& below, const QString& name)
{
    for (W* each : below.findChildren<W*>())
        if (each->accessibleName() == name)
            return each;
    FAIL("no widget is named " << name);
    return nullptr;
}

/// Opens the tab of this title below a widget and gives what it holds of a type.
template <class W>
W* tab(const QWidget& below, const QString& title)
{
    for (auto* tabs : below.findChildren<QTabWidget*>())
        for (int place = 0; place < tabs->count(); ++place)
            if (tabs->tabText(place) == title) {
                tabs->setCurrentIndex(place);
                return tabs->widget(place)->findChild<W*>();
            }
    FAIL("no tab is called " << title);
    return nullptr;
}

/// Presses the button with this text below a widget.
inline void press(QWidget& below, const QString& text)
{
    for (auto* button : below.findChildren<QAbstractButton*>())
        if (button->text() == text && button->isEnabled()) {
            button->click();
            return;
        }
    FAIL("no button to press: " << text.toStdString());
}

} // namespace chengheng::test
