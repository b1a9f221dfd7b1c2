// What can be asked is what is answered, in the sample and of persons; and the reasons have words.
#include "core/answer/answer.h"
#include "core/answer/availability.h"
#include "core/base/texts.h"
#include "core/sampleworkspace.h"
#include "testroom.h"

using namespace evenredig;

class TestAvailability : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsOfferedIsAnswered();
    void reasonsHaveWords();
    void withoutData();

private:
    SampleWorkspace m_sample;
};

void TestAvailability::whatIsOfferedIsAnswered()
{
    QVERIFY2(m_sample.failure.isEmpty(), qPrintable(m_sample.failure));
    const auto available = availability(*m_sample.workspace, m_sample.catalogue);
    QVERIFY(available && available->size() >= 26);
    int offered = 0, refused = 0;
    for (const Availability &item : *available) {
        for (const AskTraits &traits : allAskTraits()) {
            if (!traits.needsIndicator)
                continue; // it is about the whole file
            Question question;
            question.ask = traits.ask;
            question.indicator = item.coverage.indicator;
            const auto answered = answer(*m_sample.workspace, m_sample.catalogue, question);
            const bool free = item.obstacle(traits.ask) == Obstacle::None;
            QVERIFY2(answered.has_value() == free, (question.indicator + " " + std::string(traits.name)).c_str());
            ++(free ? offered : refused);
        }
    }
    QVERIFY(offered > 26 && refused > 26);
}

void TestAvailability::reasonsHaveWords()
{
    for (const Obstacle obstacle : {Obstacle::NotYet, Obstacle::NoData, Obstacle::OnePeriod, Obstacle::NoReference,
                                    Obstacle::NoGenerations, Obstacle::PersonsLevelOnly}) {
        for (const Language language : {Language::Dutch, Language::English})
            QVERIFY(hasText(language, "reason." + std::string(obstacleName(obstacle))));
    }
    QVERIFY(obstacleName(Obstacle::None).empty());
}

void TestAvailability::withoutData()
{
    QCOMPARE(obstacleWithoutData(Ask::Level), Obstacle::NoData);
    QCOMPARE(obstacleWithoutData(Ask::Overview), Obstacle::None);
    QCOMPARE(obstacleWithoutData(Ask::Paradox), Obstacle::NotYet);
}

EVENREDIG_TEST(TestAvailability)
#include "testavailability.moc"
