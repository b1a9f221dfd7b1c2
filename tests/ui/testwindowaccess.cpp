// The window for who uses keys or a screen reader, and in two languages.
#include "ui/windowfixture.h"

#include "testroom.h"
#include "ui/explore/cardpane.h"
#include "ui/explore/helpwindow.h"
#include "ui/explore/indicatortree.h"
#include "ui/explore/searchfield.h"
#include "ui/explore/windowactions.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QListView>
#include <QMenuBar>
#include <QXmlStreamReader>

using namespace evenredig;

class TestWindowAccess final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void letterKeysCanBeSwitchedOff();
    void paneKeysMoveTheFocus();
    void helpOpensAtTheQuestion();
    void everyControlHasAName();
    void spaceSpeaksTheCard();
    void everyShortcutStandsInAMenu();
    void mnemonicsAreUniquePerMenu();
    void noEnglishInTheDutchWindow();
    void languageChangesAtOnce();

private:
    [[nodiscard]] Session &session() const { return m_fixture->session(); }
    template<class T>
    [[nodiscard]] T *find(const char *name = nullptr) const
    {
        return m_fixture->find<T>(name);
    }
    [[nodiscard]] static QHash<QString, QString> dutchTexts();

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestWindowAccess::initTestCase()
{
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY2(m_fixture->sample.failure().isEmpty(), qPrintable(m_fixture->sample.failure()));
}

void TestWindowAccess::init()
{
    QVERIFY(m_fixture->open());
}

void TestWindowAccess::cleanup()
{
    m_fixture->close();
}

QHash<QString, QString> TestWindowAccess::dutchTexts()
{
    QFile file(QStringLiteral(EVENREDIG_SOURCE_DIR "/resources/translations/evenredig_nl.ts"));
    QHash<QString, QString> texts;
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader reader(&file);
    QString source;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QLatin1String("source"))
            source = reader.readElementText();
        else if (reader.isStartElement() && reader.name() == QLatin1String("translation"))
            texts.insert(source, reader.readElementText());
    }
    return texts;
}

void TestWindowAccess::letterKeysCanBeSwitchedOff()
{
    m_fixture->ask("safety.suspects", Ask::Level);
    find<WindowActions>()->letterKeys->trigger();
    m_fixture->key(Qt::Key_2);
    QCOMPARE(session().question()->ask, Ask::Level);
    QCOMPARE(Preferences::load().letterKeys, Preferences::LetterKeys::Off);
    find<WindowActions>()->letterKeys->trigger();
    m_fixture->key(Qt::Key_2);
    QCOMPARE(session().question()->ask, Ask::Development);
}

void TestWindowAccess::paneKeysMoveTheFocus()
{
    find<SearchField>()->setFocus();
    QList<QWidget *> seen;
    for (int i = 0; i < 6; ++i) {
        seen.append(QApplication::focusWidget());
        QTest::keyClick(m_fixture->window, Qt::Key_F6);
    }
    QCOMPARE(QSet<QWidget *>(seen.begin(), seen.end()).size(), 6);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(find<SearchField>()));
    QTest::keyClick(m_fixture->window, Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), seen.last());
    QTest::keyClick(m_fixture->window, Qt::Key_F9);
    QVERIFY(!find<IndicatorTree>()->isVisible());
    QTest::keyClick(m_fixture->window, Qt::Key_F9, Qt::ShiftModifier);
    QVERIFY(!find<CardPane>()->isVisible());
    QTest::keyClick(m_fixture->window, Qt::Key_F9, Qt::ShiftModifier);
    QVERIFY(find<CardPane>()->isVisible());
    QTest::keyClick(m_fixture->window, Qt::Key_F9);
    QVERIFY(find<IndicatorTree>()->isVisible());
}

void TestWindowAccess::helpOpensAtTheQuestion()
{
    m_fixture->ask("safety.suspects", Ask::Gap);
    QTest::keyClick(m_fixture->window, Qt::Key_F1);
    auto *help = find<HelpWindow>();
    QVERIFY(help && help->isVisible() && !help->isModal());
    QCOMPARE(help->page(), QString("gap"));
    find<WindowActions>()->firstSteps->trigger();
    QCOMPARE(help->page(), QString("start"));
    QCOMPARE(m_fixture->window->findChildren<HelpWindow *>().size(), 1);
    help->close();
}

void TestWindowAccess::everyControlHasAName()
{
    QStringList nameless;
    for (QWidget *widget : m_fixture->window->findChildren<QWidget *>()) {
        const bool inside = qobject_cast<QAbstractItemView *>(widget->parentWidget())
                            || widget->objectName().startsWith("qt_");
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || inside || qobject_cast<QMenu *>(widget)
            || qobject_cast<QMenuBar *>(widget) || widget->isWindow())
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).trimmed().isEmpty())
            nameless.append(QString::fromLatin1(widget->metaObject()->className()) + ' ' + widget->objectName() + " in "
                            + widget->parentWidget()->metaObject()->className() + ' '
                            + widget->parentWidget()->objectName());
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join('\n')));
}

void TestWindowAccess::spaceSpeaksTheCard()
{
    m_fixture->ask("safety.suspects", Ask::Level);
    m_fixture->key(Qt::Key_Down);
    m_fixture->key(Qt::Key_Down);
    const auto *view = find<FigureView>();
    QCOMPARE(view->said(), QString());
    m_fixture->key(Qt::Key_Space);
    const Card &card = session().card();
    QCOMPARE(view->said(), spokenCard(card));
    QVERIFY(view->said().startsWith(QString::fromStdString(card.title)));
    QVERIFY(view->said().contains(QString::fromStdString(card.definition)));
    for (const CardItem &item : card.items)
        for (const std::string &line : item.lines)
            QVERIFY2(view->said().contains(QString::fromStdString(line)), line.c_str());
    // It is the card of the mark in focus, not the one that the sentence is about.
    const AnswerRow &row = session().answer()->rows[std::size_t(view->focusRow())];
    const auto &names = session().workspace()->catalogue;
    QVERIFY(view->said().contains(QString::fromStdString(names.origin(row.origin)->name.in(Language::Dutch))));
    QVERIFY(!view->said().contains(".."));
}

void TestWindowAccess::everyShortcutStandsInAMenu()
{
    QSet<QAction *> inMenus;
    for (const QMenu *menu : m_fixture->window->findChildren<QMenu *>())
        for (QAction *action : menu->actions())
            inMenus.insert(action);
    for (QAction *action : m_fixture->window->findChildren<QAction *>()) {
        if (action->shortcut().isEmpty() || inMenus.contains(action))
            continue;
        // T and F stand in the text of the action that they trigger.
        const QString key = action->shortcut().toString();
        const auto says = [&key](const QAction *other) {
            return other->text().endsWith("\t" + key) || other->text().endsWith(", " + key);
        };
        QVERIFY2(std::any_of(inMenus.begin(), inMenus.end(), says), qPrintable(key));
    }
}

void TestWindowAccess::mnemonicsAreUniquePerMenu()
{
    for (const Language language : {Language::Dutch, Language::English}) {
        setInterfaceLanguage(language);
        QList<QList<QAction *>> menus{m_fixture->window->menuBar()->actions()};
        for (const QMenu *menu : m_fixture->window->findChildren<QMenu *>())
            menus.append(menu->actions());
        for (const QList<QAction *> &actions : menus) {
            QSet<QChar> used;
            for (const QAction *action : actions) {
                const qsizetype at = action->text().indexOf('&');
                if (action->isSeparator() || action->text().isEmpty())
                    continue;
                QVERIFY2(at >= 0, qPrintable(action->text()));
                const QChar letter = action->text().at(at + 1).toLower();
                QVERIFY2(!used.contains(letter), qPrintable(action->text()));
                used.insert(letter);
            }
        }
    }
    setInterfaceLanguage(Language::Dutch);
}

void TestWindowAccess::noEnglishInTheDutchWindow()
{
    const QHash<QString, QString> dutch = dutchTexts();
    QVERIFY(dutch.size() > 100);
    QSet<QString> english;
    for (auto text = dutch.cbegin(); text != dutch.cend(); ++text)
        if (text.key() != text.value())
            english.insert(text.key());
    for (const QString &text : dutch)
        english.remove(text); // "Open" is a word of both languages
    QStringList seen;
    for (const QString &text : m_fixture->texts())
        if (english.contains(text) || english.contains(text.section('\t', 0, 0)))
            seen.append(text);
    QVERIFY2(seen.isEmpty(), qPrintable(seen.join('\n')));
    QVERIFY(m_fixture->texts().contains("GROEPEN"));
}

void TestWindowAccess::languageChangesAtOnce()
{
    Preferences preferences = session().preferences();
    preferences.interfaceLanguage = Language::English;
    session().setPreferences(preferences);
    QVERIFY(settle(session()));
    QVERIFY(m_fixture->texts().contains("GROUPS"));
    QVERIFY(!m_fixture->texts().contains("GROEPEN"));
    QCOMPARE(find<QListView>("originList")->model()->index(1, 0).data().toString(), QString("Morocco"));
    QCOMPARE(session().figure().language, Language::Dutch); // the figure has a language of its own
    preferences.interfaceLanguage = Language::Dutch;
    session().setPreferences(preferences);
    QTRY_VERIFY(m_fixture->texts().contains("GROEPEN"));
}

EVENREDIG_TEST(TestWindowAccess)
#include "testwindowaccess.moc"
