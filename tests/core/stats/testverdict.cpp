// Every rule of statistics.md §7 that looks at an interval, and the chance interval of complete counts.
#include "core/stats/rounding.h"
#include "core/stats/verdict.h"
#include "oracle/oracle.h"
#include "testroom.h"

#include <QtTest>

using namespace evenredig;

Q_DECLARE_METATYPE(evenredig::Verdict)
Q_DECLARE_METATYPE(evenredig::Size)

class TestVerdict : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void differences_data();
    void differences();
    void changes_data();
    void changes();
    void gapChanges_data();
    void gapChanges();
    void printedFiguresOnTheMargin();
    void everyGapChangeHasOneVerdict();
    void chance_data() { oracle::addRows(QStringLiteral("rounding.tsv"), QStringLiteral("chance")); }
    void chance();
    void chanceWithoutCounts_data();
    void chanceWithoutCounts();
    void enough_data();
    void enough();
};

namespace {

// A margin of 0.02 unless a row says otherwise; "none" is an indicator without one.
Indicator indicatorOf(const QString &direction, double margin = 0.02)
{
    Indicator indicator;
    indicator.direction = direction == QStringLiteral("higher")  ? Direction::Higher
                          : direction == QStringLiteral("lower") ? Direction::Lower
                                                                 : Direction::Neutral;
    if (margin > 0)
        indicator.relevance = margin;
    return indicator;
}

Estimate between(double low, double high)
{
    Estimate estimate;
    estimate.value = (low + high) / 2;
    estimate.low = low;
    estimate.high = high;
    estimate.method = Method::Rounding;
    return estimate;
}

std::vector<Counted> differenceOf(double a, double nA, double b, double nB)
{
    return {{1, a, nA}, {-1, b, nB}};
}

void compare(const Assessment &judgement, Verdict verdict, Size size, bool established)
{
    QCOMPARE(QString::fromStdString(std::string(verdictName(judgement.verdict))),
             QString::fromStdString(std::string(verdictName(verdict))));
    QCOMPARE(QString::fromStdString(std::string(sizeName(judgement.size))),
             QString::fromStdString(std::string(sizeName(size))));
    QCOMPARE(judgement.established, std::optional<bool>(established));
}

} // namespace

void TestVerdict::differences_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("direction");
    QTest::addColumn<double>("margin");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<Size>("size");
    QTest::addColumn<bool>("established");
    const double m = 0.02;
    // Rule 2: within the margin, whether or not 0 is.
    QTest::newRow("equal around 0") << -0.01 << 0.01 << "higher" << m << Verdict::Equal << Size::None << false;
    QTest::newRow("equal, above 0") << 0.005 << 0.015 << "higher" << m << Verdict::Equal << Size::None << true;
    QTest::newRow("equal, below 0") << -0.015 << -0.005 << "lower" << m << Verdict::Equal << Size::None << true;
    QTest::newRow("equal, just 0") << 0.0 << 0.0 << "higher" << m << Verdict::Equal << Size::None << false;
    QTest::newRow("equal, both ends on the margin")
        << -0.02 << 0.02 << "higher" << m << Verdict::Equal << Size::None << false;
    QTest::newRow("equal, a point on the margin")
        << 0.02 << 0.02 << "higher" << m << Verdict::Equal << Size::None << true;
    QTest::newRow("one end a bit over the margin")
        << -0.02 << 0.0201 << "higher" << m << Verdict::NotDemonstrable << Size::None << false;
    QTest::newRow("skipped without a margin")
        << -0.001 << 0.001 << "higher" << 0.0 << Verdict::NotDemonstrable << Size::None << false;
    // Rule 3: excludes 0 …
    QTest::newRow("higher, favourable") << 0.03 << 0.05 << "higher" << m << Verdict::MoreFavourable
                                        << Size::BeyondMargin << true;
    QTest::newRow("higher, not favourable")
        << 0.03 << 0.05 << "lower" << m << Verdict::LessFavourable << Size::BeyondMargin << true;
    QTest::newRow("lower, not favourable")
        << -0.05 << -0.03 << "higher" << m << Verdict::LessFavourable << Size::BeyondMargin << true;
    QTest::newRow("lower, favourable") << -0.05 << -0.03 << "lower" << m << Verdict::MoreFavourable
                                       << Size::BeyondMargin << true;
    QTest::newRow("higher, neutral") << 0.03 << 0.05 << "neutral" << m << Verdict::Higher << Size::BeyondMargin << true;
    QTest::newRow("lower, neutral") << -0.05 << -0.03 << "neutral" << m << Verdict::Lower << Size::BeyondMargin << true;
    // … and reaches inside the margin: no assessment.
    QTest::newRow("slightly higher") << 0.01 << 0.05 << "higher" << m << Verdict::Higher << Size::Small << true;
    QTest::newRow("slightly lower") << -0.05 << -0.01 << "lower" << m << Verdict::Lower << Size::Small << true;
    QTest::newRow("slightly higher, neutral")
        << 0.01 << 0.05 << "neutral" << m << Verdict::Higher << Size::Small << true;
    QTest::newRow("touching the margin is not beyond it")
        << 0.02 << 0.05 << "higher" << m << Verdict::Higher << Size::Small << true;
    QTest::newRow("touching it from below") << -0.05 << -0.02 << "higher" << m << Verdict::Lower << Size::Small << true;
    QTest::newRow("without a margin all of it is beyond")
        << 0.0001 << 0.0002 << "higher" << 0.0 << Verdict::MoreFavourable << Size::BeyondMargin << true;
    // Rule 4.
    QTest::newRow("covers 0 and more") << -0.01 << 0.05 << "higher" << m << Verdict::NotDemonstrable << Size::None
                                       << false;
    QTest::newRow("from 0 upwards") << 0.0 << 0.05 << "higher" << m << Verdict::NotDemonstrable << Size::None << false;
    QTest::newRow("up to 0") << -0.05 << 0.0 << "lower" << m << Verdict::NotDemonstrable << Size::None << false;
    QTest::newRow("wide") << -1.0 << 1.0 << "neutral" << m << Verdict::NotDemonstrable << Size::None << false;
    // Ties missed by the last bit of a double.
    QTest::newRow("a bit over the margin by 1e-17")
        << 0.05 - 0.03 << 0.074 - 0.054 << "higher" << m << Verdict::Equal << Size::None << true;
    QTest::newRow("0.1 + 0.2 − 0.3 is 0")
        << 0.1 + 0.2 - 0.3 << 0.05 << "higher" << m << Verdict::NotDemonstrable << Size::None << false;
    QTest::newRow("large numbers on the margin")
        << 499.99999999999636 << 500.0000000000073 << "higher" << 500.0 << Verdict::Equal << Size::None << true;
}

void TestVerdict::differences()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QString, direction);
    QFETCH(double, margin);
    QFETCH(evenredig::Verdict, verdict);
    QFETCH(evenredig::Size, size);
    QFETCH(bool, established);
    compare(judgeDifference(between(low, high), indicatorOf(direction, margin)), verdict, size, established);
    // The mirror image gives the mirror word.
    const Assessment mirror = judgeDifference(between(-high, -low), indicatorOf(direction, margin));
    const auto mirrored = [](Verdict word) {
        switch (word) {
        case Verdict::Higher: return Verdict::Lower;
        case Verdict::Lower: return Verdict::Higher;
        case Verdict::MoreFavourable: return Verdict::LessFavourable;
        case Verdict::LessFavourable: return Verdict::MoreFavourable;
        default: return word;
        }
    };
    compare(mirror, mirrored(verdict), size, established);
}

void TestVerdict::changes_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("margin");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<Size>("size");
    QTest::addColumn<bool>("established");
    const double m = 0.02;
    QTest::newRow("unchanged") << -0.01 << 0.01 << m << Verdict::Unchanged << Size::None << false;
    QTest::newRow("unchanged, though it rose") << 0.001 << 0.02 << m << Verdict::Unchanged << Size::None << true;
    QTest::newRow("rose") << 0.03 << 0.05 << m << Verdict::Larger << Size::BeyondMargin << true;
    QTest::newRow("rose a little") << 0.01 << 0.05 << m << Verdict::Larger << Size::Small << true;
    QTest::newRow("fell") << -0.05 << -0.03 << m << Verdict::Smaller << Size::BeyondMargin << true;
    QTest::newRow("fell a little") << -0.05 << -0.02 << m << Verdict::Smaller << Size::Small << true;
    QTest::newRow("cannot be told") << -0.05 << 0.01 << m << Verdict::NotDemonstrable << Size::None << false;
    QTest::newRow("no margin, no change") << 0.0 << 0.0 << 0.0 << Verdict::NotDemonstrable << Size::None << false;
    QTest::newRow("no margin, fell") << -0.002 << -0.001 << 0.0 << Verdict::Smaller << Size::BeyondMargin << true;
}

void TestVerdict::changes()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(double, margin);
    QFETCH(evenredig::Verdict, verdict);
    QFETCH(evenredig::Size, size);
    QFETCH(bool, established);
    for (const char *direction : {"higher", "lower", "neutral"}) // rose and fell are facts, not assessments
        compare(judgeChange(between(low, high), indicatorOf(QLatin1String(direction), margin)), verdict, size,
                established);
}

// §7, "Development": s0 and s1 the signs of the gaps when established, c the change.
void TestVerdict::gapChanges_data()
{
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("last");
    QTest::addColumn<double>("half"); // of the gaps
    QTest::addColumn<double>("changeHalf");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<Size>("size");
    QTest::addColumn<bool>("established");
    QTest::newRow("unchanged") << 0.10 << 0.105 << 0.01 << 0.01 << Verdict::Unchanged << Size::None << false;
    QTest::newRow("unchanged though established")
        << 0.10 << 0.11 << 0.001 << 0.002 << Verdict::Unchanged << Size::None << true;
    QTest::newRow("unchanged comes before reversed")
        << 0.005 << -0.005 << 0.001 << 0.002 << Verdict::Unchanged << Size::None << true;
    QTest::newRow("cannot be told") << 0.10 << 0.05 << 0.03 << 0.06 << Verdict::NotDemonstrable << Size::None << false;
    QTest::newRow("cannot be told, though the signs differ")
        << 0.03 << -0.03 << 0.02 << 0.07 << Verdict::NotDemonstrable << Size::None << false;
    QTest::newRow("smaller") << 0.059 << 0.030 << 0.001 << 0.002 << Verdict::Smaller << Size::BeyondMargin << true;
    QTest::newRow("smaller, a little") << 0.059 << 0.035 << 0.001 << 0.01 << Verdict::Smaller << Size::Small << true;
    QTest::newRow("smaller, from below") << -0.20 << -0.10 << 0.01 << 0.02 << Verdict::Smaller << Size::BeyondMargin
                                         << true;
    QTest::newRow("smaller, to nothing") << 0.20 << 0.0 << 0.01 << 0.02 << Verdict::Smaller << Size::BeyondMargin
                                         << true;
    QTest::newRow("larger") << 0.10 << 0.20 << 0.01 << 0.02 << Verdict::Larger << Size::BeyondMargin << true;
    QTest::newRow("larger, from below") << -0.10 << -0.20 << 0.01 << 0.02 << Verdict::Larger << Size::BeyondMargin
                                        << true;
    QTest::newRow("larger, from nothing")
        << 0.0 << 0.20 << 0.01 << 0.02 << Verdict::Larger << Size::BeyondMargin << true;
    QTest::newRow("larger, from nothing downwards")
        << 0.0 << -0.20 << 0.01 << 0.02 << Verdict::Larger << Size::BeyondMargin << true;
    QTest::newRow("reversed") << 0.10 << -0.10 << 0.01 << 0.02 << Verdict::Reversed << Size::BeyondMargin << true;
    QTest::newRow("reversed upwards") << -0.10 << 0.10 << 0.01 << 0.02 << Verdict::Reversed << Size::BeyondMargin
                                      << true;
    QTest::newRow("changed, neither end established")
        << -0.05 << 0.05 << 0.06 << 0.03 << Verdict::Changed << Size::BeyondMargin << true;
}

void TestVerdict::gapChanges()
{
    QFETCH(double, first);
    QFETCH(double, last);
    QFETCH(double, half);
    QFETCH(double, changeHalf);
    QFETCH(evenredig::Verdict, verdict);
    QFETCH(evenredig::Size, size);
    QFETCH(bool, established);
    const auto around = [](double value, double width) { return between(value - width, value + width); };
    compare(judgeGapChange(around(first, half), around(last, half), around(last - first, changeHalf),
                           indicatorOf(QStringLiteral("lower"))),
            verdict, size, established);
    // A gap is a distance: the mirror image has the same word.
    compare(judgeGapChange(around(-first, half), around(-last, half), around(first - last, changeHalf),
                           indicatorOf(QStringLiteral("higher"))),
            verdict, size, established);
}

// Printed figures meet margins exactly, whatever the doubles between them do: 2.0 points apart with a margin of 2.
void TestVerdict::printedFiguresOnTheMargin()
{
    for (int v = 20; v <= 1000; ++v) {
        const Printed a = printed(v / 1000.0, 0, Unit::Percent), b = printed((v - 20) / 1000.0, 0, Unit::Percent);
        compare(judgeDifference(linear({a, b}, {1, -1}), indicatorOf(QStringLiteral("higher"))), Verdict::Equal,
                Size::None, true);
        compare(judgeDifference(linear({a, a}, {1, -1}), indicatorOf(QStringLiteral("higher"))), Verdict::Equal,
                Size::None, false);
        // One tenth apart with a tenth of rounding: touches 0, so nothing is demonstrated.
        const Printed c = printed(v / 1000.0, 0.0005, Unit::Percent),
                      d = printed((v - 1) / 1000.0, 0.0005, Unit::Percent);
        compare(judgeDifference(linear({c, d}, {1, -1}), indicatorOf(QStringLiteral("higher"), 0)),
                Verdict::NotDemonstrable, Size::None, false);
    }
    // Euros, printed in thousands with one decimal and brought to euros by a scale.
    for (int v = 201; v <= 999; ++v) {
        const auto euros = [](int tenths, double half) { return printed(tenths / 10.0 * 1000, half, Unit::Euro); };
        compare(judgeDifference(linear({euros(v, 0), euros(v - 5, 0)}, {1, -1}),
                                indicatorOf(QStringLiteral("higher"), 500)),
                Verdict::Equal, Size::None, true);
        compare(judgeDifference(linear({euros(v, 50), euros(v - 1, 50)}, {1, -1}),
                                indicatorOf(QStringLiteral("higher"), 0)),
                Verdict::NotDemonstrable, Size::None, false);
    }
}

void TestVerdict::everyGapChangeHasOneVerdict()
{
    const std::vector<double> ends{-0.2, -0.05, -0.02, -0.01, 0, 0.01, 0.02, 0.05, 0.2};
    for (const double first : ends) {
        for (const double last : ends) {
            for (const double width : {0.0, 0.01, 0.03, 0.3}) {
                const Assessment judgement = judgeGapChange(
                    between(first - width, first + width), between(last - width, last + width),
                    between(last - first - width, last - first + width), indicatorOf(QStringLiteral("lower")));
                QVERIFY(judgement.verdict >= Verdict::NotDemonstrable && judgement.established.has_value());
                // A word of change only when the change is established, and a size only with such a word.
                const bool word = judgement.verdict >= Verdict::Smaller;
                QVERIFY(!word || *judgement.established);
                QCOMPARE(judgement.size != Size::None, word);
                if (judgement.verdict == Verdict::Reversed)
                    QVERIFY(first * last < 0);
            }
        }
    }
}

void TestVerdict::chance()
{
    QFETCH(evenredig::oracle::Row, row);
    QCOMPARE(row.arguments.size(), 5);
    const auto number = [&](int i) { return row.arguments[i].toDouble(); };
    const Unit unit = row.arguments[4] == QStringLiteral("percent")    ? Unit::Percent
                      : row.arguments[4] == QStringLiteral("per_1000") ? Unit::Per1000
                                                                       : Unit::Per10000;
    const bool expected = row.value == QStringLiteral("covers");
    const auto one = chanceInterval(differenceOf(number(0), number(1), number(2), number(3)), unit);
    const auto other = chanceInterval(differenceOf(number(2), number(3), number(0), number(1)), unit);
    QVERIFY(one && other);
    QCOMPARE(one->first <= 0 && one->second >= 0, expected);
    QCOMPARE(other->first, -one->second); // from the other side
    QCOMPARE(other->second, -one->first);
}

void TestVerdict::chanceWithoutCounts_data()
{
    QTest::addColumn<double>("a");
    QTest::addColumn<double>("nA");
    QTest::addColumn<double>("nB");
    QTest::addColumn<int>("unit");
    QTest::newRow("mean") << 0.3 << 100.0 << 100.0 << int(Unit::Mean);
    QTest::newRow("euro") << 0.3 << 100.0 << 100.0 << int(Unit::Euro);
    QTest::newRow("index") << 0.3 << 100.0 << 100.0 << int(Unit::Index);
    QTest::newRow("count") << 0.3 << 100.0 << 100.0 << int(Unit::Count);
    QTest::newRow("nobody") << 0.3 << 0.0 << 100.0 << int(Unit::Percent);
    QTest::newRow("nobody in the reference") << 0.3 << 100.0 << 0.0 << int(Unit::Percent);
    QTest::newRow("fewer than nobody") << 0.3 << -5.0 << 100.0 << int(Unit::Per1000);
    QTest::newRow("a share above 1") << 1.3 << 100.0 << 100.0 << int(Unit::Percent);
    QTest::newRow("a rate below 0") << -0.3 << 100.0 << 100.0 << int(Unit::Per1000);
    QTest::newRow("no number") << std::nan("") << 100.0 << 100.0 << int(Unit::Percent);
}

void TestVerdict::chanceWithoutCounts()
{
    QFETCH(double, a);
    QFETCH(double, nA);
    QFETCH(double, nB);
    QFETCH(int, unit);
    QVERIFY(!chanceInterval(differenceOf(a, nA, 0.2, nB), static_cast<Unit>(unit)));
}

// Denominator ≥ 100 and e = min(k, n − k) ≥ 10.
void TestVerdict::enough_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("n"); // below 0: not known
    QTest::addColumn<int>("unit");
    QTest::addColumn<bool>("good");
    QTest::newRow("denominator not known") << 0.001 << -1.0 << int(Unit::Percent) << true;
    QTest::newRow("100, half") << 0.5 << 100.0 << int(Unit::Percent) << true;
    QTest::newRow("99") << 0.5 << 99.0 << int(Unit::Percent) << false;
    QTest::newRow("ten events") << 0.1 << 100.0 << int(Unit::Percent) << true;
    QTest::newRow("nine events") << 0.09 << 100.0 << int(Unit::Percent) << false;
    QTest::newRow("ten without") << 0.9 << 100.0 << int(Unit::Percent) << true;
    QTest::newRow("nine without") << 0.91 << 100.0 << int(Unit::Percent) << false;
    QTest::newRow("ten of 1428, in doubles just below") << 10.0 / 1428 << 1428.0 << int(Unit::Percent) << true;
    QTest::newRow("rate with ten events") << 0.001 << 10000.0 << int(Unit::Per1000) << true;
    QTest::newRow("rate with nine") << 0.0009 << 10000.0 << int(Unit::Per10000) << false;
    QTest::newRow("a rate has no side without") << 0.999 << 1000.0 << int(Unit::Per1000) << true;
    QTest::newRow("nobody") << 0.0 << 0.0 << int(Unit::Percent) << false;
    QTest::newRow("a mean has no events") << 0.5 << 10.0 << int(Unit::Mean) << true;
    QTest::newRow("nor has a count") << 5.0 << 10.0 << int(Unit::Count) << true;
}

void TestVerdict::enough()
{
    QFETCH(double, value);
    QFETCH(double, n);
    QFETCH(int, unit);
    QFETCH(bool, good);
    QCOMPARE(enoughForVerdict(value, n < 0 ? std::nullopt : std::optional<double>(n), static_cast<Unit>(unit)), good);
}

EVENREDIG_TEST(TestVerdict)
#include "testverdict.moc"
