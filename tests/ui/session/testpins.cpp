// Pinned figures: kept beside the one in view, following language and emphasis, there again after reopening.
#include "ui/windowfixture.h"

#include "testroom.h"
#include "ui/explore/cardpane.h"
#include "ui/explore/pinboard.h"
#include "ui/explore/pinnedfigure.h"
#include "ui/explore/windowactions.h"

#include <QToolButton>

using namespace evenredig;

class TestPins final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QVERIFY(m_fixture->open()); }
    void cleanup() { m_fixture->close(); }
    void pinnedStaysWhenTheQuestionChanges();
    void theSameIsPinnedOnceAndThreeAtMost();
    void pinsFollowLanguageAndEmphasis();
    void pointingShowsTheCardOfThePin();
    void opensAndUnpins();
    void pinsComeBackWithTheFile();

private:
    [[nodiscard]] Session &session() const { return m_fixture->session(); }
    template<class T>
    [[nodiscard]] T *find() const
    {
        return m_fixture->find<T>();
    }
    [[nodiscard]] const std::vector<PinnedFigure *> &pinned() const { return find<PinBoard>()->pinned(); }
    void pin() const { QTest::keyClick(m_fixture->window, Qt::Key_Return, Qt::ControlModifier); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestPins::initTestCase()
{
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY2(m_fixture->sample.failure().isEmpty(), qPrintable(m_fixture->sample.failure()));
}

void TestPins::pinnedStaysWhenTheQuestionChanges()
{
    m_fixture->ask("income.independent", Ask::Level);
    const QString title = find<FigureView>()->accessibleName();
    pin();
    QCOMPARE(pinned().size(), std::size_t(1));
    m_fixture->ask("safety.suspects", Ask::Development);
    const FigureView *view = pinned().front()->view();
    QVERIFY(view->isVisible() && view->width() > 250);
    QVERIFY2(QString::fromStdString(session().figure().title) != title, "another figure is in view");
    QCOMPARE(view->accessibleName(), title);
    QVERIFY(!view->geometry().isEmpty());
}

void TestPins::theSameIsPinnedOnceAndThreeAtMost()
{
    pin();
    pin();
    QCOMPARE(pinned().size(), std::size_t(1));
    QVERIFY(!find<WindowActions>()->pin->isEnabled());
    for (const char *indicator : {"income.independent", "safety.suspects", "labour.unemployment"}) {
        m_fixture->ask(indicator, Ask::Level);
        pin();
    }
    QCOMPARE(pinned().size(), std::size_t(3));
    QVERIFY(!find<WindowActions>()->pin->isEnabled());
    QRegion covered;
    for (const PinnedFigure *figure : pinned()) {
        QVERIFY2(!covered.intersects(figure->geometry()), "pinned figures do not cover each other");
        covered += figure->geometry();
    }
    find<WindowActions>()->unpinAll->trigger();
    QVERIFY(pinned().empty());
}

void TestPins::pinsFollowLanguageAndEmphasis()
{
    m_fixture->ask("safety.suspects", Ask::Development);
    pin();
    const QString dutch = pinned().front()->view()->accessibleDescription();
    Preferences english = session().preferences();
    english.outputLanguage = Language::English;
    session().setPreferences(english);
    QVERIFY(settle(session()));
    QVERIFY(pinned().front()->view()->accessibleDescription() != dutch);
    const QImage before = pinned().front()->view()->grab().toImage();
    session().highlightOrigin("turkish");
    QVERIFY(settle(session()));
    QVERIFY2(pinned().front()->view()->grab().toImage() != before,
             "the other groups turn grey in the pinned figure too");
}

void TestPins::pointingShowsTheCardOfThePin()
{
    m_fixture->ask("income.independent", Ask::Level);
    pin();
    m_fixture->ask("safety.suspects", Ask::Level);
    const auto shown = [this] {
        QTest::qWait(20); // cards come after what is painted
        QStringList texts;
        for (const QLabel *label : find<CardPane>()->findChildren<QLabel *>())
            texts << label->text();
        return texts;
    };
    const QStringList own = shown();
    Q_EMIT pinned().front()->view()->rowHovered(0);
    QVERIFY(shown() != own);
    QVERIFY(shown().contains("Economisch zelfstandig"));
    Q_EMIT pinned().front()->view()->rowHovered(-1);
    QCOMPARE(shown(), own);
}

void TestPins::opensAndUnpins()
{
    m_fixture->ask("income.independent", Ask::Level);
    pin();
    const Question kept = *session().question();
    m_fixture->ask("safety.suspects", Ask::Gap);
    QTest::mouseClick(pinned().front()->openButton(), Qt::LeftButton);
    QVERIFY(settle(session()));
    QVERIFY(*session().question() == kept);
    session().history().undo(); // opening is a step like any other
    QVERIFY(settle(session()));
    QCOMPARE(session().question()->ask, Ask::Gap);
    QTest::mouseClick(pinned().front()->removeButton(), Qt::LeftButton);
    QVERIFY(pinned().empty());
}

void TestPins::pinsComeBackWithTheFile()
{
    m_fixture->ask("income.independent", Ask::Level);
    pin();
    const QString title = pinned().front()->view()->accessibleName();
    QVERIFY(m_fixture->reopen(m_fixture->sample.path()));
    QTRY_COMPARE(pinned().size(), std::size_t(1));
    QCOMPARE(pinned().front()->view()->accessibleName(), title);
}

EVENREDIG_TEST(TestPins)
#include "testpins.moc"
