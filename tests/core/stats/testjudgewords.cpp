// The verdict of judge() where nothing bars it: by the 95% interval, with the smallest difference that could be shown.
#include "core/stats/estimate.h"
#include "judgescene.h"
#include "testroom.h"

#include <QtTest>

#include <cmath>

using namespace evenredig;
using namespace evenredig::judging;

class TestJudgeWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void gapWords_data();
    void gapWords();
    void smallestDemonstrable_data();
    void smallestDemonstrable();
    void onlyThe95IntervalCounts_data();
    void onlyThe95IntervalCounts();
};

namespace {

/// Surveys whose difference, or change of a gap, has just this margin.
Scene between(Rule rule, const std::vector<double> &values, double margin, Direction direction)
{
    Scene scene = sceneOf(rule, true);
    scene.indicator.direction = direction;
    for (std::size_t i = 0; i < values.size(); ++i) {
        Level &figure = scene.figures[i];
        figure = survey(values[i], margin / std::sqrt(double(values.size())), figure.period.id().c_str());
        figure.half = 0;
    }
    return scene;
}

} // namespace

// Levels of which the difference has just the margin that is given, and no rounding.
void TestJudgeWords::words_data()
{
    QTest::addColumn<double>("difference");
    QTest::addColumn<double>("margin");
    QTest::addColumn<int>("direction");
    QTest::addColumn<Verdict>("ofDifference");
    QTest::addColumn<Verdict>("ofChange");
    QTest::addColumn<Size>("size");
    const int up = int(Direction::Higher), down = int(Direction::Lower), neutral = int(Direction::Neutral);
    const Size none = Size::None, small = Size::Small, beyond = Size::BeyondMargin;
    using V = Verdict;
    QTest::newRow("equal") << 0.001 << 0.005 << up << V::Equal << V::Unchanged << none;
    QTest::newRow("equal, 0 outside") << 0.009 << 0.005 << up << V::Equal << V::Unchanged << none;
    QTest::newRow("not demonstrable") << 0.02 << 0.03 << up << V::NotDemonstrable << V::NotDemonstrable << none;
    QTest::newRow("small") << 0.03 << 0.02 << up << V::Higher << V::Larger << small;
    QTest::newRow("small, below") << -0.03 << 0.02 << down << V::Lower << V::Smaller << small;
    QTest::newRow("favourable") << 0.1 << 0.02 << up << V::MoreFavourable << V::Larger << beyond;
    QTest::newRow("not favourable") << 0.1 << 0.02 << down << V::LessFavourable << V::Larger << beyond;
    QTest::newRow("favourable, below") << -0.1 << 0.02 << down << V::MoreFavourable << V::Smaller << beyond;
    QTest::newRow("not favourable, below") << -0.1 << 0.02 << up << V::LessFavourable << V::Smaller << beyond;
    QTest::newRow("neutral") << 0.1 << 0.02 << neutral << V::Higher << V::Larger << beyond;
    QTest::newRow("neutral, below") << -0.1 << 0.02 << neutral << V::Lower << V::Smaller << beyond;
    QTest::newRow("neutral, small") << 0.03 << 0.02 << neutral << V::Higher << V::Larger << small;
}

void TestJudgeWords::words()
{
    QFETCH(double, difference);
    QFETCH(double, margin);
    QFETCH(int, direction);
    QFETCH(evenredig::Verdict, ofDifference);
    QFETCH(evenredig::Verdict, ofChange);
    QFETCH(evenredig::Size, size);
    for (const Rule rule : {Rule::Difference, Rule::Change}) {
        const Scene scene = between(rule, {0.4 + difference, 0.4}, margin, Direction(direction));
        const Judgement judgement = scene.judged(rule);
        compare(judgement, Status::Ok, rule == Rule::Difference ? ofDifference : ofChange);
        QCOMPARE(judgement.assessment.size, size);
        QCOMPARE(*judgement.assessment.established, std::abs(difference) > margin);
    }
}

void TestJudgeWords::gapWords_data()
{
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("last");
    QTest::addColumn<double>("margin"); // of the change; that of each gap is √2 smaller
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<Size>("size");
    const Size none = Size::None, small = Size::Small, beyond = Size::BeyondMargin;
    QTest::newRow("unchanged") << 0.1 << 0.101 << 0.005 << Verdict::Unchanged << none;
    QTest::newRow("unchanged, 0 outside") << 0.1 << 0.109 << 0.005 << Verdict::Unchanged << none;
    QTest::newRow("not demonstrable") << 0.1 << 0.12 << 0.03 << Verdict::NotDemonstrable << none;
    QTest::newRow("smaller") << 0.2 << 0.05 << 0.03 << Verdict::Smaller << beyond;
    QTest::newRow("a little smaller") << 0.2 << 0.17 << 0.02 << Verdict::Smaller << small;
    QTest::newRow("smaller, to nothing") << 0.2 << 0.0 << 0.03 << Verdict::Smaller << beyond;
    QTest::newRow("larger") << 0.05 << 0.2 << 0.03 << Verdict::Larger << beyond;
    QTest::newRow("larger, from nothing") << 0.0 << 0.2 << 0.03 << Verdict::Larger << beyond;
    QTest::newRow("reversed") << 0.1 << -0.1 << 0.03 << Verdict::Reversed << beyond;
    QTest::newRow("changed, neither established") << -0.03 << 0.03 << 0.05 << Verdict::Changed << small;
}

void TestJudgeWords::gapWords()
{
    QFETCH(double, first);
    QFETCH(double, last);
    QFETCH(double, margin);
    QFETCH(evenredig::Verdict, verdict);
    QFETCH(evenredig::Size, size);
    for (const double sign : {1.0, -1.0}) { // a gap is a distance: the mirror image has the same word
        for (const Direction direction : {Direction::Higher, Direction::Lower, Direction::Neutral}) {
            const Scene scene = between(Rule::GapChange, {0.5 + sign * last, 0.5, 0.4 + sign * first, 0.4}, margin,
                                        direction);
            const Judgement judgement = scene.judged(Rule::GapChange);
            compare(judgement, Status::Ok, verdict);
            QCOMPARE(judgement.assessment.size, size);
            QCOMPARE(*judgement.assessment.established, std::abs(last - first) > margin);
        }
    }
}

// 2.8 standard errors of every sampled difference that is judged, whatever the word.
void TestJudgeWords::smallestDemonstrable_data()
{
    QTest::addColumn<int>("rule");
    for (const Rule rule : rules)
        QTest::addRow("%s", nameOf(rule)) << int(rule);
}

void TestJudgeWords::smallestDemonstrable()
{
    QFETCH(int, rule);
    const Scene sampled = sceneOf(Rule(rule), true);
    for (std::size_t place = 0; place < sampled.figures.size(); ++place) {
        for (const double aside : {0.0, 0.005, 0.03}) { // askew: by MOVER or on another scale
            Scene scene = sampled;
            scene.figures[place].high = *scene.figures[place].high + aside;
            const Estimate whole = estimate(scene.formula(), scene.levels(), Unit::Percent);
            const Assessment assessment = scene.judged(Rule(rule)).assessment;
            QVERIFY(whole.se && assessment.mdv && assessment.established);
            QCOMPARE(*assessment.mdv, 2.8 * *whole.se);
        }
    }
    Scene notDemonstrable = sampled;
    for (std::size_t i = 0; i < sampled.figures.size(); ++i)
        notDemonstrable.figures[i] = survey(0.4, 0.02, sampled.figures[i].period.id().c_str());
    QVERIFY(notDemonstrable.judged(Rule(rule)).assessment.mdv.has_value());
    QVERIFY(!sceneOf(Rule(rule), false).judged(Rule(rule)).assessment.mdv); // complete counts have no SE
}

void TestJudgeWords::onlyThe95IntervalCounts_data()
{
    QTest::addColumn<double>("difference");
    QTest::addColumn<double>("other");
    QTest::addColumn<bool>("established");
    QTest::newRow("established at 95%, not at 96%") << 0.0255 << 0.96 << true;
    QTest::newRow("established at 95%, not at 99%") << 0.0300 << 0.99 << true;
    QTest::newRow("established at 94%, not at 95%") << 0.0245 << 0.94 << false;
    QTest::newRow("established at 80%, not at 95%") << 0.0200 << 0.80 << false;
}

void TestJudgeWords::onlyThe95IntervalCounts()
{
    QFETCH(double, difference);
    QFETCH(double, other);
    QFETCH(bool, established);
    for (const Rule rule : rules) {
        const std::vector<double> values = rule == Rule::GapChange
                                               ? std::vector<double>{0.5 + difference, 0.4, 0.5, 0.4}
                                               : std::vector<double>{0.4 + difference, 0.4};
        const Scene scene = between(rule, values, 0.025, Direction::Neutral);
        const Estimate drawn = estimate(scene.formula(), scene.levels(), Unit::Percent, other);
        QCOMPARE(*drawn.low > 0, !established);
        QCOMPARE(scene.judged(rule).assessment.established, std::optional<bool>(established));
    }
}

EVENREDIG_TEST(TestJudgeWords)
#include "testjudgewords.moc"
