// Rule 1 of statistics.md §7: what keeps a difference, a change and the change of a gap from a verdict, and in which order.
#include "core/stats/estimate.h"
#include "judgescene.h"
#include "testroom.h"

#include <QtTest>

#include <functional>

using namespace evenredig;
using namespace evenredig::judging;

class TestJudge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void flaws_data();
    void flaws();
    void breaks_data();
    void breaks();
    void breakBetweenPlacesOfOnePeriodIsNone();
    void referenceHasBreaksOfItsOwn();
    void oneBarBeforeAnother_data();
    void oneBarBeforeAnother();
    void absentAndCounts();
    void aLevelAlone();
    void numbersCarryWhatTheyRestOn();
    void chance_data();
    void chance();
};

namespace {

using Change = std::function<void(Level &)>;

struct Flaw {
    const char *name;
    bool sampled;
    Change apply;
    Status status;
    std::optional<Verdict> verdict; ///< nothing: the word of the rule
};

Change count(double value, double n)
{
    return [=](Level &level) {
        level.value = value;
        level.n = n;
    };
}

Change reach(double value, double low, double high, double n = 2000)
{
    return [=](Level &level) {
        level.value = value;
        level.low = low;
        level.high = high;
        level.n = n;
    };
}

const std::vector<Flaw> &flawsOfOneLevel()
{
    static const std::vector<Flaw> all{
        {"complete, 99 persons", false, [](Level &level) { level.n = 99; }, Status::Ok, Verdict::TooFew},
        {"complete, 9 events", false, count(0.009, 1000), Status::Ok, Verdict::TooFew},
        {"complete, 9 without", false, count(0.991, 1000), Status::Ok, Verdict::TooFew},
        {"complete, no events", false, count(0, 1000), Status::Ok, Verdict::TooFew},
        {"complete, denominator not known", false, [](Level &level) { level.n.reset(); }, Status::Ok, {}},
        {"complete, under the minimum of surveys", false, [](Level &level) { level.nEffective = 20; }, Status::Ok, {}},
        {"survey, 49 persons", true, [](Level &level) { level.n = 49; }, Status::TooFew, Verdict::TooFew},
        {"survey, 50 persons", true, [](Level &level) { level.n = 50; }, Status::Ok, {}},
        {"survey, n not known", true, [](Level &level) { level.n.reset(); }, Status::Ok, {}},
        {"survey, Kish 29.9", true, [](Level &level) { level.nEffective = 29.9; }, Status::Unreliable,
         Verdict::Unreliable},
        {"survey, Kish 30", true, [](Level &level) { level.nEffective = 30; }, Status::Ok, {}},
        {"survey, e of 4.9", true, reach(0.0049, 0.002, 0.008, 1000), Status::Unreliable, Verdict::Unreliable},
        {"survey, e of 4.9 without", true, reach(0.9951, 0.992, 0.998, 1000), Status::Unreliable, Verdict::Unreliable},
        {"survey, no events", true, reach(0, 0, 0.01, 300), Status::Unreliable, Verdict::Unreliable},
        {"survey, wider than 0.30", true, reach(0.3, 0.149, 0.451), Status::Unreliable, Verdict::Unreliable},
        {"survey, no margin", true,
         [](Level &level) {
             level.low.reset();
             level.high.reset();
         },
         Status::NoMargin, Verdict::NoMargin},
        {"survey beside complete counts",
         false,
         [](Level &level) {
             const std::string dataset = level.dataset;
             level = survey(*level.value, 0.02, level.period.id().c_str());
             level.dataset = dataset;
         },
         Status::Ok,
         {}}};
    return all;
}

void addJudgementColumns()
{
    QTest::addColumn<Scene>("scene");
    QTest::addColumn<int>("rule");
    QTest::addColumn<Status>("status");
    QTest::addColumn<Verdict>("verdict");
}

void checkJudgement()
{
    QFETCH(evenredig::judging::Scene, scene);
    QFETCH(int, rule);
    QFETCH(evenredig::Status, status);
    QFETCH(evenredig::Verdict, verdict);
    compare(scene.judged(Rule(rule)), status, verdict);
}

} // namespace

// Each flaw in each level of each rule.
void TestJudge::flaws_data()
{
    addJudgementColumns();
    for (const Rule rule : rules) {
        for (const Flaw &flaw : flawsOfOneLevel()) {
            const Scene scene = sceneOf(rule, flaw.sampled);
            for (std::size_t place = 0; place < scene.figures.size(); ++place) {
                Scene flawed = scene;
                flaw.apply(flawed.figures[place]);
                const bool kinds = rule == Rule::Change && flawed.figures[0].sourceKind != flawed.figures[1].sourceKind;
                const bool gapKinds = rule == Rule::GapChange
                                      && flawed.figures[place].sourceKind != flawed.figures[(place + 2) % 4].sourceKind;
                const bool broken = kinds || gapKinds; // a register is no earlier wave of a survey
                QTest::addRow("%s, %s, level %d", nameOf(rule), flaw.name, int(place))
                    << flawed << int(rule) << (broken ? Status::NotComparable : flaw.status)
                    << (broken ? Verdict::NotComparable : flaw.verdict.value_or(wordOf(rule)));
            }
        }
    }
}

void TestJudge::flaws()
{
    checkJudgement();
}

// Between the two periods of a change, of the group and of its reference alike.
void TestJudge::breaks_data()
{
    addJudgementColumns();
    const std::vector<std::pair<const char *, Change>> breaks{
        {"classification", [](Level &level) { level.classification = "background"; }},
        {"universe",
         [](Level &level) {
             level.universe = {"personen van 18 jaar of ouder", "persons aged 18 and over"};
         }},
        {"source kind", [](Level &level) { level.sourceKind = SourceKind::Register; }},
        {"overlap", [](Level &level) { level.period = *Period::parse("2018..2022"); }},
        {"table", [](Level &level) { level.dataset = "other"; }}};
    for (const Rule rule : {Rule::Change, Rule::GapChange}) {
        for (const auto &[name, apply] : breaks) {
            const Scene scene = sceneOf(rule, true);
            for (std::size_t place = scene.figures.size() / 2; place < scene.figures.size(); ++place) {
                for (const bool turned : {false, true}) {
                    Scene broken = scene;
                    apply(broken.figures[place]);
                    const std::pair ends{std::string("other"), std::string("set 2020")};
                    broken.table[turned ? std::pair{ends.second, ends.first} : ends] = {Comparability::No, {}};
                    QTest::addRow("%s, %s, level %d%s", nameOf(rule), name, int(place), turned ? ", turned" : "")
                        << broken << int(rule) << Status::NotComparable << Verdict::NotComparable;
                }
            }
        }
        Scene cautious = sceneOf(rule, true);
        cautious.table[{"set 2010", "set 2020"}] = {Comparability::WithCaution, {}};
        QTest::addRow("%s, with caution", nameOf(rule)) << cautious << int(rule) << Status::Ok << wordOf(rule);
    }
    Scene overlapping = sceneOf(Rule::Difference, true);
    overlapping.figures[1].period = *Period::parse("2018..2022");
    QTest::newRow("difference of periods that share a year")
        << overlapping << int(Rule::Difference) << Status::NotComparable << Verdict::NotComparable;
}

void TestJudge::breaks()
{
    checkJudgement();
}

// The reference may come from another source than the group, as long as each line stays within its own.
void TestJudge::breakBetweenPlacesOfOnePeriodIsNone()
{
    for (const Rule rule : {Rule::Difference, Rule::GapChange}) {
        Scene scene = sceneOf(rule, true);
        for (std::size_t i = 1; i < scene.figures.size(); i += 2) {
            const double value = *scene.figures[i].value;
            scene.figures[i] = complete(value, scene.figures[i].period.id().c_str());
            scene.figures[i].universe = {"iedereen", "everybody"};
        }
        compare(scene.judged(rule), Status::Ok, wordOf(rule));
    }
}

// Of other data sets than the group's: only a comparison of the reference with itself shows it.
void TestJudge::referenceHasBreaksOfItsOwn()
{
    Scene scene = sceneOf(Rule::GapChange, true);
    scene.figures[1].dataset = "reference 2020";
    scene.figures[3].dataset = "reference 2010";
    compare(scene.judged(Rule::GapChange), Status::Ok, wordOf(Rule::GapChange));
    scene.table[{"set 2020", "reference 2010"}] = {Comparability::No, {}}; // crosses from group to reference
    compare(scene.judged(Rule::GapChange), Status::Ok, wordOf(Rule::GapChange));
    scene.table[{"reference 2010", "reference 2020"}] = {Comparability::No, {}};
    compare(scene.judged(Rule::GapChange), Status::NotComparable, Verdict::NotComparable);
}

// What comes first says the word, whatever else is wrong.
void TestJudge::oneBarBeforeAnother_data()
{
    addJudgementColumns();
    for (const Rule rule : rules) {
        Scene scene = sceneOf(rule, true);
        scene.figures.front().low.reset();
        scene.figures.front().high.reset();
        const auto add = [&](const char *name, Status status, Verdict verdict) {
            QTest::addRow("%s, %s", nameOf(rule), name) << scene << int(rule) << status << verdict;
        };
        add("no margin", Status::NoMargin, Verdict::NoMargin);
        scene.figures.back().nEffective = 29;
        add("unreliable before no margin", Status::Unreliable, Verdict::Unreliable);
        scene.figures.back().n = 49;
        add("too few before unreliable", Status::TooFew, Verdict::TooFew);
        if (rule != Rule::Difference) {
            scene.figures.back().classification = "background";
            add("not comparable before too few", Status::NotComparable, Verdict::NotComparable);
        }
        scene.indicator.unit = Unit::Count;
        add("counts before all", Status::Ok, Verdict::None);
        scene.indicator.unit = Unit::Percent;
        scene.figures.front().value.reset();
        add("absent before all", Status::Ok, Verdict::None);
    }
}

void TestJudge::oneBarBeforeAnother()
{
    checkJudgement();
}

// The flaws of a survey bar it alone as they bar it beside another; a complete count stands by itself.
void TestJudge::aLevelAlone()
{
    for (const Flaw &flaw : flawsOfOneLevel()) {
        Level level = flaw.sampled ? survey(0.4) : complete(0.4);
        flaw.apply(level);
        Levels levels;
        const LevelId id = levels.add(level);
        const Judgement judgement = judge(Rule::Level, Formula::level(id), levels,
                                          sceneOf(Rule::Difference, true).indicator);
        const bool margin = flaw.status == Status::NoMargin;
        QCOMPARE(statusName(judgement.status), statusName(flaw.status));
        const Verdict expected = flaw.status == Status::Ok || margin ? Verdict::None : *flaw.verdict;
        QCOMPARE(verdictName(judgement.assessment.verdict), verdictName(expected));
        QVERIFY(!judgement.assessment.established);
    }
}

void TestJudge::numbersCarryWhatTheyRestOn()
{
    Levels levels;
    Level first = survey(0.4);
    first.n = 311;
    first.missing = 4;
    first.nEffective = 240.5;
    Level second = survey(0.3);
    second.provisional = true;
    Level hidden;
    hidden.absence = Missing::Suppressed;
    hidden.n = 7;
    const LevelId a = levels.add(first), b = levels.add(second), c = levels.add(hidden);
    const Estimate level = estimate(Formula::level(a), levels, Unit::Percent);
    QVERIFY(level.n == 311.0 && level.missing == 4.0 && level.nEffective == 240.5 && !level.provisional);
    const Estimate difference = estimate(Formula::difference(a, b), levels, Unit::Percent);
    QVERIFY(difference.provisional && !difference.n && !difference.absence);
    const Estimate none = estimate(Formula::difference(a, c), levels, Unit::Percent);
    QVERIFY(!none.value && none.absence == Missing::Suppressed);
    QVERIFY(!estimate(Formula::level(c), levels, Unit::Percent).n); // every number of a suppressed one
}

void TestJudge::absentAndCounts()
{
    for (const Rule rule : rules) {
        for (const bool sampled : {false, true}) {
            const Scene scene = sceneOf(rule, sampled);
            for (std::size_t place = 0; place < scene.figures.size(); ++place) {
                Scene absent = scene;
                absent.figures[place].value.reset();
                absent.figures[place].absence = Missing::Suppressed;
                compare(absent.judged(rule), Status::Ok, Verdict::None);
                Scene unknown = scene; // from persons, of unknown error
                unknown.figures[place].sourceKind = SourceKind::Survey;
                unknown.figures[place].computed = true;
                unknown.figures[place].low.reset();
                unknown.figures[place].high.reset();
                QVERIFY(!unknown.judged(rule).assessment.established);
            }
            Scene counts = scene;
            counts.indicator.unit = Unit::Count;
            for (Level &level : counts.figures)
                level.value = *level.value * 1e6;
            compare(counts.judged(rule), Status::Ok, Verdict::None);
        }
    }
}

// "Toevalsmarge": complete counts that chance alone could set apart, known where every denominator is.
void TestJudge::chance_data()
{
    addJudgementColumns();
    for (const Rule rule : rules) {
        // The differences are 0.20: 1.96 · √(0.24/n + 0.16/n), and of a gap change √(0.24 + 0.16 + 0.24 + 0.16).
        for (const double n : {100.0, 10000.0}) {
            Scene scene = sceneOf(rule, false);
            const double shrink = n == 100 ? 0.4 : 1; // 0.08 of 100 against 1.96 · 0.063
            scene.figures[0].value = *scene.figures[0].value - 0.2 * (1 - shrink);
            for (Level &figure : scene.figures)
                figure.n = n;
            const bool few = n == 100;
            QTest::addRow("%s, of %g", nameOf(rule), n)
                << scene << int(rule) << Status::Ok << (few ? Verdict::TooFew : wordOf(rule));
            scene.figures.back().n.reset();
            QTest::addRow("%s, of %g and unknown", nameOf(rule), n) << scene << int(rule) << Status::Ok << wordOf(rule);
        }
    }
}

void TestJudge::chance()
{
    checkJudgement();
}

EVENREDIG_TEST(TestJudge)
#include "testjudge.moc"
