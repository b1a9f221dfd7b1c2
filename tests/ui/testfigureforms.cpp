// The forms of a figure in the window: by menu, by key, and only where they mean something.
#include "ui/windowfixture.h"

#include "testroom.h"
#include "ui/charts/sceneplaces.h"
#include "ui/explore/detailpane.h"
#include "ui/explore/windowactions.h"

#include <QMenu>
#include <QTableView>

using namespace evenredig;

class TestFigureForms final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QVERIFY(m_fixture->open()); }
    void cleanup() { m_fixture->close(); }
    void rowsOfTheOverview();
    void enterOpensTheCellInFocus();
    void aPanelForEachGroup();
    void orderByValueOnlyWhereItIsNoRanking();
    void theFormIsAStepOfUndo();
    void theTableTakesWhatTheFigureLeaves();
    void darkWindowWhiteFigure();

private:
    [[nodiscard]] Session &session() const { return m_fixture->session(); }
    template<class T>
    [[nodiscard]] T *find() const
    {
        return m_fixture->find<T>();
    }
    [[nodiscard]] std::size_t matrixRows() const { return session().figure().panels.front().matrix.size(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestFigureForms::initTestCase()
{
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY2(m_fixture->sample.failure().isEmpty(), qPrintable(m_fixture->sample.failure()));
}

void TestFigureForms::rowsOfTheOverview()
{
    QCOMPARE(session().question()->ask, Ask::Overview);
    const std::size_t answering = matrixRows();
    QVERIFY(answering > 10);
    const auto choose = [this](int place) {
        find<WindowActions>()->rows->actions().at(place)->trigger();
        return settle(session());
    };
    QVERIFY(choose(1));
    QCOMPARE(matrixRows(), session().workspace()->catalogue.indicators.size());
    m_fixture->key(Qt::Key_F);
    QVERIFY(matrixRows() < answering);
    m_fixture->key(Qt::Key_F); // and back
    QCOMPARE(matrixRows(), answering);
}

void TestFigureForms::enterOpensTheCellInFocus()
{
    auto *view = find<FigureView>();
    view->setFocus();
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Right})
        QTest::keyClick(view, key);
    QVERIFY(view->focusRow() >= 0);
    const AnswerRow row = session().answer()->rows[std::size_t(view->focusRow())];
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(settle(session()));
    QCOMPARE(session().question()->ask, Ask::Level);
    QCOMPARE(session().question()->indicator, row.indicator);
    QCOMPARE(session().emphasised(), std::vector<std::string>{row.origin});
    QTest::keyClick(m_fixture->window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(settle(session()));
    QCOMPARE(session().question()->ask, Ask::Overview);
}

void TestFigureForms::aPanelForEachGroup()
{
    m_fixture->ask("safety.suspects", Ask::Development);
    QCOMPARE(session().figure().panels.size(), std::size_t(1));
    m_fixture->key(Qt::Key_P);
    QVERIFY(find<WindowActions>()->byGroup->isChecked());
    const std::size_t panels = session().figure().panels.size();
    QVERIFY(panels > 2 && panels <= 8);
    QVERIFY2(layoutFaults(*find<FigureView>()->figureScene()).empty(), "panels in the window do not overlap");
    m_fixture->ask("safety.suspects", Ask::Level);
    QVERIFY(!find<WindowActions>()->byGroup->isEnabled());
}

void TestFigureForms::orderByValueOnlyWhereItIsNoRanking()
{
    m_fixture->ask("income.independent", Ask::Level);
    const auto order = [this] {
        QStringList labels;
        for (const FigureRow &row : session().figure().panels.front().rows)
            labels << QString::fromStdString(row.label);
        return labels;
    };
    const QStringList fixed = order();
    m_fixture->key(Qt::Key_S);
    QVERIFY(order() != fixed);
    m_fixture->ask("safety.suspects", Ask::Level);
    QVERIFY(!find<WindowActions>()->byValue->isEnabled());
    QVERIFY(find<WindowActions>()->byValue->toolTip().contains("ranglijst"));
    QCOMPARE(order().first(), fixed.first());
}

void TestFigureForms::theFormIsAStepOfUndo()
{
    m_fixture->ask("income.independent", Ask::Level);
    const int steps = session().history().count();
    m_fixture->key(Qt::Key_S);
    QCOMPARE(session().history().count(), steps + 1);
    QCOMPARE(session().form().order, FigureForm::Order::ByValue);
    const std::shared_ptr<const Answer> answer = session().answer();
    session().history().undo();
    QVERIFY(settle(session()));
    QCOMPARE(session().form().order, FigureForm::Order::Fixed);
    QCOMPARE(session().answer(), answer); // drawn anew, not asked again
    m_fixture->ask("safety.suspects", Ask::Development);
    m_fixture->key(Qt::Key_P);
    QVERIFY(session().figure().panels.size() > 1);
    session().history().undo();
    QVERIFY(settle(session()));
    QCOMPARE(session().figure().panels.size(), std::size_t(1));
    QCOMPARE(session().question()->ask, Ask::Development);
}

void TestFigureForms::theTableTakesWhatTheFigureLeaves()
{
    auto *detail = find<DetailPane>();
    QTRY_VERIFY2(detail->height() <= detail->closedHeight() + 2, "of a matrix the table stands closed");
    find<WindowActions>()->table->trigger();
    QVERIFY(detail->height() > 100);
    QVERIFY(detail->table()->hasFocus());
    m_fixture->window->resize(1280, 1000);
    m_fixture->ask("income.independent", Ask::Level);
    QTRY_VERIFY(detail->height() >= detail->naturalHeight() - 2); // all rows of the table are to be seen
}

void TestFigureForms::darkWindowWhiteFigure()
{
    Preferences dark = session().preferences();
    dark.appearance = Preferences::Appearance::Dark;
    session().setPreferences(dark);
    QVERIFY(settle(session()));
    QCOMPARE(Preferences::load().appearance, Preferences::Appearance::Dark);
    const QImage window = m_fixture->window->grab().toImage();
    QVERIFY(window.pixelColor(20, window.height() / 2).lightness() < 80);
    const QImage figure = find<FigureView>()->grab().toImage();
    QCOMPARE(figure.pixelColor(2, 2), QColor(Qt::white));
    Preferences light = dark;
    light.appearance = Preferences::Appearance::Light;
    session().setPreferences(light);
    QVERIFY(m_fixture->window->grab().toImage().pixelColor(20, window.height() / 2).lightness() > 200);
}

EVENREDIG_TEST(TestFigureForms)
#include "testfigureforms.moc"
