// Edits of a question: what each click makes of it, and what the data can carry.
#include "testroom.h"
#include "ui/asksupport.h"
#include "ui/questionedit.h"

#include <QtTest>

using namespace evenredig;
using Texts = std::vector<std::string>;

class TestQuestionEdit final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesTheFieldThatChanged();
    void togglesGroupsInTheirFixedOrder();
    void keepsOneGroup();
    void togglesGenerations();
    void choosesPeriodsInEitherOrder();
    void aDevelopmentNeedsMoreThanOnePeriod();
    void anOverviewIsOfNoIndicator();
    void anotherIndicatorKeepsWhatItCanCarry();
    void offersOnlyReferencesThatAreCovered();
    void saysWhyAQuestionCannotBeAsked();
    void opensNoSensitiveIndicatorByItself();

private:
    [[nodiscard]] static IndicatorCoverage covered(const std::string &indicator, const Texts &periods);
    OpenWorkspace m_workspace;
};

IndicatorCoverage TestQuestionEdit::covered(const std::string &indicator, const Texts &periods)
{
    IndicatorCoverage coverage{indicator, {"set"}, {"moroccan", "turkish", "none_background"}, {"total"}, {}, 1};
    for (const std::string &period : periods)
        coverage.periods.push_back(*Period::parse(period));
    return coverage;
}

void TestQuestionEdit::initTestCase()
{
    Result<Catalogue> catalogue = Catalogue::builtIn();
    QVERIFY(catalogue.has_value());
    m_workspace.catalogue = std::move(*catalogue);
    m_workspace.coverage = {covered("income.independent", {"2005", "2010", "2015"}),
                            covered("safety.suspects", {"2015"})};
}

void TestQuestionEdit::namesTheFieldThatChanged()
{
    const Question question;
    Question other = question;
    QCOMPARE(changedField(question, other), QuestionField::None);
    other.ask = Ask::Gap;
    QCOMPARE(changedField(question, other), QuestionField::Ask);
    other.reference = "national";
    QCOMPARE(changedField(question, other), QuestionField::Several);
    QCOMPARE(changedField(question, withReference(question, "national")), QuestionField::Reference);
}

void TestQuestionEdit::togglesGroupsInTheirFixedOrder()
{
    Question question;
    question = withOrigin(question, "somali", Shown::No, m_workspace.catalogue);
    QCOMPARE(question.origins, (Texts{"iranian", "moroccan", "dutch_caribbean", "polish", "surinamese", "turkish"}));
    question = withOrigin(question, "somali", Shown::Yes, m_workspace.catalogue);
    QVERIFY2(question.origins.empty(), "all seven are written as none named");
}

void TestQuestionEdit::keepsOneGroup()
{
    Question question;
    question.origins = {"turkish"};
    QCOMPARE(withOrigin(question, "turkish", Shown::No, m_workspace.catalogue).origins, Texts{"turkish"});
}

void TestQuestionEdit::togglesGenerations()
{
    Question question = withGeneration({}, "second", Shown::Yes);
    QCOMPARE(question.generations, (Texts{"total", "second"}));
    question = withGeneration(question, "first", Shown::Yes);
    QCOMPARE(question.generations, (Texts{"total", "first", "second"}));
    question = withGeneration(withGeneration(question, "first", Shown::No), "second", Shown::No);
    QVERIFY2(question.generations.empty(), "the default is written as nothing");
    QCOMPARE(shownGenerations(withGeneration(question, "total", Shown::No)), Texts{"total"});
}

void TestQuestionEdit::choosesPeriodsInEitherOrder()
{
    const std::vector<Period> &periods = m_workspace.coverage[0].periods;
    QCOMPARE(withPeriods({}, "2010", "2015", periods).periods, (Texts{"2010", "2015"}));
    QCOMPARE(withPeriods({}, "2015", "2010", periods).periods, (Texts{"2010", "2015"}));
    QVERIFY(withPeriods({}, "2005", "2015", periods).periods.empty());
    QVERIFY2(withPeriods({}, "2005", "1999", periods).periods.empty(), "a period that is not there changes nothing");
}

void TestQuestionEdit::aDevelopmentNeedsMoreThanOnePeriod()
{
    Question question;
    question.periods = {"2010"};
    QCOMPARE(withAsk(question, Ask::Level, {}).periods, Texts{"2010"});
    QVERIFY(withAsk(question, Ask::Development, {}).periods.empty());
}

void TestQuestionEdit::anOverviewIsOfNoIndicator()
{
    Question question;
    question.indicator = "income.independent";
    question.periods = {"2010"};
    question.generations = {"first"};
    question = withAsk(question, Ask::Overview, "income.independent");
    QVERIFY(question.indicator.empty() && question.periods.empty() && question.generations.empty());
    QCOMPARE(withIndicator(question, "safety.suspects", m_workspace).ask, Ask::Level);
    question = withAsk(question, Ask::Development, "income.independent");
    QCOMPARE(question.indicator, std::string("income.independent"));
}

void TestQuestionEdit::anotherIndicatorKeepsWhatItCanCarry()
{
    Question question;
    question.ask = Ask::Development;
    question.indicator = "income.independent";
    question.periods = {"2005", "2010"};
    question.origins = {"turkish"};
    question.reference = "none_background";
    question = withIndicator(question, "safety.suspects", m_workspace);
    QCOMPARE(question.indicator, std::string("safety.suspects"));
    QVERIFY(question.periods.empty());
    QCOMPARE(question.origins, Texts{"turkish"});
    QCOMPARE(*question.reference, std::string("none_background"));
    QCOMPARE(question.ask, Ask::Level); // one period carries no development
}

void TestQuestionEdit::offersOnlyReferencesThatAreCovered()
{
    QCOMPARE(referenceChoices(m_workspace.coverage[0], m_workspace.catalogue),
             (Texts{"none_background", "moroccan", "turkish"}));
}

void TestQuestionEdit::saysWhyAQuestionCannotBeAsked()
{
    const Catalogue &catalogue = m_workspace.catalogue;
    const IndicatorCoverage &three = m_workspace.coverage[0];
    const IndicatorCoverage &one = m_workspace.coverage[1];
    QCOMPARE(askSupported(Ask::Level, &one, catalogue), AskObstacle::None);
    QCOMPARE(askSupported(Ask::Development, &three, catalogue), AskObstacle::None);
    QCOMPARE(askSupported(Ask::Development, &one, catalogue), AskObstacle::OnePeriod);
    QCOMPARE(askSupported(Ask::Gap, &three, catalogue), AskObstacle::None);
    QCOMPARE(askSupported(Ask::Level, nullptr, catalogue), AskObstacle::NoData);
    QCOMPARE(askSupported(Ask::Overview, nullptr, catalogue), AskObstacle::None);
    QCOMPARE(askSupported(Ask::Generations, &three, catalogue), AskObstacle::NoGenerations);
    QCOMPARE(askSupported(Ask::Paradox, &three, catalogue), AskObstacle::NeedsPersons);
    IndicatorCoverage alone = three;
    alone.origins.clear();
    QCOMPARE(askSupported(Ask::Gap, &alone, catalogue), AskObstacle::NoReference);
    for (const AskObstacle obstacle : {AskObstacle::NeedsPersons, AskObstacle::NoData, AskObstacle::OnePeriod,
                                       AskObstacle::NoReference, AskObstacle::NoGenerations})
        QVERIFY(!AskWords::obstacle(obstacle).isEmpty());
    for (const Ask ask : allAsks)
        QVERIFY(!AskWords::name(ask).isEmpty() && !AskWords::sentence(ask).isEmpty());
}

void TestQuestionEdit::opensNoSensitiveIndicatorByItself()
{
    QCOMPARE(firstIndicator(m_workspace), std::string("income.independent"));
    QCOMPARE(firstQuestion(m_workspace)->ask, Ask::Overview);
    OpenWorkspace other = m_workspace;
    other.coverage.erase(other.coverage.begin());
    QVERIFY(other.catalogue.indicator("safety.suspects")->sensitive);
    QVERIFY(!firstQuestion(other));
    other.coverage.push_back(covered("income.low_persons", {"2015"}));
    const auto plain = std::ranges::find_if(other.catalogue.indicators,
                                            [](const Indicator &i) { return !i.sensitive; });
    other.coverage.back().indicator = plain->id;
    QCOMPARE(firstIndicator(other), plain->id);
    QCOMPARE(firstQuestion(other)->ask, Ask::Overview);
}

EVENREDIG_TEST(TestQuestionEdit)
#include "testquestionedit.moc"
