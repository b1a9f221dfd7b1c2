// The languages of window and figures: together until they are set apart.
#include "testroom.h"
#include "ui/windowfixture.h"

#include <QMenu>

using namespace evenredig;

class TestLanguageMenus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figuresFollowTheWindowUntilSetApart();
};

namespace {

/// Chooses a language in the menu whose title holds a word.
void choose(const WindowFixture &fixture, const QString &word, Language language)
{
    for (const QMenu *menu : fixture.window->findChildren<QMenu *>()) {
        if (!QString(menu->title()).remove('&').contains(word))
            continue;
        for (QAction *action : menu->actions()) {
            if (action->data().toInt() == int(language))
                action->trigger();
        }
    }
    QVERIFY(settle(fixture.session()));
}

} // namespace

void TestLanguageMenus::figuresFollowTheWindowUntilSetApart()
{
    WindowFixture fixture;
    QVERIFY(fixture.open());
    choose(fixture, QStringLiteral("Taal van het venster"), Language::English);
    QCOMPARE(fixture.session().preferences().outputLanguage, Language::English);
    QCOMPARE(fixture.session().figure().language, Language::English);
    choose(fixture, QStringLiteral("Language of figures"), Language::Dutch);
    QCOMPARE(fixture.session().preferences().interfaceLanguage, Language::English);
    QCOMPARE(fixture.session().figure().language, Language::Dutch);
    choose(fixture, QStringLiteral("Language of the window"), Language::Dutch);
    choose(fixture, QStringLiteral("Taal van figuren"), Language::English);
    choose(fixture, QStringLiteral("Taal van het venster"), Language::English);
    choose(fixture, QStringLiteral("Language of figures"), Language::Dutch);
    choose(fixture, QStringLiteral("Language of the window"), Language::English);
    QCOMPARE(fixture.session().figure().language, Language::Dutch); // apart they stay
    fixture.close();
}

EVENREDIG_TEST(TestLanguageMenus)
#include "testlanguagemenus.moc"
