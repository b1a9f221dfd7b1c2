// Intervals of printed margins and of samples against numbers that R gave, tests/oracle/levels.R.
#include "core/stats/estimate.h"
#include "core/stats/quantile.h"
#include "oracle/oracle.h"
#include "testroom.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace evenredig;

class TestLevels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void estimates_data();
    void estimates();
    void errors_data() { oracle::addRows(m_table, QStringLiteral("se")); }
    void errors();
    void normal_data() { oracle::addRows(m_table, QStringLiteral("qnorm")); }
    void normal();
    void student_data() { oracle::addRows(m_table, QStringLiteral("qt")); }
    void student();
    void fewEventsBesideALargeSample();

private:
    const QString m_table = QStringLiteral("levels.tsv");
};

namespace {

const QStringList shapes{QStringLiteral("level"),           QStringLiteral("difference"),
                         QStringLiteral("ratio"),           QStringLiteral("odds_ratio"),
                         QStringLiteral("shortfall_ratio"), QStringLiteral("ratio_change"),
                         QStringLiteral("gap_change"),      QStringLiteral("closed")};

Unit unitNamed(const QString &name)
{
    for (int i = 0; i <= int(Unit::Count); ++i) {
        if (QString::fromStdString(std::string(unitName(static_cast<Unit>(i)))) == name)
            return static_cast<Unit>(i);
    }
    qFatal("no such unit in the table");
}

// "p:0.12/0.10/0.14/0.005/1000", printed, and "s:0.31/0.0004/41/700", a sample with its variance and df.
void addLevel(Levels &levels, const QString &text)
{
    const QStringList parts = text.mid(2).split(u'/');
    const auto number = [&](qsizetype i) {
        return parts[i] == QStringLiteral("-") ? std::nullopt : std::optional<double>(parts[i].toDouble());
    };
    Level level;
    level.value = number(0);
    if (text.startsWith(QStringLiteral("s:"))) {
        level.sourceKind = SourceKind::Survey;
        level.computed = true;
        level.df = number(2);
        level.n = number(3);
        const LevelId id = levels.add(level);
        levels.setCovariance({id}, {*number(1)});
        return;
    }
    level.low = number(1);
    level.high = number(2);
    level.half = *number(3);
    level.n = number(4);
    level.sourceKind = level.low ? SourceKind::Survey : SourceKind::Register;
    levels.add(level);
}

Formula formulaOf(const QString &shape)
{
    switch (shapes.indexOf(shape)) {
    case 0: return Formula::level(0);
    case 1: return Formula::difference(0, 1);
    case 2: return Formula::ratio(0, 1);
    case 3: return Formula::oddsRatio(0, 1);
    case 4: return Formula::shortfallRatio(0, 1);
    case 5: return Formula::ratioChange(0, 1, 2, 3);
    case 6: return Formula::gapChange(0, 1, 2, 3);
    case 7: return Formula::shareClosed(0, 1, 2, 3);
    default: qFatal("no such shape in the table");
    }
}

/// Arguments: unit, confidence, levels.
Estimate estimateOf(const QString &shape, const QStringList &arguments)
{
    Levels levels;
    for (const QString &text : arguments.mid(2))
        addLevel(levels, text);
    return estimate(formulaOf(shape), levels, unitNamed(arguments[0]), arguments[1].toDouble());
}

bool agrees(const std::optional<double> &number, const QString &expected)
{
    if (expected == QStringLiteral("none"))
        return !number;
    const double wanted = expected.toDouble();
    if (number && std::abs(*number - wanted) <= 1e-8 * std::abs(wanted) + 1e-12)
        return true;
    qWarning("%s, expected %s", number ? qPrintable(QString::number(*number, 'g', 17)) : "nothing",
             qPrintable(expected));
    return false;
}

} // namespace

void TestLevels::estimates_data()
{
    QTest::addColumn<evenredig::oracle::Row>("row");
    for (const QString &shape : shapes) {
        const QList<oracle::Row> rows = oracle::rows(m_table, shape);
        QVERIFY2(rows.size() >= 8, qPrintable(shape));
        for (const oracle::Row &row : rows)
            QTest::addRow("%s, %s (line %d)", qPrintable(shape), qPrintable(row.name), row.line) << row;
    }
}

void TestLevels::estimates()
{
    QFETCH(evenredig::oracle::Row, row);
    const Estimate estimate = estimateOf(row.function, row.arguments);
    QVERIFY(agrees(estimate.value, row.value));
    QVERIFY(agrees(estimate.low, row.low));
    QVERIFY(agrees(estimate.high, row.high));
    QCOMPARE(isSampling(estimate.method), estimate.value.has_value());
}

void TestLevels::errors()
{
    QFETCH(evenredig::oracle::Row, row);
    QVERIFY(agrees(estimateOf(row.arguments.front(), row.arguments.mid(1)).se, row.value));
}

void TestLevels::normal()
{
    QFETCH(evenredig::oracle::Row, row);
    const double p = row.arguments[0].toDouble();
    QVERIFY(agrees(normalQuantile(p), row.value));
    QVERIFY(agrees(studentQuantile(p, std::nullopt), row.value));
    QVERIFY(agrees(studentQuantile(p, std::numeric_limits<double>::infinity()), row.value));
}

void TestLevels::student()
{
    QFETCH(evenredig::oracle::Row, row);
    QVERIFY(agrees(studentQuantile(row.arguments[0].toDouble(), row.arguments[1].toDouble()), row.value));
}

// Averaging the two sides of a margin called 3.0 (1.5–5.9) of 300 lower than 5.4 (5.2–5.6): it is not demonstrable.
void TestLevels::fewEventsBesideALargeSample()
{
    Levels levels;
    addLevel(levels, QStringLiteral("p:0.030/0.015/0.059/0.0005/300"));
    addLevel(levels, QStringLiteral("p:0.054/0.052/0.056/0.0005/48000"));
    const Estimate gap = estimate(Formula::difference(0, 1), levels, Unit::Percent);
    QCOMPARE(int(gap.method), int(Method::Mover));
    QVERIFY(std::abs(*gap.low + 0.039) < 0.0005);
    QVERIFY(std::abs(*gap.high - 0.005) < 0.0005);
}

EVENREDIG_TEST(TestLevels)
#include "testlevels.moc"
