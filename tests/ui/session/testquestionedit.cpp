// Edits of a question: what each click makes of it, and what the data can carry.
#include "testroom.h"
#include "ui/session/asksupport.h"
#include "ui/session/questionedit.h"

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
    [[nodiscard]] static Availability covered(const std::string &indicator, const Texts &periods);
    OpenWorkspace m_workspace;
};

Availability TestQuestionEdit::covered(const std::string &indicator, const Texts &periods)
{
    Availability available;
    available.coverage = {indicator, {"set"}, {"moroccan", "turkish", "none_background"}, {"total"}, {}, 1};
    for (const std::string &period : periods)
        available.coverage.periods.push_back(*Period::parse(period));
    for (const Ask ask : {Ask::Development, Ask::Relative}) {
        if (periods.size() < 2)
            available.obstacles[std::size_t(ask)] = Obstacle::OnePeriod;
    }
    return available;
}

void TestQuestionEdit::initTestCase()
{
    Result<Catalogue> catalogue = Catalogue::builtIn();
    QVERIFY(catalogue.has_value());
    m_workspace.catalogue = std::move(*catalogue);
    m_workspace.available = {covered("income.independent", {"2005", "2010", "2015"}),
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
    const std::vector<Period> &periods = m_workspace.available[0].coverage.periods;
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
    QCOMPARE(referenceChoices(m_workspace.available[0].coverage, m_workspace.catalogue),
             (Texts{"none_background", "moroccan", "turkish"}));
}

void TestQuestionEdit::saysWhyAQuestionCannotBeAsked()
{
    QCOMPARE(m_workspace.obstacle(Ask::Level, "safety.suspects"), Obstacle::None);
    QCOMPARE(m_workspace.obstacle(Ask::Development, "income.independent"), Obstacle::None);
    QCOMPARE(m_workspace.obstacle(Ask::Development, "safety.suspects"), Obstacle::OnePeriod);
    QCOMPARE(m_workspace.obstacle(Ask::Level, "health.good"), Obstacle::NoData);
    QCOMPARE(m_workspace.obstacle(Ask::Overview, "health.good"), Obstacle::None);
    QCOMPARE(m_workspace.obstacle(Ask::Paradox, "health.good"), Obstacle::NotYet);
    QVERIFY(AskWords::obstacle(Ask::Level, Obstacle::None, Language::Dutch).isEmpty());
    for (const Obstacle obstacle : {Obstacle::NotYet, Obstacle::NoData, Obstacle::OnePeriod, Obstacle::NoReference,
                                    Obstacle::NoGenerations, Obstacle::PersonsLevelOnly}) {
        for (const Language language : {Language::Dutch, Language::English}) {
            const QString sentence = AskWords::obstacle(Ask::Gap, obstacle, language);
            QVERIFY2(!sentence.isEmpty() && !sentence.contains(u'{') && !sentence.contains(u'_'), qPrintable(sentence));
        }
    }
    for (const AskTraits &traits : allAskTraits())
        QVERIFY(!AskWords::name(traits.ask).isEmpty() && !AskWords::sentence(traits.ask).isEmpty());
}

void TestQuestionEdit::opensNoSensitiveIndicatorByItself()
{
    QCOMPARE(firstIndicator(m_workspace), std::string("income.independent"));
    QCOMPARE(firstQuestion(m_workspace)->ask, Ask::Overview);
    OpenWorkspace other = m_workspace;
    other.available.erase(other.available.begin());
    QVERIFY(other.catalogue.indicator("safety.suspects")->sensitive);
    QVERIFY(!firstQuestion(other));
    other.available.push_back(covered("income.low_persons", {"2015"}));
    const auto plain = std::ranges::find_if(other.catalogue.indicators,
                                            [](const Indicator &i) { return !i.sensitive; });
    other.available.back().coverage.indicator = plain->id;
    QCOMPARE(firstIndicator(other), plain->id);
    QCOMPARE(firstQuestion(other)->ask, Ask::Overview);
}

EVENREDIG_TEST(TestQuestionEdit)
#include "testquestionedit.moc"
