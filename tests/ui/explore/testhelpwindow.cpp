// The help: complete and alike in both languages, every link and picture there, and its window.
#include "testroom.h"
#include "ui/base/text.h"
#include "ui/explore/helppage.h"
#include "ui/explore/helpwindow.h"
#include "ui/explore/windowactions.h"
#include "ui/session/asksupport.h"
#include "ui/windowfixture.h"

#include <QApplication>
#include <QDesktopServices>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>

using namespace evenredig;
using namespace Qt::StringLiterals;

class TestHelpWindow final : public QObject {
    Q_OBJECT

public:
    Q_INVOKABLE void note(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void initTestCase();
    void pagesAreThereInBothLanguages_data();
    void pagesAreThereInBothLanguages();
    void linksAndPicturesAreThere_data();
    void linksAndPicturesAreThere();
    void nothingLiesUnused();
    void whatCanBeAskedIsExplained();
    void picturesFitTheWidth();
    void linksLeadToPages();
    void linksOutsideOpenOnlyWhenClicked();
    void followsTheLanguage();
    void theKeyOpensTheRightPage();

private:
    QList<QUrl> m_opened;
};

namespace {

const QStringList languages{u"nl"_s, u"en"_s};

QString read(const QString &language, const QString &page)
{
    QFile file(u":/help/%1/%2.md"_s.arg(language, page));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What a pattern captures, in the order of the text.
QStringList all(const QString &text, const QString &pattern)
{
    QStringList found;
    QRegularExpressionMatchIterator matches =
        QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured(1));
    return found;
}

QStringList headings(const QString &text)
{
    return all(text, u"^(#+) "_s);
}
QStringList pictures(const QString &text)
{
    return all(text, u"!\\[[^\\]]+\\]\\(([^)]+)\\)"_s);
}
QStringList links(const QString &text)
{
    return all(text, u"(?<!!)\\[[^\\]]+\\]\\(([^)]+)\\)"_s);
}
QStringList keys(const QString &text)
{
    return all(text, u"(`[^`]+`)"_s);
}

void eachPage()
{
    QTest::addColumn<QString>("page");
    for (const QString &page : HelpWindow::pages())
        QTest::newRow(qPrintable(page)) << page;
}

} // namespace

void TestHelpWindow::initTestCase()
{
    setInterfaceLanguage(Language::Dutch);
}

void TestHelpWindow::pagesAreThereInBothLanguages_data()
{
    eachPage();
}

void TestHelpWindow::pagesAreThereInBothLanguages()
{
    QFETCH(QString, page);
    const QString dutch = read(u"nl"_s, page), english = read(u"en"_s, page);
    QVERIFY(dutch.startsWith("# ") && english.startsWith("# "));
    QVERIFY(headings(dutch).size() > 2);
    QCOMPARE(headings(dutch), headings(english));
    QCOMPARE(links(dutch), links(english));
    QCOMPARE(pictures(dutch), pictures(english));
    QCOMPARE(keys(dutch), keys(english));
    QCOMPARE(dutch.count('\n'), english.count('\n'));
}

void TestHelpWindow::linksAndPicturesAreThere_data()
{
    eachPage();
}

void TestHelpWindow::linksAndPicturesAreThere()
{
    QFETCH(QString, page);
    for (const QString &language : languages) {
        const QString text = read(language, page);
        QVERIFY(!pictures(text).isEmpty());
        for (const QString &picture : pictures(text)) {
            const QImage image(u":/help/%1/%2"_s.arg(language, picture));
            QVERIFY2(image.width() > 200 && image.height() > 200, qPrintable(language + u'/' + picture));
        }
        QVERIFY(!links(text).isEmpty());
        for (const QString &link : links(text))
            QVERIFY2(link.endsWith(".md") && HelpWindow::pages().contains(link.chopped(3)) && link.chopped(3) != page,
                     qPrintable(language + u'/' + page + u": "_s + link));
    }
}

// Every page and picture in the resources is reached; of both languages there are the same ones.
void TestHelpWindow::nothingLiesUnused()
{
    QStringList wanted;
    for (const QString &page : HelpWindow::pages())
        wanted << pictures(read(u"nl"_s, page)) << page + u".md"_s;
    wanted.sort();
    wanted.removeDuplicates();
    for (const QString &language : languages) {
        QStringList there = QDir(u":/help/"_s + language).entryList(QDir::Files);
        there.sort();
        QCOMPARE(there, wanted);
    }
}

void TestHelpWindow::whatCanBeAskedIsExplained()
{
    WindowFixture fixture;
    QVERIFY(fixture.open());
    const std::shared_ptr<const OpenWorkspace> workspace = fixture.session().workspace();
    int asked = 0;
    for (const AskTraits &traits : allAskTraits()) {
        const Ask ask = traits.ask;
        const bool possible = std::ranges::any_of(
            workspace->available, [ask](const Availability &item) { return item.obstacle(ask) == Obstacle::None; });
        asked += possible ? 1 : 0;
        QVERIFY2(!possible || HelpWindow::pages().contains(qstring(askName(ask))), askName(ask).data());
    }
    QVERIFY(asked >= 6);
}

void TestHelpWindow::picturesFitTheWidth()
{
    HelpWindow help(Language::Dutch);
    help.resize(900, 600);
    help.show();
    QVERIFY(QTest::qWaitForWindowExposed(&help));
    auto *page = help.findChild<HelpPage *>();
    const auto widest = [page] {
        int width = 0;
        for (QTextBlock block = page->document()->begin(); block.isValid(); block = block.next())
            for (auto part = block.begin(); part != block.end(); ++part)
                if (part.fragment().charFormat().isImageFormat()) {
                    const QUrl name(part.fragment().charFormat().toImageFormat().name());
                    const auto picture = page->document()->resource(QTextDocument::ImageResource, name);
                    width = std::max(width, picture.value<QPixmap>().width());
                }
        return width;
    };
    const int before = widest();
    QVERIFY2(before > 300 && before < page->viewport()->width(), qPrintable(QString::number(before)));
    QCOMPARE(page->horizontalScrollBar()->maximum(), 0);
    help.resize(640, 600);
    QTRY_VERIFY(widest() < before);
    QVERIFY(widest() < page->viewport()->width());
    QCOMPARE(page->horizontalScrollBar()->maximum(), 0);
    help.resize(1700, 900); // as large as they are, no larger
    QTRY_VERIFY(widest() > before);
    QVERIFY(widest() <= 1280);
}

void TestHelpWindow::linksLeadToPages()
{
    HelpWindow help(Language::Dutch);
    auto *page = help.findChild<HelpPage *>();
    QCOMPARE(help.page(), QString("start"));
    Q_EMIT page->anchorClicked(QUrl(u"gap.md"_s));
    QCOMPARE(help.page(), QString("gap"));
    QVERIFY(page->toPlainText().startsWith("Verschil"));
    // By the keyboard: to the first link of the page, and along it.
    help.show();
    QVERIFY(QTest::qWaitForWindowActive(&help));
    page->setFocus();
    QTest::keyClick(page, Qt::Key_Tab);
    QTest::keyClick(page, Qt::Key_Return);
    QCOMPARE(help.page(), links(read(u"nl"_s, u"gap"_s)).front().chopped(3));
    QTest::keyClick(page, Qt::Key_Escape);
    QVERIFY(!help.isVisible());
}

void TestHelpWindow::linksOutsideOpenOnlyWhenClicked()
{
    HelpWindow help(Language::Dutch);
    auto *page = help.findChild<HelpPage *>();
    QDesktopServices::setUrlHandler(u"https"_s, this, "note");
    QDesktopServices::setUrlHandler(u"file"_s, this, "note");
    page->setPage(u":/help/nl/"_s, u"[x](https://example.org/a) ![y](https://example.org/b.png)"_s);
    help.show();
    QVERIFY(QTest::qWaitForWindowExposed(&help));
    QVERIFY(m_opened.isEmpty());
    Q_EMIT page->anchorClicked(QUrl(u"https://example.org/a"_s));
    QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://example.org/a"_s)});
    Q_EMIT page->anchorClicked(QUrl(u"file:///etc/passwd"_s)); // not outside, and no page
    QCOMPARE(m_opened.size(), 1);
    QDesktopServices::unsetUrlHandler(u"https"_s);
    QDesktopServices::unsetUrlHandler(u"file"_s);
}

void TestHelpWindow::followsTheLanguage()
{
    HelpWindow help(Language::Dutch);
    help.showPage(u"gap"_s);
    auto *page = help.findChild<HelpPage *>();
    auto *list = help.findChild<QListWidget *>();
    QCOMPARE(list->currentItem()->text(), QString("Verschil"));
    setInterfaceLanguage(Language::English);
    QTRY_COMPARE(list->currentItem()->text(), QString("Difference"));
    QCOMPARE(list->count(), int(HelpWindow::pages().size()));
    QCOMPARE(help.page(), QString("gap"));
    QVERIFY2(page->toPlainText().startsWith("Difference"), qPrintable(page->toPlainText().left(40)));
    QCOMPARE(list->accessibleName(), QString("Pages"));
    setInterfaceLanguage(Language::Dutch);
    QTRY_VERIFY(page->toPlainText().startsWith("Verschil"));
    QVERIFY(list->accessibleName() != "Pages");
}

void TestHelpWindow::theKeyOpensTheRightPage()
{
    WindowFixture fixture;
    QVERIFY(fixture.open());
    for (const Ask ask : {Ask::Level, Ask::Gap, Ask::Overview}) {
        fixture.ask(ask == Ask::Overview ? "" : "safety.suspects", ask);
        fixture.window->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), fixture.window);
        QTest::keyClick(fixture.window, Qt::Key_F1);
        auto *help = fixture.window->findChild<HelpWindow *>();
        QVERIFY(help && help->isVisible() && !help->isModal());
        QCOMPARE(help->page(), qstring(askName(ask)));
    }
    auto *help = fixture.window->findChild<HelpWindow *>();
    QCOMPARE(fixture.window->findChildren<HelpWindow *>().size(), 1);
    QTRY_COMPARE(QApplication::activeWindow(), help);
    QVERIFY(help->findChild<QListWidget *>()->hasFocus());
    QTest::keyClick(help, Qt::Key_Escape);
    QTRY_VERIFY(!fixture.window->findChild<HelpWindow *>());
    fixture.find<WindowActions>()->firstSteps->trigger();
    QCOMPARE(fixture.window->findChild<HelpWindow *>()->page(), QString("start"));
}

EVENREDIG_TEST(TestHelpWindow)
#include "testhelpwindow.moc"
