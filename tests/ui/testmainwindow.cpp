// The real window, driven by keys and clicks: questions, groups, reference, undo, search, table, languages,
// and what a screen reader hears of it.
#include "samplewindow.h"
#include "ui/asksupport.h"
#include "ui/charts/figureview.h"
#include "ui/models/figuretablemodel.h"
#include "ui/models/originmodel.h"
#include "ui/text.h"
#include "ui/views/cardpane.h"
#include "ui/views/detailpane.h"
#include "ui/views/factsbar.h"
#include "ui/views/figurepane.h"
#include "ui/views/helpwindow.h"
#include "ui/views/indicatortree.h"
#include "ui/views/messagepage.h"
#include "ui/views/origindelegate.h"
#include "ui/views/questiontab.h"
#include "ui/views/searchfield.h"
#include "ui/views/sentencebox.h"
#include "ui/views/windowactions.h"
#include "ui/viewstate.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QGroupBox>
#include <QLabel>
#include <QListView>
#include <QMenuBar>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QXmlStreamReader>

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
    void letterKeysCanBeSwitchedOff();
    void paneKeysMoveTheFocus();
    void helpOpensAtTheQuestion();
    void everyControlHasAName();
    void everyShortcutStandsInAMenu();
    void mnemonicsAreUniquePerMenu();
    void noEnglishInTheDutchWindow();
    void languageChangesAtOnce();
    void droppedFilesOpen();
    void aCopyIsSaved();
    void remembersViewAndFiles();
    void aShortAnswerShowsNoProgress();
    void welcomesWhoHasNothingOpen();

private:
    [[nodiscard]] Session &session() const { return m_window->session(); }
    template<class T>
    [[nodiscard]] T *find(const char *name = nullptr) const
    {
        return m_window->findChild<T *>(QString::fromLatin1(name));
    }
    void ask(const char *indicator, Ask ask);
    void key(Qt::Key key);
    [[nodiscard]] QRect originRow(int row) const;
    [[nodiscard]] static QHash<QString, QString> dutchTexts();
    [[nodiscard]] QStringList visibleTexts() const;

    std::unique_ptr<SampleFolder> m_sample;
    std::unique_ptr<QMainWindow> m_owner;
    MainWindow *m_window = nullptr;
};

void TestMainWindow::initTestCase()
{
    m_sample = std::make_unique<SampleFolder>();
    QVERIFY2(m_sample->failure().isEmpty(), qPrintable(m_sample->failure()));
}

void TestMainWindow::init()
{
    QSettings().clear();
    setInterfaceLanguage(Language::Dutch);
    m_owner = makeMainWindow(m_sample->path());
    m_window = qobject_cast<MainWindow *>(m_owner.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    QVERIFY(settle(session()));
    QTRY_VERIFY(session().answer());
}

void TestMainWindow::cleanup()
{
    m_owner.reset();
}

void TestMainWindow::ask(const char *indicator, Ask ask)
{
    Question question = *session().question();
    question.ask = ask;
    question.indicator = indicator;
    session().ask(question);
    QVERIFY(settle(session()));
    QVERIFY2(session().failure().isEmpty(), qPrintable(session().failure()));
}

void TestMainWindow::key(Qt::Key key)
{
    find<FigureView>()->setFocus();
    QTest::keyClick(find<FigureView>(), key);
    QVERIFY(settle(session()));
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
    QVERIFY(m_window->windowTitle().startsWith("sample"));
    const auto labels = find<CardPane>()->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(
        labels, [this](const QLabel *label) { return label->text() == qstring(session().card().title); }));
}

void TestMainWindow::numberKeysAskQuestions()
{
    ask("safety.suspects", Ask::Level);
    key(Qt::Key_2);
    QCOMPARE(session().answer()->question.ask, Ask::Development);
    QVERIFY(!session().figure().panels.empty());
    key(Qt::Key_3);
    QCOMPARE(session().answer()->question.ask, Ask::Gap);
    key(Qt::Key_7); // not of published figures
    QCOMPARE(session().question()->ask, Ask::Gap);
    key(Qt::Key_1);
    QCOMPARE(session().answer()->question.ask, Ask::Level);
    const auto tabs = m_window->findChildren<QuestionTab *>();
    QCOMPARE(tabs.size(), 9);
    QVERIFY(tabs.front()->isChecked());
    find<SearchField>()->setFocus();
    QTest::keyClicks(find<SearchField>(), "2");
    QCOMPARE(find<SearchField>()->text(), QString("2")); // typed, not asked
    QCOMPARE(session().question()->ask, Ask::Level);
}

void TestMainWindow::questionsThatCannotBeAskedSayWhy()
{
    const auto tabs = m_window->findChildren<QuestionTab *>();
    for (const QuestionTab *tab : tabs) {
        QVERIFY(!tab->toolTip().isEmpty());
        const Ask asked = allAsks[std::size_t(tabs.indexOf(tab))];
        const AskObstacle obstacle = askSupported(asked, session().indicatorCoverage(),
                                                  session().workspace()->catalogue);
        QCOMPARE(tab->isEnabled(), obstacle == AskObstacle::None);
        if (obstacle != AskObstacle::None)
            QCOMPARE(tab->toolTip(), AskWords::obstacle(obstacle));
    }
    QVERIFY(!tabs.at(5)->isEnabled());
}

void TestMainWindow::aClickOnATabAsks()
{
    ask("safety.suspects", Ask::Level);
    QTest::mouseClick(m_window->findChildren<QuestionTab *>().at(1), Qt::LeftButton);
    QCOMPARE(session().question()->ask, Ask::Development);
    QVERIFY(settle(session()));
    QCOMPARE(session().figure().ask, Ask::Development);
}

void TestMainWindow::searchOpensWhatFitsBest()
{
    QTest::keyClick(m_window, Qt::Key_K, Qt::ControlModifier);
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
    ask("safety.suspects", Ask::Development);
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
    QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(session().question()->origins.size(), std::size_t(6));
    QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
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
    QVERIFY(!session().history().canUndo());
}

void TestMainWindow::referenceIsChosen()
{
    ask("safety.suspects", Ask::Gap);
    auto *box = find<QComboBox>("reference");
    QVERIFY(box->count() > 1);
    QCOMPARE(box->currentData().toString().toStdString(), session().answer()->reference);
    const int other = box->findData("turkish");
    QVERIFY(other >= 0);
    box->setFocus();
    box->setCurrentIndex(other);
    Q_EMIT box->activated(other);
    QVERIFY(settle(session()));
    QCOMPARE(session().answer()->reference, std::string("turkish"));
    QCOMPARE(box->currentText(), QString("Turkije"));
    key(Qt::Key_R); // opens the list
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
    const auto &coverage = session().workspace()->coverage;
    const auto covers = [](const IndicatorCoverage &item, const char *generation) {
        return std::ranges::find(item.generations, generation) != item.generations.end();
    };
    const auto both = std::ranges::find_if(coverage, [&](const auto &item) {
        return covers(item, "first") && covers(item, "second") && covers(item, "total");
    });
    const auto none = std::ranges::find_if(coverage, [&](const auto &item) { return !covers(item, "first"); });
    QVERIFY(both != coverage.end() && none != coverage.end());
    auto *second = find<QAbstractButton>("generation_second");
    ask(none->indicator.c_str(), Ask::Level);
    QVERIFY(!second->isEnabled());
    QVERIFY(!second->toolTip().isEmpty());
    ask(both->indicator.c_str(), Ask::Level);
    QVERIFY(second->isEnabled());
    const bool before = second->isChecked();
    QTest::mouseClick(second, Qt::LeftButton, {}, QPoint(6, second->height() / 2));
    QVERIFY(settle(session()));
    QCOMPARE(second->isChecked(), !before);
    const auto &asked = session().answer()->generations;
    QCOMPARE(std::ranges::find(asked, "second") != asked.end(), !before);
    QVERIFY(std::ranges::all_of(session().answer()->rows,
                                [&](const AnswerRow &row) { return row.generation != "second" || !before; }));
    key(Qt::Key_G);
    QCOMPARE(session().question()->generations, (std::vector<std::string>{"first", "second"}));
    key(Qt::Key_G);
    QVERIFY(session().question()->generations.empty());
    QTest::mouseClick(find<QAbstractButton>("generation_total"), Qt::LeftButton, {}, QPoint(6, 8));
    QVERIFY(find<QAbstractButton>("generation_total")->isEnabled());
    QVERIFY2(dynamic_cast<QAbstractButton *>(find<QAbstractButton>("generation_total"))->isChecked(),
             "one generation stays");
}

void TestMainWindow::periodsAreChosen()
{
    ask("safety.suspects", Ask::Development);
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
    key(Qt::Key_1);
    QVERIFY(!first->isVisible());
}

void TestMainWindow::tableFollowsTheFigureAndIsCopied()
{
    ask("safety.suspects", Ask::Level);
    auto *table = find<DetailPane>()->table();
    QCOMPARE(table->model()->rowCount(), int(session().figure().table.rows.size()));
    QTest::keyClick(m_window, Qt::Key_F4);
    QVERIFY(table->hasFocus());
    QTest::keyClick(m_window, Qt::Key_F4);
    QVERIFY(find<FigureView>()->hasFocus());
    key(Qt::Key_T);
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
    ask("safety.suspects", Ask::Level);
    auto *table = find<DetailPane>()->table();
    const auto shown = [this] {
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
    ask("safety.suspects", Ask::Level);
    key(Qt::Key_2);
    find<DetailPane>()->setCurrentIndex(1);
    auto *history = find<QListView>("history");
    QCOMPARE(history->model()->rowCount(), 3);
    QVERIFY(history->model()->index(2, 0).data().toString().startsWith("Ontwikkeling"));
    QTest::mouseClick(history->viewport(), Qt::LeftButton, {},
                      history->visualRect(history->model()->index(0, 0)).center());
    QCOMPARE(session().question()->indicator, std::string("income.independent"));
    QVERIFY(settle(session()));
}

void TestMainWindow::faultsAreSaidInPlace()
{
    auto *page = find<FigurePane>()->messagePage();
    Question bad = *session().question();
    bad.periods = {"1066"};
    session().ask(bad);
    QVERIFY(settle(session()));
    QVERIFY(page->isVisible());
    QVERIFY2(page->message().contains("1066"), qPrintable(page->message()));
    QCOMPARE(QApplication::activeModalWidget(), nullptr);
    QTest::mouseClick(page->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(settle(session()));
    QVERIFY(find<FigureView>()->isVisible());
    session().open(m_sample->path("nowhere.evenredig"));
    QVERIFY(settle(session()));
    QVERIFY(page->isVisible());
    QTest::mouseClick(page->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(find<FigureView>()->isVisible());
}

void TestMainWindow::anOverviewCellOpensItsIndicator()
{
    key(Qt::Key_9);
    QCOMPARE(session().answer()->question.ask, Ask::Overview);
    QVERIFY(session().question()->indicator.empty());
    const auto &rows = session().answer()->rows;
    const auto found = std::ranges::find(rows, "safety.suspects", &AnswerRow::indicator);
    QVERIFY(found != rows.end());
    const std::string origin = found->origin;
    Q_EMIT find<FigureView>()->rowActivated(int(found - rows.begin()));
    QVERIFY(settle(session()));
    QCOMPARE(session().answer()->question.indicator, std::string("safety.suspects"));
    QCOMPARE(session().answer()->question.ask, Ask::Level);
    QCOMPARE(session().emphasised(), std::vector<std::string>{origin});
    key(Qt::Key_9);
    key(Qt::Key_2); // back to the indicator before it
    QCOMPARE(session().answer()->question.indicator, std::string("safety.suspects"));
    QCOMPARE(session().answer()->question.ask, Ask::Development);
}

void TestMainWindow::letterKeysCanBeSwitchedOff()
{
    ask("safety.suspects", Ask::Level);
    find<WindowActions>()->letterKeys->trigger();
    key(Qt::Key_2);
    QCOMPARE(session().question()->ask, Ask::Level);
    QCOMPARE(Preferences::load().letterKeys, Preferences::LetterKeys::Off);
    find<WindowActions>()->letterKeys->trigger();
    key(Qt::Key_2);
    QCOMPARE(session().question()->ask, Ask::Development);
}

void TestMainWindow::paneKeysMoveTheFocus()
{
    find<SearchField>()->setFocus();
    QList<QWidget *> seen;
    for (int i = 0; i < 6; ++i) {
        seen.append(QApplication::focusWidget());
        QTest::keyClick(m_window, Qt::Key_F6);
    }
    QCOMPARE(QSet<QWidget *>(seen.begin(), seen.end()).size(), 6);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(find<SearchField>()));
    QTest::keyClick(m_window, Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), seen.last());
    QTest::keyClick(m_window, Qt::Key_F9);
    QVERIFY(!find<IndicatorTree>()->isVisible());
    QTest::keyClick(m_window, Qt::Key_F9, Qt::ShiftModifier);
    QVERIFY(!find<CardPane>()->isVisible());
    QTest::keyClick(m_window, Qt::Key_F9, Qt::ShiftModifier);
    QVERIFY(find<CardPane>()->isVisible());
    QTest::keyClick(m_window, Qt::Key_F9);
    QVERIFY(find<IndicatorTree>()->isVisible());
}

void TestMainWindow::helpOpensAtTheQuestion()
{
    ask("safety.suspects", Ask::Gap);
    QTest::keyClick(m_window, Qt::Key_F1);
    auto *help = find<HelpWindow>();
    QVERIFY(help && help->isVisible() && !help->isModal());
    QCOMPARE(help->page(), QString("gap"));
    find<WindowActions>()->firstSteps->trigger();
    QCOMPARE(help->page(), QString("start"));
    QCOMPARE(m_window->findChildren<HelpWindow *>().size(), 1);
    help->close();
}

void TestMainWindow::everyControlHasAName()
{
    QStringList nameless;
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
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

void TestMainWindow::everyShortcutStandsInAMenu()
{
    QSet<QAction *> inMenus;
    for (const QMenu *menu : m_window->findChildren<QMenu *>())
        for (QAction *action : menu->actions())
            inMenus.insert(action);
    for (QAction *action : m_window->findChildren<QAction *>()) {
        if (action->shortcut().isEmpty() || inMenus.contains(action))
            continue;
        // T stands beside F4 in the text of the action that it triggers.
        QCOMPARE(action->shortcut(), QKeySequence(Qt::Key_T));
        QVERIFY(find<WindowActions>()->table->text().endsWith("F4, T"));
    }
}

void TestMainWindow::mnemonicsAreUniquePerMenu()
{
    for (const Language language : {Language::Dutch, Language::English}) {
        setInterfaceLanguage(language);
        QList<QList<QAction *>> menus{m_window->menuBar()->actions()};
        for (const QMenu *menu : m_window->findChildren<QMenu *>())
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

QHash<QString, QString> TestMainWindow::dutchTexts()
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

QStringList TestMainWindow::visibleTexts() const
{
    QStringList texts{m_window->windowTitle()};
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
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
    for (const QAction *action : m_window->findChildren<QAction *>())
        texts << action->text() << action->toolTip();
    return texts;
}

void TestMainWindow::noEnglishInTheDutchWindow()
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
    for (const QString &text : visibleTexts())
        if (english.contains(text) || english.contains(text.section('\t', 0, 0)))
            seen.append(text);
    QVERIFY2(seen.isEmpty(), qPrintable(seen.join('\n')));
    QVERIFY(visibleTexts().contains("GROEPEN"));
}

void TestMainWindow::languageChangesAtOnce()
{
    Preferences preferences = session().preferences();
    preferences.interfaceLanguage = Language::English;
    session().setPreferences(preferences);
    QVERIFY(settle(session()));
    QVERIFY(visibleTexts().contains("GROUPS"));
    QVERIFY(!visibleTexts().contains("GROEPEN"));
    QCOMPARE(find<QListView>("originList")->model()->index(1, 0).data().toString(), QString("Morocco"));
    QCOMPARE(session().figure().language, Language::Dutch); // the figure has a language of its own
    preferences.interfaceLanguage = Language::Dutch;
    session().setPreferences(preferences);
    QTRY_VERIFY(visibleTexts().contains("GROEPEN"));
}

void TestMainWindow::droppedFilesOpen()
{
    const QString other = m_sample->path("other.evenredig");
    QFile::remove(other);
    QVERIFY(QFile::copy(m_sample->path(), other));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(other)});
    QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window, &drop);
    QTRY_COMPARE(session().workspace()->path, other);
    QVERIFY(settle(session()));
    QVERIFY(m_window->windowTitle().startsWith("other"));
    QMimeData text;
    text.setUrls({QUrl::fromLocalFile(m_sample->path("x.txt"))});
    QDragEnterEvent refused(QPoint(9, 9), Qt::CopyAction, &text, Qt::LeftButton, {});
    refused.ignore();
    QCoreApplication::sendEvent(m_window, &refused);
    QVERIFY(!refused.isAccepted());
}

void TestMainWindow::aCopyIsSaved()
{
    const QString copy = m_sample->path("copy.evenredig");
    m_window->saveCopy(copy);
    QTRY_VERIFY(QFile::exists(copy));
    QTRY_COMPARE(QFileInfo(copy).size(), QFileInfo(m_sample->path()).size());
    QTRY_VERIFY(m_window->statusBar()->currentMessage().contains("copy.evenredig"));
    session().open(copy);
    QTRY_COMPARE(session().workspace()->path, copy);
    QVERIFY(settle(session()));
}

void TestMainWindow::remembersViewAndFiles()
{
    ask("safety.suspects", Ask::Development);
    m_window->resize(1111, 777);
    m_window->close();
    m_owner = makeMainWindow({}); // nothing named: the file that was open last
    m_window = qobject_cast<MainWindow *>(m_owner.get());
    m_window->show();
    QTRY_VERIFY(session().answer());
    QCOMPARE(session().workspace()->path, m_sample->path());
    QCOMPARE(session().answer()->question.ask, Ask::Development);
    QCOMPARE(session().answer()->question.indicator, std::string("safety.suspects"));
    QCOMPARE(find<WindowActions>()->recent->actions().size(), recentFiles().size());
    QCOMPARE(m_window->size(), QSize(1111, 777));
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
    m_owner.reset();
    QSettings().clear();
    m_owner = makeMainWindow({});
    m_window = qobject_cast<MainWindow *>(m_owner.get());
    m_window->show();
    QVERIFY(!session().isBusy());
    QVERIFY(visibleTexts().contains("Welkom"));
    QVERIFY(!find<FigureView>()->isVisible());
    QVERIFY(!find<WindowActions>()->exportFigure->isEnabled());
    m_window->setSampleProvider(
        [path = m_sample->path().toStdString()](const Progress &) -> Result<std::string> { return path; });
    find<WindowActions>()->sample->trigger();
    QTRY_VERIFY(session().answer());
    QVERIFY(find<FigureView>()->isVisible());
}

QTEST_MAIN(TestMainWindow)
#include "testmainwindow.moc"
