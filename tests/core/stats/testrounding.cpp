// Intervals of rounding against numbers computed exactly by tests/oracle/rounding.py.
#include "core/stats/estimate.h"
#include "core/stats/rounding.h"
#include "oracle/oracle.h"
#include "testroom.h"

#include <QtTest>

#include <cmath>

using namespace evenredig;

class TestRounding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linear_data() { oracle::addRows(m_table, QStringLiteral("linear")); }
    void linear();
    void ratio_data() { oracle::addRows(m_table, QStringLiteral("ratio")); }
    void ratio();
    void ratioChange_data() { oracle::addRows(m_table, QStringLiteral("ratio_change")); }
    void ratioChange();
    void shareClosed_data() { oracle::addRows(m_table, QStringLiteral("closed")); }
    void shareClosed();
    void slope_data() { oracle::addRows(m_table, QStringLiteral("slope")); }
    void slope();
    void standardError_data() { oracle::addRows(m_table, QStringLiteral("standard_error")); }
    void standardError();
    void boxes_data();
    void boxes();
    void valueLiesInItsInterval();
    void naiveIntervalsAreWider();
    void noNumberHasNoParts();

private:
    const QString m_table = QStringLiteral("rounding.tsv");
};

namespace {

Unit unitNamed(const QString &name)
{
    for (int i = 0; i <= int(Unit::Count); ++i) {
        if (QString::fromStdString(std::string(unitName(static_cast<Unit>(i)))) == name)
            return static_cast<Unit>(i);
    }
    qFatal("no such unit in the table");
}

// "0.074/0.0005/percent"
Printed figureOf(const QString &text)
{
    const QStringList parts = text.split(u'/');
    return printed(parts[0].toDouble(), parts[1].toDouble(), unitNamed(parts[2]));
}

// "-1*0.074/…", "2005@0.074/…"
std::pair<double, Printed> termOf(const QString &text, QChar mark)
{
    const qsizetype at = text.indexOf(mark);
    return {text.left(at).toDouble(), figureOf(text.mid(at + 1))};
}

// `scale`: the size of the terms, below whose last bits a sum cannot be known.
bool agrees(const std::optional<double> &number, const QString &expected, double scale = 0)
{
    if (expected == QStringLiteral("none"))
        return !number;
    const double wanted = expected.toDouble();
    if (number && std::abs(*number - wanted) <= 1e-12 * std::max(std::abs(wanted), scale))
        return true;
    qWarning("%s, expected %s", number ? qPrintable(QString::number(*number, 'g', 17)) : "nothing",
             qPrintable(expected));
    return false;
}

void compare(const Estimate &estimate, const oracle::Row &row, double scale = 0)
{
    QVERIFY(agrees(estimate.value, row.value, scale));
    QVERIFY(agrees(estimate.low, row.low, scale));
    QVERIFY(agrees(estimate.high, row.high, scale));
    QVERIFY(!estimate.se && !estimate.df); // rounding is no sampling error
    QCOMPARE(int(estimate.method), int(row.value == QStringLiteral("none") ? Method::None : Method::Rounding));
}

struct Terms {
    std::vector<double> numbers;
    std::vector<Printed> figures;
};

Terms termsOf(const oracle::Row &row, QChar mark)
{
    Terms terms;
    for (const QString &argument : row.arguments) {
        const auto term = termOf(argument, mark);
        terms.numbers.push_back(term.first);
        terms.figures.push_back(term.second);
    }
    return terms;
}

double sizeOf(const Terms &terms)
{
    double size = 0;
    for (std::size_t i = 0; i < terms.figures.size(); ++i)
        size += std::abs(terms.numbers[i] * terms.figures[i].value);
    return size;
}

} // namespace

void TestRounding::linear()
{
    QFETCH(evenredig::oracle::Row, row);
    const Terms terms = termsOf(row, u'*');
    compare(evenredig::linear(terms.figures, terms.numbers), row, sizeOf(terms));
}

void TestRounding::ratio()
{
    QFETCH(evenredig::oracle::Row, row);
    QCOMPARE(row.arguments.size(), 2);
    compare(evenredig::ratio(figureOf(row.arguments[0]), figureOf(row.arguments[1])), row);
}

void TestRounding::ratioChange()
{
    QFETCH(evenredig::oracle::Row, row);
    QCOMPARE(row.arguments.size(), 4);
    const Printed a0 = figureOf(row.arguments[0]), b0 = figureOf(row.arguments[1]);
    const Printed a1 = figureOf(row.arguments[2]), b1 = figureOf(row.arguments[3]);
    compare(evenredig::ratioChange(a0, b0, a1, b1), row,
            row.value == QStringLiteral("none") ? 0 : a0.high / b0.low + a1.high / b1.low);
}

void TestRounding::shareClosed()
{
    QFETCH(evenredig::oracle::Row, row);
    QCOMPARE(row.arguments.size(), 4);
    const Printed g0 = figureOf(row.arguments[0]), r0 = figureOf(row.arguments[1]);
    compare(evenredig::shareClosed(g0, r0, figureOf(row.arguments[2]), figureOf(row.arguments[3])), row, 1);
}

void TestRounding::slope()
{
    QFETCH(evenredig::oracle::Row, row);
    Terms terms = termsOf(row, u'@');
    terms.numbers = slopeCoefficients(terms.numbers);
    double sum = 0;
    for (const double coefficient : terms.numbers)
        sum += coefficient;
    QVERIFY(std::abs(sum) < 1e-15); // a constant has no slope
    compare(evenredig::linear(terms.figures, terms.numbers), row, sizeOf(terms));
}

void TestRounding::standardError()
{
    QFETCH(evenredig::oracle::Row, row);
    QCOMPARE(row.arguments.size(), 3);
    Level level;
    level.low = row.arguments[0].toDouble();
    level.high = row.arguments[1].toDouble();
    level.value = (*level.low + *level.high) / 2;
    level.half = row.arguments[2].toDouble();
    level.sourceKind = SourceKind::Survey;
    Levels levels;
    const LevelId id = levels.add(level);
    QVERIFY(agrees(evenredig::estimate(Formula::level(id), levels, Unit::Mean).se, row.value));
}

// statistics.md §6: a printed v means [v − h, v + h) within the unit's bounds.
void TestRounding::boxes_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("half");
    QTest::addColumn<int>("unit");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("inside") << 0.5 << 0.005 << int(Unit::Percent) << 0.495 << 0.505;
    QTest::newRow("share at 0") << 0.0 << 0.005 << int(Unit::Percent) << 0.0 << 0.005;
    QTest::newRow("share at 1") << 1.0 << 0.005 << int(Unit::Percent) << 0.995 << 1.0;
    QTest::newRow("wide share") << 0.5 << 0.75 << int(Unit::Percent) << 0.0 << 1.0;
    QTest::newRow("rate at 0") << 0.0 << 0.5 << int(Unit::Per1000) << 0.0 << 0.5;
    QTest::newRow("count at 0") << 0.0 << 50.0 << int(Unit::Count) << 0.0 << 50.0;
    QTest::newRow("count above 1") << 225100.0 << 50.0 << int(Unit::Count) << 225050.0 << 225150.0;
    QTest::newRow("mean below 0") << -0.1 << 0.5 << int(Unit::Mean) << -0.6 << 0.4;
    QTest::newRow("euros in debt") << 0.0 << 50.0 << int(Unit::Euro) << -50.0 << 50.0;
    QTest::newRow("exact") << 0.3 << 0.0 << int(Unit::Percent) << 0.3 << 0.3;
    QTest::newRow("beyond its bounds, as printed") << 1.02 << 0.005 << int(Unit::Percent) << 1.015 << 1.02;
}

void TestRounding::boxes()
{
    QFETCH(double, value);
    QFETCH(double, half);
    QFETCH(int, unit);
    QFETCH(double, low);
    QFETCH(double, high);
    const Printed box = printed(value, half, static_cast<Unit>(unit));
    QCOMPARE(box.value, value);
    QCOMPARE(box.low, low);
    QCOMPARE(box.high, high);
    QVERIFY(box.low <= box.value && box.value <= box.high);
}

void TestRounding::valueLiesInItsInterval()
{
    for (int a = 1; a < 100; a += 3) {
        for (int b = 1; b < 100; b += 7) {
            const Printed g = printed(a / 100.0, 0.005, Unit::Percent), r = printed(b / 100.0, 0.005, Unit::Percent);
            for (const Estimate &estimate :
                 {evenredig::ratio(g, r), evenredig::linear({g, r}, {1, -1}), evenredig::shareClosed(g, r, r, g)}) {
                if (estimate.value)
                    QVERIFY(*estimate.low <= *estimate.value && *estimate.value <= *estimate.high);
            }
        }
    }
}

// Each figure is one variable: r0 stands in the numerator and the denominator of a share closed.
void TestRounding::naiveIntervalsAreWider()
{
    const Printed g0 = printed(0.30, 0.005, Unit::Percent), r = printed(0.20, 0.005, Unit::Percent),
                  g1 = printed(0.25, 0.005, Unit::Percent);
    const Estimate closed = evenredig::shareClosed(g0, r, g1, r);
    const Estimate change = evenredig::linear({g1, g0}, {1, -1}); // the reference cancels: it is given once, with 0
    const Estimate naive = evenredig::linear({g1, r, g0, r}, {1, -1, -1, 1});
    QVERIFY(*change.high - *change.low < *naive.high - *naive.low);
    QVERIFY(closed.hasInterval());
    QCOMPARE(*change.high - *change.low, 0.02);
    QCOMPARE(*naive.high - *naive.low, 0.04);
}

void TestRounding::noNumberHasNoParts()
{
    const Printed zero = printed(0, 0.005, Unit::Percent), some = printed(0.3, 0.005, Unit::Percent);
    const Printed exactZero = printed(0, 0, Unit::Percent);
    for (const Estimate &estimate :
         {evenredig::ratio(some, zero), evenredig::ratio(some, exactZero), evenredig::ratio(exactZero, exactZero),
          evenredig::ratioChange(some, some, some, zero), evenredig::shareClosed(some, some, some, zero)}) {
        QVERIFY(!estimate.value && !estimate.low && !estimate.high && !estimate.se && !estimate.df);
        QCOMPARE(int(estimate.method), int(Method::None));
    }
}

EVENREDIG_TEST(TestRounding)
#include "testrounding.moc"
