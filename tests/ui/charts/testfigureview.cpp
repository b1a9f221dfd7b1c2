// The view: laid out for its room, painted once, walked with the keys, said aloud.
#include "testroom.h"
#include "tests/ui/charts/figures.h"
#include "ui/charts/figureview.h"
#include "ui/charts/sceneplaces.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace evenredig;

class TestFigureView final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fillsItsRoom();
    void scrollsWhenItMust();
    void theMouseFindsMarks();
    void theKeysWalk();
    void namesAreSpoken();
    void clearsAndTakesAnother();
    void repaintsFromThePixmap();

private:
    Catalogue m_catalogue;
};

void TestFigureView::initTestCase()
{
    auto catalogue = Catalogue::builtIn();
    QVERIFY(catalogue.has_value());
    m_catalogue = *catalogue;
}

void TestFigureView::fillsItsRoom()
{
    FigureView view;
    view.resize(768, 440);
    view.setFigure(samples::development(Language::Dutch), m_catalogue);
    view.show();
    const double scale = view.logicalDpiY() / 72.0;
    QVERIFY(view.figureScene());
    QVERIFY(std::abs(view.figureScene()->sceneRect().width() * scale - view.viewport()->width()) < 1);
    QVERIFY(std::abs(view.figureScene()->sceneRect().height() * scale - view.viewport()->height()) < 1);
    view.resize(1200, 600);
    QVERIFY(std::abs(view.figureScene()->sceneRect().width() * scale - view.viewport()->width()) < 1);
    QVERIFY(!view.verticalScrollBar()->isVisible());
    QVERIFY(view.minimumSizeHint().width() <= 320);
    QCOMPARE(view.grab().toImage().pixelColor(2, 300), QColor(Qt::white));
}

void TestFigureView::scrollsWhenItMust()
{
    FigureView view;
    view.resize(340, 250);
    view.setFigure(samples::proportionality(Language::Dutch), m_catalogue);
    view.show();
    QTRY_VERIFY(view.verticalScrollBar()->isVisible());
    QVERIFY(view.figureScene()->sceneRect().width() * view.logicalDpiY() / 72.0 <= view.viewport()->width() + 1);
    QVERIFY(layoutFaults(*view.figureScene()).empty());
}

void TestFigureView::theMouseFindsMarks()
{
    FigureView view;
    view.resize(768, 440);
    view.setFigure(samples::proportionality(Language::Dutch), m_catalogue);
    view.show();
    QSignalSpy hovered(&view, &FigureView::rowHovered), activated(&view, &FigureView::rowActivated);
    const auto at = view.markPoint(2);
    QVERIFY(at.has_value());
    QTest::mouseMove(view.viewport(), *at);
    QTRY_COMPARE(hovered.size(), 1);
    QCOMPARE(hovered.last().first().toInt(), 2);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, *at);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(view.focusRow(), 2);
    QTest::mouseMove(view.viewport(), QPoint(5, 5));
    QTRY_COMPARE(hovered.last().first().toInt(), -1);
    QVERIFY(!view.markPoint(99));
}

void TestFigureView::theKeysWalk()
{
    FigureView view;
    view.resize(768, 440);
    view.setFigure(samples::development(Language::Dutch), m_catalogue);
    view.show();
    QSignalSpy hovered(&view, &FigureView::rowHovered), activated(&view, &FigureView::rowActivated);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.focusRow(), 0);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.focusRow(), 1);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.focusRow(), 12);
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.focusRow(), 0);
    QCOMPARE(hovered.size(), 4);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(view.focusRow(), -1);
    QCOMPARE(hovered.last().first().toInt(), -1);
}

void TestFigureView::namesAreSpoken()
{
    FigureView view;
    view.resize(768, 440);
    const Figure figure = samples::development(Language::Dutch);
    view.setFigure(figure, m_catalogue);
    QCOMPARE(view.accessibleName(), QString::fromStdString(figure.title));
    QCOMPARE(view.accessibleDescription(), QString::fromStdString(figure.altText));
    QTest::keyClick(&view, Qt::Key_Right); // the mark is spoken as a child: testfigureaccess.cpp
    QCOMPARE(view.accessibleName(), QString::fromStdString(figure.title));
    view.clear();
    QCOMPARE(view.accessibleName(), QString());
}

void TestFigureView::clearsAndTakesAnother()
{
    FigureView view;
    view.resize(768, 440);
    view.setFigure(samples::development(Language::Dutch), m_catalogue);
    view.setFocusRow(3);
    view.setHighlightedRow(3);
    view.clear();
    QCOMPARE(view.focusRow(), -1);
    QVERIFY(!view.figureScene());
    QTest::keyClick(&view, Qt::Key_Right);
    view.setZoom(2);
    view.setFigure(samples::nothing(Language::Dutch), m_catalogue);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.focusRow(), -1);
}

void TestFigureView::repaintsFromThePixmap()
{
    FigureView view;
    view.resize(1000, 600);
    view.setFigure(samples::gap(Language::Dutch), m_catalogue);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto *before = view.figureScene();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 50; ++i) {
        view.setHighlightedRow(100 + i % 4);
        view.viewport()->repaint();
    }
    QCOMPARE(view.figureScene(), before);
    // Painting the scene itself takes about 4 ms; a generous bound for a busy machine.
    QVERIFY2(timer.elapsed() < 50 * 4, qPrintable(QString::number(timer.elapsed())));
    qInfo("a highlighted repaint takes %.2f ms", timer.nsecsElapsed() / 50e6);
}

EVENREDIG_TEST(TestFigureView)
#include "testfigureview.moc"
