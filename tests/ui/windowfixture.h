// A window on the sample, and what a person does with it.
#pragma once

#include "ui/samplewindow.h"

#include "ui/charts/figureview.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>

namespace evenredig {

class WindowFixture {
public:
    /// Forgets all settings, opens the window in Dutch and waits for its first figure. False when that fails.
    bool open()
    {
        QSettings().clear();
        setInterfaceLanguage(Language::Dutch);
        if (!reopen(sample.path()))
            return false;
        window->resize(1280, 800); // the screen of tests is smaller
        return QTest::qWaitForWindowActive(window)
               && QTest::qWaitFor([this] { return session().answer() != nullptr; }, 20000) && settle(session());
    }
    bool reopen(const QString &path)
    {
        close();
        m_owner = makeMainWindow(path);
        window = qobject_cast<MainWindow *>(m_owner.get());
        window->show();
        return true;
    }
    void close()
    {
        m_owner.reset();
        window = nullptr;
    }

    [[nodiscard]] Session &session() const { return window->session(); }
    template<class T>
    [[nodiscard]] T *find(const char *name = nullptr) const
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }
    void ask(const char *indicator, Ask ask) const
    {
        Question question = *session().question();
        question.ask = ask;
        question.indicator = indicator;
        session().ask(question);
        QVERIFY(settle(session()));
        QVERIFY2(session().failure().isEmpty(), qPrintable(session().failure()));
    }
    /// A key on the figure.
    void key(Qt::Key key) const
    {
        find<FigureView>()->setFocus();
        QTest::keyClick(find<FigureView>(), key);
        QVERIFY(settle(session()));
    }
    /// Everything that the window says, seen or spoken.
    [[nodiscard]] QStringList texts() const
    {
        QStringList texts{window->windowTitle()};
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                texts << label->text();
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                texts << button->text();
            if (const auto *line = qobject_cast<const QLineEdit *>(widget))
                texts << line->placeholderText();
            if (const auto *bar = qobject_cast<const QTabBar *>(widget))
                for (int tab = 0; tab < bar->count(); ++tab)
                    texts << bar->tabText(tab);
        }
        for (const QAction *action : window->findChildren<QAction *>())
            texts << action->text() << action->toolTip();
        return texts;
    }

    SampleFolder sample;
    MainWindow *window = nullptr;

private:
    std::unique_ptr<QMainWindow> m_owner;
};

} // namespace evenredig
