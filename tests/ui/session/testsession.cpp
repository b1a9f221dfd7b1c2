// The session: opening, asking, undo, faults in words, languages, the card.
#include "core/figure/card.h"
#include "testroom.h"
#include "ui/base/text.h"
#include "ui/explore/models/historymodel.h"
#include "ui/samplewindow.h"
#include "ui/session/changeview.h"
#include "ui/session/viewstate.h"

#include <QAbstractItemModelTester>

using namespace evenredig;

class TestSession final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void opensWithTheFirstQuestion();
    void remembersTheLastQuestion();
    void undoAndRedoAreTheSameQuestions();
    void editsOfOneFieldMerge();
    void aSeriesThatEndsWhereItBeganLeavesNoStep();
    void clicksOnGroupsDoNotMerge();
    void onlyTheLastOfManyQuestionsIsShown();
    void countsThePeriodsOfTheGroupsInView();
    void saysWhyAFileDoesNotOpen();
    void saysWhyAQuestionFailsAndGoesBack();
    void interfaceAndOutputLanguageAreApart();
    void cardFollowsTheRow();
    void highlightsAGroup();
    void sampleComesFromTheApplication();
    void historyIsInSentences();

private:
    [[nodiscard]] Question question(Ask ask, const char *indicator = "income.independent") const;
    void ask(const Question &question);
    SampleFolder *m_sample = nullptr;
    std::unique_ptr<SampleFolder> m_owner;
    std::unique_ptr<Session> m_session;
};

void TestSession::initTestCase()
{
    m_owner = std::make_unique<SampleFolder>();
    m_sample = m_owner.get();
    QVERIFY2(m_sample->failure().isEmpty(), qPrintable(m_sample->failure()));
}

void TestSession::init()
{
    QSettings().clear();
    m_session = std::make_unique<Session>(Preferences());
    QSignalSpy shown(m_session.get(), &Session::figureChanged);
    m_session->open(m_sample->path());
    QVERIFY(shown.wait(20000));
    QVERIFY(settle(*m_session));
}

Question TestSession::question(Ask ask, const char *indicator) const
{
    Question result = *m_session->question();
    result.ask = ask;
    result.indicator = indicator;
    return result;
}

void TestSession::ask(const Question &question)
{
    m_session->ask(question);
    QVERIFY(settle(*m_session));
}

void TestSession::opensWithTheFirstQuestion()
{
    QCOMPARE(m_session->question()->ask, Ask::Overview);
    QVERIFY(m_session->question()->indicator.empty());
    QCOMPARE(m_session->indicator(), std::string("income.independent")); // what another question is then about
    QVERIFY(!m_session->answer()->rows.empty());
    QVERIFY(!m_session->figure().title.empty());
    QVERIFY(!m_session->card().title.empty());
    QVERIFY(m_session->coverage());
    QVERIFY(!m_session->history().canUndo());
    QVERIFY(recentFiles().contains(m_sample->path()));
}

void TestSession::remembersTheLastQuestion()
{
    m_session->ask(question(Ask::Gap, "safety.suspects"));
    QVERIFY(settle(*m_session));
    Session other{Preferences()};
    QSignalSpy shown(&other, &Session::figureChanged);
    other.open(m_sample->path());
    QVERIFY(shown.wait(20000));
    QCOMPARE(other.question()->indicator, std::string("safety.suspects"));
    QCOMPARE(other.question()->ask, Ask::Gap);
    QVERIFY(!other.history().canUndo());
}

void TestSession::undoAndRedoAreTheSameQuestions()
{
    const Question first = *m_session->question();
    const Question second = question(Ask::Level, "safety.suspects");
    const Question third = question(Ask::Development, "safety.suspects");
    m_session->ask(second);
    m_session->ask(third);
    QVERIFY(settle(*m_session));
    QCOMPARE(m_session->history().count(), 2);
    QCOMPARE(m_session->answer()->question, third);
    m_session->history().undo();
    m_session->history().undo();
    QVERIFY(*m_session->question() == first); // at once: controls do not wait for the figure
    QVERIFY(settle(*m_session));
    QVERIFY(m_session->answer()->question == first);
    m_session->history().redo();
    QVERIFY(settle(*m_session));
    QVERIFY(m_session->answer()->question == second);
    m_session->ask(second);
    QCOMPARE(m_session->history().count(), 2); // the same again is no step
}

void TestSession::editsOfOneFieldMerge()
{
    Question next = *m_session->question();
    for (const char *reference : {"moroccan", "turkish", "polish"}) {
        next.reference = reference;
        m_session->ask(next);
    }
    QCOMPARE(m_session->history().count(), 1);
    QTest::qWait(900); // the step ends
    next.reference = "surinamese";
    m_session->ask(next);
    QCOMPARE(m_session->history().count(), 2);
    m_session->history().undo();
    m_session->history().undo();
    QVERIFY(!m_session->question()->reference);
}

void TestSession::aSeriesThatEndsWhereItBeganLeavesNoStep()
{
    ask(question(Ask::Level));
    m_session->history().clear();
    const Question first = *m_session->question();
    m_session->ask(question(Ask::Level, "safety.suspects"));
    m_session->ask(first);
    QCOMPARE(m_session->history().count(), 0);
    QVERIFY(*m_session->question() == first);
}

void TestSession::clicksOnGroupsDoNotMerge()
{
    const Catalogue &catalogue = m_session->workspace()->catalogue;
    m_session->ask(withOrigin(*m_session->question(), "turkish", Shown::No, catalogue));
    m_session->ask(withOrigin(*m_session->question(), "moroccan", Shown::No, catalogue));
    QCOMPARE(m_session->history().count(), 2);
    m_session->history().undo();
    QCOMPARE(m_session->question()->origins.size(), std::size_t(6));
}

void TestSession::onlyTheLastOfManyQuestionsIsShown()
{
    QSignalSpy shown(m_session.get(), &Session::figureChanged);
    for (int i = 0; i < 10; ++i) {
        m_session->ask(question(Ask::Development, "safety.suspects"));
        m_session->ask(question(Ask::Level, "income.independent"));
        m_session->ask(question(Ask::Gap, "safety.suspects"));
    }
    QVERIFY(settle(*m_session));
    QTest::qWait(50);
    QCOMPARE(shown.count(), 1);
    QCOMPARE(m_session->figure().ask, Ask::Gap);
}

void TestSession::countsThePeriodsOfTheGroupsInView()
{
    m_session->ask(question(Ask::Level, "safety.suspects"));
    QVERIFY(settle(*m_session));
    QVERIFY(m_session->periods().size() > 5);
    QVERIFY(m_session->periods().size() < m_session->coverage()->periods.size()); // the references have more
    QCOMPARE(m_session->obstacle(Ask::Development), Obstacle::None);
    Question restricted = *m_session->question();
    restricted.periods = {m_session->periods().front().id()};
    m_session->ask(restricted);
    QVERIFY(settle(*m_session));
    QVERIFY2(m_session->periods().size() > 5, "what can be chosen does not shrink with the choice");
    QCOMPARE(m_session->obstacle(Ask::Paradox), Obstacle::NotYet);
}

void TestSession::saysWhyAFileDoesNotOpen()
{
    QSignalSpy failed(m_session.get(), &Session::failed);
    const QString path = m_sample->path(QStringLiteral("nowhere.evenredig"));
    m_session->open(path);
    QVERIFY(failed.wait(5000));
    QVERIFY(failed.at(0).at(0).toString().contains(QStringLiteral("nowhere.evenredig")));
    QCOMPARE(m_session->workspace()->path, m_sample->path()); // what was open stays open

    QFile text(m_sample->path(QStringLiteral("text.evenredig")));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("a;b;c\n1;2;3\n");
    text.close();
    m_session->open(text.fileName());
    QVERIFY(failed.wait(5000));
    QVERIFY(!m_session->failure().isEmpty());
    QVERIFY(!recentFiles().contains(text.fileName()));
}

void TestSession::saysWhyAQuestionFailsAndGoesBack()
{
    QSignalSpy failed(m_session.get(), &Session::failed);
    const Question good = *m_session->question();
    Question bad = good;
    bad.origins = {"martian"};
    m_session->ask(bad);
    QVERIFY(failed.wait(5000));
    QVERIFY(failed.at(0).at(0).toString().contains(QStringLiteral("martian")));
    m_session->history().undo();
    QVERIFY(settle(*m_session));
    QVERIFY(m_session->failure().isEmpty());
    QVERIFY(m_session->answer()->question == good);
}

void TestSession::interfaceAndOutputLanguageAreApart()
{
    const std::string dutch = m_session->figure().subtitle;
    QSignalSpy shown(m_session.get(), &Session::figureChanged);
    Preferences preferences;
    preferences.outputLanguage = Language::English;
    m_session->setPreferences(preferences);
    QVERIFY(shown.wait(5000));
    QVERIFY(m_session->figure().subtitle != dutch);
    QCOMPARE(m_session->figure().numbers, NumberFormat::english());
    QCOMPARE(m_session->figure().language, Language::English);
    QCOMPARE(Preferences::load().outputLanguage, Language::English);
    QCOMPARE(Preferences::load().interfaceLanguage, Language::Dutch);
    preferences.numbers = Preferences::Numbers::Dutch;
    m_session->setPreferences(preferences);
    QVERIFY(shown.wait(5000));
    QCOMPARE(m_session->figure().numbers, NumberFormat::dutch());
    QCOMPARE(m_session->figure().language, Language::English);
}

void TestSession::cardFollowsTheRow()
{
    const auto same = [](const Card &a, const Card &b) {
        return a.title == b.title && a.items.size() == b.items.size()
               && std::equal(a.items.begin(), a.items.end(), b.items.begin(), [](const CardItem &x, const CardItem &y) {
                      return x.label == y.label && x.lines == y.lines;
                  });
    };
    const Card start = m_session->card();
    const int last = int(m_session->answer()->rows.size()) - 1;
    m_session->look(last);
    QVERIFY(same(m_session->card(),
                 buildCard(*m_session->answer(), m_session->workspace()->catalogue, m_session->figureOptions(), last)));
    QVERIFY(!same(m_session->card(), start));
    m_session->look(-1);
    QVERIFY(same(m_session->card(), start));
    m_session->look(100000); // of a figure that is gone
    QVERIFY(same(m_session->card(), start));
}

void TestSession::highlightsAGroup()
{
    ask(question(Ask::Level));
    m_session->history().clear();
    const int last = int(m_session->answer()->rows.size()) - 1;
    const std::string origin = m_session->answer()->rows[std::size_t(last)].origin;
    m_session->highlight(last);
    QCOMPARE(m_session->emphasised(), std::vector<std::string>{origin});
    QVERIFY(settle(*m_session));
    QCOMPARE(m_session->figureOptions().focusRow, last);
    m_session->highlight(last);
    QVERIFY(m_session->emphasised().empty());
    m_session->highlightOrigin("turkish");
    m_session->highlightOrigin("moroccan");
    QCOMPARE(m_session->emphasised(), std::vector<std::string>{"moroccan"});
    m_session->highlightOrigin("moroccan");
    QVERIFY(m_session->emphasised().empty());
    for (const char *group : {"iranian", "moroccan", "polish", "turkish", "somali"})
        m_session->highlightOrigin(group, Session::Highlight::Also);
    QCOMPARE(m_session->emphasised().size(), std::size_t(4)); // a fifth colour would make none stand out
    m_session->highlightOrigin("polish", Session::Highlight::Also);
    QCOMPARE(m_session->emphasised(), (std::vector<std::string>{"iranian", "moroccan", "turkish"}));
    m_session->history().undo();
    QCOMPARE(m_session->emphasised().size(), std::size_t(4));
    while (m_session->history().canUndo())
        m_session->history().undo();
    QVERIFY(m_session->emphasised().empty());
    QVERIFY(settle(*m_session));
}

void TestSession::sampleComesFromTheApplication()
{
    Session session{Preferences()};
    QVERIFY(!session.hasSample());
    session.openSample();
    QVERIFY(!session.isBusy());
    session.setSampleProvider(
        [path = m_sample->path().toStdString()](const Progress &) -> Result<std::string> { return path; });
    QSignalSpy shown(&session, &Session::figureChanged);
    session.openSample();
    QVERIFY(shown.wait(20000));
    session.setSampleProvider([](const Progress &) -> Result<std::string> {
        return fail(ErrorCode::FolderReadOnly, {{"folder", "/x"}});
    });
    QSignalSpy failed(&session, &Session::failed);
    session.openSample();
    QVERIFY(failed.wait(5000));
    QVERIFY(failed.at(0).at(0).toString().contains(QStringLiteral("/x")));
}

void TestSession::historyIsInSentences()
{
    HistoryModel model(*m_session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reload();
    QCOMPARE(model.rowCount({}), 1);
    Question next = question(Ask::Development, "safety.suspects");
    next.origins = {"moroccan", "turkish"};
    m_session->ask(next);
    QCOMPARE(model.rowCount({}), 2);
    QCOMPARE(model.currentRow(), 1);
    const Indicator *indicator = m_session->workspace()->catalogue.indicator("safety.suspects");
    const QString sentence = model.index(1).data().toString();
    QVERIFY2(sentence.contains(qstring(indicator->label.nl)), qPrintable(sentence));
    QVERIFY2(sentence.contains(QStringLiteral("Marokko, Turkije")), qPrintable(sentence));
    m_session->history().setIndex(0);
    QCOMPARE(model.currentRow(), 0);
    QVERIFY(model.index(0).data(Qt::FontRole).isValid());
}

EVENREDIG_TEST(TestSession)
#include "testsession.moc"
