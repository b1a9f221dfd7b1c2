// The real window, driven by keys and clicks: questions, groups, reference, undo, search, table, files.
#include "testroom.h"
#include "ui/base/text.h"
#include "ui/explore/cardpane.h"
#include "ui/explore/detailpane.h"
#include "ui/explore/factsbar.h"
#include "ui/explore/figurepane.h"
#include "ui/explore/indicatortree.h"
#include "ui/explore/messagepage.h"
#include "ui/explore/models/figuretablemodel.h"
#include "ui/explore/models/originmodel.h"
#include "ui/explore/questiontab.h"
#include "ui/explore/searchfield.h"
#include "ui/explore/sentencebox.h"
#include "ui/explore/windowactions.h"
#include "ui/session/asksupport.h"
#include "ui/session/viewstate.h"
#include "ui/windowfixture.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>

using namespace evenredig;

class TestMainWindow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsTheFirstFigure();
    void numberKeysAskQuestions();
    void questionsThatCannotBeAskedSayWhy();
    void aClickOnATabAsks();
    void searchOpensWhatFitsBest();
    void groupsAreToggledAndUndone();
    void aNameHighlightsItsGroup();
    void referenceIsChosen();
    void generationsAreChosen();
    void periodsAreChosen();
    void tableFollowsTheFigureAndIsCopied();
    void hoverAndTableShowTheSameCard();
    void historyGoesBack();
    void faultsAreSaidInPlace();
    void anOverviewCellOpensItsIndicator();
    void droppedFilesOpen();
    void aCopyIsSaved();
    void remembersViewAndFiles();
    void aShortAnswerShowsNoProgress();
    void welcomesWhoHasNothingOpen();

private:
    [[nodiscard]] Session &session() const { return m_fixture->session(); }
    template<class T>
    [[nodiscard]] T *find(const char *name = nullptr) const
    {
        return m_fixture->find<T>(name);
    }
    [[nodiscard]] QRect originRow(int row) const;

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestMainWindow::initTestCase()
{
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY2(m_fixture->sample.failure().isEmpty(), qPrintable(m_fixture->sample.failure()));
}

void TestMainWindow::init()
{
    QVERIFY(m_fixture->open());
}

void TestMainWindow::cleanup()
{
    m_fixture->close();
}

QRect TestMainWindow::originRow(int row) const
{
    const auto *list = find<QListView>("originList");
    return list->visualRect(list->model()->index(row, 0));
}

void TestMainWindow::showsTheFirstFigure()
{
    QVERIFY(find<FigureView>()->isVisible());
    QVERIFY(find<FigureView>()->hasFocus());
    QVERIFY(find<SentenceBox>()->isVisible());
    QVERIFY(find<SentenceBox>()->height() > 30);
    QCOMPARE(find<SentenceBox>()->text(), qstrings(session().figure().sentences).join('\n'));
    QVERIFY(find<FactsBar>()->facts().contains(qstring(session().figure().facts.front())));
    QVERIFY(m_fixture->window->windowTitle().startsWith("sample"));
    const auto shown = [this] {
        const auto labels = find<CardPane>()->findChildren<QLabel *>();
        const QString title = qstring(session().card().title);
        return std::ranges::any_of(labels, [&title](const QLabel *label) { return label->text() == title; });
    };
    QTRY_VERIFY(shown()); // cards come after what is painted
}

void TestMainWindow::numberKeysAskQuestions()
{
    m_fixture->ask("safety.suspects", Ask::Level);
    m_fixture->key(Qt::Key_2);
    QCOMPARE(session().answer()->question.ask, Ask::Development);
    QVERIFY(!session().figure().panels.empty());
    m_fixture->key(Qt::Key_3);
    QCOMPARE(session().answer()->question.ask, Ask::Gap);
    m_fixture->key(Qt::Key_7); // not of published figures
    QCOMPARE(session().question()->ask, Ask::Gap);
    m_fixture->key(Qt::Key_1);
    QCOMPARE(session().answer()->question.ask, Ask::Level);
    const auto tabs = m_fixture->window->findChildren<QuestionTab *>();
    QCOMPARE(tabs.size(), 9);
    QVERIFY(tabs.front()->isChecked());
    find<SearchField>()->setFocus();
    QTest::keyClicks(find<SearchField>(), "2");
    QCOMPARE(find<SearchField>()->text(), QString("2")); // typed, not asked
    QCOMPARE(session().question()->ask, Ask::Level);
}

void TestMainWindow::questionsThatCannotBeAskedSayWhy()
{
    const auto tabs = m_fixture->window->findChildren<QuestionTab *>();
    for (const QuestionTab *tab : tabs) {
        QVERIFY(!tab->toolTip().isEmpty());
        const Ask asked = static_cast<Ask>(tabs.indexOf(tab));
        const Obstacle obstacle = session().obstacle(asked);
        QCOMPARE(tab->isEnabled(), obstacle == Obstacle::None);
        if (obstacle != Obstacle::None)
            QCOMPARE(tab->toolTip(), AskWords::obstacle(asked, obstacle, session().preferences().interfaceLanguage));
    }
    QVERIFY(!tabs.at(5)->isEnabled());
}

void TestMainWindow::aClickOnATabAsks()
{
    m_fixture->ask("safety.suspects", Ask::Level);
    QTest::mouseClick(m_fixture->window->findChildren<QuestionTab *>().at(1), Qt::LeftButton);
    QCOMPARE(session().question()->ask, Ask::Development);
    QVERIFY(settle(session()));
    QCOMPARE(session().figure().ask, Ask::Development);
}

void TestMainWindow::searchOpensWhatFitsBest()
{
    QTest::keyClick(m_fixture->window, Qt::Key_K, Qt::ControlModifier);
    auto *field = find<SearchField>();
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, "verdachten");
    auto *tree = find<IndicatorTree>();
    QVERIFY(tree->model()->rowCount() > 0);
    QVERIFY(tree->model()->index(0, 0).data().toString().contains("verdachten", Qt::CaseInsensitive));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(settle(session()));
    QCOMPARE(session().answer()->question.indicator, std::string("safety.suspects"));
    QVERIFY(field->text().isEmpty());
    QVERIFY(find<FigureView>()->hasFocus());
    QVERIFY(tree->currentIndex().data().toString().contains("verdachten", Qt::CaseInsensitive));

    QTest::keyClicks(field, "zzzz");
    QCOMPARE(tree->model()->rowCount(), 0);
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(tree->model()->rowCount() > 0);
}

void TestMainWindow::groupsAreToggledAndUndone()
{
    m_fixture->ask("safety.suspects", Ask::Development);
    auto *list = find<QListView>("originList");
    const int steps = session().history().count();
    const int row = 6; // Turkije
    QCOMPARE(list->model()->index(row, 0).data().toString(), QString("Turkije"));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, originRow(row).topLeft() + QPoint(16, 10));
    QVERIFY(settle(session()));
    QCOMPARE(session().question()->origins.size(), std::size_t(6));
    QCOMPARE(list->model()->index(row, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(std::ranges::none_of(session().answer()->rows, [](const AnswerRow &r) { return r.origin == "turkish"; }));
    list->setFocus();
    list->setCurrentIndex(list->model()->index(row, 0));
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY(session().question()->origins.empty());
    QCOMPARE(session().history().count(), steps + 2);
    QTest::keyClick(m_fixture->window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(session().question()->origins.size(), std::size_t(6));
    QTest::keyClick(m_fixture->window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(session().question()->origins.empty());
    QVERIFY(settle(session()));
    QVERIFY(std::ranges::any_of(session().answer()->rows, [](const AnswerRow &r) { return r.origin == "turkish"; }));
}

void TestMainWindow::aNameHighlightsItsGroup()
{
    auto *list = find<QListView>("originList");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, originRow(6).center());
    QVERIFY(settle(session()));
    QCOMPARE(session().emphasised(), std::vector<std::string>{"turkish"});
    QVERIFY(list->model()->index(6, 0).data(OriginModel::EmphasisedRole).toBool());
    for (const Panel &panel : session().figure().panels)
        for (const Series &series : panel.series)
            QCOMPARE(series.emphasised, series.origin == "turkish" || series.reference);
    m_fixture->window->findChild<WindowActions *>()->undo->trigger(); // a step like any other
    QVERIFY(settle(session()));
    QVERIFY(session().emphasised().empty());
}

void TestMainWindow::referenceIsChosen()
{
    m_fixture->ask("safety.suspects", Ask::Gap);
    auto *box = find<QComboBox>("reference");
    QVERIFY(box->count() > 1);
    QCOMPARE(box->currentData().toString().toStdString(), session().answer()->reference());
    const int other = box->findData("turkish");
    QVERIFY(other >= 0);
    box->setFocus();
    box->setCurrentIndex(other);
    Q_EMIT box->activated(other);
    QVERIFY(settle(session()));
    QCOMPARE(session().answer()->reference(), std::string("turkish"));
    QCOMPARE(box->currentText(), QString("Turkije"));
    m_fixture->key(Qt::Key_R); // opens the list
    QVERIFY(box->view()->isVisible());
    box->hidePopup();
    for (int index = 0; index < box->count(); ++index) { // only what the data can carry
        const std::string id = box->itemData(index).toString().toStdString();
        const auto &origins = session().coverage()->origins;
        QVERIFY(std::ranges::find(origins, id) != origins.end());
    }
}

void TestMainWindow::generationsAreChosen()
{
    const auto &coverage = session().workspace()->available;
    const auto covers = [](const IndicatorCoverage &item, const char *generation) {
        return std::ranges::find(item.generations, generation) != item.generations.end();
    };
    const auto both = std::ranges::find_if(coverage, [&](const auto &item) {
        return covers(item.coverage, "first") && covers(item.coverage, "second") && covers(item.coverage, "total");
    });
    const auto none = std::ranges::find_if(coverage, [&](const auto &item) { return !covers(item.coverage, "first"); });
    QVERIFY(both != coverage.end() && none != coverage.end());
    auto *second = find<QAbstractButton>("generation_second");
    m_fixture->ask(none->coverage.indicator.c_str(), Ask::Level);
    QVERIFY(!second->isEnabled());
    QVERIFY(!second->toolTip().isEmpty());
    m_fixture->ask(both->coverage.indicator.c_str(), Ask::Level);
    QVERIFY(second->isEnabled());
    const bool before = second->isChecked();
    QTest::mouseClick(second, Qt::LeftButton, {}, QPoint(6, second->height() / 2));
    QVERIFY(settle(session()));
    QCOMPARE(second->isChecked(), !before);
    const auto &asked = session().answer()->generations;
    QCOMPARE(std::ranges::find(asked, "second") != asked.end(), !before);
    QVERIFY(std::ranges::all_of(session().answer()->rows,
                                [&](const AnswerRow &row) { return row.generation != "second" || !before; }));
    m_fixture->key(Qt::Key_G);
    QCOMPARE(session().question()->generations, (std::vector<std::string>{"first", "second"}));
    m_fixture->key(Qt::Key_G);
    QVERIFY(session().question()->generations.empty());
    QTest::mouseClick(find<QAbstractButton>("generation_total"), Qt::LeftButton, {}, QPoint(6, 8));
    QVERIFY(find<QAbstractButton>("generation_total")->isEnabled());
    QVERIFY2(dynamic_cast<QAbstractButton *>(find<QAbstractButton>("generation_total"))->isChecked(),
             "one generation stays");
}

void TestMainWindow::periodsAreChosen()
{
    m_fixture->ask("safety.suspects", Ask::Development);
    auto *first = find<QComboBox>("firstPeriod");
    auto *last = find<QComboBox>("lastPeriod");
    QVERIFY(first->isVisible());
    const int from = first->findData("2010");
    QVERIFY(from > 0);
    first->setCurrentIndex(from);
    Q_EMIT first->activated(from);
    QVERIFY(settle(session()));
    QCOMPARE(session().question()->periods.front(), std::string("2010"));
    QCOMPARE(session().answer()->periods.front().id(), std::string("2010"));
    last->setCurrentIndex(from); // the same period twice is no development
    Q_EMIT last->activated(from);
    QVERIFY(settle(session()));
    QVERIFY(session().answer()->periods.size() > 1);
    m_fixture->key(Qt::Key_1);
    QVERIFY(!first->isVisible());
}

void TestMainWindow::tableFollowsTheFigureAndIsCopied()
{
    m_fixture->ask("safety.suspects", Ask::Level);
    auto *table = find<DetailPane>()->table();
    QCOMPARE(table->model()->rowCount(), int(session().figure().table.rows.size()));
    QTest::keyClick(m_fixture->window, Qt::Key_F4);
    QVERIFY(table->hasFocus());
    QTest::keyClick(m_fixture->window, Qt::Key_F4);
    QVERIFY(find<FigureView>()->hasFocus());
    m_fixture->key(Qt::Key_T);
    QVERIFY(table->hasFocus());
    table->selectAll();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split('\n');
    QCOMPARE(lines.size(), int(session().figure().table.rows.size()) + 1);
    QCOMPARE(lines.front(), qstrings(session().figure().table.header).join('\t'));
    QTest::keyClick(table, Qt::Key_T); // back, also from the table
    QVERIFY(find<FigureView>()->hasFocus());
}

void TestMainWindow::hoverAndTableShowTheSameCard()
{
    m_fixture->ask("safety.suspects", Ask::Level);
    auto *table = find<DetailPane>()->table();
    const auto shown = [this] {
        QTest::qWait(20); // cards come after what is painted
        QStringList texts;
        for (const QLabel *label : find<CardPane>()->findChildren<QLabel *>())
            texts.append(label->text());
        return texts;
    };
    const int row = int(session().figure().table.rows.size()) - 1;
    const int answerRow = table->model()->index(row, 0).data(FigureTableModel::RowRole).toInt();
    QVERIFY(answerRow >= 0);
    const QStringList start = shown();
    table->setCurrentIndex(table->model()->index(row, 0));
    const QStringList byTable = shown();
    QVERIFY(byTable != start);
    Q_EMIT find<FigureView>()->rowHovered(-1);
    QCOMPARE(shown(), start);
    Q_EMIT find<FigureView>()->rowHovered(answerRow);
    QCOMPARE(shown(), byTable);
}

void TestMainWindow::historyGoesBack()
{
    m_fixture->ask("safety.suspects", Ask::Level);
    m_fixture->key(Qt::Key_2);
    find<DetailPane>()->setCurrentIndex(1);
    auto *history = find<QListView>("history");
    QCOMPARE(history->model()->rowCount(), 3);
    QVERIFY(history->model()->index(2, 0).data().toString().startsWith("Ontwikkeling"));
    QTest::mouseClick(history->viewport(), Qt::LeftButton, {},
                      history->visualRect(history->model()->index(0, 0)).center());
    QCOMPARE(session().question()->ask, Ask::Overview);
    QVERIFY(settle(session()));
}

void TestMainWindow::faultsAreSaidInPlace()
{
    m_fixture->ask("safety.suspects", Ask::Level);
    auto *page = find<FigurePane>()->messagePage();
    Question bad = *session().question();
    bad.periods = {"1066"};
    session().ask(bad);
    QVERIFY(settle(session()));
    QVERIFY(page->isVisible());
    QVERIFY2(page->message().contains("1066"), qPrintable(page->message()));
    const auto *label = page->findChild<QLabel *>("fault");
    QTRY_VERIFY(label->width() > 300);
    QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    QCOMPARE(QApplication::activeModalWidget(), nullptr);
    QTest::mouseClick(page->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(settle(session()));
    QVERIFY(find<FigureView>()->isVisible());
    session().open(m_fixture->sample.path("nowhere.evenredig"));
    QVERIFY(settle(session()));
    QVERIFY(page->isVisible());
    QTest::mouseClick(page->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(find<FigureView>()->isVisible());
}

void TestMainWindow::anOverviewCellOpensItsIndicator()
{
    m_fixture->key(Qt::Key_9);
    QCOMPARE(session().answer()->question.ask, Ask::Overview);
    QVERIFY(session().question()->indicator.empty());
    const auto &rows = session().answer()->rows;
    const auto found = std::ranges::find(rows, "safety.suspects", &AnswerRow::indicator);
    QVERIFY(found != rows.end());
    Q_EMIT find<FigureView>()->rowActivated(int(found - rows.begin()));
    QVERIFY(settle(session()));
    QCOMPARE(session().answer()->question.indicator, std::string("safety.suspects"));
    QCOMPARE(session().answer()->question.ask, Ask::Level);
    QVERIFY(session().emphasised().empty()); // nobody is singled out in what is sensitive
    m_fixture->key(Qt::Key_9);
    const auto &again = session().answer()->rows;
    const auto other = std::ranges::find_if(
        again, [](const AnswerRow &row) { return row.indicator == "income.independent" && row.value(Key::Value); });
    QVERIFY(other != again.end());
    Q_EMIT find<FigureView>()->rowActivated(int(other - again.begin()));
    QVERIFY(settle(session()));
    QCOMPARE(session().emphasised().size(), std::size_t(1));
    m_fixture->ask("safety.suspects", Ask::Level);
    QVERIFY(session().emphasised().empty());
    m_fixture->key(Qt::Key_9);
    m_fixture->key(Qt::Key_2); // back to the indicator before it
    QCOMPARE(session().answer()->question.indicator, std::string("safety.suspects"));
    QCOMPARE(session().answer()->question.ask, Ask::Development);
}

void TestMainWindow::droppedFilesOpen()
{
    const QString other = m_fixture->sample.path("other.evenredig");
    QFile::remove(other);
    QVERIFY(QFile::copy(m_fixture->sample.path(), other));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(other)});
    QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_fixture->window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_fixture->window, &drop);
    QTRY_COMPARE(session().workspace()->path, other);
    QVERIFY(settle(session()));
    QVERIFY(m_fixture->window->windowTitle().startsWith("other"));
    QMimeData text;
    text.setUrls({QUrl::fromLocalFile(m_fixture->sample.path("x.pdf"))});
    QDragEnterEvent refused(QPoint(9, 9), Qt::CopyAction, &text, Qt::LeftButton, {});
    refused.ignore();
    QCoreApplication::sendEvent(m_fixture->window, &refused);
    QVERIFY(!refused.isAccepted());
}

void TestMainWindow::aCopyIsSaved()
{
    const QString copy = m_fixture->sample.path("copy.evenredig");
    m_fixture->window->saveCopy(copy);
    QTRY_VERIFY(QFile::exists(copy));
    QTRY_COMPARE(QFileInfo(copy).size(), QFileInfo(m_fixture->sample.path()).size());
    QTRY_VERIFY(m_fixture->window->statusBar()->currentMessage().contains("copy.evenredig"));
    session().open(copy);
    QTRY_COMPARE(session().workspace()->path, copy);
    QVERIFY(settle(session()));
}

void TestMainWindow::remembersViewAndFiles()
{
    m_fixture->ask("safety.suspects", Ask::Development);
    m_fixture->window->resize(1111, 777);
    m_fixture->window->close();
    m_fixture->reopen({}); // nothing named: the file that was open last
    QTRY_VERIFY(session().answer());
    QCOMPARE(session().workspace()->path, m_fixture->sample.path());
    QCOMPARE(session().answer()->question.ask, Ask::Development);
    QCOMPARE(session().answer()->question.indicator, std::string("safety.suspects"));
    QCOMPARE(find<WindowActions>()->recent->actions().size(), recentFiles().size());
    QCOMPARE(m_fixture->window->size(), QSize(1111, 777));
}

void TestMainWindow::aShortAnswerShowsNoProgress()
{
    auto *bar = find<QProgressBar>("busy");
    const int figureTop = find<FigurePane>()->y();
    QVERIFY(!bar->isVisible());
    session().setSampleProvider([](const Progress &progress) -> Result<std::string> {
        for (int i = 0; i < 600 && !progress.cancelled(); ++i) {
            progress.at(i / 600.0);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return fail(ErrorCode::Cancelled);
    });
    session().openSample();
    QTest::qWait(100);
    QVERIFY(!bar->isVisible());
    QTRY_VERIFY(bar->isVisible());
    QTRY_VERIFY(bar->value() > 0);
    QCOMPARE(find<FigurePane>()->y(), figureTop); // nothing jumps
    QVERIFY(settle(session()));
    QVERIFY(!bar->isVisible());
}

void TestMainWindow::welcomesWhoHasNothingOpen()
{
    m_fixture->close();
    QSettings().clear();
    m_fixture->reopen({});
    QVERIFY(!session().isBusy());
    QVERIFY(m_fixture->texts().contains("Welkom"));
    QVERIFY(!find<FigureView>()->isVisible());
    QVERIFY(!find<WindowActions>()->exportFigure->isEnabled());
    m_fixture->window->setSampleProvider(
        [path = m_fixture->sample.path().toStdString()](const Progress &) -> Result<std::string> { return path; });
    find<WindowActions>()->sample->trigger();
    QTRY_VERIFY(session().answer());
    QVERIFY(find<FigureView>()->isVisible());
}

EVENREDIG_TEST(TestMainWindow)
#include "testmainwindow.moc"
